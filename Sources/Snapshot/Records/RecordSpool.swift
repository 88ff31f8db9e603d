public import EntenteFileMapping

/// A record section assembled from parts that several threads packed, in memory up to a limit.
///
/// ```swift
/// var spool = RecordSpool(limit: 16 << 20, file: spill)
/// for section in packed { try spool.append(section) }
/// try writer.append(section: "texts", spool)
/// ```
public struct RecordSpool: Sendable {
  private(set) var blocks: ByteSpool
  private(set) var index: [UInt8] = []
  public private(set) var recordCount = 0

  /// - Parameters:
  ///   - limit: the most bytes of blocks in memory.
  ///   - file: receives what exceeds the limit.
  public init(limit: Int, file: SpillFile) { blocks = ByteSpool(limit: limit, file: file) }

  /// Appends records that were packed separately.
  public mutating func append(_ section: RecordSection) throws(SpillError) {
    for start in stride(from: 0, to: section.index.count, by: BlockEntry.size) {
      let entry = section.index[start..<start + BlockEntry.size]
      let offset = integer(entry.prefix(8)) + UInt64(blocks.count)
      let firstOrdinal = integer(entry.suffix(4)) + UInt64(recordCount)
      index += littleEndian(offset) + entry.dropFirst(8).prefix(4) + littleEndian(UInt32(clamping: firstOrdinal))
    }
    try blocks.append(section.blocks)
    recordCount += section.recordCount
  }

  private func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}

public import EntenteZlib
internal import ProtobufCoding

// records := block*
// block   := RFC 1950 stream, with the dictionary of the section as preset dictionary, of: (length varint, message)*
// index   := entry*                                          the section `NAME.blocks`
// entry   := offset u64 | inflated length u32 | ordinal of the first record u32

/// Packs messages into blocks, in the order they are appended.
///
/// ```swift
/// var writer = RecordWriter(dictionary: dictionary, blockSize: 16 << 10)
/// for event in events { try writer.append(event) }
/// let section = try writer.finish()
/// ```
public struct RecordWriter: ~Copyable {
  private var deflater: BlockDeflater
  private let blockSize: Int
  private var open: [UInt8] = []
  private var openOrdinal = 0
  private var section = RecordSection()

  /// - Parameters:
  ///   - dictionary: the dictionary of the section or of the whole snapshot.
  ///   - blockSize: the inflated size in bytes at which a block ends.
  public init(dictionary: [UInt8], blockSize: Int = 32 << 10) {
    deflater = BlockDeflater(dictionary: dictionary)
    self.blockSize = blockSize
  }

  public mutating func append(_ record: some SnapshotRecord) throws(ZlibError) {
    var record = record
    record.compact()
    try append(bytes: record.protobufBytes())
  }

  /// Appends an encoded message, which was made compact.
  public mutating func append(bytes: [UInt8]) throws(ZlibError) {
    // A large record has a block to itself, or each small one beside it would cost as much.
    if bytes.count >= blockSize, !open.isEmpty { try closeBlock() }
    Varint.append(bytes.count, to: &open)
    open.append(contentsOf: bytes)
    section.recordCount += 1
    if open.count >= blockSize { try closeBlock() }
  }

  /// The section and its index.
  public consuming func finish() throws(ZlibError) -> RecordSection {
    if !open.isEmpty { try closeBlock() }
    return section
  }

  private mutating func closeBlock() throws(ZlibError) {
    section.index +=
      BlockEntry(
        offset: UInt64(section.blocks.count), inflatedLength: UInt32(clamping: open.count),
        firstOrdinal: UInt32(clamping: openOrdinal)
      ).bytes
    let block = open
    try deflater.compress(unsafe block.span.bytes, into: &section.blocks)
    open.removeAll(keepingCapacity: true)
    openOrdinal = section.recordCount
  }
}

/// The bytes of a record section and of its `.blocks` index.
public struct RecordSection: Sendable {
  public internal(set) var blocks: [UInt8] = []
  public internal(set) var index: [UInt8] = []
  public internal(set) var recordCount = 0

  public init() {}
}

internal import FileMapping
public import ProtobufCoding
internal import Zlib

// The grammar is that of RecordWriter.swift.

/// The records of a section, by ordinal: an array whose elements are inflated when they are asked for.
public struct RecordReader<Record: ProtobufMessage>: Sendable {
  public let count: Int
  private let section: String
  private let blocks: ByteRegion
  /// 16 bytes a block.
  private let index: ByteRegion
  private let dictionary: BlockDictionary?
  private let cache: BlockCache

  /// A section that is not there has no records.
  init(
    section: String, blocks: ByteRegion?, index: ByteRegion?, count: UInt64, dictionary: BlockDictionary?,
    cache: BlockCache
  ) throws(SnapshotError) {
    self.section = section
    self.blocks = blocks ?? ByteRegion([])
    self.index = index ?? ByteRegion([])
    self.dictionary = dictionary
    self.cache = cache
    guard let count = Int(exactly: count), self.index.count % BlockEntry.size == 0,
      blocks != nil || count == 0, self.index.count > 0 || count == 0, count <= Int(UInt32.max)
    else { throw .layout(section: SectionName.blocks(of: section), offset: 0, "the index does not fit the records") }
    self.count = count
  }

  var blockCount: Int { index.count / BlockEntry.size }

  public subscript(ordinal: Int) -> Record {
    get throws(SnapshotError) {
      guard ordinal >= 0, ordinal < count else { throw .noRecord(section: section, ordinal: ordinal) }
      let block = try block(of: ordinal)
      let entry = try entry(block)
      return try record(ordinal, at: ordinal - Int(entry.firstOrdinal), in: try inflated(block, entry))
    }
  }

  /// Every record, in order; each block is inflated once.
  public func visit(_ body: (Int, Record) throws(SnapshotError) -> Void) throws(SnapshotError) {
    for block in 0..<blockCount {
      let entry = try entry(block)
      let end = block + 1 < blockCount ? Int(try self.entry(block + 1).firstOrdinal) : count
      guard Int(entry.firstOrdinal) <= end, end <= count else { throw layoutError(block, "ordinals go backwards") }
      let bytes = try inflated(block, entry)
      var position = 0
      for ordinal in Int(entry.firstOrdinal)..<end {
        try body(ordinal, try decode(ordinal, bytes, &position))
      }
    }
  }

  /// All records; for sections that are known to be small.
  public func all() throws(SnapshotError) -> [Record] {
    var records: [Record] = []
    try visit { (_, record) throws(SnapshotError) in records.append(record) }
    return records
  }

  // Blocks

  private func entry(_ block: Int) throws(SnapshotError) -> BlockEntry {
    guard let entry = BlockEntry(index, block) else { throw layoutError(block, "the entry is cut off") }
    return entry
  }

  /// The block that holds the record: the last one that does not begin after it.
  private func block(of ordinal: Int) throws(SnapshotError) -> Int {
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Int(try entry(middle).firstOrdinal) <= ordinal { low = middle } else { high = middle }
    }
    guard Int(try entry(low).firstOrdinal) <= ordinal else { throw layoutError(low, "ordinals go backwards") }
    return low
  }

  private func inflated(_ block: Int, _ entry: BlockEntry) throws(SnapshotError) -> [UInt8] {
    let key = BlockCache.Key(section: section, block: block)
    if let bytes = cache[key] { return bytes }
    let start = Int(entry.offset)
    let end = block + 1 < blockCount ? Int(try self.entry(block + 1).offset) : blocks.count
    guard entry.inflatedLength <= RecordBlock.maximumSize, start <= end, let region = blocks.slice(start, end - start)
    else { throw layoutError(block, "the block is not inside its section") }
    do throws(ZlibError) {
      var inflater = try Inflater(dictionary: dictionary?.bytes ?? [])
      let bytes = try inflater.decompress(region.bytes, exactly: Int(entry.inflatedLength))
      cache.insert(bytes, for: key)
      return bytes
    } catch {
      throw .block(section: section, offset: start, error)
    }
  }

  private func record(_ ordinal: Int, at place: Int, in bytes: [UInt8]) throws(SnapshotError) -> Record {
    var position = 0
    for _ in 0..<place {
      let length = try length(ordinal, bytes, &position)
      position += length
    }
    return try decode(ordinal, bytes, &position)
  }

  /// The length before a record; the record's bytes are all there.
  private func length(_ ordinal: Int, _ bytes: [UInt8], _ position: inout Int) throws(SnapshotError) -> Int {
    do throws(ProtobufError) {
      var reader = ProtobufReader(unsafe bytes.span.bytes.extracting(droppingFirst: position))
      let length = try reader.varint()
      position += reader.offset
      guard length <= UInt64(bytes.count - position) else { throw ProtobufError(.lengthOutOfBounds, at: position) }
      return Int(length)
    } catch {
      throw .record(section: section, ordinal: ordinal, error)
    }
  }

  private func decode(_ ordinal: Int, _ bytes: [UInt8], _ position: inout Int) throws(SnapshotError) -> Record {
    let length = try length(ordinal, bytes, &position)
    defer { position += length }
    do throws(ProtobufError) {
      return try Record(protobuf: unsafe bytes.span.bytes.extracting(position..<position + length))
    } catch {
      throw .record(section: section, ordinal: ordinal, error)
    }
  }

  private func layoutError(_ block: Int, _ reason: String) -> SnapshotError {
    .layout(section: SectionName.blocks(of: section), offset: block * BlockEntry.size, reason)
  }
}

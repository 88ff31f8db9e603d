internal import EntenteFileMapping
internal import EntenteZlib
internal import ProtobufCoding

// The grammar is that of RecordWriter.swift.

/// The records of a section by ordinal, like an array whose elements are inflated on access.
public struct RecordReader<Record: SnapshotRecord>: Sendable {
  public let count: Int
  private let section: String
  private let blocks: ByteRegion
  /// 16 bytes a block.
  private let index: ByteRegion
  private let inflaters: InflaterPool
  private let blockCache: RecordCache<Int, [UInt8]>
  private let recordCache: RecordCache<Int, Kept<Record>>

  /// A section that is not there has no records.
  ///
  /// - Parameter cacheSize: of the records and blocks that are kept, in bytes. Records outlive their blocks in the cache,
  ///   because those that are asked for again lie scattered.
  init(
    section: String, blocks: ByteRegion?, index: ByteRegion?, count: UInt64, inflaters: InflaterPool, cacheSize: Int
  ) throws(SnapshotError) {
    self.section = section
    self.blocks = blocks ?? ByteRegion([])
    self.index = index ?? ByteRegion([])
    self.inflaters = inflaters
    recordCache = RecordCache(capacity: cacheSize - cacheSize / 4)
    blockCache = RecordCache(capacity: cacheSize / 4)
    guard let count = Int(exactly: count), self.index.count % BlockEntry.size == 0,
      blocks != nil || count == 0, self.index.count > 0 || count == 0, count <= Int(UInt32.max)
    else { throw .layout(section: SectionName.blocks(of: section), offset: 0, "the index does not match the records") }
    self.count = count
  }

  /// The hits and misses of the record cache; a record that is not cached is read from its block.
  var cacheCounts: CacheCounts { recordCache.counts }

  var blockCount: Int { index.count / BlockEntry.size }

  public subscript(ordinal: Int) -> Record {
    get throws(SnapshotError) {
      if let kept = recordCache[ordinal] { return kept.record }
      let (record, size) = try read(ordinal)
      // The bytes of a record are about as many as its strings; the rest is what a table entry and a struct take.
      recordCache.insert(Kept(record), size: size + MemoryLayout<Record>.size + 96, for: ordinal)
      return record
    }
  }

  /// A record that is not kept, and its encoded size.
  func read(_ ordinal: Int) throws(SnapshotError) -> (Record, size: Int) {
    guard ordinal >= 0, ordinal < count else { throw .noRecord(section: section, ordinal: ordinal) }
    let block = try block(of: ordinal)
    let entry = try entry(block)
    return try record(ordinal, at: ordinal - Int(entry.firstOrdinal), in: try inflated(block, entry))
  }

  /// Calls `body` with every record in order; each block is inflated once.
  ///
  /// - Throws: `SnapshotError`, also if blocks miss a record or hold extra bytes.
  public func visit(_ body: (Int, Record) throws(SnapshotError) -> Void) throws(SnapshotError) {
    try visit(blocks: 0..<blockCount, body)
  }

  /// The records of blocks that follow each other, in order, as ``visit(_:)`` gives them.
  ///
  /// - Parameter blocks: within the blocks of the section.
  func visit(
    blocks: Range<Int>, _ body: (Int, Record) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    var next = blocks.lowerBound == 0 ? 0 : Int(try entry(blocks.lowerBound).firstOrdinal)
    for block in blocks {
      let entry = try entry(block)
      let end = block + 1 < blockCount ? Int(try self.entry(block + 1).firstOrdinal) : count
      guard Int(entry.firstOrdinal) == next, next < end, end <= count else {
        throw layoutError(block, "ordinals do not continue from block to block")
      }
      let bytes = try inflated(block, entry)
      var position = 0
      for ordinal in next..<end { try body(ordinal, try decode(ordinal, bytes, &position)) }
      guard position == bytes.count else { throw layoutError(block, "bytes follow the last record of the block") }
      next = end
    }
    guard blocks.upperBound < blockCount || next == count else {
      throw layoutError(blockCount, "records are missing")
    }
  }

  /// All records, for sections that are known to be small.
  public func all() throws(SnapshotError) -> [Record] {
    var records: [Record] = []
    try visit { (_, record) throws(SnapshotError) in records.append(record) }
    return records
  }

  /// The ordinal of the record whose key is `key`; nil when there is none.
  ///
  /// A binary search over the first records of the blocks, then a walk through one block.
  ///
  /// - Parameter keyOf: the key of a record; the section is ordered by the bytes of its keys.
  func ordinal(of key: String, by keyOf: (Record) -> String) throws(SnapshotError) -> Int? {
    guard count > 0 else { return nil }
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let first = try self[Int(try entry(middle).firstOrdinal)]
      if key.utf8.lexicographicallyPrecedes(keyOf(first).utf8) { high = middle } else { low = middle }
    }
    let entry = try entry(low)
    let end = low + 1 < blockCount ? Int(try self.entry(low + 1).firstOrdinal) : count
    guard Int(entry.firstOrdinal) <= end, end <= count else { throw layoutError(low, "ordinals go backwards") }
    let bytes = try inflated(low, entry)
    var position = 0
    for ordinal in Int(entry.firstOrdinal)..<end {
      if keyOf(try decode(ordinal, bytes, &position)).utf8.elementsEqual(key.utf8) { return ordinal }
    }
    return nil
  }

  // Blocks

  func entry(_ block: Int) throws(SnapshotError) -> BlockEntry {
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

  /// The block that holds a record, and its inflated size in bytes.
  func place(of ordinal: Int) throws(SnapshotError) -> (block: Int, size: Int) {
    guard ordinal >= 0, ordinal < count else { throw .noRecord(section: section, ordinal: ordinal) }
    let block = try block(of: ordinal)
    return (block, Int(try entry(block).inflatedLength))
  }

  private func inflated(_ block: Int, _ entry: BlockEntry) throws(SnapshotError) -> [UInt8] {
    if let bytes = blockCache[block] { return bytes }
    let start = Int(entry.offset)
    let end = block + 1 < blockCount ? Int(try self.entry(block + 1).offset) : blocks.count
    guard start <= end, let region = blocks.slice(start, end - start) else {
      throw layoutError(block, "the block is not inside its section")
    }
    guard RecordBlock.couldInflate(region.count, to: entry.inflatedLength) else {
      throw layoutError(block, "the inflated length is more than these bytes can hold")
    }
    let bytes = try inflaters.inflate(
      region.bytes, exactly: Int(entry.inflatedLength), section: section, offset: start)
    blockCache.insert(bytes, size: bytes.count, for: block)
    return bytes
  }

  /// A record and its encoded size.
  private func record(
    _ ordinal: Int, at place: Int, in bytes: [UInt8]
  ) throws(SnapshotError) -> (Record, size: Int) {
    var position = 0
    for _ in 0..<place {
      let length = try length(ordinal, bytes, &position)
      position += length
    }
    let start = position
    return (try decode(ordinal, bytes, &position), position - start)
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
      var record = try Record(protobuf: unsafe bytes.span.bytes.extracting(position..<position + length))
      record.restore()
      return record
    } catch {
      throw .record(section: section, ordinal: ordinal, error)
    }
  }

  private func layoutError(_ block: Int, _ reason: String) -> SnapshotError {
    .layout(section: SectionName.blocks(of: section), offset: block * BlockEntry.size, reason)
  }
}

/// A record in the cache: on the heap, because a table keeps free places too, and messages are large.
private final class Kept<Record: Sendable>: Sendable {
  let record: Record

  init(_ record: Record) { self.record = record }
}

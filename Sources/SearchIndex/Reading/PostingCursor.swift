internal import FileMapping

/// Walks the documents of a term, in order, a block at a time.
final class PostingCursor {
  /// The end of every list.
  static let end = UInt32.max

  private(set) var document: UInt32 = PostingCursor.end
  /// As the posting stores it: (occurrences − 1) << 1 | stands in the title.
  var value: UInt32 { values[place] }
  let documentFrequency: Int

  private let postings: SectionReader
  private let positions: SectionReader
  private let entry: TermEntry
  private let documentCount: Int
  private let blockCount: Int
  private var block = -1
  private var place = 0
  private var size = 0
  private var documents = [UInt32](repeating: 0, count: IndexFormat.documentsPerBlock)
  private var values = [UInt32](repeating: 0, count: IndexFormat.documentsPerBlock)
  /// Decoded only when positions are asked for: where each document of the block begins.
  private var positionStarts: [Int] = []

  init(_ entry: TermEntry, postings: SectionReader, positions: SectionReader, documentCount: Int) {
    self.entry = entry
    self.postings = postings
    self.positions = positions
    self.documentCount = documentCount
    documentFrequency = entry.documentFrequency
    blockCount = (entry.documentFrequency + IndexFormat.documentsPerBlock - 1) / IndexFormat.documentsPerBlock
  }

  /// Moves to the first document; called once, before anything else.
  func begin() throws(IndexError) {
    guard entry.documentFrequency >= 1, entry.documentFrequency <= documentCount,
      blockCount * IndexFormat.skipSize <= entry.postings.count
    else { throw postings.error(entry.postings.lowerBound, "a term has more documents than there are") }
    try load(block: 0)
  }

  /// Moves to the next document.
  func next() throws(IndexError) {
    guard document != Self.end else { return }
    place += 1
    if place < size {
      document = documents[place]
    } else if block + 1 < blockCount {
      try load(block: block + 1)
    } else {
      document = Self.end
    }
  }

  /// Moves to the first document that is not before `target`.
  func advance(to target: UInt32) throws(IndexError) {
    guard document < target else { return }
    var wanted = block
    while try lastDocument(wanted) < target {
      wanted += 1
      guard wanted < blockCount else {
        document = Self.end
        return
      }
    }
    if wanted != block { try load(block: wanted) }
    while place < size, documents[place] < target { place += 1 }
    guard place < size else { throw postings.error(skip(block), "a block ends before it says") }
    document = documents[place]
  }

  // Blocks, for searches that leave some out

  var blocks: Int { blockCount }

  /// What no document of the block exceeds: its greatest weight, 255 for any, and its least quantised length.
  func bounds(_ block: Int) throws(IndexError) -> (weight: UInt8, length: UInt8) {
    (try postings.byte(skip(block) + 12), try postings.byte(skip(block) + 13))
  }

  /// Gives each document of the block, and its value, to `body`.
  func visit(block: Int, _ body: (UInt32, UInt32) throws(IndexError) -> Void) throws(IndexError) {
    try load(block: block)
    for index in 0..<size { try body(documents[index], values[index]) }
  }

  private func skip(_ block: Int) -> Int { entry.postings.lowerBound + block * IndexFormat.skipSize }

  private func lastDocument(_ block: Int) throws(IndexError) -> UInt32 { try postings.uint32(skip(block)) }

  private func load(block: Int) throws(IndexError) {
    self.block = block
    positionStarts.removeAll(keepingCapacity: true)
    let blocksStart = skip(blockCount)
    let start = blocksStart + (block == 0 ? 0 : Int(try postings.uint32(skip(block - 1) + 4)))
    let end = blocksStart + Int(try postings.uint32(skip(block) + 4))
    guard start <= end, end <= entry.postings.upperBound else {
      throw postings.error(skip(block), "a block is out of bounds")
    }
    size = min(IndexFormat.documentsPerBlock, entry.documentFrequency - block * IndexFormat.documentsPerBlock)
    let bytes = try postings.slice(start, end - start)
    let valuesStart = try unpack(bytes, 0, start, into: &documents)
    _ = try unpack(bytes, valuesStart, start, into: &values)
    var previous = block == 0 ? -1 : Int64(try lastDocument(block - 1))
    for index in 0..<size {
      previous += Int64(documents[index]) + 1
      guard previous < Int64(documentCount) else { throw postings.error(start, "a document is not one of the corpus") }
      documents[index] = UInt32(truncatingIfNeeded: previous)
    }
    place = 0
    document = documents[0]
  }

  /// - Returns: where the numbers end.
  private func unpack(
    _ bytes: ByteRegion, _ offset: Int, _ start: Int, into output: inout [UInt32]
  ) throws(IndexError) -> Int {
    guard offset < bytes.count else { throw postings.error(start, "a block ends early") }
    // Sound: any byte is a UInt8, and the span checks the offset.
    let width = Int(unsafe bytes.bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self))
    let length = BitPacking.size(size, width: width)
    guard width <= 32, length <= bytes.count - offset - 1 else { throw postings.error(start, "a block ends early") }
    BitPacking.unpack(bytes.bytes, offset + 1, count: size, width: width, into: &output)
    return offset + 1 + length
  }

  /// The positions of the term in the current document, ascending.
  func readPositions(into output: inout [UInt32]) throws(IndexError) {
    output.removeAll(keepingCapacity: true)
    var offset = try positionStart()
    var position = 0
    for _ in 0...(value >> 1) {
      position += try positions.varint(&offset)
      guard offset <= entry.positions.upperBound, position < 1 << 30 else {
        throw positions.error(offset, "a position is out of bounds")
      }
      output.append(UInt32(truncatingIfNeeded: position))
    }
  }

  private func positionStart() throws(IndexError) -> Int {
    if positionStarts.isEmpty {
      let first = block == 0 ? 0 : Int(try postings.uint32(skip(block - 1) + 8))
      positionStarts.append(entry.positions.lowerBound + first)
    }
    while positionStarts.count <= place {
      var offset = positionStarts[positionStarts.count - 1]
      for _ in 0...(values[positionStarts.count - 1] >> 1) {
        _ = try positions.varint(&offset)
        guard offset <= entry.positions.upperBound else { throw positions.error(offset, "a position is out of bounds") }
      }
      positionStarts.append(offset)
    }
    return positionStarts[place]
  }
}

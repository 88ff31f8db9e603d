internal import EntenteFileMapping

/// Walks the documents of a term, in order, a block at a time.
final class PostingCursor {
  /// The end of every list.
  static let end = UInt32.max

  private(set) var document: UInt32 = PostingCursor.end
  /// How many documents it has.
  let count: Int
  /// The decoded block in which the current document stands.
  let block: PostingBlock
  /// Its number; -1 before the first.
  private(set) var blockNumber = -1
  let blockCount: Int
  /// No document before this block is asked for any more.
  private var passed = 0
  /// The current document's place in the block.
  private(set) var place = 0

  private let postings: SectionReader
  private let list: Range<Int>
  private let documentLimit: UInt32

  init(_ entry: TermEntry, _ index: IndexReader) {
    postings = index.postings
    block = PostingBlock(index.postings)
    list = entry.postings
    documentLimit = UInt32(clamping: index.documentCount)
    count = entry.postingCount
    blockCount =
      entry.postingCount / IndexFormat.documentsPerBlock
      + (entry.postingCount % IndexFormat.documentsPerBlock == 0 ? 0 : 1)
  }

  /// Checks the list; called once, before anything else.
  func begin() throws(IndexError) {
    guard count >= 1, count <= documentLimit,
      list.upperBound <= postings.region.count - IndexFormat.slack, blocksStart <= list.upperBound
    else { throw postings.error(list.lowerBound, "a term lists more documents than the corpus has") }
  }

  private var isSingle: Bool { blockCount == 1 }
  private var blocksStart: Int { isSingle ? list.lowerBound + 1 : skip(blockCount) }
  private func skip(_ block: Int) -> Int { list.lowerBound + block * IndexFormat.skipSize }

  // Blocks, for searches that work through them

  /// What no impact of the block exceeds.
  @inline(__always)
  func impactBound(_ number: Int) throws(IndexError) -> UInt32 { ImpactBound.decode(try impactByte(number)) }

  /// The same as it is written.
  @inline(__always)
  func impactByte(_ number: Int) throws(IndexError) -> UInt8 {
    try postings.byte(isSingle ? list.lowerBound : skip(number) + 12)
  }

  /// The last document of a block; for a list of one block, the last that any could be.
  @inline(__always)
  func lastDocument(_ number: Int) throws(IndexError) -> UInt32 {
    isSingle ? documentLimit - 1 : min(try postings.uint32(skip(number)), documentLimit - 1)
  }

  /// The first block from `number` on whose last document is not before `target`; nil after the last one.
  func block(from number: Int, holding target: UInt32) throws(IndexError) -> Int? {
    var number = number
    while number < blockCount {
      if try lastDocument(number) >= target { return number }
      number += 1
    }
    return nil
  }

  /// What no impact of the documents of `range` exceeds, which begins where the cursor stands or later.
  func impactBound(within range: Range<UInt32>) throws(IndexError) -> UInt32 {
    var greatest: UInt32 = 0
    var next = try block(from: frontier, holding: range.lowerBound)
    while let number = next {
      greatest = max(greatest, try impactBound(number))
      let isLast = try lastDocument(number) >= range.upperBound - 1 || number + 1 == blockCount
      next = isLast ? nil : number + 1
    }
    return greatest
  }

  /// The first block that may be asked for.
  var frontier: Int { max(blockNumber, passed) }

  /// Promises that no block before this one is asked for any more.
  func pass(to number: Int) { passed = number }

  /// A block that is not worth decoding.
  func encodedBlock(_ number: Int) throws(IndexError) -> EncodedBlock {
    let (range, count, base) = try extent(of: number)
    return try EncodedBlock(postings, range, count: count, base: base)
  }

  /// Decodes a block, and moves to its first document.
  func load(_ number: Int) throws(IndexError) {
    let (range, count, base) = try extent(of: number)
    try block.read(range, count: count, base: base, limit: documentLimit)
    blockNumber = number
    place = 0
    document = block.document(0)
  }

  /// Where a block is, how many documents it has, and the least that it may hold.
  private func extent(of number: Int) throws(IndexError) -> (range: Range<Int>, count: Int, base: UInt32) {
    var start = blocksStart
    var end = list.upperBound
    var base: UInt32 = 0
    if !isSingle {
      if number > 0 {
        start += Int(try postings.uint32(skip(number - 1) + 4))
        base = try lastDocument(number - 1) &+ 1
      }
      end = blocksStart + Int(try postings.uint32(skip(number) + 4))
    }
    guard start <= end, end <= list.upperBound else {
      throw postings.error(skip(number), "a block is out of bounds")
    }
    let rest = self.count - number * IndexFormat.documentsPerBlock
    return (start..<end, min(IndexFormat.documentsPerBlock, rest), base)
  }

  /// Decodes the frequencies of the current block.
  func readFrequencies() throws(IndexError) { try block.readFrequencies() }

  // Documents

  /// Moves to the next document.
  func next() throws(IndexError) {
    place += 1
    if place < block.count {
      document = block.document(place)
    } else if blockNumber + 1 < blockCount {
      try load(blockNumber + 1)
    } else {
      document = Self.end
    }
  }

  /// Moves to the first document that is not before `target`.
  func advance(to target: UInt32) throws(IndexError) {
    guard blockNumber < 0 || document < target else { return }
    guard let wanted = try block(from: frontier, holding: target) else {
      document = Self.end
      return
    }
    if wanted != blockNumber { try load(wanted) }
    while place < block.count, block.document(place) < target { place += 1 }
    if place < block.count {
      document = block.document(place)
    } else if wanted + 1 < blockCount {
      // A skip that was forged, or the last block of all.
      try load(wanted + 1)
      guard document >= target else { throw postings.error(skip(wanted), "a block ends before its last document") }
    } else {
      document = Self.end
    }
  }

  /// Moves within the current block.
  func move(to place: Int) {
    self.place = place
    document = block.document(place)
  }

  /// Occurrences in the current document, with the title's share.
  func weight() throws(IndexError) -> UInt32 {
    try readFrequencies()
    return block.weight(place)
  }

  /// Occurrences in the current document.
  func frequency() throws(IndexError) -> UInt32 {
    try readFrequencies()
    return block.frequency(place)
  }

  /// Where the positions of the current block's documents begin, in bytes from the term's first.
  func positionsStart() throws(IndexError) -> Int {
    isSingle || blockNumber == 0 ? 0 : Int(try postings.uint32(skip(blockNumber - 1) + 8))
  }
}

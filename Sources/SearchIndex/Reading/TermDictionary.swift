internal import EntenteFileMapping

/// The dictionary entry of a term: how many documents contain it, and where its postings are.
public struct TermEntry: Hashable, Sendable {
  public let term: [UInt8]
  /// In the whole corpus.
  public let documentFrequency: Int
  /// The number of postings: in a shard, fewer documents than those of the corpus, perhaps none.
  let postingCount: Int
  let postings: Range<Int>
  let positions: Range<Int>
}

/// The terms in byte order.
struct TermDictionary: Sendable {
  let count: Int
  private let terms: SectionReader
  private let blocks: SectionReader
  /// In the corpus of a shard, by term.
  private let frequencies: SectionReader?

  init(
    count: Int, terms: SectionReader, blocks: SectionReader, frequencies: SectionReader?
  ) throws(IndexError) {
    self.count = count
    self.terms = terms
    self.blocks = blocks
    self.frequencies = frequencies
    if let frequencies, frequencies.region.count != count * IndexFormat.frequencySize {
      throw frequencies.error(0, "its length does not match \(count) terms")
    }
    let blockCount = (count + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
    guard blocks.region.count == blockCount * IndexFormat.termBlockSize else {
      throw blocks.error(0, "its length does not match \(count) terms")
    }
  }

  private var blockCount: Int { blocks.region.count / IndexFormat.termBlockSize }

  subscript(term: [UInt8]) -> TermEntry? {
    get throws(IndexError) {
      guard blockCount > 0 else { return nil }
      let number = try block(holding: term)
      var block = try self.block(number)
      // How much of the term begins the entry that was read last, which is before the term.
      var known = 0
      for index in 0..<entryCount(number) {
        let entry = try next(in: &block)
        // An entry that shares more differs where the last one did.
        if entry.shared > known { continue }
        if entry.shared < known { return nil }
        let (common, order) = compare(entry.rest, with: term, from: known)
        if order == 0 { return try self.entry(entry, of: term, number * IndexFormat.termsPerBlock + index) }
        if order > 0 { return nil }
        known = common
      }
      return nil
    }
  }

  /// Gives the terms from `start` on to `body`, in order, until it returns false.
  func visit(from start: [UInt8], _ body: (TermEntry) -> Bool) throws(IndexError) {
    guard blockCount > 0 else { return }
    for number in try block(holding: start)..<blockCount {
      var block = try self.block(number)
      var term: [UInt8] = []
      for index in 0..<entryCount(number) {
        let entry = try next(in: &block)
        guard entry.shared <= term.count else {
          throw terms.error(block.offset, "a term shares more bytes than the previous one has")
        }
        term.removeSubrange(entry.shared...)
        // Sound: the bytes are there.
        for offset in entry.rest { term.append(unsafe terms.region.uncheckedByte(offset)) }
        if term.lexicographicallyPrecedes(start) { continue }
        if !body(try self.entry(entry, of: term, number * IndexFormat.termsPerBlock + index)) { return }
      }
    }
  }

  /// The last block whose first term is not after `term`; the first block if there is none.
  private func block(holding term: [UInt8]) throws(IndexError) -> Int {
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      var offset = Int(try blocks.uint32(middle * IndexFormat.termBlockSize))
      _ = try terms.varint(&offset)
      let first = try bytes(&offset)
      if compare(first, with: term, from: 0).order > 0 { high = middle } else { low = middle }
    }
    return low
  }

  private func entryCount(_ block: Int) -> Int {
    min(IndexFormat.termsPerBlock, count - block * IndexFormat.termsPerBlock)
  }

  /// Where the reading of a block stands.
  private struct Block {
    var offset: Int
    var postings: Int
    var positions: Int
  }

  private struct Entry {
    /// How many bytes the term has in common with the one before, and where the rest of them are.
    let shared: Int
    let rest: Range<Int>
    let postingCount: Int
    let postings: Range<Int>
    let positions: Range<Int>
  }

  /// - Parameter number: of the term.
  private func entry(_ entry: Entry, of term: [UInt8], _ number: Int) throws(IndexError) -> TermEntry {
    var documentFrequency = entry.postingCount
    if let frequencies {
      documentFrequency = Int(try frequencies.uint32(number * IndexFormat.frequencySize))
      guard documentFrequency >= entry.postingCount else {
        throw frequencies.error(number * IndexFormat.frequencySize, "a shard has more postings than its corpus")
      }
    }
    return TermEntry(
      term: term, documentFrequency: documentFrequency, postingCount: entry.postingCount, postings: entry.postings,
      positions: entry.positions)
  }

  private func block(_ number: Int) throws(IndexError) -> Block {
    let place = number * IndexFormat.termBlockSize
    let block = Block(
      offset: Int(try blocks.uint32(place)), postings: Int(truncatingIfNeeded: try blocks.uint64(place + 4)),
      positions: Int(truncatingIfNeeded: try blocks.uint64(place + 12)))
    guard block.postings >= 0, block.positions >= 0 else { throw blocks.error(place, "its postings are out of bounds") }
    return block
  }

  private func next(in block: inout Block) throws(IndexError) -> Entry {
    let shared = try terms.varint(&block.offset)
    let rest = try bytes(&block.offset)
    let postingCount = try terms.varint(&block.offset)
    let (postings, overflow) = block.postings.addingReportingOverflow(try terms.varint(&block.offset))
    let (positions, positionsOverflow) = block.positions.addingReportingOverflow(try terms.varint(&block.offset))
    guard !overflow, !positionsOverflow else { throw terms.error(block.offset, "a term's postings are out of bounds") }
    defer { (block.postings, block.positions) = (postings, positions) }
    return Entry(
      shared: shared, rest: rest, postingCount: postingCount, postings: block.postings..<postings,
      positions: block.positions..<positions)
  }

  /// Moves past bytes that follow their count, and returns where they are.
  private func bytes(_ offset: inout Int) throws(IndexError) -> Range<Int> {
    let length = try terms.varint(&offset)
    guard length <= IndexFormat.maximumTermLength, offset <= terms.region.count - length else {
      throw terms.error(offset, "a term is too long")
    }
    defer { offset += length }
    return offset..<offset + length
  }

  /// Compares the bytes at `rest` with those of a term from a place on.
  ///
  /// - Returns: where they begin to differ in the term, and an order above 0 where those at `rest` come after.
  private func compare(_ rest: Range<Int>, with term: [UInt8], from start: Int) -> (common: Int, order: Int) {
    var common = start
    for offset in rest {
      guard common < term.count else { return (common, 1) }
      // Sound: the bytes are there.
      let byte = unsafe terms.region.uncheckedByte(offset)
      if byte != term[common] { return (common, byte > term[common] ? 1 : -1) }
      common += 1
    }
    return (common, common == term.count ? 0 : -1)
  }
}

internal import FileMapping

/// A term of the index: how many documents hold it, and where its postings are.
public struct TermEntry: Hashable, Sendable {
  public let term: [UInt8]
  public let documentFrequency: Int
  let postings: Range<Int>
  let positions: Range<Int>
}

/// The terms in the order of their bytes.
struct TermDictionary: Sendable {
  let count: Int
  private let terms: SectionReader
  private let blocks: SectionReader

  init(count: Int, terms: SectionReader, blocks: SectionReader) throws(IndexError) {
    self.count = count
    self.terms = terms
    self.blocks = blocks
    let blockCount = (count + IndexFormat.termsPerBlock - 1) / IndexFormat.termsPerBlock
    guard blocks.region.count == blockCount * IndexFormat.termBlockSize else {
      throw blocks.error(0, "it does not fit \(count) terms")
    }
  }

  private var blockCount: Int { blocks.region.count / IndexFormat.termBlockSize }

  subscript(term: [UInt8]) -> TermEntry? {
    get throws(IndexError) {
      var found: TermEntry?
      try visit(from: term) { entry in
        if entry.term == term { found = entry }
        return false
      }
      return found
    }
  }

  /// Gives the terms from `start` on to `body`, in order, until it returns false.
  func visit(from start: [UInt8], _ body: (TermEntry) -> Bool) throws(IndexError) {
    guard blockCount > 0 else { return }
    var low = 0
    var high = blockCount
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if start.lexicographicallyPrecedes(try firstTerm(middle)) { high = middle } else { low = middle }
    }
    for block in low..<blockCount {
      let isDone = try visit(block: block) { entry in
        entry.term.lexicographicallyPrecedes(start) ? true : body(entry)
      }
      if isDone { return }
    }
  }

  private func firstTerm(_ block: Int) throws(IndexError) -> [UInt8] {
    var offset = Int(try blocks.uint32(block * IndexFormat.termBlockSize))
    _ = try terms.varint(&offset)
    let length = try terms.varint(&offset)
    return try suffix(offset, length)
  }

  private func suffix(_ offset: Int, _ length: Int) throws(IndexError) -> [UInt8] {
    guard length <= IndexFormat.maximumTermLength else { throw terms.error(offset, "a term is too long") }
    let region = try terms.slice(offset, length)
    return unsafe region.bytes.withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// - Returns: true when `body` returned false.
  private func visit(block: Int, _ body: (TermEntry) -> Bool) throws(IndexError) -> Bool {
    let place = block * IndexFormat.termBlockSize
    var offset = Int(try blocks.uint32(place))
    var postings = Int(truncatingIfNeeded: try blocks.uint64(place + 4))
    var positions = Int(truncatingIfNeeded: try blocks.uint64(place + 12))
    var term: [UInt8] = []
    for _ in 0..<min(IndexFormat.termsPerBlock, count - block * IndexFormat.termsPerBlock) {
      let shared = try terms.varint(&offset)
      let length = try terms.varint(&offset)
      guard shared <= term.count else { throw terms.error(offset, "a term shares more than there is") }
      term.removeSubrange(shared...)
      term += try suffix(offset, length)
      offset += length
      let frequency = try terms.varint(&offset)
      let postingsLength = try terms.varint(&offset)
      let positionsLength = try terms.varint(&offset)
      let (postingsEnd, overflow) = postings.addingReportingOverflow(postingsLength)
      let (positionsEnd, positionsOverflow) = positions.addingReportingOverflow(positionsLength)
      guard postings >= 0, positions >= 0, !overflow, !positionsOverflow else {
        throw terms.error(offset, "a term's postings are out of bounds")
      }
      let entry = TermEntry(
        term: term, documentFrequency: frequency, postings: postings..<postingsEnd, positions: positions..<positionsEnd)
      if !body(entry) { return true }
      (postings, positions) = (postingsEnd, positionsEnd)
    }
    return false
  }
}

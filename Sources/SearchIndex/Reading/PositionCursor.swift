internal import EntenteFileMapping

/// Finds and decodes the positions of a term in the document at which its postings stand. The layout is that of
/// PositionBlockWriter.swift.
@safe final class PositionCursor {
  let postings: PostingCursor
  private let section: SectionReader
  private let lengths: ByteRegion
  /// The range of the term's positions in the section.
  private let range: Range<Int>
  private let shapes = PositionShapes.shared
  /// The block of postings whose positions are located.
  private var located = -1
  /// Where the positions of each document of it begin, in bits of the section; one more for the end.
  private let starts: UnsafeMutablePointer<Int>
  /// The positions that were read last, ascending, with room for the most that a document can have.
  private var capacity = 64
  private var output: UnsafeMutablePointer<UInt32>

  init(_ postings: PostingCursor, _ entry: TermEntry, _ index: IndexReader) throws(IndexError) {
    self.postings = postings
    section = index.positions
    lengths = index.lengths.region
    range = entry.positions
    guard range.upperBound <= section.region.count - IndexFormat.slack else {
      throw section.error(range.lowerBound, "a term's positions are out of bounds")
    }
    // Not before the last error is thrown, or the memory would leak.
    unsafe output = .allocate(capacity: capacity)
    unsafe starts = .allocate(capacity: IndexFormat.documentsPerBlock + 1)
    unsafe starts.initialize(repeating: 0, count: IndexFormat.documentsPerBlock + 1)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe output.deallocate()
  }

  /// Finds where the positions of each document of the current block begin.
  @inline(__always)
  func locate() throws(IndexError) {
    if located != postings.blockNumber { try locateBlock() }
  }

  @inline(never)
  private func locateBlock() throws(IndexError) {
    try postings.readFrequencies()
    let offset = try postings.positionsStart()
    guard offset <= range.count else { throw section.error(range.lowerBound, "a block's positions are out of bounds") }
    let block = postings.block
    let (documents, frequencies, starts) = unsafe (block.documents, block.frequencies, starts)
    var bit = (range.lowerBound + offset) * 8
    for index in 0..<block.count {
      unsafe starts[index] = bit
      // Sound: a block has at most as many documents as there is room for, all of them of the corpus.
      let length = unsafe lengths.uncheckedByte(Int(documents[index]))
      bit &+= unsafe shapes.size(count: frequencies[index], length: length)
    }
    unsafe starts[block.count] = bit
    guard bit <= range.upperBound * 8 else { throw section.error(range.lowerBound, "positions are out of bounds") }
    located = postings.blockNumber
  }

  /// The position in the document at `place` of the block, which is located and says that it has but one.
  @inline(__always)
  func single(_ place: Int) -> UInt32 {
    let place = place & (IndexFormat.documentsPerBlock - 1)
    // Sound: so many documents and one more were located.
    let (first, end) = unsafe (starts[place], starts[place &+ 1])
    return UInt32(truncatingIfNeeded: load(first) & (1 &<< UInt64(truncatingIfNeeded: end &- first) &- 1))
  }

  /// Decodes the positions in the current document, ascending; its block is located.
  ///
  /// - Returns: how many there are, and where they are until the next call.
  func read() throws(IndexError) -> (count: Int, positions: UnsafeMutablePointer<UInt32>) {
    let place = postings.place & (IndexFormat.documentsPerBlock - 1)
    let count = Int(postings.block.frequency(place))
    // Sound: so many documents and one more were located.
    let (first, end) = unsafe (starts[place], starts[place + 1])
    // Each takes a bit at least where there are several, so this many fit into memory.
    guard count <= max(end - first, 1) else { throw section.error(range.lowerBound, "positions are out of bounds") }
    let output = unsafe room(for: count)
    if count == 1 {
      unsafe output[0] = single(place)
      return unsafe (1, output)
    }
    let length = unsafe lengths.uncheckedByte(Int(postings.block.document(place)))
    let lowBits = PositionShape(count: count, below: QuantisedLength.positionBound(length)).lowBits
    let mask = UInt64(1) << UInt64(lowBits) &- 1
    let high = first + count * lowBits
    var bit = high
    var found = 0
    while bit < end {
      var word = load(bit)
      // Of a load, 56 bits are whole.
      word &= (1 &<< UInt64(min(56, end &- bit))) &- 1
      while word != 0 {
        guard found < count else { throw section.error(range.lowerBound, "there are too many positions") }
        let rest = UInt64(bit &- high &+ word.trailingZeroBitCount &- found) &<< UInt64(lowBits)
        let low = load(first &+ found &* lowBits) & mask
        unsafe output[found] = UInt32(truncatingIfNeeded: rest | low)
        found &+= 1
        word &= word &- 1
      }
      bit &+= 56
    }
    guard found == count else { throw section.error(range.lowerBound, "there are too few positions") }
    return unsafe (count, output)
  }

  private func room(for count: Int) -> UnsafeMutablePointer<UInt32> {
    if count > capacity {
      unsafe output.deallocate()
      unsafe output = .allocate(capacity: count)
      capacity = count
    }
    return unsafe output
  }

  /// At least 56 bits from a place on.
  @inline(__always)
  private func load(_ bit: Int) -> UInt64 {
    // Sound: a located bit is before the slack, or the first of it.
    unsafe section.region.uncheckedWord(bit &>> 3) &>> UInt64(bit & 7)
  }
}

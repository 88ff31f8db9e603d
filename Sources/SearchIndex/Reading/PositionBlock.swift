internal import FileMapping

/// Finds and decodes the positions of a term in the documents of a block. The layout is that of
/// PositionBlockWriter.swift.
@safe final class PositionBlock {
  private let section: SectionReader
  /// The positions of all the term's documents, and the slack.
  private let region: ByteRegion
  private let start: Int
  private let shapes = PositionShapes.shared
  /// Where those of each document begin, in bits from the region's start; one more for the end.
  private let starts: UnsafeMutablePointer<Int>

  /// - Parameter range: of the term's positions.
  init(_ section: SectionReader, _ range: Range<Int>) throws(IndexError) {
    self.section = section
    start = range.lowerBound
    let (length, overflow) = range.count.addingReportingOverflow(IndexFormat.slack)
    guard !overflow else { throw section.error(range.lowerBound, "a term's positions are out of bounds") }
    region = try section.slice(range.lowerBound, length)
    unsafe starts = .allocate(capacity: IndexFormat.documentsPerBlock + 1)
    unsafe starts.initialize(repeating: 0, count: IndexFormat.documentsPerBlock + 1)
  }

  deinit { unsafe starts.deallocate() }

  /// Finds where the positions of each document of `block` begin.
  ///
  /// - Parameters:
  ///   - block: with its frequencies.
  ///   - offset: of the block's positions from the term's first, in bytes.
  func locate(_ block: PostingBlock, at offset: Int, _ lengths: ByteRegion) throws(IndexError) {
    let end = (region.count - IndexFormat.slack) * 8
    guard offset <= region.count else { throw section.error(start, "a block's positions are out of bounds") }
    let (documents, frequencies, shapes) = unsafe (block.documents, block.frequencies, shapes)
    var bit = offset * 8
    for index in 0..<block.count {
      unsafe starts[index] = bit
      // Sound: a block has at most as many documents as there is room for, all of them of the corpus.
      let length = unsafe lengths.uncheckedByte(Int(documents[index]))
      bit &+= unsafe shapes.size(count: frequencies[index], length: length)
    }
    unsafe starts[block.count] = bit
    guard bit <= end else { throw section.error(start, "positions are out of bounds") }
  }

  /// The position in the document at `index` of the located block, where it has but one.
  @inline(__always)
  func readSingle(_ index: Int) -> UInt32 {
    // Sound: so many documents and one more were located.
    let first = unsafe starts[index & (IndexFormat.documentsPerBlock - 1)]
    let width = unsafe starts[index & (IndexFormat.documentsPerBlock - 1) &+ 1] &- first
    return UInt32(truncatingIfNeeded: load(first) & (1 &<< UInt64(width) &- 1))
  }

  /// Decodes the positions in the document at `index` of the located block.
  ///
  /// - Parameters:
  ///   - count: how many there are: the document's frequency, at least 2.
  ///   - length: the document's, quantised.
  ///   - output: has the positions in its first `count` places afterwards.
  func read(_ index: Int, count: Int, length: UInt8, into output: inout [UInt32]) throws(IndexError) {
    let index = index & (IndexFormat.documentsPerBlock - 1)
    // Sound: so many documents and one more were located.
    let (first, end) = unsafe (starts[index], starts[index + 1])
    let shape = PositionShape(count: count, below: QuantisedLength.positionBound(length))
    // Each takes a bit at least, so this many fit into memory.
    guard count <= end - first, shape.size == end - first else {
      throw section.error(start, "positions are out of bounds")
    }
    if output.count < count { output += [UInt32](repeating: 0, count: count - output.count) }
    let mask = UInt64(1) << UInt64(shape.lowBits) &- 1
    let high = first + count * shape.lowBits
    var bit = high
    var found = 0
    while bit < end {
      var word = load(bit)
      // Of a load, 56 bits are whole.
      word &= (1 &<< UInt64(min(56, end &- bit))) &- 1
      while word != 0 {
        guard found < count else { throw section.error(start, "there are too many positions") }
        let rest = UInt64(bit &- high &+ word.trailingZeroBitCount &- found) &<< UInt64(shape.lowBits)
        let low = load(first &+ found &* shape.lowBits) & mask
        output[found] = UInt32(truncatingIfNeeded: rest | low)
        found &+= 1
        word &= word &- 1
      }
      bit &+= 56
    }
    guard found == count else { throw section.error(start, "there are too few positions") }
  }

  /// At least 56 bits from a place on.
  @inline(__always)
  private func load(_ bit: Int) -> UInt64 {
    // Sound: a located bit is before the slack, or the first of it.
    unsafe region.uncheckedWord(bit &>> 3) &>> UInt64(bit & 7)
  }
}

internal import EntenteFileMapping

/// The postings of a block, decoded: up to 128 documents, in order.
///
/// Every document is one of the corpus, whatever the bytes are: searches rely on it to read lengths unchecked.
@safe final class PostingBlock {
  private static let capacity = IndexFormat.documentsPerBlock

  private(set) var count = 0
  private(set) var hasFrequencies = false
  // Three arrays of `capacity` numbers. An index is cut to the capacity where it is used, so that none is out of bounds.
  private let storage: UnsafeMutablePointer<UInt32>
  private let section: SectionReader
  /// The block's bytes: whatever is decoded stands before their end, and the slack is behind it.
  private var range = 0..<0
  private var frequenciesStart = 0
  private var titleShape: UInt8 = 0
  private var weightsAreFrequencies = true

  /// - Parameter section: the postings, with their slack.
  init(_ section: SectionReader) {
    self.section = section
    unsafe storage = .allocate(capacity: 3 * Self.capacity)
    unsafe storage.initialize(repeating: 0, count: 3 * Self.capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// Sound while the block lives: `capacity` initialised numbers.
  @inline(__always)
  var documents: UnsafeMutablePointer<UInt32> { unsafe storage }
  /// Occurrences in each document; call `readFrequencies` before.
  @inline(__always)
  var frequencies: UnsafeMutablePointer<UInt32> { unsafe storage + Self.capacity }
  /// Occurrences with the title's share; call `readFrequencies` before.
  @inline(__always)
  var weights: UnsafeMutablePointer<UInt32> {
    unsafe weightsAreFrequencies ? storage + Self.capacity : storage + 2 * Self.capacity
  }

  @inline(__always)
  func document(_ index: Int) -> UInt32 { unsafe storage[index & (Self.capacity - 1)] }
  @inline(__always)
  func frequency(_ index: Int) -> UInt32 { unsafe frequencies[index & (Self.capacity - 1)] }
  @inline(__always)
  func weight(_ index: Int) -> UInt32 { unsafe weights[index & (Self.capacity - 1)] }

  /// Decodes the documents of a block.
  ///
  /// - Parameters:
  ///   - range: of the block, within the section and before its slack.
  ///   - base: the least document that it may hold.
  ///   - limit: what every document is below.
  /// - Throws: `IndexError` if a document is none of the corpus or out of order.
  func read(_ range: Range<Int>, count: Int, base: UInt32, limit: UInt32) throws(IndexError) {
    guard count > 0, count <= Self.capacity, range.count > 1, range.count <= IndexFormat.maximumBlockSize,
      range.upperBound <= section.region.count - IndexFormat.slack
    else { throw section.error(range.lowerBound, "a block is out of bounds") }
    self.range = range
    hasFrequencies = false
    let start = range.lowerBound + 1
    // Sound: the block has two bytes or more.
    let shape = unsafe section.region.uncheckedByte(range.lowerBound)
    titleShape = shape >> 5
    self.count = count
    let low = Int(shape & 31)
    let end: Int?
    if low == PostingBlockWriter.bitmap {
      end = readUnary(from: start, base, limit) { (_, bit) in bit }
    } else {
      let high = start + (count * low + 7) / 8
      guard high < range.upperBound else { throw section.error(range.lowerBound, "a block ends early") }
      let mask = UInt64(1) << UInt64(low) &- 1
      end = readUnary(from: high, base, limit) { (index, bit) in
        let place = index &* low
        // Sound: the bytes up to `high` are there, and 8 more.
        let word = unsafe section.region.uncheckedWord(start &+ place &>> 3) &>> UInt64(place & 7)
        return (bit &- index) &<< low | Int(truncatingIfNeeded: word & mask)
      }
    }
    guard let end else {
      throw section.error(range.lowerBound, "a document is missing, out of order or not in the corpus")
    }
    frequenciesStart = end
  }

  /// Gives each of the first `count` set bits to `value`; what that makes of it, from the base on, are the documents.
  ///
  /// - Returns: the byte after the last of them; nil if there are not as many, they do not rise, or reach the limit.
  @inline(__always)
  private func readUnary(
    from start: Int, _ base: UInt32, _ limit: UInt32, _ value: (Int, Int) -> Int
  ) -> Int? {
    let end = range.upperBound
    let documents = unsafe documents
    let count = count
    var offset = start
    var firstBit = 0
    var index = 0
    var previous = Int(base) &- 1
    // Stays negative while the documents rise.
    var order = -1
    while offset < end {
      // Sound: the slack is 8 bytes long.
      var word = unsafe section.region.uncheckedWord(offset)
      while word != 0 {
        let bit = firstBit &+ word.trailingZeroBitCount
        // A block is short, so this is far from overflowing.
        let document = Int(base) &+ value(index, bit)
        order &= previous &- document
        previous = document
        // Sound: `index` is below `count`, which is the capacity at the most.
        unsafe documents[index] = UInt32(truncatingIfNeeded: document)
        index &+= 1
        if index == count {
          return order < 0 && document < Int(limit) ? min(start &+ bit &>> 3 &+ 1, end) : nil
        }
        word &= word &- 1
      }
      offset &+= 8
      firstBit &+= 64
    }
    return nil
  }

  /// Decodes frequencies and titles, once.
  func readFrequencies() throws(IndexError) {
    guard !hasFrequencies else { return }
    guard readPackedFrequencies() else {
      throw section.error(range.lowerBound, "the frequencies of a block are out of bounds")
    }
    hasFrequencies = true
  }

  private func readPackedFrequencies() -> Bool {
    let end = range.upperBound
    var offset = frequenciesStart
    guard offset < end else { return false }
    let shape = unsafe section.region.uncheckedByte(offset)
    offset += 1
    if shape == PostingBlockWriter.unary {
      guard let next = readUnaryFrequencies(from: offset, to: end) else { return false }
      return readTitles(from: next, to: end)
    }
    let width = Int(shape & 31)
    let frequencies = unsafe frequencies
    guard offset + (count * width + 7) / 8 <= end else { return false }
    let mask = UInt64(1) << UInt64(width) &- 1
    if width == 0 {
      unsafe frequencies.update(repeating: 1, count: count)
    } else {
      for index in 0..<count {
        let place = index &* width
        // Sound: the packed numbers are there, and 8 bytes more.
        let word = unsafe section.region.uncheckedWord(offset &+ place &>> 3)
        unsafe frequencies[index] = UInt32(truncatingIfNeeded: word &>> UInt64(place & 7) & mask) &+ 1
      }
    }
    offset += (count * width + 7) / 8
    if shape & 0x80 != 0 {
      guard let next = readExceptions(from: offset, to: end, width: width) else { return false }
      offset = next
    }
    return readTitles(from: offset, to: end)
  }

  /// - Returns: the byte after the last of them.
  private func readUnaryFrequencies(from start: Int, to end: Int) -> Int? {
    let frequencies = unsafe frequencies
    let count = count
    var offset = start
    var firstBit = 0
    var previous = -1
    var index = 0
    while offset < end {
      // Sound: the slack is 8 bytes long.
      var word = unsafe section.region.uncheckedWord(offset)
      while word != 0 {
        let bit = firstBit &+ word.trailingZeroBitCount
        // Sound: `index` is below `count`, which is the capacity at the most.
        unsafe frequencies[index] = UInt32(truncatingIfNeeded: bit &- previous)
        previous = bit
        index &+= 1
        if index == count { return start &+ bit &>> 3 &+ 1 }
        word &= word &- 1
      }
      offset &+= 8
      firstBit &+= 64
    }
    return nil
  }

  private func readExceptions(from start: Int, to end: Int, width: Int) -> Int? {
    guard start < end else { return nil }
    var offset = start + 1
    for _ in 0..<(unsafe section.region.uncheckedByte(start)) {
      guard offset < end else { return nil }
      let index = Int(unsafe section.region.uncheckedByte(offset)) & (Self.capacity - 1)
      offset += 1
      var rest: UInt64 = 0
      var shift: UInt64 = 0
      var byte: UInt8 = 0x80
      while byte >= 0x80 {
        guard offset < end, shift < 35 else { return nil }
        byte = unsafe section.region.uncheckedByte(offset)
        rest |= UInt64(byte & 0x7F) &<< shift
        shift += 7
        offset += 1
      }
      let frequency = unsafe UInt64(frequencies[index]) &+ rest &<< UInt64(width)
      // Positions are below 2³⁰.
      guard frequency <= 1 << 30 else { return nil }
      unsafe frequencies[index] = UInt32(truncatingIfNeeded: frequency)
    }
    return offset
  }

  private func readTitles(from start: Int, to end: Int) -> Bool {
    weightsAreFrequencies = titleShape == 0
    guard titleShape != 0 else { return true }
    guard titleShape == 1 || start + (count + 7) / 8 <= end else { return false }
    let (frequencies, weights) = unsafe (frequencies, weights)
    for index in 0..<count {
      var share = BM25.titleWeight
      if titleShape != 1 {
        let byte = unsafe section.region.uncheckedByte(start &+ index &>> 3)
        share &*= UInt32(byte &>> UInt8(index & 7) & 1)
      }
      unsafe weights[index] = frequencies[index] &+ share
    }
    return true
  }
}

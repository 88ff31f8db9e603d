internal import EntenteFileMapping

/// A block of postings in which a few documents are looked up, without decoding it.
///
/// The grammar is that of PostingBlockWriter.swift: the high bits of a document say which run of set bits it is in, and how
/// many set bits stand before it is its place.
struct EncodedBlock {
  private let section: SectionReader
  /// The range of the block: every read starts before its end, and the section has slack bytes after it.
  private let range: Range<Int>
  private let count: Int
  private let base: UInt32
  private let low: Int
  private let titleShape: UInt8
  /// Where the bits stand that tell the documents.
  private let bits: Int
  /// Where the frequencies begin; found when first asked for.
  private var frequencies: Int?

  /// - Parameters: as for `PostingBlock.read`.
  init(_ section: SectionReader, _ range: Range<Int>, count: Int, base: UInt32) throws(IndexError) {
    guard count > 0, count <= IndexFormat.documentsPerBlock, range.count > 1,
      range.count <= IndexFormat.maximumBlockSize, range.upperBound <= section.region.count - IndexFormat.slack
    else { throw section.error(range.lowerBound, "a block is out of bounds") }
    self.section = section
    self.range = range
    self.count = count
    self.base = base
    // Sound: the block has two bytes or more.
    let shape = unsafe section.region.uncheckedByte(range.lowerBound)
    titleShape = shape >> 5
    low = Int(shape & 31)
    let packed = low == PostingBlockWriter.bitmap ? 0 : (count * low + 7) / 8
    bits = range.lowerBound + 1 + packed
    guard bits < range.upperBound else { throw section.error(range.lowerBound, "a block ends early") }
  }

  // MARK: Documents

  /// The place of a document; nil if the block does not hold it.
  func place(of document: UInt32) -> Int? {
    guard document >= base else { return nil }
    let distance = Int(document &- base)
    if low == PostingBlockWriter.bitmap { return placeInBitmap(distance) }
    let high = distance &>> low
    guard var bit = bitAfter(zeros: high) else { return nil }
    let wanted = UInt64(truncatingIfNeeded: distance) & mask
    // As many bits are set before it as there are bits less zeros.
    var place = bit &- high
    while place < count, isSet(bit) {
      let found = lowBits(place)
      if found >= wanted { return found == wanted ? place : nil }
      bit &+= 1
      place &+= 1
    }
    return nil
  }

  private var mask: UInt64 { 1 &<< UInt64(truncatingIfNeeded: low) &- 1 }

  private func placeInBitmap(_ bit: Int) -> Int? {
    guard isSet(bit) else { return nil }
    var place = 0
    var offset = bits
    for _ in 0..<bit >> 6 {
      place &+= word(offset).nonzeroBitCount
      offset &+= 8
    }
    place &+= (word(offset) & (1 &<< UInt64(bit & 63) &- 1)).nonzeroBitCount
    return place < count ? place : nil
  }

  private func isSet(_ bit: Int) -> Bool {
    let offset = bits &+ bit &>> 3
    // Sound: the offset is before the end.
    guard offset < range.upperBound else { return false }
    return unsafe section.region.uncheckedByte(offset) &>> UInt8(bit & 7) & 1 != 0
  }

  private func lowBits(_ place: Int) -> UInt64 {
    let bit = place &* low
    return word(range.lowerBound &+ 1 &+ bit &>> 3) &>> UInt64(bit & 7) & mask
  }

  /// The bit after a number of zeros.
  private func bitAfter(zeros: Int) -> Int? {
    if zeros == 0 { return 0 }
    var rest = zeros
    var offset = bits
    while offset < range.upperBound {
      let zeros = ~word(offset)
      let count = zeros.nonzeroBitCount
      if rest <= count { return (offset &- bits) &* 8 &+ zeros.place(ofBit: rest &- 1) &+ 1 }
      rest &-= count
      offset &+= 8
    }
    return nil
  }

  // MARK: Frequencies

  /// Occurrences in the document at a place, and the same with the title's share; nil where only decoding the block tells.
  mutating func frequency(at place: Int) -> (occurrences: UInt32, weight: UInt32)? {
    guard titleShape < 2, let start = frequenciesStart(), start < range.upperBound else { return nil }
    // Sound: the start is before the end.
    let shape = unsafe section.region.uncheckedByte(start)
    let occurrences: Int
    if shape == PostingBlockWriter.unary {
      guard let distance = distance(ofSetBit: place, from: start + 1) else { return nil }
      occurrences = distance
    } else {
      let width = Int(shape & 31)
      guard shape < 32, start + 1 + (count * width + 7) / 8 <= range.upperBound else { return nil }
      let bit = place * width
      let value = word(start + 1 + bit >> 3) >> UInt64(bit & 7) & (1 << UInt64(width) - 1)
      occurrences = Int(truncatingIfNeeded: value) + 1
    }
    return weighed(occurrences)
  }

  private func weighed(_ occurrences: Int) -> (occurrences: UInt32, weight: UInt32) {
    let number = UInt32(truncatingIfNeeded: occurrences)
    return (number, titleShape == 0 ? number : number &+ BM25.titleWeight)
  }

  private mutating func frequenciesStart() -> Int? {
    if let frequencies { return frequencies }
    guard let last = set(count - 1, from: bits) else { return nil }
    frequencies = bits + last >> 3 + 1
    return frequencies
  }

  /// The set bit that follows a number of other set bits, from a byte on.
  private func set(_ number: Int, from start: Int) -> Int? {
    var rest = number
    var offset = start
    while offset < range.upperBound {
      let word = word(offset)
      let count = word.nonzeroBitCount
      if rest < count { return (offset &- start) &* 8 &+ word.place(ofBit: rest) }
      rest &-= count
      offset &+= 8
    }
    return nil
  }

  /// How far the bit that is set after so many others is from the one before it, or from before the first bit.
  private func distance(ofSetBit number: Int, from start: Int) -> Int? {
    guard number > 0 else { return set(0, from: start).map { $0 + 1 } }
    guard let before = set(number - 1, from: start) else { return nil }
    // The next one stands near.
    var bit = before &+ 1
    while true {
      let offset = start &+ bit &>> 3
      guard offset < range.upperBound else { return nil }
      let rest = word(offset) &>> UInt64(bit & 7)
      if rest != 0 { return bit &+ rest.trailingZeroBitCount &- before }
      bit &+= 64 &- bit & 7
    }
  }

  /// Eight bytes; what lies behind the block is other bytes of the section, or the slack.
  @inline(__always)
  private func word(_ offset: Int) -> UInt64 {
    // Sound: no offset is past the end of the block by as much as the slack: it is checked, or that of a bit before the end.
    unsafe section.region.uncheckedWord(min(offset, range.upperBound))
  }
}

extension UInt64 {
  /// The place of the bit that is set after `number` others: S. Vigna, "Broadword Implementation of Rank/Select Queries" (2008).
  ///
  /// - Parameter number: below how many are set.
  fileprivate func place(ofBit number: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var sums = self &- ((self &>> 1) & 0x5555_5555_5555_5555)
    sums = (sums & 0x3333_3333_3333_3333) &+ ((sums &>> 2) & 0x3333_3333_3333_3333)
    // How many are set in each byte and those below it.
    sums = ((sums &+ (sums &>> 4)) & 0x0F0F_0F0F_0F0F_0F0F) &* ones
    // The highest bit of each byte whose sum is greater than the number.
    let greater = ((sums | ones &* 0x80) &- ones &* UInt64(truncatingIfNeeded: number &+ 1)) & (ones &* 0x80)
    let shift = greater.trailingZeroBitCount & 0x38
    let before = shift == 0 ? 0 : Int(truncatingIfNeeded: sums &>> UInt64(shift &- 8) & 0xFF)
    var byte = self &>> UInt64(shift) & 0xFF
    for _ in 0..<Swift.max(0, number &- before) { byte &= byte &- 1 }
    return shift &+ byte.trailingZeroBitCount
  }
}

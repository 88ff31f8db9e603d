internal import EntenteFileMapping

// varint := seven bits a byte, the lowest first, the high bit set on every byte but the last

/// Reads numbers one after the other from a part of a section.
struct SectionCursor: Sendable {
  private let bytes: SectionBytes
  /// The offset of the next byte in the section.
  private(set) var offset: Int
  /// The end of the part in the section.
  let end: Int

  /// - Parameter range: in the section; it was checked.
  init(_ bytes: SectionBytes, _ range: Range<Int>) {
    self.bytes = bytes
    offset = min(range.lowerBound, bytes.region.count)
    end = min(range.upperBound, bytes.region.count)
  }

  var isAtEnd: Bool { offset >= end }

  func error(_ reason: String) -> SnapshotError { bytes.error(offset, reason) }

  /// The next number, below 2 to the power of 35.
  @inline(__always)
  mutating func varint() throws(SnapshotError) -> Int {
    if offset < end {
      // Sound: the offset was checked in the line above.
      let byte = unsafe bytes.region.uncheckedByte(offset)
      if byte < 0x80 {
        offset &+= 1
        return Int(byte)
      }
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(SnapshotError) -> Int {
    var (value, shift) = (0, 0)
    while true {
      guard offset < end, shift < 35 else { throw error("a number ends early") }
      // Sound: the offset was checked in the line above.
      let byte = unsafe bytes.region.uncheckedByte(offset)
      value |= Int(byte & 0x7F) << shift
      shift += 7
      offset += 1
      if byte < 0x80 { return value }
    }
  }

  /// The next number, which is below `limit`.
  @inline(__always)
  mutating func varint(below limit: Int) throws(SnapshotError) -> Int {
    let value = try varint()
    guard value < limit else { throw error("a number is out of bounds") }
    return value
  }

  /// How many elements follow, each of which takes a byte at the least.
  mutating func count() throws(SnapshotError) -> Int {
    let count = try varint()
    guard count <= end - offset else { throw error("it is too short for its number of elements") }
    return count
  }

  /// A cursor over the next bytes, of which the length stands before them; this one continues behind them.
  mutating func part() throws(SnapshotError) -> SectionCursor {
    let length = try count()
    defer { offset += length }
    return SectionCursor(bytes, offset..<offset + length)
  }

  /// A cursor over the next `length` bytes; this one continues behind them.
  mutating func part(_ length: Int) throws(SnapshotError) -> SectionCursor {
    guard length >= 0, length <= end - offset else { throw error("a part is out of bounds") }
    defer { offset += length }
    return SectionCursor(bytes, offset..<offset + length)
  }

  /// The bytes up to the end.
  func rest() throws(SnapshotError) -> [UInt8] { try bytes.array(offset..<end) }
}

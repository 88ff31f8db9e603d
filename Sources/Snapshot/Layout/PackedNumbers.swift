internal import EntenteFileMapping

// packed := count u32 | least u32 | width u8 | (number - least)*, each in `width` bits | zeros up to a byte | 8 bytes of zero
//
// Integers are little-endian; packed ones fill bytes from the least significant bit. The width is that of the greatest
// difference, at most 32. The zeros at the end let a reader load eight bytes from any of them on.

/// Numbers of 32 bits in a section, by index, each in as many bits as the greatest of them needs.
struct PackedNumbers: Sendable {
  private static let headSize = 9
  private static let slack = 8

  let count: Int
  private let region: ByteRegion
  private let least: UInt32
  private let width: Int
  private let start: Int
  /// The end of the numbers in the section.
  let end: Int

  /// - Parameter offset: of the count.
  init(_ bytes: SectionBytes, at offset: Int) throws(SnapshotError) {
    region = bytes.region
    count = try bytes.number(offset)
    guard let least = region.uint32(offset + 4), offset + 8 < region.count else {
      throw bytes.error(offset, "it ends early")
    }
    self.least = least
    // Sound: checked in the line above.
    width = Int(unsafe region.uncheckedByte(offset + 8))
    guard width <= 32 else { throw bytes.error(offset + 8, "numbers are too wide") }
    start = offset + Self.headSize
    end = start + (count * width + 7) / 8 + Self.slack
    guard end <= region.count else { throw bytes.error(offset, "it ends early") }
  }

  /// - Parameters:
  ///   - expected: how many numbers there must be.
  ///   - what: they belong to, for the error.
  init(
    _ bytes: SectionBytes, at offset: Int, count expected: Int, of what: String
  ) throws(SnapshotError) {
    try self.init(bytes, at: offset)
    guard count == expected else { throw bytes.error(offset, "its length does not match \(expected) \(what)") }
  }

  /// The number at an index; 0 outside the count.
  @inline(__always)
  subscript(index: Int) -> UInt32 {
    guard index >= 0, index < count else { return 0 }
    let bit = index &* width
    // Sound: the size was checked, and 8 bytes follow the last number.
    let word = unsafe region.uncheckedWord(start &+ bit &>> 3)
    let difference = word &>> UInt64(truncatingIfNeeded: bit & 7) & (1 &<< UInt64(truncatingIfNeeded: width) &- 1)
    return least &+ UInt32(truncatingIfNeeded: difference)
  }

  /// The numbers as a section holds them.
  static func encode(_ numbers: some Collection<UInt32>) -> [UInt8] {
    let least = numbers.min() ?? 0
    let width = UInt32.bitWidth - ((numbers.max() ?? 0) - least).leadingZeroBitCount
    var bits = BitWriter()
    for number in numbers { bits.append(UInt64(number - least), width: width) }
    return littleEndian(UInt32(clamping: numbers.count)) + littleEndian(least) + [UInt8(width)] + bits.finish()
      + [UInt8](repeating: 0, count: slack)
  }
}

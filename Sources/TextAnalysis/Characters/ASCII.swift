/// Classes of single bytes.
@usableFromInline
package enum ASCII {
  @inlinable @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inlinable @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inlinable @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  @inlinable @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// How many of eight bytes, from the lowest on, are letters or digits, up to the first that is none.
  @inline(__always)
  static func wordPrefix(_ bytes: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = bytes & (ones &* 0x7F)
    let lower = low | (ones &* 0x20)
    // Each sum sets the highest bit of the bytes that are as great as some letter or digit, and carries nothing over.
    let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let others = ~((letters | digits) & ~bytes) & (ones &* 0x80)
    return others.trailingZeroBitCount &>> 3
  }

  /// How many of eight bytes, from the lowest on, are letters, up to the first that is none.
  @inlinable @inline(__always)
  package static func letterPrefix(_ bytes: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lower = bytes & (ones &* 0x7F) | (ones &* 0x20)
    // As in ``wordPrefix(_:)``.
    let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B)) & ~bytes
    return (~letters & (ones &* 0x80)).trailingZeroBitCount &>> 3
  }

  /// The lowest bytes of eight, all of their bits set.
  ///
  /// - Parameter count: 0 to 8.
  @inlinable @inline(__always)
  package static func mask(_ count: Int) -> UInt64 {
    count < 8 ? 1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1 : ~0
  }

  /// After 0xC3: U+00C0 to U+00FF but for × and ÷.
  @inline(__always)
  static func isLatinSupplementTail(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80 && byte != 0x97 && byte != 0xB7
  }
}

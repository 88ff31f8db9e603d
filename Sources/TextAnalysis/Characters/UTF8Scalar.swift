/// Reads UTF-8 one character at a time.
@usableFromInline
package enum UTF8Scalar {
  /// What an invalid byte is read as.
  package static let replacement: UInt32 = 0xFFFD

  /// The character at `offset`, which must be inside, and its length in bytes (1 to 4).
  ///
  /// A byte that begins no well-formed sequence reads as U+FFFD, by itself.
  @inlinable @inline(__always)
  package static func decode(_ bytes: borrowing Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    return decodeSequence(bytes, at: offset)
  }

  @usableFromInline
  static func decodeSequence(_ bytes: borrowing Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, length <= bytes.count &- offset else { return (replacement, 1) }
    var scalar = UInt32(first) & (0x7F &>> UInt32(truncatingIfNeeded: length))
    for step in 1..<length {
      let byte = bytes[offset &+ step]
      guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
      scalar = scalar &<< 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard scalar >= least, scalar < 0xD800 || scalar > 0xDFFF, scalar <= 0x10FFFF else { return (replacement, 1) }
    return (scalar, length)
  }
}

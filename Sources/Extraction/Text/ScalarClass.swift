/// What a scalar does in the cutting of text into tokens.
enum ScalarClass: Sendable {
  case space
  case lineBreak
  case letter
  case digit
  /// A combining diacritic: part of the word, folded away.
  case mark
  case apostrophe
  case hyphen
  case punctuation
  /// Not printed: soft hyphen, zero-width marks, byte order mark, controls.
  case ignorable

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0x30...0x39: self = .digit
    case 0x27, 0x2019, 0x2BC, 0xB4, 0x2018, 0x201B: self = .apostrophe
    case 0x2D, 0x2010, 0x2011: self = .hyphen
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0...0x1F, 0x7F, 0x80...0x9F, 0xFE00...0xFE0F:
      self = .ignorable
    case 0x300...0x36F: self = .mark
    case 0x21...0x7E, 0xA1...0xA9, 0xAB...0xB1, 0xB6...0xB8, 0xBB...0xBF, 0xD7, 0xF7: self = .punctuation
    case 0x2010...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFC, 0xFFFD,
      0x1F000...0x1FFFF:
      self = .punctuation
    default: self = .letter
    }
  }
}

/// UTF-8 read one scalar at a time; a byte that is not UTF-8 reads as U+FFFD.
enum UTF8Scalar {
  /// The scalar at `offset`, which must be inside, and its length in bytes (1…4).
  @inline(__always)
  static func decode(_ bytes: borrowing Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, first & 0x1F)
    case 0xE0...0xEF: (length, scalar) = (3, first & 0x0F)
    case 0xF0...0xF4: (length, scalar) = (4, first & 0x07)
    default: return (0xFFFD, 1)
    }
    guard length <= bytes.count &- offset else { return (0xFFFD, 1) }
    for index in 1..<length {
      let byte = UInt32(bytes[offset &+ index])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, length)
  }
}

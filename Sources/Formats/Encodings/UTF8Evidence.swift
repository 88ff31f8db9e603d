/// How much of a text is UTF-8.
struct UTF8Evidence {
  /// Characters of more than one byte.
  private var characters = 0
  /// Those of Latin letters and of three bytes or more: in text of another encoding hardly any two bytes look like them.
  private var tellingCharacters = 0
  /// Places where the bytes are no UTF-8: each becomes U+FFFD.
  private(set) var errors = 0
  private(set) var firstError: Int?

  init(_ bytes: RawSpan) {
    var position = 0
    while position < bytes.byteCount {
      if bytes.byte(position) < 0x80 {
        position += 1
        continue
      }
      let (length, isValid) = Self.sequence(bytes, position)
      if isValid {
        characters += 1
        if length > 2 || bytes.byte(position) <= 0xC5 { tellingCharacters += 1 }
      } else {
        errors += 1
        firstError = firstError ?? position
      }
      position += length
    }
  }

  /// A stray byte does not turn a text of UTF-8 into one of another encoding, in which its characters would be pairs such
  /// as Ã©.
  var isUTF8: Bool { tellingCharacters >= 2 * errors || characters >= 20 * errors }

  /// Text of another encoding, which holds next to no characters of UTF-8.
  var isOther: Bool { tellingCharacters * 50 <= errors }

  /// The longest beginning of a character at `start`, as Unicode recommends to replace it, and whether it is whole.
  private static func sequence(_ bytes: RawSpan, _ start: Int) -> (length: Int, isValid: Bool) {
    let lead = bytes.byte(start)
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return (1, false)
    }
    for offset in 1..<count {
      let isIn =
        start + offset < bytes.byteCount && (offset == 1 ? second : 0x80...0xBF).contains(bytes.byte(start + offset))
      if !isIn { return (offset, false) }
    }
    return (count, true)
  }
}

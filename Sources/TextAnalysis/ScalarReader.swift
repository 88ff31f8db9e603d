/// How a byte or a character takes part in words.
enum CharacterClass: UInt8 {
  case separator
  /// Letters, digits, marks: what words are made of.
  case word
  /// Han and kana: each stands for a word.
  case ideograph
  case apostrophe
  case hyphen
}

/// Reads one character of UTF-8 at a time. Bytes that are no UTF-8 are separators, one by one.
enum ScalarReader {
  /// The character at `index`, and its length in bytes, 1 at the least.
  static func scalar(_ text: Span<UInt8>, _ index: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let lead = text[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, length <= text.count - index else { return (nil, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for step in 1..<length {
      let byte = text[index + step]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }

  static func characterClass(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .word
    case 0x27, 0x2019, 0x2BC, 0xFF07: return .apostrophe
    case 0x2D, 0x2010, 0x2011: return .hyphen
    case 0..<0xAA: return .separator
    case 0xD7, 0xF7, 0x2B9...0x2DF: return .separator
    case 0xAD, 0xC0...0x24F, 0x300...0x36F, 0x200C, 0x200D, 0x2060: return .word
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      return .ideograph
    case 0x2000...0x206F: return .separator
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
        return .word
      default: return .separator
      }
    }
  }
}

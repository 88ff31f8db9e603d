/// The role of a character when text is split into words.
@usableFromInline
package enum ScalarClass: UInt8, Sendable {
  /// White space, and controls that are not printed.
  case space
  case lineBreak
  /// A letter, or a digit beyond 0 to 9.
  case letter
  /// Han and kana: each stands for a word in search.
  case ideograph
  /// 0 to 9.
  case digit
  /// A combining diacritic: part of the word, folded away.
  case mark
  case apostrophe
  case hyphen
  case punctuation
  /// A soft hyphen, a zero-width mark, a byte order mark: part of the word, folded away.
  case ignorable

  /// - Parameter scalar: a Unicode scalar; anything else counts as punctuation.
  package init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
    case 0...0x20, 0x7F...0x9F, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x27, 0x2019, 0x2BC, 0xB4, 0x2018, 0x201B, 0xFF07: self = .apostrophe
    case 0x2D, 0x2010, 0x2011: self = .hyphen
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: self = .ignorable
    case 0x300...0x36F: self = .mark
    case 0..<0xAA, 0xD7, 0xF7, 0x2B9...0x2DF, 0x2000...0x20CF: self = .punctuation
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      self = .ideograph
    case 0xC0...0x24F: self = .letter
    default: self = Self.byCategory(scalar)
    }
  }

  private static func byCategory(_ scalar: UInt32) -> ScalarClass {
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      .letter
    default: .punctuation
    }
  }

  /// Whether the character continues a word.
  package var isInWord: Bool {
    switch self {
    case .letter, .digit, .mark, .ignorable: true
    default: false
    }
  }
}

/// Case and diacritics taken off the letters of the Latin script: `É` → `e`, `Œ` → `oe`. Other scripts stay as they are.
struct LetterFolding: Sendable {
  /// What one scalar is and folds to.
  struct Letter: Sendable {
    var kind = ScalarClass.letter
    /// ASCII, lower case; 0 when the scalar is no letter of the Latin script.
    var first: UInt8 = 0
    /// Of a ligature; 0 otherwise.
    var second: UInt8 = 0
    var isUpper = false
    var isAccented = false
  }

  /// Scalars below U+0250, and those of Latin Extended Additional (U+1E00…U+1EFF) after them.
  private let letters: [Letter]
  private static let latinEnd: UInt32 = 0x250
  private static let additional: Range<UInt32> = 0x1E00..<0x1F00

  init() {
    var letters = [Letter](repeating: Letter(), count: Int(Self.latinEnd) + Self.additional.count)
    for (index, value) in (Array(0..<Self.latinEnd) + Array(Self.additional)).enumerated() {
      if let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic { letters[index] = Self.letter(scalar) }
      letters[index].kind = ScalarClass(value)
    }
    self.letters = letters
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Letter {
    let isUpper = scalar.properties.isUppercase
    let base: [UInt8] =
      switch scalar {
      case "Œ", "œ": [0x6F, 0x65]
      case "Æ", "æ": [0x61, 0x65]
      case "ß": [0x73, 0x73]
      case "Ø", "ø": [0x6F]
      case "Đ", "đ", "Ð", "ð": [0x64]
      case "Ł", "ł": [0x6C]
      case "ı": [0x69]
      default: decomposed(scalar)
      }
    return Letter(
      first: base.first ?? 0, second: base.count > 1 ? base[1] : 0, isUpper: isUpper, isAccented: !scalar.isASCII)
  }

  /// The ASCII letter under the diacritics; nothing for a letter of another script or without a base.
  ///
  /// Unicode names it: "LATIN CAPITAL LETTER E WITH ACUTE".
  private static func decomposed(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar.isASCII { return [UInt8(ascii: scalar) | 0x20] }
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return [] }
    let base = words[3].utf8
    guard base.count == 1, let letter = base.first else { return [] }
    return [letter | 0x20]
  }

  /// What a scalar is, and how it folds if the tables have a base letter for it.
  @inline(__always)
  subscript(scalar: UInt32) -> Letter {
    if scalar < Self.latinEnd { return letters[Int(scalar)] }
    if Self.additional.contains(scalar) {
      return letters[Int(scalar &- Self.additional.lowerBound &+ Self.latinEnd)]
    }
    return Letter(kind: ScalarClass(scalar))
  }

  /// Appends what a token's bytes fold to: no diacritics, no dots, and no apostrophe at the end.
  func fold(_ bytes: borrowing Span<UInt8>, in range: Range<Int>, into folded: inout FoldedWord) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
      let letter = self[scalar]
      switch letter.kind {
      case .letter:
        if letter.first == 0 {
          for index in offset..<offset + length { folded.append(bytes[index]) }
        } else {
          folded.append(letter.first)
          if letter.second != 0 { folded.append(letter.second) }
        }
      case .digit: folded.append(UInt8(truncatingIfNeeded: scalar))
      case .apostrophe where offset + length < range.upperBound: folded.append(0x27)
      default: break
      }
      offset += length
    }
  }

  /// How a scalar folds; nil when it is not in the tables, or has no base letter there.
  @inline(__always)
  func letter(_ scalar: UInt32) -> Letter? {
    let letter = self[scalar]
    return letter.first == 0 ? nil : letter
  }
}

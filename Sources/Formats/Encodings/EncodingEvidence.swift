/// How far the bytes of a text, read in an encoding of one byte a character, look like French.
///
/// Each byte over 0x7F speaks for the reading or against it: é inside a word does, Ž inside a word of small letters does not.
struct EncodingEvidence {
  /// What the bytes weigh together, each from -1 to 1.
  private(set) var weight = 0.0
  /// How many bytes over 0x7F there are.
  private(set) var count = 0

  /// From -1 to 1.
  var mean: Double { count == 0 ? 0 : weight / Double(count) }

  /// Enough to judge by.
  private static let sampleSize = 1 << 16

  init(_ bytes: RawSpan, readAs table: SingleByteTable) {
    for position in 0..<bytes.byteCount {
      let byte = bytes.byte(position)
      guard byte >= 0x80 else { continue }
      let before: Unicode.Scalar = position > 0 ? table[bytes.byte(position - 1)] : " "
      let after: Unicode.Scalar = position + 1 < bytes.byteCount ? table[bytes.byte(position + 1)] : " "
      weight += Self.weight(of: table[byte], between: before, and: after)
      count += 1
      if count == Self.sampleSize { break }
    }
  }

  private static let smallLetters = Set("éèêëàâçîïôùûüœæÿ".unicodeScalars)
  private static let capitals = Set("ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆŸ".unicodeScalars)
  /// Letters of other languages, which occur in names.
  private static let foreignLetters = Set("áíóúñöäåøãõßìòýšžÁÍÓÚÑÖÄÅØÃÕÌÒÝŠŽÐÞðþ".unicodeScalars)
  private static let openers = Set("«“‘„–—•".unicodeScalars)
  private static let closers = Set("»”’…".unicodeScalars)

  private static func weight(
    of scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar
  ) -> Double {
    // Words of French have few letters that are not ASCII's next to each other.
    let (isBehindWord, isBeforeWord) = (before.isASCIILetter, after.isASCIILetter)
    let isInWord = isBehindWord || isBeforeWord
    if smallLetters.contains(scalar) {
      // Alone, only à is a word.
      return isInWord ? 1 : scalar == "à" ? 1 : -0.5
    }
    if capitals.contains(scalar) {
      // A capital inside a word of small letters is another character.
      if before.properties.isLowercase { return -1 }
      return isInWord || scalar == "À" ? 0.8 : -0.5
    }
    if foreignLetters.contains(scalar) {
      return scalar.properties.isUppercase && before.properties.isLowercase ? -1 : isInWord ? 0.4 : -0.5
    }
    if scalar == "\u{A0}" { return 0.8 }
    if scalar == "’" { return isBehindWord ? 1 : 0.2 }
    if openers.contains(scalar) { return isBehindWord && isBeforeWord ? -0.5 : 0.8 }
    if closers.contains(scalar) { return isBeforeWord ? -0.5 : 0.8 }
    let isBehindNumber = ("0"..."9").contains(before) || before == "\u{A0}" || before == " "
    switch scalar {
    case "°", "²", "³", "½", "¼", "¾", "€", "£", "‰":
      return isBehindWord && isBeforeWord ? -1 : isBehindNumber ? 0.6 : 0.1
    case "§", "©", "®", "™", "·", "\u{AD}", "ª", "º", "×", "†": return 0.2
    case "\u{FFFD}": return -1
    default: return isInWord ? -1 : -0.3
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { isASCII && properties.isAlphabetic }
}

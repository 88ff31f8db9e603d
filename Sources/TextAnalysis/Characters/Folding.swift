/// Folds letters to the form used in the index: lower case, without diacritics, with ligatures expanded.
///
/// `é`, `É` and `e` + U+0301 fold to `e`; `œ` to `oe`, `æ` to `ae`, `ß` to `ss`, `ﬃ` to `ffi`; full-width letters to
/// ASCII. Letters of other scripts become lower case and keep the rest.
public enum Folding {
  /// The folded form of `text`, in which characters other than letters are kept.
  public static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The form in which names are looked up: folded, with `'` for every apostrophe, `-` for every hyphen, single spaces
  /// between words and none at the ends.
  ///
  /// ```swift
  /// Folding.foldName("L’Académie  Française")  // "l'academie francaise"
  /// ```
  public static func foldName(_ name: String) -> String {
    var folded: [UInt8] = []
    var isAfterSpace = false
    for scalar in name.unicodeScalars {
      if scalar.properties.isWhitespace {
        isAfterSpace = !folded.isEmpty
        continue
      }
      if isSilent(scalar.value) { continue }
      if isAfterSpace { folded.append(UInt8(ascii: " ")) }
      isAfterSpace = false
      switch ScalarClass(scalar.value) {
      case .apostrophe: folded.append(UInt8(ascii: "'"))
      case .hyphen: folded.append(UInt8(ascii: "-"))
      default: append(scalar, to: &folded)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The folded letters and digits of a word, for prefixes and fuzzy words: "Cyber-déf" → `cyberdef`.
  public static func letters(of word: String) -> [UInt8] {
    var folded: [UInt8] = []
    for scalar in word.unicodeScalars {
      switch ScalarClass(scalar.value) {
      case .letter, .digit, .ideograph: append(scalar, to: &folded)
      default: continue
      }
    }
    return folded
  }

  /// Appends the folded form of `scalar`; nothing for combining marks and invisible formatting characters.
  package static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      return
    }
    if isSilent(value) { return }
    switch value {
    case 0x0153, 0x0152: bytes.append(contentsOf: "oe".utf8)
    case 0x00E6, 0x00C6: bytes.append(contentsOf: "ae".utf8)
    case 0x00DF, 0x1E9E: bytes.append(contentsOf: "ss".utf8)
    case 0x00F8, 0x00D8: bytes.append(UInt8(ascii: "o"))
    case 0x00F0, 0x00D0, 0x0110, 0x0111: bytes.append(UInt8(ascii: "d"))
    case 0x00FE, 0x00DE: bytes.append(contentsOf: "th".utf8)
    case 0x0131, 0x0130: bytes.append(UInt8(ascii: "i"))
    case 0x0141, 0x0142: bytes.append(UInt8(ascii: "l"))
    case 0x0149: bytes.append(UInt8(ascii: "n"))
    case 0x0132, 0x0133: bytes.append(contentsOf: "ij".utf8)
    case 0x01C4...0x01C6, 0x01F1...0x01F3: bytes.append(contentsOf: "dz".utf8)
    case 0x01C7...0x01C9: bytes.append(contentsOf: "lj".utf8)
    case 0x01CA...0x01CC: bytes.append(contentsOf: "nj".utf8)
    case 0xFB00...0xFB06: bytes.append(contentsOf: typesetLigatures[Int(value - 0xFB00)].utf8)
    case 0xFF10...0xFF19: bytes.append(UInt8(truncatingIfNeeded: value - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: bytes.append(UInt8(truncatingIfNeeded: value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: bytes.append(UInt8(truncatingIfNeeded: value - 0xFF41 + 0x61))
    default: appendDecomposed(scalar, to: &bytes)
    }
  }

  /// U+FB00 to U+FB06.
  private static let typesetLigatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func appendDecomposed(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    // The standard library decomposes only to compare and hash; the table holds the Latin letters, which is where
    // diacritics are dropped.
    if let base = LatinLetters.base(of: scalar.value) {
      bytes.append(base)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isSilent(lower.value) {
      bytes.append(contentsOf: String(lower).utf8)
    }
  }

  /// Marks and characters that only shape a word.
  private static func isSilent(_ value: UInt32) -> Bool {
    switch ScalarClass(value) {
    case .mark, .ignorable: true
    default: false
    }
  }
}

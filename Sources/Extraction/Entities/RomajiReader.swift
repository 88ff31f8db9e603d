/// Tells words that may be Japanese in Latin letters, as Hepburn and news write it.
///
///     word     = syllable+
///     syllable = onset? vowel | "n"
///     onset    = consonant | consonant "y" | "sh" | "ch" | "ts" | doubled
///
/// `si`, `ti`, `tu`, `hu`, `la`, `va` are none, which tells names such as Michito from those of other languages.
enum RomajiReader {
  /// Letters of a word in ASCII; a long vowel with its macron reads as none, and such names are told by other means.
  static func reads(_ word: ArraySlice<UInt8>) -> Bool {
    var onset: [UInt8] = []
    var syllables = 0
    for byte in word {
      let letter = byte | 0x20
      guard (0x61...0x7A).contains(letter) else { return false }
      if vowels.contains(letter) {
        guard isOnset(onset, letter) else { return false }
        onset = []
        syllables += 1
      } else {
        // "n" ends a syllable before a consonant.
        if onset == [n], letter != y { onset = [] }
        onset.append(letter)
        if onset.count > 3 { return false }
      }
    }
    return syllables > 1 && (onset.isEmpty || onset == [n])
  }

  private static let vowels: Set<UInt8> = Set("aeiou".utf8)
  private static let n = UInt8(ascii: "n")
  private static let y = UInt8(ascii: "y")
  private static let plain: Set<UInt8> = Set("kstnhmrgzdbpjyfw".utf8)
  private static let before = ["sh", "ch", "ts"].map { Array($0.utf8) }
  private static let doubled = ["kk", "ss", "tt", "pp", "tch", "ssh"].map { Array($0.utf8) }
  private static let none: Set<String> = ["si", "ti", "tu", "hu", "zi", "di", "du", "yi", "ye", "wi", "wu", "we", "wo"]

  private static func isOnset(_ onset: [UInt8], _ vowel: UInt8) -> Bool {
    switch onset.count {
    case 0: return true
    case 1:
      guard plain.contains(onset[0]) else { return false }
      if onset[0] == UInt8(ascii: "f") { return vowel == UInt8(ascii: "u") }
      return !none.contains(String(decoding: onset + [vowel], as: UTF8.self))
    default:
      if before.contains(onset) || doubled.contains(onset) { return true }
      return onset.count == 2 && onset[1] == y && Set("kgnhmrbpj".utf8).contains(onset[0])
        && [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(vowel)
    }
  }
}

/// Cuts French endings of number, gender and the commonest derivations, so that forms of one word meet.
///
/// A light stemmer in the manner of J. Savoy ("A stemming procedure and stopword list for general French corpora", 1999):
/// plural and feminine first, then at most one derivational ending, then final e, r and doubled letters. It works on
/// folded words (no diacritics). Words of four letters and less keep all but a plural mark.
///
/// ```
/// declarations, declaration, declarer, declare → declar
/// nationaux, nationale, national               → national
/// ```
enum FrenchStemmer {
  /// An ending, the least length of a word that it is taken from, and what stands in its place.
  private struct Rule {
    let ending: [UInt8]
    let least: Int
    let replacement: [UInt8]

    init(_ ending: StaticString, _ least: Int, _ replacement: StaticString = "") {
      self.ending = Array(ending.description.utf8)
      self.least = least
      self.replacement = Array(replacement.description.utf8)
    }
  }

  /// The first that fits is applied, then no other.
  private static let rules: [Rule] = [
    Rule("issement", 10, "ir"), Rule("issant", 9, "ir"), Rule("ivement", 9, "if"), Rule("ablement", 10, "able"),
    Rule("amment", 8, "ant"), Rule("emment", 8, "ent"), Rule("ement", 7),
    Rule("ficatrice", 12, "fier"), Rule("ficateur", 11, "fier"), Rule("fication", 11, "fier"),
    Rule("catrice", 11, "quer"), Rule("cateur", 9, "quer"),
    Rule("atrice", 9, "er"), Rule("ateur", 8, "er"), Rule("trice", 7, "teur"),
    Rule("teuse", 8, "ter"), Rule("teur", 7, "ter"), Rule("euse", 7), Rule("eresse", 9, "er"),
    Rule("isation", 10, "iser"), Rule("isateur", 10, "iser"), Rule("ation", 9), Rule("ition", 9),
    Rule("ive", 8, "if"), Rule("iere", 8, "ier"), Rule("nnelle", 10), Rule("nnel", 10),
    Rule("elle", 8, "el"), Rule("ienne", 7, "ien"), Rule("eenne", 7, "een"),
    Rule("ique", 9), Rule("esse", 9), Rule("inage", 8),
  ]

  /// Stems `word` in place.
  static func stem(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
    cutPlural(&word)
    for rule in rules where word.count >= rule.least && word.hasSuffix(rule.ending) {
      word.removeLast(rule.ending.count)
      word.append(contentsOf: rule.replacement)
      break
    }
    cutFinalLetters(&word)
  }

  private static func cutPlural(_ word: inout [UInt8]) {
    if word.last == UInt8(ascii: "x"), word.count > 3 {
      if word.count > 5, word.hasSuffix(Array("aux".utf8)), !word.hasSuffix(Array("eaux".utf8)) {
        word.removeLast(2)
        word.append(UInt8(ascii: "l"))
      } else {
        word.removeLast()
      }
    }
    if word.count > 3, word.last == UInt8(ascii: "s"), !word.hasSuffix(Array("ss".utf8)) { word.removeLast() }
  }

  private static func cutFinalLetters(_ word: inout [UInt8]) {
    guard word.count > 4 else { return }
    // Of infinitives; "secteur" and "pouvoir" keep theirs.
    if word.count > 5, word.hasSuffix(Array("er".utf8)) || word.hasSuffix(Array("ir".utf8)),
      !word.hasSuffix(Array("oir".utf8))
    {
      word.removeLast()
    }
    for _ in 0..<2 where word.count > 3 && word.last == UInt8(ascii: "e") { word.removeLast() }
    if word.count > 4, word[word.count - 1] == word[word.count - 2] { word.removeLast() }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}

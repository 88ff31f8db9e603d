/// Cuts French endings of number, gender, person and the commonest derivations, so that forms of one word meet.
///
/// It began as the light stemmer of J. Savoy ("A stemming procedure and stopword list for general French corpora", 1999),
/// on folded words (no diacritics): the plural goes first, then one ending of the table, then final letters. What no rule
/// tells stands in the lexicon (``FrenchForms``), which is asked first: irregular forms, and words that only look like forms
/// of another.
///
/// ```
/// declarations, declaration, declarer, declare, declarait → declar
/// nationaux, nationale, national                          → national
/// japonais, japonaise, japonaises                         → japonai
/// ```
enum FrenchStemmer {
  /// An ending, the least length of a word that it is taken from, and what stands in its place.
  private struct Rule {
    let ending: [UInt8]
    let least: Int
    let replacement: [UInt8]

    /// Whether the ending is that of the third person plural, which nouns have too.
    var isThirdPerson: Bool { ending == Array("ent".utf8) }

    init(_ ending: StaticString, _ least: Int, _ replacement: StaticString = "") {
      self.ending = Array(ending.description.utf8)
      self.least = least
      self.replacement = Array(replacement.description.utf8)
    }
  }

  /// The first that fits is applied, then no other: longer endings stand before those that end them.
  private static let rules: [Rule] = [
    // Adverbs and nouns
    Rule("issement", 10, "ir"), Rule("ivement", 9, "if"), Rule("eusement", 10, "eu"), Rule("ablement", 10, "able"),
    Rule("amment", 8, "ant"), Rule("emment", 8, "ent"), Rule("ement", 7),
    Rule("ficatrice", 12, "fier"), Rule("ficateur", 11, "fier"), Rule("fication", 11, "fier"),
    Rule("catrice", 11, "quer"), Rule("cateur", 9, "quer"),
    Rule("isatrice", 11, "iser"), Rule("isateur", 10, "iser"), Rule("isation", 10, "iser"),
    Rule("atrice", 9, "er"), Rule("ateur", 8, "er"), Rule("ation", 9), Rule("ition", 9),
    Rule("ctrice", 7, "cteu"), Rule("cteur", 6, "cteu"), Rule("trice", 7, "ter"), Rule("teuse", 8, "ter"),
    Rule("teur", 7, "ter"), Rule("euse", 7, "eu"), Rule("eresse", 9, "er"),
    // Verbs
    Rule("issaient", 10, "ir"), Rule("issait", 9, "ir"), Rule("issant", 9, "ir"), Rule("issent", 9, "ir"),
    Rule("eraient", 10), Rule("erait", 8), Rule("eront", 8), Rule("erent", 8), Rule("erez", 8), Rule("era", 6),
    Rule("aient", 8), Rule("ait", 6), Rule("ant", 7), Rule("ent", 7), Rule("ez", 6), Rule("a", 5),
    // Adjectives and nouns
    Rule("iere", 7, "ier"), Rule("ere", 7, "er"), Rule("nnelle", 10), Rule("nnel", 10),
    Rule("ique", 9), Rule("esse", 9), Rule("inage", 8),
  ]

  /// Stems `word` in place.
  @Sendable
  static func stem(_ word: inout [UInt8]) {
    guard word.count > 3, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
    if cutPlural(&word), let known = FrenchForms.terms[word] {
      word = known
      return
    }
    cutEnding(&word)
  }

  /// A word that no rule of endings is for.
  static func withoutFinalLetters(_ word: [UInt8]) -> [UInt8] {
    var word = word
    cutFinalLetters(&word)
    return word
  }

  /// Cuts all but the plural.
  static func cutEnding(_ word: inout [UInt8]) {
    // "voter", "votait" and "vote".
    if word.count == 5, word.hasSuffix("er"), !word.hasSuffix("ier") { return word.removeLast(1) }
    for rule in rules where word.count >= rule.least && word.hasSuffix(rule.ending) {
      // "document" is no verb: only the lexicon tells.
      if rule.isThirdPerson, word.hasSuffix("ment") { continue }
      word.removeLast(rule.ending.count)
      word.append(contentsOf: rule.replacement)
      if word.count == 3 { return word.append(UInt8(ascii: "e")) }
      break
    }
    cutFinalLetters(&word)
  }

  private static func cutPlural(_ word: inout [UInt8]) -> Bool {
    if word.hasSuffix("eux") || word.hasSuffix("eaux") || word.count > 4 && word.hasSuffix("oux") {
      word.removeLast()
      return true
    }
    if word.count > 5, word.hasSuffix("aux") {
      word.removeLast(2)
      word.append(UInt8(ascii: "l"))
      return true
    }
    guard word.last == UInt8(ascii: "s"), !word.hasSuffix("ss") else { return false }
    word.removeLast()
    return true
  }

  private static func cutFinalLetters(_ word: inout [UInt8]) {
    guard word.count > 4 else { return }
    // Of infinitives; "pouvoir" keeps its own.
    if word.count > 5, word.hasSuffix("er") { word.removeLast(2) }
    if word.count > 5, word.hasSuffix("ir"), !word.hasSuffix("oir") { word.removeLast() }
    for _ in 0..<2 where word.count > 4 && word.last == UInt8(ascii: "e") { word.removeLast() }
    if word.count > 4, word[word.count - 1] == word[word.count - 2] { word.removeLast() }
    if word.count > 5, word.hasSuffix("ais") || word.hasSuffix("ois") { word.removeLast() }
    if word.count > 6, word.hasSuffix("eur") { word.removeLast() }
    if word.count > 3, word.hasSuffix("iv") { word[word.count - 1] = UInt8(ascii: "f") }
    if word.count > 4, word.last == UInt8(ascii: "y") { word[word.count - 1] = UInt8(ascii: "i") }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    // Sound: a static string of ASCII is as many bytes.
    let count = suffix.utf8CodeUnitCount
    guard self.count >= count else { return false }
    for index in 0..<count where unsafe self[self.count - count + index] != suffix.utf8Start[index] { return false }
    return true
  }

  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}

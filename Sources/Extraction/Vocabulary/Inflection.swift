/// The forms of French words that a lexicon file leaves to rule.
///
///     Inflection.verb("renforcer")           // renforcer, renforce, renforcent, renforcé, renforcera, …
///     Inflection.otherNumber("fausse rumeur")    // fausses rumeurs
///
/// Diacritics do not matter where forms are matched, so `accélérer` and `commencer` are regular. Forms that the rules
/// get wrong are words that nobody writes; irregular verbs stand in the files form by form.
enum Inflection {
  /// The third persons, the first of the plural, participles and infinitive of a regular verb in `-er` or `-ir`, with
  /// the pronoun that stands before it. Empty for what is neither.
  static func verb(_ infinitive: String) -> [String] {
    if infinitive.hasSuffix("er") { return first(String(infinitive.dropLast(2))) }
    if infinitive.hasSuffix("ir") { return second(String(infinitive.dropLast(2))) }
    return []
  }

  private static func first(_ stem: String) -> [String] {
    // `partageons`: the sound stays.
    let hard = stem.hasSuffix("g") ? stem + "e" : stem
    // `appuie`, `appuiera`.
    let mute = stem.hasSuffix("y") ? stem.dropLast() + "i" : stem
    return [stem + "er"] + endings(stem, ["é", "ée", "és", "ées"]) + endings(hard, ["ons", "ait", "aient", "ant"])
      + endings(mute, ["e", "ent", "era", "eront", "erons", "erait", "eraient"])
  }

  private static func second(_ stem: String) -> [String] {
    endings(
      stem,
      [
        "ir", "i", "ie", "is", "ies", "it", "issent", "issons", "issait", "issaient", "issant", "ira", "iront", "irons",
        "irait", "iraient",
      ])
  }

  private static func endings(_ stem: String, _ endings: [String]) -> [String] { endings.map { stem + $0 } }

  /// The plural of a noun with its adjectives, up to the first preposition, or their singular where the first word is a
  /// plural. Nil where the number shows in no word, and for what does not begin with a noun.
  static func otherNumber(_ form: String) -> String? {
    var words = form.split(separator: " ").map(String.init)
    let head = words.prefix { !links.contains($0) && !$0.utf8.contains(UInt8(ascii: "'")) }.count
    guard head > 0, let first = words.first else { return nil }
    let isPlural = first.hasSuffix("s") || first.hasSuffix("x")
    for index in 0..<head {
      if invariable.contains(words[index]) { continue }
      words[index] = isPlural ? singular(words[index]) : plural(words[index])
    }
    let other = words.joined(separator: " ")
    return other == form ? nil : other
  }

  private static let links: Set<String> = [
    "de", "du", "des", "à", "au", "aux", "en", "et", "ou", "pour", "par", "sur", "sous", "dans", "contre", "avec",
    "entre", "comme", "le", "la", "les", "un", "une", "ne", "se", "auprès",
  ]

  private static let invariable: Set<String> = ["cours", "fonds", "sens", "pays", "temps", "corps", "secours", "lutte"]

  private static func plural(_ word: String) -> String {
    if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") { return word }
    if word.hasSuffix("al"), !word.hasSuffix("naval") { return word.dropLast(2) + "aux" }
    return word + (word.hasSuffix("eau") || word.hasSuffix("eu") ? "x" : "s")
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("eaux") || word.hasSuffix("eux") { return String(word.dropLast()) }
    if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}

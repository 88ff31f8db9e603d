extension AnnotatedText {
  private static let futureEndings = [
    "era", "ira", "dra", "tra", "rra", "vra", "eront", "iront", "dront", "tront", "rront", "vront", "erons", "irons",
    "drons", "rrons", "erai", "irai", "drai", "rrai",
  ].map { Array($0.utf8) }
  private static let conditionalEndings = [
    "rrait", "rraient", "drait", "draient", "erait", "eraient", "irait", "iraient",
  ].map {
    Array($0.utf8)
  }

  /// `rencontrera`, `mèneront`: a lower-case word of six letters or more that ends like a future.
  func isFuture(_ token: Int) -> Bool { ends(token, with: Self.futureEndings) }

  /// `pourrait`, `seraient`: one that ends like a conditional.
  func isConditional(_ token: Int) -> Bool { ends(token, with: Self.conditionalEndings) }

  private static let pastEndings = ["èrent", "aient"].map { Array($0.utf8) }

  /// `arrivèrent`, `préparaient`: one that ends like a past tense of the third person, and like no conditional.
  func isPastTense(_ token: Int) -> Bool { ends(token, with: Self.pastEndings) && !isConditional(token) }

  private static let pluralEndings = ["ent"].map { Array($0.utf8) }

  /// `reprennent`, `lancent`: one that ends like the third person plural.
  func isPluralVerb(_ token: Int) -> Bool {
    ends(token, with: Self.pluralEndings) && !ends(token, with: Self.nounEndings)
  }

  /// `équipement`, `gouvernement`: nouns that end like it.
  private static let nounEndings = ["ement"].map { Array($0.utf8) }

  private static let participleEndings = ["é", "ée", "és", "ées"].map { Array($0.utf8) }

  /// `prêté`, `livrées`: a lower-case word of five letters or more that ends like a participle.
  func isParticiple(_ token: Int) -> Bool { ends(token, with: Self.participleEndings, length: 5) }

  /// The same of the first word of a sentence: `Arrivée lundi à Oslo, …`.
  func isSpelledParticiple(_ token: Int) -> Bool {
    Self.participleEndings.contains { bytes[tokens[token].bytes].suffix($0.count).elementsEqual($0) }
  }

  private static let infinitiveEndings = ["er", "ir", "ndre", "ttre", "uire", "crire"].map { Array($0.utf8) }

  /// `publier`, `accueillir`: a lower-case word of five letters or more that ends like an infinitive.
  func isInfinitive(_ token: Int) -> Bool { ends(token, with: Self.infinitiveEndings, length: 5) }

  private func ends(_ number: Int, with endings: [[UInt8]], length: Int = 6) -> Bool {
    let token = tokens[number]
    guard token.kind == .word, token.length >= length, !token.flags.contains(.capitalised) else { return false }
    let word = bytes[token.bytes]
    return endings.contains { word.suffix($0.count).elementsEqual($0) }
  }
}

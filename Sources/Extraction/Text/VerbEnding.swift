extension AnnotatedText {
  private static let futureEndings = WordEndings([
    "era", "ira", "dra", "tra", "rra", "vra", "eront", "iront", "dront", "tront", "rront", "vront", "erons", "irons",
    "drons", "rrons", "erai", "irai", "drai", "rrai", "erez", "drez",
  ])
  private static let conditionalEndings = WordEndings([
    "rrait", "rraient", "drait", "draient", "erait", "eraient", "irait", "iraient",
  ])

  /// `rencontrera`, `mèneront`: a lower-case word of six letters or more that ends like a future.
  func isFuture(_ token: Int) -> Bool { ends(token, with: Self.futureEndings) }

  /// `pourrait`, `seraient`: one that ends like a conditional.
  func isConditional(_ token: Int) -> Bool { ends(token, with: Self.conditionalEndings) }

  private static let pastEndings = WordEndings(["èrent", "aient"])

  /// `arrivèrent`, `préparaient`: one that ends like a past tense of the third person, and like no conditional.
  func isPastTense(_ token: Int) -> Bool { ends(token, with: Self.pastEndings) && !isConditional(token) }

  private static let pluralEndings = WordEndings(["ent"])

  /// `reprennent`, `lancent`: one that ends like the third person plural.
  func isPluralVerb(_ token: Int) -> Bool {
    ends(token, with: Self.pluralEndings) && !ends(token, with: Self.nounEndings)
  }

  /// `équipement`, `gouvernement`: nouns that end like it.
  private static let nounEndings = WordEndings(["ement"])

  private static let participleEndings = WordEndings(["é", "ée", "és", "ées"])

  /// `prêté`, `livrées`: a lower-case word of five letters or more that ends like a participle.
  func isParticiple(_ token: Int) -> Bool { ends(token, with: Self.participleEndings, length: 5) }

  /// The same of the first word of a sentence: `Arrivée lundi à Oslo, …`.
  func isSpelledParticiple(_ token: Int) -> Bool {
    Self.participleEndings.contains(endOf: tokens[token].bytes, in: bytes.span)
  }

  private static let infinitiveEndings = WordEndings(["er", "ir", "ndre", "ttre", "uire", "crire"])

  /// `publier`, `accueillir`: a lower-case word of five letters or more that ends like an infinitive.
  func isInfinitive(_ token: Int) -> Bool { ends(token, with: Self.infinitiveEndings, length: 5) }

  private func ends(_ number: Int, with endings: WordEndings, length: Int = 6) -> Bool {
    let token = tokens[number]
    guard token.kind == .word, token.length >= length, !token.flags.contains(.capitalised) else { return false }
    return endings.contains(endOf: token.bytes, in: bytes.span)
  }
}

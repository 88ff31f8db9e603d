internal import EntenteSchema

/// What the text tells of its people: their gender, and who only took down what others say.
extension SpeakerResolver {
  /// Who wrote down what others say: "propos recueillis par X".
  static func askers(_ text: AnnotatedText, _ references: [SpeakerReference]) -> Set<Int> {
    var askers: Set<Int> = []
    for reference in references where reference.isGoverned {
      guard case .entity(let entity) = reference.referent, reference.tokens.lowerBound > 1 else { continue }
      let by = reference.tokens.lowerBound - 1
      guard text.source(text.tokens[by].bytes) == "par",
        (max(0, by - 6)..<by).contains(where: {
          text.match(.kindLine, at: $0).map { text.entry($0).value(0) == "interview" } ?? false
        })
      else { continue }
      askers.insert(entity)
    }
    return askers
  }

  /// The gender of a noun with a possessive right before a name, or before its comma.
  private static func kinGender(before name: Int, _ text: AnnotatedText) -> String? {
    let isApposed =
      name > 0 && text.tokens[name - 1].kind == .punctuation && text.tokens[name - 1].value == Punctuation.comma
    let noun = name - (isApposed ? 2 : 1)
    guard noun > 0, text.tokens[noun].kind == .word,
      ["son", "sa", "mon", "ma", "notre", "leur"].contains(text.source(text.tokens[noun - 1].bytes).lowercased()),
      let role = text.match(.role, at: noun), role.tokens.count == 1
    else { return nil }
    let entry = text.entry(role)
    if entry.values.contains("kin"), ["m", "f"].contains(entry.value(0)) { return entry.value(0) }
    let owner = text.source(text.tokens[noun - 1].bytes).lowercased()
    return owner == "sa" || owner == "ma" ? "f" : nil
  }

  /// Whether a person may have a gender. The author of the text never fits one: a pronoun there means somebody else.
  func fits(_ entity: Int, _ gender: String) -> Bool {
    gender.isEmpty || (genders[entity].isEmpty || genders[entity] == gender) && !writers.contains(entity)
  }

  /// Of a civility, then of a given name, then of an office.
  static func gender(of person: Entity, _ text: AnnotatedText, _ documentID: String) -> String {
    var given = ""
    for mention in person.mentions where mention.form == .name {
      guard let bytes = mention.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound)
      else { continue }
      if let civility = text.match(.civility, at: first) {
        let gender = text.entry(civility).value(0)
        if gender != "both" { return gender }
      }
      // "son frère Slim", "sa fille, Bopha"
      if let kin = kinGender(before: first, text) { return kin }
      // "Noh Chae-won, étudiante": a feminine noun or participle beside a name tells more than the name.
      if let last = text.token(atByte: bytes.upperBound - 1), isFeminineBeside(first..<last + 1, text) { return "f" }
      // "Me Paul Mercier"
      let own = text.match(.civility, at: first)?.tokens.upperBound ?? first
      guard given.isEmpty, let name = text.match(.givenName, at: own) else { continue }
      let gender = text.entry(name).value(0)
      if gender != "both" { given = gender }
    }
    // "La commissaire, Stéphane X": a feminine article tells more than a given name.
    let isFeminine = person.roles.contains { role in
      guard let bytes = role.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound), first > 0
      else { return false }
      // "Leur coordinatrice, X": so does a feminine noun.
      if roleGender(at: first, text) == "f" { return true }
      guard text.tokens[first - 1].kind == .word, !text.tokens[first - 1].flags.contains(.elided) else { return false }
      return ["la", "une"].contains(text.source(text.tokens[first - 1].bytes).lowercased())
    }
    if isFeminine { return "f" }
    guard given.isEmpty else { return given }
    for role in person.roles {
      guard let bytes = role.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound),
        text.match(.role, at: first) != nil
      else { continue }
      // "la capitaine": the article tells more than the noun.
      if first > 0, let determiner = text.match(.sayDeterminer, at: first - 1) {
        let gender = text.entry(determiner).value(0)
        if !gender.isEmpty { return gender }
      }
      let gender = roleGender(at: first, text)
      if gender != "both" { return gender }
    }
    return ""
  }

  /// The gender of the noun of an office; "both" where it has the same form for either: "capitaine de vaisseau".
  private static func roleGender(at token: Int, _ text: AnnotatedText) -> String {
    guard let longest = text.match(.role, at: token) else { return "both" }
    let genders = Set(
      text.matches(at: token).filter { $0.category == .role && $0.tokens == longest.tokens }
        .map { text.entry($0).value(0) })
    return genders.count == 1 ? genders.first ?? "both" : "both"
  }

  /// "X, née à Oslo", "Accueillie par les siens, X": a feminine noun or participle in apposition.
  private static func isFeminineBeside(_ name: Range<Int>, _ text: AnnotatedText) -> Bool {
    let next = name.upperBound
    if next + 2 < text.tokens.count, text.tokens[next].kind == .punctuation,
      text.tokens[next].value == Punctuation.comma, isFeminineWord(next + 1, text),
      text.match(.nameLinker, at: next + 2) != nil || text.match(.sayPreposition, at: next + 2) != nil
        || text.tokens[next + 2].kind == .punctuation
    {
      return true
    }
    guard let number = text.sentence(ofToken: name.lowerBound) else { return false }
    let first = text.sentences[number].tokens.lowerBound
    guard first + 2 < name.lowerBound, name.lowerBound - first < 16,
      text.tokens[name.lowerBound - 1].kind == .punctuation,
      text.tokens[name.lowerBound - 1].value == Punctuation.comma, next < text.tokens.count,
      text.tokens[next].kind == .word, text.tokens[first].flags.contains(.capitalised),
      !(first..<name.lowerBound - 1).contains(where: { text.tokens[$0].kind == .punctuation })
    else { return false }
    return text.source(text.tokens[first].bytes).hasSuffix("ée")
      && text.match(.sayPreposition, at: first + 1) != nil
  }

  private static func isFeminineWord(_ token: Int, _ text: AnnotatedText) -> Bool {
    guard text.tokens[token].kind == .word, text.tokens[token].length > 2,
      !text.tokens[token].flags.contains(.capitalised)
    else { return false }
    let word = text.source(text.tokens[token].bytes)
    return ["ante", "ienne", "euse", "trice", "ière", "ée"].contains { word.hasSuffix($0) }
  }
}

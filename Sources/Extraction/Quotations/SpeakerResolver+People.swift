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

  func fits(_ entity: Int, _ gender: String) -> Bool {
    gender.isEmpty || genders[entity].isEmpty || genders[entity] == gender
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
      guard given.isEmpty, let name = text.match(.givenName, at: first) else { continue }
      let gender = text.entry(name).value(0)
      if gender != "both" { given = gender }
    }
    // "La commissaire, Stéphane X": a feminine article tells more than a given name.
    let isFeminine = person.roles.contains { role in
      guard let bytes = role.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound), first > 0
      else { return false }
      // "Leur coordinatrice, X": so does a feminine noun.
      if text.match(.role, at: first).map({ text.entry($0).value(0) == "f" }) ?? false { return true }
      guard text.tokens[first - 1].kind == .word, !text.tokens[first - 1].flags.contains(.elided) else { return false }
      return ["la", "une"].contains(text.source(text.tokens[first - 1].bytes).lowercased())
    }
    if isFeminine { return "f" }
    guard given.isEmpty else { return given }
    for role in person.roles {
      guard let bytes = role.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound),
        let match = text.match(.role, at: first)
      else { continue }
      // "la capitaine": the article tells more than the noun.
      if first > 0, let determiner = text.match(.sayDeterminer, at: first - 1) {
        let gender = text.entry(determiner).value(0)
        if !gender.isEmpty { return gender }
      }
      let gender = text.entry(match).value(0)
      if gender != "both" { return gender }
    }
    return ""
  }
}

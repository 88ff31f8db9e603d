internal import EntenteSchema

/// Whom the words of a text mean: "elle", "le ministre", "ce dernier", or the one whose words go on.
///
/// It follows who is spoken of from sentence to sentence: the subject of a sentence, or who speaks in it.
struct SpeakerResolver {
  /// Who is meant, when the text says so.
  enum Speaker {
    case entity(Int)
    /// Somebody without a name, or a document.
    case nobody
  }

  let text: AnnotatedText
  let entities: [Entity]
  let references: [SpeakerReference]
  private let genders: [String]
  /// Who has the turn, by block.
  private let turns: [Int: Int]
  /// Who spoke in a sentence, by its number.
  private var spoken: [Int: Speaker] = [:]
  private static let memory = 8

  init(text: AnnotatedText, documentID: String, entities: [Entity], references: [SpeakerReference]) {
    self.text = text
    self.entities = entities
    self.references = references
    turns = references.isEmpty ? [:] : TurnReader(text: text, documentID: documentID, entities: entities).turns()
    genders = entities.map { $0.kind == .person ? Self.gender(of: $0, text, documentID) : "" }
  }

  /// Learns who speaks in the sentence of a token.
  mutating func speaks(_ speaker: Speaker, at token: Int) {
    if let sentence = text.sentence(ofToken: token) { spoken[sentence] = speaker }
  }

  /// Whom a reference means.
  func speaker(_ reference: SpeakerReference) -> Speaker? {
    switch reference.referent {
    case .entity(let entity): return .entity(entity)
    case .nobody, .document: return .nobody
    case .description(let head, let gender, let country, let isShort):
      let start = reference.tokens.lowerBound
      var other: Int?
      switch self.other(than: reference) {
      case .entity(let entity)?: other = entity
      case .nobody?: return .nobody
      case nil: break
      }
      return described(head, gender: gender, country: country, isShort: isShort, before: start, not: other)
        .map { .entity($0) }
    }
  }

  /// Whom "il", "elle" or "ce dernier" means at a token: the one who was spoken of, of that gender.
  func pronoun(_ gender: String, at token: Int) -> Speaker? {
    if gender == "self" { return turn(at: token) }
    if gender == "subject" { return protagonist(before: token) }
    if gender == "first" || gender == "second" { return oneOfTwo(isFirst: gender == "first", before: token) }
    if gender.isEmpty {
      let near = references[..<references.first(from: token)].suffix(12)
      return near.last { isPerson($0) && !$0.isQuoted }.flatMap(speaker)
    }
    // Who has the turn tells of somebody else.
    if case .entity(let own)? = turn(at: token) { return other(than: own, before: token, gender: gender) }
    return focus(before: token, gender: gender)
  }

  /// Who has the turn at a token, in a transcript.
  func turn(at token: Int) -> Speaker? {
    guard !turns.isEmpty, let block = text.block(ofToken: token) else { return nil }
    return turns[block].map { .entity($0) }
  }

  /// Who was spoken of last in this turn, but for its holder.
  private func other(than own: Int, before token: Int, gender: String) -> Speaker? {
    guard let block = text.block(ofToken: token) else { return nil }
    for reference in references.between(text.blocks[block].tokens.lowerBound, token).suffix(40).reversed()
    where !reference.isQuoted {
      if case .entity(let entity)? = speaker(reference), entity != own, entities[entity].kind == .person,
        fits(entity, gender)
      {
        return .entity(entity)
      }
    }
    return nil
  }

  /// Who was spoken of last before a token: the subject of the sentence or who spoke in it, then those of the sentences
  /// before.
  func focus(before token: Int, gender: String = "") -> Speaker? {
    guard let sentence = text.sentence(ofToken: token) else { return nil }
    for number in stride(from: sentence, through: max(0, sentence - Self.memory), by: -1) {
      if number < sentence || text.sentences[number].tokens.lowerBound < token, let speaker = spoken[number] {
        guard case .entity(let entity) = speaker, !fits(entity, gender) else { return speaker }
      }
      let range = text.sentences[number].tokens
      let end = min(range.upperBound, token)
      guard range.lowerBound < end else { continue }
      if number < sentence, let opening = text.match(.sayPronoun, at: range.lowerBound),
        text.entry(opening).value(0) == "subject", let speaker = protagonist(before: range.lowerBound)
      {
        return speaker
      }
      if number < sentence, let topic = topic(range), case .entity(let entity)? = speaker(topic), fits(entity, gender) {
        return .entity(entity)
      }
      for reference in references.between(range.lowerBound, end) where !reference.isGoverned {
        guard !reference.isQuoted, isPerson(reference), case .entity(let entity)? = speaker(reference) else { continue }
        if fits(entity, gender) { return .entity(entity) }
      }
      // "…, selon X."
      for reference in references.between(range.lowerBound, end) where reference.isGoverned {
        guard !reference.isQuoted, isMarked(reference), isPerson(reference),
          case .entity(let entity)? = speaker(reference)
        else { continue }
        if fits(entity, gender) { return .entity(entity) }
      }
      if number < sentence, let entity = lone(in: range, gender) { return .entity(entity) }
    }
    return references[..<references.first(from: token)].suffix(20).last {
      guard !$0.isQuoted, case .entity(let entity) = $0.referent else { return false }
      return entities[entity].kind == .person && fits(entity, gender)
    }.flatMap(speaker)
  }

  /// "Pour X, l'enjeu est sérieux.": the sentence tells his view.
  private func topic(_ sentence: Range<Int>) -> SpeakerReference? {
    guard let marker = text.match(.sayMarker, at: sentence.lowerBound) else { return nil }
    let index = references.first(from: marker.tokens.upperBound)
    guard index < references.count, references[index].tokens.lowerBound <= marker.tokens.upperBound + 1,
      !references[index].isQuoted, isPerson(references[index])
    else { return nil }
    return references[index]
  }

  /// "le premier", "le second": of the two people whom the last sentences name.
  private func oneOfTwo(isFirst: Bool, before token: Int) -> Speaker? {
    guard let sentence = text.sentence(ofToken: token) else { return nil }
    var people: [Int] = []
    for number in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1) {
      let range = text.sentences[number].tokens
      var named: [Int] = []
      for reference in references.between(range.lowerBound, range.upperBound).suffix(40)
      where !reference.isQuoted {
        guard case .entity(let entity)? = speaker(reference), entities[entity].kind == .person else { continue }
        if !named.contains(entity) { named.append(entity) }
      }
      people = named + people.filter { !named.contains($0) }
      if people.count > 1 { return .entity(isFirst ? people[0] : people[1]) }
    }
    return .nobody
  }

  /// "Le texte a été signé par X.": the only one of whom a sentence without a pronoun tells.
  private func lone(in sentence: Range<Int>, _ gender: String) -> Int? {
    guard !sentence.prefix(60).contains(where: { isSubject($0) }) else { return nil }
    var found: Int?
    for reference in references.between(sentence.lowerBound, sentence.upperBound)
    where reference.isGoverned && !reference.isQuoted {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person else { continue }
      if let found, found != entity { return nil }
      found = entity
    }
    return found.flatMap { fits($0, gender) ? $0 : nil }
  }

  /// "il", "elle", "ce dernier" and their like, but not "selon lui".
  private func isSubject(_ token: Int) -> Bool {
    text.match(.sayPronoun, at: token) != nil && text.match(.sayFiller, at: token) == nil
  }

  /// "selon X", "d'après la ministre"
  private func isMarked(_ reference: SpeakerReference) -> Bool {
    (max(0, reference.tokens.lowerBound - 4)..<reference.tokens.lowerBound).contains { token in
      guard text.tokens[token].length > 4 || text.tokens[token].flags.contains(.elided) else { return false }
      guard let marker = text.match(.sayMarker, at: token), text.entry(marker).value(0) != "cited" else { return false }
      return marker.tokens.upperBound + 1 >= reference.tokens.lowerBound
    }
  }

  /// "l'intéressé": whom the text tells of most.
  private func protagonist(before token: Int) -> Speaker? {
    var counts: [Int: Int] = [:]
    for reference in references[..<references.first(from: token)].suffix(60) where !reference.isQuoted {
      guard isPerson(reference), case .entity(let entity)? = speaker(reference), entities[entity].kind == .person
      else { continue }
      counts[entity, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { .entity($0.key) }
  }

  /// "son homologue" is not the one who was spoken of, and beside somebody without a name it is nobody known.
  private func other(than reference: SpeakerReference) -> Speaker? {
    let start = reference.tokens.lowerBound
    guard let role = text.match(.role, at: start), text.entry(role).values.contains("other") else { return nil }
    return focus(before: start)
  }

  /// The holder of an office who was spoken of last; of a common noun, whoever was.
  private func described(
    _ head: String, gender: String, country: String, isShort: Bool, before token: Int, not other: Int?
  ) -> Int? {
    var nearest: Int?
    var compatriot: Int?
    for reference in references[..<references.first(from: token)].suffix(60).reversed() {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person, fits(entity, gender)
      else { continue }
      guard entity != other else { continue }
      let home = entities[entity].countryId
      guard country.isEmpty || home.isEmpty || home == country else { continue }
      if !head.isEmpty, entities[entity].roles.contains(where: { $0.text.lowercased().hasPrefix(head) }) {
        return entity
      }
      if compatriot == nil, !country.isEmpty, home == country { compatriot = entity }
      if nearest == nil, !reference.isQuoted { nearest = entity }
    }
    if let compatriot { return compatriot }
    // An office that nobody is said to hold yet may be told of its holder later: "la Première ministre".
    if let later = entities.indices.first(where: { number in
      entities[number].kind == .person && fits(number, gender) && !isShort && !head.isEmpty
        && entities[number].roles.contains { $0.text.lowercased().hasPrefix(head) }
    }) {
      return later
    }
    guard isShort else { return nil }
    // Who was spoken of, or spoke, rather than who was only named.
    switch focus(before: token, gender: gender) {
    case .entity(let spoken)? where spoken != other && nearest != spoken:
      let home = entities[spoken].countryId
      return country.isEmpty || home.isEmpty || home == country ? spoken : nearest
    case .nobody?: return nil
    default: return nearest
    }
  }

  private func isPerson(_ reference: SpeakerReference) -> Bool {
    switch reference.referent {
    case .entity(let entity): entities[entity].kind == .person
    case .description: true
    case .nobody, .document: false
    }
  }

  private func fits(_ entity: Int, _ gender: String) -> Bool {
    gender.isEmpty || genders[entity].isEmpty || genders[entity] == gender
  }

  /// Of a civility, then of a given name, then of an office.
  private static func gender(of person: Entity, _ text: AnnotatedText, _ documentID: String) -> String {
    var given = ""
    for mention in person.mentions where mention.form == .name {
      guard let bytes = mention.source?.bytes(of: documentID), let first = text.token(atByte: bytes.lowerBound)
      else { continue }
      if let civility = text.match(.civility, at: first) {
        let gender = text.entry(civility).value(0)
        if gender != "both" { return gender }
      }
      guard given.isEmpty, let name = text.match(.givenName, at: first) else { continue }
      let gender = text.entry(name).value(0)
      if gender != "both" { given = gender }
    }
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

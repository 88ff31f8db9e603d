internal import EntenteSchema

/// Whom the words of a text mean: "elle", "le ministre", "ce dernier", or the one whose words go on.
///
/// It follows who is spoken of from sentence to sentence: the subject of a sentence, or who speaks in it. What a reference
/// means depends on those before it alone, so each is settled once, in their order, from a bounded number of others.
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
  let genders: [String]
  var offices: OfficeHolders
  /// Whom each reference means, as far as they are settled.
  var meanings: [Speaker?] = []
  /// Who has the turn, by block.
  let turns: [Int: Int]
  /// Who wrote down what others say: "propos recueillis par X".
  let askers: Set<Int>
  /// People whom only a byline names.
  let writers: Set<Int>
  /// The outer quotations, with their marks, in order.
  let words: [Range<Int>]
  /// Who spoke in a sentence, by its number.
  var spoken: [Int: Speaker] = [:]
  /// The gender of an unnamed speaker, by the number of the sentence, where an article or a pronoun tells it.
  var strangers: [Int: String] = [:]
  /// Sentences in which a speaker quotes themselves: "je lui ai dit".
  var own: Set<Int> = []
  static let memory = 8
  /// How many sentences that open with a pronoun are followed back, one after another.
  static let chain = 4
  /// Nouns for somebody beside the one of whom is told.
  private static let others: Set<String> = ["prédécesseur", "prédécesseure", "successeur", "successeure"]
  /// References of one sentence that are looked at: a sentence may be as long as its text.
  static let width = 40

  /// - Parameter words: the outer quotations, with their marks, in order.
  init(
    text: AnnotatedText, documentID: String, entities: [Entity], references: [SpeakerReference], words: [Range<Int>]
  ) {
    self.text = text
    self.words = words
    self.entities = entities
    self.references = references
    turns = references.isEmpty ? [:] : TurnReader(text: text, documentID: documentID, entities: entities).turns()
    genders = entities.map { $0.kind == .person ? Self.gender(of: $0, text, documentID) : "" }
    offices = OfficeHolders(
      entities: entities, genders: genders,
      told: ToldOffices(text: text, entities: entities, references: references).offices())
    writers = Self.writers(text, entities, references)
    askers = Self.askers(text, references)
  }

  /// Learns who speaks in the sentence of a token.
  mutating func speaks(_ speaker: Speaker, at token: Int) {
    if let sentence = text.sentence(ofToken: token) { spoken[sentence] = speaker }
  }

  /// Notes that the speaker of a sentence quotes themselves: "je lui ai dit".
  mutating func speaksOfSelf(at token: Int) {
    if let sentence = text.sentence(ofToken: token) { own.insert(sentence) }
  }

  /// Notes the gender of an unnamed speaker: "a dit une voisine".
  mutating func speaksUnnamed(_ attribution: Attribution, at token: Int) {
    guard let sentence = text.sentence(ofToken: token) else { return }
    // "dit-il": somebody without a name who was told of before.
    if case .pronoun(let gender, _) = attribution.subject, gender == "m" || gender == "f" {
      strangers[sentence] = gender
      return
    }
    guard let article = attribution.tokens.first(where: { text.match(.sayDeterminer, at: $0) != nil }),
      let match = text.match(.sayDeterminer, at: article)
    else {
      // "quelqu'un a crié"
      if attribution.tokens.contains(where: { text.match(.sayNobody, at: $0) != nil }) { strangers[sentence] = "m" }
      return
    }
    let gender = text.entry(match).value(0)
    if !gender.isEmpty { strangers[sentence] = gender }
  }

  /// Whose words an attribution tells, of those who are named and those who talk with each other.
  mutating func speaker(of attribution: Attribution, interviewee: Speaker?, addressee: Speaker?) -> Speaker? {
    switch attribution.subject {
    case .reference(let reference): answerer(attribution, reference) ?? speaker(reference)
    case .pronoun("self", let token): turn(at: token) ?? interviewee ?? author(at: token) ?? .nobody
    case .pronoun("addressee", _): addressee ?? .nobody
    case .pronoun(let gender, let token): pronoun(gender, at: token)
    case .unstated: topic(before: attribution.tokens.lowerBound) ?? interviewee
    }
  }

  /// The last person of whom somebody's words tell, from the mark that opens them on.
  mutating func told(from open: Int, before token: Int, gender: String) -> Speaker? {
    settle(before: token)
    return references.indices(open, token).suffix(Self.width).last { index in
      guard isPerson(references[index]), case .entity(let entity)? = meaning(index) else { return false }
      return fits(entity, gender)
    }.flatMap(meaning)
  }

  /// Whom a reference means.
  mutating func speaker(_ reference: SpeakerReference) -> Speaker? {
    switch reference.referent {
    case .entity(let entity): return .entity(entity)
    case .nobody, .document: return .nobody
    case .description:
      let index = references.first(from: reference.tokens.lowerBound)
      settle(before: reference.tokens.lowerBound + 1)
      // One that the attribution made has no place among them.
      guard index < meanings.count, references[index].tokens == reference.tokens else { return resolved(reference) }
      return meanings[index]
    }
  }

  /// Settles the references that begin before a token.
  mutating func settle(before token: Int) {
    let end = references.first(from: token)
    while meanings.count < end { meanings.append(resolved(references[meanings.count])) }
  }

  /// Whom a settled reference means.
  func meaning(_ index: Int) -> Speaker? { index < meanings.count ? meanings[index] : nil }

  /// Whom a reference means, once those before it are settled.
  mutating func resolved(_ reference: SpeakerReference) -> Speaker? {
    switch reference.referent {
    case .entity(let entity): return .entity(entity)
    case .nobody, .document: return .nobody
    case .description(let description) where description.isPartner: return partner(of: reference)
    case .description(let description):
      var other: Int?
      switch self.other(than: reference) {
      case .entity(let entity)?: other = entity
      case .nobody?: return .nobody
      case nil: break
      }
      if description.head == OfficeHolders.accused {
        return accused(description.gender, before: reference.tokens.lowerBound)
      }
      if isLawyerOfSomebody(reference, description) { return nil }
      // "Son prédécesseur": whom the text names as that, and nobody else of whom it tells.
      if Self.others.contains(description.head) {
        return offices.first(of: description.head, gender: description.gender).map { .entity($0) } ?? .nobody
      }
      let others = agents(before: reference).union(other.map { [$0] } ?? [])
      return described(description, before: reference.tokens.lowerBound, not: others).map { .entity($0) }
    }
  }

  /// Whom "il", "elle" or "ce dernier" means at a token: the one who was spoken of, of that gender.
  mutating func pronoun(_ gender: String, at token: Int) -> Speaker? {
    settle(before: token)
    if gender == "nobody" { return .nobody }
    if gender == "self" { return turn(at: token) }
    if gender.hasPrefix("subject") {
      if followsUnnamed(token, gender.hasSuffix("-f") ? "f" : "m") { return .nobody }
      return protagonist(before: token, gender: gender.hasSuffix("-f") ? "f" : "m")
    }
    if gender == "first" || gender == "second" { return oneOfTwo(isFirst: gender == "first", before: token) }
    if gender.isEmpty || gender.hasPrefix("last") {
      let own = gender.hasSuffix("-m") ? "m" : gender.hasSuffix("-f") ? "f" : ""
      let near = references.indices.prefix(references.first(from: token)).suffix(12)
      return near.last { index in
        if !own.isEmpty, !references[index].isQuoted, isKin(references[index], own) { return true }
        guard isPerson(references[index]), !references[index].isQuoted else { return false }
        guard case .entity(let entity)? = meaning(index) else { return true }
        return fits(entity, own)
      }.flatMap(meaning)
    }
    if let told = ofRelative(before: token, gender: gender) { return told }
    // Who has the turn tells of somebody else.
    if case .entity(let own)? = turn(at: token) { return other(than: own, before: token, gender: gender) }
    let near = focus(before: token, gender: gender)
    guard case .entity(let entity)? = near, let main = protagonist(over: entity, before: token, gender) else {
      return near
    }
    return .entity(main)
  }

  /// Who was spoken of last before a token.
  mutating func topic(before token: Int) -> Speaker? {
    settle(before: token)
    return focus(before: token)
  }

  /// « C'est fini. » X n'a pas caché sa colère: the first person of the next sentence, after words that open a text.
  func next(after close: Int) -> Speaker? {
    guard let block = text.block(ofToken: close), let sentence = text.sentence(ofToken: close),
      sentence + 1 < text.sentences.count
    else { return nil }
    let next = text.sentences[sentence + 1].tokens.clamped(to: text.blocks[block].tokens)
    for reference in references.between(next.lowerBound, next.upperBound).prefix(Self.width)
    where !reference.isGoverned && !reference.isQuoted {
      guard case .entity(let entity) = reference.referent, entities[entity].kind == .person,
        // "Ces mots ont fait réagir X."
        !(next.lowerBound..<max(next.lowerBound, reference.tokens.lowerBound)).prefix(Self.width).contains(where: {
          text.match(.sayAuxiliary, at: $0) != nil
        })
      else { return nil }
      return .entity(entity)
    }
    return nil
  }

  /// Who spoke last in the paragraph of a token, before it.
  func voice(before token: Int) -> Speaker? {
    guard let sentence = text.sentence(ofToken: token) else { return nil }
    let block = text.sentences[sentence].block
    for number in stride(from: sentence, through: max(0, sentence - Self.memory), by: -1)
    where text.sentences[number].block == block {
      if let speaker = spoken[number] { return speaker }
    }
    return nil
  }

  /// Whether the paragraph of a token tells of somebody before it.
  mutating func tells(of entity: Int, before token: Int) -> Bool {
    settle(before: token)
    guard let block = text.block(ofToken: token) else { return false }
    return references.indices(text.blocks[block].tokens.lowerBound, token).suffix(Self.width).contains { index in
      if case .entity(entity)? = meaning(index) { return true }
      return false
    }
  }

  /// Who has the turn at a token, in a transcript.
  func turn(at token: Int) -> Speaker? {
    guard !turns.isEmpty, let block = text.block(ofToken: token) else { return nil }
    return turns[block].map { .entity($0) }
  }

  /// Who was spoken of last in this turn, but for its holder.
  func other(than own: Int, before token: Int, gender: String) -> Speaker? {
    guard let block = text.block(ofToken: token), let here = text.sentence(ofToken: token) else { return nil }
    // "Mon père pêchait. Il disait :"
    if here > 0, text.sentences[here - 1].block == text.sentences[here].block,
      case .nobody? = openingSubject(of: text.sentences[here - 1].tokens, gender: gender, isNext: true, opens: true)
    {
      return .nobody
    }
    for index in references.indices(text.blocks[block].tokens.lowerBound, token).suffix(Self.width).reversed()
    where !references[index].isQuoted && !isCalled(references[index]) {
      if case .entity(let entity)? = meaning(index), entity != own, entities[entity].kind == .person,
        fits(entity, gender)
      {
        return .entity(entity)
      }
    }
    return nil
  }

  /// "Merci, X.": who is spoken to.
  private func isCalled(_ reference: SpeakerReference) -> Bool {
    guard let number = text.sentence(ofToken: reference.tokens.lowerBound) else { return false }
    let sentence = text.sentences[number].tokens
    let (before, end) = (reference.tokens.lowerBound - 1, reference.tokens.upperBound)
    return sentence.count < 10 && before > sentence.lowerBound && end < sentence.upperBound
      && text.tokens[before].kind == .punctuation && text.tokens[before].value == Punctuation.comma
      && text.tokens[end].kind == .punctuation
      && !sentence.contains { text.match(.sayAuxiliary, at: $0) != nil || text.match(.sayVerb, at: $0) != nil }
  }

  /// "Pour X, l'enjeu est sérieux.": the sentence tells his view.
  func topic(_ sentence: Range<Int>) -> Int? {
    guard let marker = text.match(.sayMarker, at: sentence.lowerBound) else { return nil }
    let index = references.first(from: marker.tokens.upperBound)
    guard index < references.count, references[index].tokens.lowerBound <= marker.tokens.upperBound + 1,
      !references[index].isQuoted, isPerson(references[index])
    else { return nil }
    return index
  }

  /// "le premier", "le second": of the two people whom the last sentences name.
  func oneOfTwo(isFirst: Bool, before token: Int) -> Speaker? {
    guard let sentence = text.sentence(ofToken: token) else { return nil }
    var people: [Int] = []
    for number in stride(from: sentence - 1, through: max(0, sentence - 3), by: -1) {
      let range = text.sentences[number].tokens
      var named: [Int] = []
      for index in references.indices(range.lowerBound, range.upperBound).suffix(Self.width)
      where !references[index].isQuoted {
        guard case .entity(let entity)? = meaning(index), entities[entity].kind == .person else { continue }
        if !named.contains(entity) { named.append(entity) }
      }
      people = named + people.filter { !named.contains($0) }
      if people.count > 2 { return .nobody }
      if people.count > 1 { return .entity(isFirst ? people[0] : people[1]) }
    }
    return .nobody
  }

  /// "il", "elle", "ce dernier" and their like, but not "selon lui".
  func isSubject(_ token: Int) -> Bool {
    text.match(.sayPronoun, at: token) != nil && text.match(.sayFiller, at: token) == nil
  }

  /// "selon X", "d'après la ministre"
  func isMarked(_ reference: SpeakerReference) -> Bool {
    (max(0, reference.tokens.lowerBound - 4)..<reference.tokens.lowerBound).contains { token in
      guard text.tokens[token].length > 4 || text.tokens[token].flags.contains(.elided) else { return false }
      guard let marker = text.match(.sayMarker, at: token), text.entry(marker).value(0) != "cited" else { return false }
      return marker.tokens.upperBound + 1 >= reference.tokens.lowerBound
    }
  }

  func isPerson(_ reference: SpeakerReference) -> Bool {
    switch reference.referent {
    case .entity(let entity): entities[entity].kind == .person
    case .description: true
    case .nobody, .document: false
    }
  }
}

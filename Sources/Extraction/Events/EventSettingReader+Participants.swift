internal import EntenteSchema

/// With whom an event takes place.
extension EventSettingReader {
  /// Everybody whom the sentence names, but for the place, states that stand as a place or inside a role, media that only
  /// report, and outsiders who are spoken of.
  func participants(of trigger: EventTrigger, in sentence: TextSentence, place: Int?) -> [Int] {
    var participants: [Int] = []
    for mention in facts.mentions(in: sentence.bytes) where !participants.contains(mention.entity) {
      if takesPart(mention, in: trigger, place: place) { participants.append(mention.entity) }
    }
    let meant = meant(before: trigger, in: sentence).filter { !participants.contains($0) }
    return meant + participants
  }

  /// Where the subject of a sentence stands, in tokens.
  private static let opening = 8
  /// How many sentences back the people are looked for whom a pronoun means.
  private static let memory = 3

  /// Whom the pronoun before a verb means: the first people of the nearest sentence before that names any.
  private func meant(before trigger: EventTrigger, in sentence: TextSentence) -> [Int] {
    guard trigger.isVerb, let count = pronoun(before: trigger, in: sentence),
      let number = text.sentence(ofToken: sentence.tokens.lowerBound)
    else { return [] }
    let before = facts.mentions(in: sentence.bytes.lowerBound..<text.tokens[trigger.tokens.lowerBound].bytes.lowerBound)
    if before.contains(where: { facts.entities[$0.entity].kind == .person }) { return [] }
    // `Les deux hommes` may be of two sentences.
    var people: [Int] = []
    for earlier in stride(from: number - 1, through: max(0, number - Self.memory), by: -1) {
      // `Il s'est entretenu avec X. Le lendemain, il …`: still the same one.
      if people.isEmpty, continues(text.sentences[earlier]) { continue }
      for mention in facts.mentions(in: text.sentences[earlier].bytes)
      where facts.entities[mention.entity].kind == .person && !people.contains(mention.entity) {
        people.append(mention.entity)
      }
      if people.count >= count { return Array(people.prefix(count)) }
    }
    return []
  }

  /// Whether the subject of a sentence is a pronoun: it opens the sentence, before anybody is named.
  private func continues(_ sentence: TextSentence) -> Bool {
    guard let token = sentence.tokens.prefix(Self.opening).first(where: { text.match(.eventPronoun, at: $0) != nil })
    else { return false }
    let before = sentence.bytes.lowerBound..<text.tokens[token].bytes.lowerBound
    return !facts.mentions(in: before).contains { facts.entities[$0.entity].kind == .person }
  }

  /// How many people the pronoun means that stands up to eight tokens before the trigger, in its clause.
  private func pronoun(before trigger: EventTrigger, in sentence: TextSentence) -> Int? {
    let start = max(sentence.tokens.lowerBound, trigger.tokens.lowerBound - 8)
    for token in (start..<trigger.tokens.lowerBound).reversed() {
      if let match = text.match(.eventPronoun, at: token) { return text.entry(match).value(0) == "two" ? 2 : 1 }
      if text.tokens[token].kind == .punctuation, text.tokens[token].value != Punctuation.comma { return nil }
    }
    return nil
  }

  private func takesPart(_ mention: DocumentFacts.Mention, in trigger: EventTrigger, place: Int?) -> Bool {
    let entity = facts.entities[mention.entity]
    switch entity.kind {
    case .person: return Self.encounters.contains(trigger.type) || !isQuoted(mention)
    case .organisation:
      return !facts.isInRole(mention.bytes.lowerBound) && (entity.type != "media" || trigger.type == "interview")
    case .country:
      if facts.isInRole(mention.bytes.lowerBound) || mention.entity == place && trigger.type == "visit" { return false }
      if isAway(mention) { return false }
      return !facts.isOutsider(mention) || standsBeside(mention, trigger)
    default: return false
    }
  }

  private static let encounters: Set<String> = ["meeting", "visit", "dialogue", "interview", "debate"]

  /// `a dit Paul Roy`: whose words are told is no part of what they tell.
  private func isQuoted(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    return (max(0, token - 2)..<token).contains { text.match(.sayVerb, at: $0) != nil }
  }

  /// `en Ukraine`, `la guerre contre l'Ukraine`: a country that something happens in or to.
  private func isAway(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0 else { return false }
    return isPreposition(token - 1) || isSpokenOf(token, isCountry: true)
  }

  /// Whether no punctuation stands between a mention and the trigger after it, or the trigger goes on with `avec` or
  /// `entre` and the mention.
  private func standsBeside(_ mention: DocumentFacts.Mention, _ trigger: EventTrigger) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    if token < trigger.tokens.lowerBound {
      return !text.tokens[token..<trigger.tokens.lowerBound].contains { $0.kind == .punctuation }
    }
    let end = trigger.tokens.upperBound
    guard (end..<end + 8).contains(token) else { return false }
    return (end..<min(end + 3, token)).contains {
      text.match(.eventPreposition, at: $0).map { text.entry($0).value(0) } == "between"
    }
  }
}

internal import EntenteSchema

/// Reads when, where and with whom an event takes place, from the sentence that tells of it.
struct EventSettingReader {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// How many tokens after the trigger a place may stand.
  private static let reach = 28
  /// How many bytes after a visit's verb the town of a house may stand.
  private static let houseReach = 48

  // MARK: Date

  /// The date that stands nearest. A year loses to a finer date, a period that is told beside a day wins, and a word
  /// without calendar content is none, nor are words that the trigger stands in: `le lendemain du sommet`.
  ///
  /// - Parameter last: the last day that it may begin on, ISO 8601; empty for any.
  func date(of trigger: EventTrigger, in sentence: TextSentence, until last: String = "") -> Int? {
    let anchor = text.bytes(of: trigger.tokens)
    var best: (distance: Int, date: Int)?
    for mention in facts.dates(in: sentence.bytes) {
      let date = facts.dates[mention.date]
      if isSince(mention) { continue }
      if date.vague || !last.isEmpty && date.start > last { continue }
      if mention.bytes.lowerBound < anchor.lowerBound, mention.bytes.upperBound >= anchor.upperBound { continue }
      var distance =
        mention.bytes.lowerBound >= anchor.upperBound
        ? mention.bytes.lowerBound - anchor.upperBound : max(0, anchor.lowerBound - mention.bytes.upperBound)
      if date.precision == .year { distance += 120 }
      if date.precision == .range { distance /= 2 }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, mention.date) }
    }
    return best?.date
  }

  private static let since = Lexicon.standard.word("depuis")

  /// `commande depuis janvier`: what lasts since a month or a year ago is no event of that month.
  private func isSince(_ mention: DocumentFacts.DateMention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound),
      [.month, .year].contains(facts.dates[mention.date].precision)
    else { return false }
    return (max(0, token - 4)...token).contains { text.tokens[$0].word == Self.since }
  }

  // MARK: Place

  /// The place or country after the trigger with a preposition of place, up to what the sentence tells of next; else a
  /// town before it.
  func place(of trigger: EventTrigger, before next: Int, in sentence: TextSentence) -> Int? {
    let named = facts.mentions(in: sentence.bytes).filter { isLocation($0, trigger) }
    let anchor = text.bytes(of: trigger.tokens)
    if let town = namesake(of: trigger, named) { return town }
    let end = clauseEnd(after: trigger.tokens.upperBound, before: next)
    let after = named.filter { $0.bytes.lowerBound >= anchor.upperBound && $0.bytes.lowerBound < end }
    if let first = after.firstIndex(where: { isPlaced($0, nameOfEvent: trigger.type == "summit") }) {
      // `au siège de l'Alliance à Bruxelles`: the town says more than the house.
      let following = first + 1
      if following < after.count, facts.entities[after[following].entity].kind == .place,
        after[following].bytes.lowerBound - after[first].bytes.upperBound <= 5,
        isPlaced(after[following], nameOfEvent: false)
      {
        return after[following].entity
      }
      return after[first].entity
    }
    // `a visité Tokyo`
    if trigger.isVerb, trigger.type == "visit",
      let next = named.first(where: { $0.bytes.lowerBound >= anchor.upperBound }),
      next.bytes.lowerBound - anchor.upperBound < 5
    {
      return next.entity
    }
    // `s'est rendu à la base navale de Yokosuka`
    if trigger.isVerb, trigger.type == "visit",
      let next = after.first(where: { isPlaced($0, nameOfEvent: true) || trigger.isJourney && isDestination($0) }),
      next.bytes.lowerBound - anchor.upperBound < Self.houseReach
    {
      return next.entity
    }
    if trigger.isVerb, trigger.type != "visit", let place = antecedent(of: trigger, named, sentence) { return place }
    if trigger.isVerb || trigger.type == "visit" { return trigger.type == "visit" ? nil : opening(named, sentence) }
    return named.last { $0.bytes.upperBound <= anchor.lowerBound && isPlaced($0, nameOfEvent: false) }?.entity
  }

  /// `À Séoul, Mme Beten a été reçue`: the place that opens the sentence.
  private func opening(_ named: [DocumentFacts.Mention], _ sentence: TextSentence) -> Int? {
    let start = sentence.tokens.lowerBound
    return named.first { mention in
      guard let token = text.token(atByte: mention.bytes.lowerBound), token - start < 6,
        let next = text.token(atByte: mention.bytes.upperBound), next < sentence.tokens.upperBound
      else { return false }
      return isPlaced(mention, nameOfEvent: false) && text.tokens[next].kind == .punctuation
        && text.tokens[next].value == Punctuation.comma
    }?.entity
  }

  /// `à Oslo, où il rencontrera Paul Roy`: the place right before the clause of the verb.
  private func antecedent(
    of trigger: EventTrigger, _ named: [DocumentFacts.Mention], _ sentence: TextSentence
  ) -> Int? {
    let start = max(sentence.tokens.lowerBound, trigger.tokens.lowerBound - Self.clause)
    let opening = (start..<trigger.tokens.lowerBound).last { token in
      text.matches(at: token).contains { $0.category == .eventCue && text.entry($0).value(0) == "where" }
    }
    guard let opening else { return nil }
    let clause = text.tokens[opening].bytes.lowerBound
    return named.last { $0.bytes.upperBound <= clause && clause - $0.bytes.upperBound < 4 }?.entity
  }

  /// How many tokens before a verb its clause may open.
  private static let clause = 10

  /// The byte at which the clause ends that the trigger stands in.
  private func clauseEnd(after token: Int, before next: Int) -> Int {
    // `un exercice qui s'est tenu à …`: the clause of the event itself.
    var end = token
    while end < next, end - token < Self.reach, end - token < 4 || text.match(.eventBoundary, at: end) == nil {
      end += 1
    }
    return end > token
      ? text.tokens[end - 1].bytes.upperBound : text.tokens[min(token, text.tokens.count - 1)].bytes.lowerBound
  }

  private func isLocation(_ mention: DocumentFacts.Mention, _ trigger: EventTrigger) -> Bool {
    let entity = facts.entities[mention.entity]
    if facts.isInRole(mention.bytes.lowerBound) { return false }
    if entity.type == "region" || entity.type == "continent" { return trigger.type == "exercise" }
    return entity.kind == .place || entity.kind == .country
  }

  /// `à Tokyo`, `au Japon`, `dans la mer Baltique`; `de Vilnius` where a summit has the town in its name.
  private func isPlaced(_ mention: DocumentFacts.Mention, nameOfEvent: Bool) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0 else { return false }
    if isSpokenOf(token, isCountry: facts.entities[mention.entity].kind == .country) { return false }
    if isPreposition(token - 1) || endsPhrase(before: token) { return true }
    guard text.match(.eventDeterminer, at: token - 1) != nil else { return false }
    if nameOfEvent, facts.entities[mention.entity].kind == .place { return true }
    return token > 1 && isPreposition(token - 2)
  }

  /// `au large de l'Islande`: a preposition of several words, with or without an article after it.
  private func endsPhrase(before token: Int) -> Bool {
    (max(0, token - 5)..<token).contains { start in
      text.matches(at: start).contains { match in
        match.category == .eventPreposition && match.tokens.count > 1 && text.entry(match).value(0) == "at"
          && (match.tokens.upperBound == token
            || match.tokens.upperBound == token - 1 && text.match(.eventDeterminer, at: token - 1) != nil)
      }
    }
  }

  /// `la réunion de Bruxelles`, `le sommet d'Oslo`: the town right after the noun.
  private func namesake(of trigger: EventTrigger, _ named: [DocumentFacts.Mention]) -> Int? {
    let next = trigger.tokens.upperBound
    guard !trigger.isVerb, trigger.type != "visit", text.tokens.indices.contains(next),
      text.matches(at: next).contains(where: {
        $0.category == .eventPreposition && text.entry($0).value(0) == "of" && $0.tokens.count == 1
      })
    else { return nil }
    let start = text.tokens[next].bytes.upperBound
    return named.first {
      facts.entities[$0.entity].kind == .place && $0.bytes.lowerBound >= start && $0.bytes.lowerBound - start < 2
    }?.entity
  }

  /// `la guerre en Ukraine`, `l'aide à l'Ukraine`: no place where an event takes place.
  private func isSpokenOf(_ token: Int, isCountry: Bool) -> Bool {
    guard isCountry else { return false }
    let isDative =
      token > 1 && text.match(.eventDeterminer, at: token - 1) != nil && text.tokens[token - 2].length <= 2
      && isPreposition(token - 2) && text.tokens[token - 2].flags.contains(.accented)
    return isDative || (max(0, token - 5)..<token).contains { text.match(.eventElsewhere, at: $0) != nil }
  }

  /// `partira pour Oslo`, `pour la Norvège`.
  private func isDestination(_ mention: DocumentFacts.Mention) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound) else { return false }
    return (max(0, token - 2)..<token).contains { before in
      text.matches(at: before).contains {
        $0.category == .eventPreposition && text.entry($0).value(0) == "toward"
      }
    }
  }

  private func isPreposition(_ token: Int) -> Bool {
    text.matches(at: token).contains { $0.category == .eventPreposition && text.entry($0).value(0) == "at" }
  }

  // MARK: Participants

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
    for earlier in stride(from: number - 1, through: max(0, number - Self.memory), by: -1) {
      // `Il s'est entretenu avec X. Le lendemain, il …`: still the same one.
      if continues(text.sentences[earlier]) { continue }
      var people: [Int] = []
      for mention in facts.mentions(in: text.sentences[earlier].bytes)
      where facts.entities[mention.entity].kind == .person && !people.contains(mention.entity) {
        people.append(mention.entity)
      }
      if people.count >= count { return Array(people.prefix(count)) }
      if !people.isEmpty { return [] }
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
      return !FieldTermReader.isOutsider(entity) || standsBeside(mention, trigger)
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

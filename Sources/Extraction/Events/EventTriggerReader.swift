internal import EntenteSchema

/// Finds the nouns, verbs and phrases of a sentence that tell of an event, and drops those that are negated or lack what
/// their entry of the lexicon needs beside them.
struct EventTriggerReader {
  let text: AnnotatedText
  let facts: DocumentFacts
  let headings: EventHeadingReader
  /// The text reports a match: who meets there plays.
  let tellsOfSport: Bool

  init(text: AnnotatedText, facts: DocumentFacts) {
    self.text = text
    self.facts = facts
    headings = EventHeadingReader(text: text, facts: facts)
    var sport = 0
    for cue in text.matches(of: [.eventCue]) where text.kind(cue) == "sport" {
      sport += 1
      if sport == Self.sportWords { break }
    }
    tellsOfSport = sport == Self.sportWords
  }

  /// How many words of sport make a text a report of a match.
  private static let sportWords = 3

  static let reach = 12
  /// Without one of them a sentence has no trigger.
  static let words: CategorySet = [.eventNoun, .eventVerb, .eventPhrase, .eventCue]
  private static let events: CategorySet = [.eventNoun, .eventVerb, .eventPhrase]

  /// The triggers of a sentence, in order, none inside another.
  func triggers(in sentence: TextSentence) -> [EventTrigger] {
    if asks(sentence) { return [] }
    guard sentence.categories.intersects(Self.events) else { return fallback(in: sentence) }
    let isDated = hasDay(sentence)
    var triggers: [EventTrigger] = []
    var token = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    while let next = text.firstToken(of: Self.events, in: min(token, end)..<end), let match = match(at: next) {
      token = max(match.tokens.upperBound, next + 1)
      // `Un atelier d'experts ouvrira à Oslo lundi`: the phrase says of it that it begins.
      if match.category == .eventPhrase, let last = triggers.last, !last.isVerb,
        text.source(tokens: match.tokens).hasPrefix("ouvrir"), isSubject(last.tokens, of: match.tokens)
      {
        continue
      }
      if !isDated, match.category == .eventVerb, needsDay(match) { continue }
      let start = text.tokens[match.tokens.lowerBound].bytes.lowerBound
      if facts.isInSpeech(start) || facts.isInRole(start) { continue }
      if isInName(match.tokens), !isStaged(match.tokens, sentence) { continue }
      if isMentioned(match.tokens) || match.category == .eventVerb && facts.isQuoted(start) { continue }
      if isNegated(match.tokens, sentence) || isCancelled(match.tokens, sentence) { continue }
      if let trigger = told(by: match, sentence).first ?? told(within: match, sentence) {
        // `Un déjeuner de travail a réuni mardi …`: the verb tells of its subject.
        if trigger.isVerb, trigger.type == "conference", let last = triggers.last, !last.isVerb,
          isSubject(last.tokens, of: trigger.tokens)
        {
          continue
        }
        triggers.append(trigger)
      } else if match.category == .eventVerb {
        // `s'entretenir avec` may lack what `entretenir` does not need.
        token = match.tokens.lowerBound + 1
      }
    }
    if triggers.isEmpty { return fallback(in: sentence) }
    // `Il est attendu à Oslo, où il rencontrera …`: who travels to meet somebody has met somebody.
    let told = triggers.enumerated().filter { !$1.isJourney || isOfItsOwn($0, triggers, sentence) }.map(\.element)
    return told.isEmpty ? triggers : told
  }

  /// `est attendu lundi à Oslo, où il rencontrera le lendemain …`: a journey to come, with a day of its own, before the
  /// clause of another event.
  private func isOfItsOwn(_ number: Int, _ triggers: [EventTrigger], _ sentence: TextSentence) -> Bool {
    let journey = triggers[number].tokens
    let verb = text.source(tokens: journey)
    guard triggers[number].type == "visit", number + 1 < triggers.count,
      verb.contains("attendu") || verb.contains("annonc") || verb.hasPrefix("ser") || text.isFuture(journey.lowerBound)
    else { return false }
    let next = triggers[number + 1].tokens.lowerBound
    guard journey.upperBound < next, leadsToLand(journey, sentence) || leadsToHouse(journey, sentence),
      !facts.dates(in: text.bytes(of: journey.upperBound..<next)).isEmpty
    else { return false }
    return (journey.upperBound + 1..<next + 1).contains { token in
      text.eventCue("where", at: token) != nil || text.source(text.tokens[token].bytes) == "pour"
        || text.tokens[token - 1].kind == .punctuation && text.tokens[token - 1].value == Punctuation.semicolon
    }
  }

  /// Conditions of common verbs that no sentence without a day meets: `est`, `a dit`.
  private static let daily: Set<String> = [
    "stay", "heard", "before", "awaited", "boarding", "landed", "asked", "hosted", "reached", "codename", "planning",
    "told",
    "actor", "drill", "troops", "joint", "fleet", "audience", "aboard",
  ]

  /// Whether all that a verb may tell of needs a day: what most sentences have none of is told before anything else is asked.
  private func needsDay(_ match: LexiconMatch) -> Bool {
    for number in text.matchNumbers(at: match.tokens.lowerBound) {
      let other = text.matches[number]
      guard Self.tells(other.category) else { continue }
      if other.category != .eventVerb || !Self.daily.contains(text.entry(other).value(1)) { return false }
    }
    return true
  }

  private func fallback(in sentence: TextSentence) -> [EventTrigger] {
    (occurrence(in: sentence) ?? partaking(in: sentence)).map { [$0] } ?? []
  }

  /// Whether no word that opens a clause stands between a noun and a verb.
  private func isSubject(_ noun: Range<Int>, of verb: Range<Int>) -> Bool {
    noun.upperBound <= verb.lowerBound && verb.lowerBound - noun.upperBound < Self.reach
      && !(noun.upperBound..<verb.lowerBound).contains { text.match(.eventBoundary, at: $0) != nil }
  }

  /// Those of a match, or of another that stands for the same words: `la venue` is a noun, `est venue` a verb.
  private func told(by match: LexiconMatch, _ sentence: TextSentence) -> [EventTrigger] {
    text.matches(at: match.tokens.lowerBound).filter { $0.tokens == match.tokens && Self.tells($0.category) }
      .compactMap { trigger($0, sentence) }
  }

  /// Those of a shorter match: `échangé avec` may lack what `échangé` does not need.
  private func told(within match: LexiconMatch, _ sentence: TextSentence) -> EventTrigger? {
    guard match.tokens.count > 1, match.category == .eventVerb else { return nil }
    return text.matches(at: match.tokens.lowerBound).lazy
      .filter { $0.tokens.count < match.tokens.count && $0.category == .eventVerb }
      .compactMap { trigger($0, sentence) }.first
  }

  private static func tells(_ category: LexiconCategory) -> Bool {
    category == .eventNoun || category == .eventVerb || category == .eventPhrase
  }

  private func match(at token: Int) -> LexiconMatch? {
    for number in text.matchNumbers(at: token) {
      let match = text.matches[number]
      switch match.category {
      case .eventNoun, .eventVerb, .eventPhrase: return match
      default: continue
      }
    }
    return nil
  }

  private func trigger(_ match: LexiconMatch, _ sentence: TextSentence) -> EventTrigger? {
    let entry = text.entry(match)
    let type = entry.value(0)
    switch match.category {
    case .eventPhrase:
      // `s'ouvrira` says of what there is that it begins.
      guard match.tokens.lowerBound == 0 || text.match(.eventReflexive, at: match.tokens.lowerBound - 1) == nil else {
        return nil
      }
      return EventTrigger(
        type: type, tokens: match.tokens, determination: .none,
        status: entry.value(1) == "planned" ? .planned : .proposed)
    case .eventVerb:
      guard verbStands(match.tokens, needs: entry.value(1), sentence),
        entry.value(2).isEmpty || verbStands(match.tokens, needs: entry.value(2), sentence)
      else { return nil }
      // `Le préfet Paul Roy a réuni les maires` is no conference.
      let isCalled =
        type == "conference"
        && (people(in: sentence.bytes.lowerBound..<text.tokens[match.tokens.lowerBound].bytes.lowerBound) > 0
          || isConvening(match.tokens, sentence))
      let isStayWith =
        type == "visit" && entry.value(1) == "stay" && hasSpeaker(before: match.tokens, sentence)
        && staysWith(match.tokens, sentence)
      return EventTrigger(
        type: isCalled || isStayWith || type == "conference" && isOfSession(match.tokens, sentence)
          ? "meeting" : welcomes(match.tokens, sentence) ? "visit" : talked(type, match.tokens, sentence),
        tokens: match.tokens,
        determination: .none,
        status: type == "visit" && isInvited(match.tokens, sentence) ? .proposed : nil, isVerb: true,
        isGathering: ["gather", "planning"].contains(entry.value(1)),
        isJourney: ["journey", "gone", "stay", "passer", "landed", "awaited"].contains(entry.value(1)),
        isErrand: ["sent", "called"].contains(entry.value(1)))
    default:
      return noun(match.tokens, type: type, needs: entry.value(1), sentence)
    }
  }

  // MARK: Surroundings

  func hasCue(_ kind: String, in tokens: Range<Int>) -> Bool { text.hasEventCue(kind, in: tokens) }

  /// `il a visité`.
  func hasPronoun(before tokens: Range<Int>, _ sentence: TextSentence) -> Bool {
    (max(sentence.tokens.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains {
      text.match(.eventPronoun, at: $0) != nil
    }
  }

  func hasParty(_ bytes: Range<Int>) -> Bool {
    facts.mentions(in: bytes).contains { facts.entities[$0.entity].kind != .place }
  }

  /// An organisation or a state.
  func hasHouse(_ bytes: Range<Int>) -> Bool {
    facts.mentions(in: bytes).contains { [.organisation, .country].contains(facts.entities[$0.entity].kind) }
  }

  func isPerson(_ mention: DocumentFacts.Mention) -> Bool { facts.entities[mention.entity].kind == .person }

  func namesLand(in bytes: Range<Int>) -> Bool {
    facts.mentions(in: bytes).contains { [.country, .place].contains(facts.entities[$0.entity].kind) }
  }
}

internal import EntenteSchema
internal import ProtobufCoding

/// Joins the tellings of one event: `cette rencontre` to the meeting before it, a second mention to the first.
struct EventMerger {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// Types that a demonstrative may take up in other words: `cette rencontre` after `un dialogue`.
  private static let encounters: Set<String> = [
    "meeting", "dialogue", "debate", "symposium", "conference", "summit", "visit", "information-day",
  ]

  /// How many events back another telling is looked for.
  private static let memory = 64

  func merged(_ drafts: [EventDraft]) -> [EventDraft] {
    var events: [EventDraft] = []
    for draft in drafts {
      if let earlier = earlier(draft, in: events) {
        // `Ce dialogue` of a sentence on something else has nothing to add.
        // `Fin de l'exercice Croix du Sud`, and below it when it ended.
        if events[earlier].date == nil, draft.date != nil, isNamesake(events[earlier], draft) {
          events[earlier] = draft.absorbing(events[earlier], resolved: isResolved)
        } else if draft.isAlone || draft.trigger.determination != .demonstrative {
          events[earlier].absorb(draft, resolved: isResolved)
        }
        if isNamed(events[earlier], by: draft) {
          (events[earlier].type, events[earlier].trigger) = (draft.type, draft.trigger)
        }
      } else if isNew(draft, after: events) {
        events.append(completed(draft, from: events.last))
      }
    }
    return events
  }

  /// `Toutes les discussions`, `la déclaration conjointe`: what is told of as known happened where and when the event of
  /// the sentence before did.
  private func completed(_ draft: EventDraft, from last: EventDraft?) -> EventDraft {
    if let last, isThere(draft, last) {
      var draft = draft
      draft.date = draft.date ?? last.date
      draft.place = draft.place ?? last.place
      return draft
    }
    guard let last, draft.trigger.determination == .definite,
      ["meeting", "debate", "declaration"].contains(draft.type),
      draft.sentence - last.sentence == 1, last.status == draft.status,
      text.sentences[draft.sentence].block == text.sentences[last.sentence].block
    else { return draft }
    var draft = draft
    draft.date = draft.date ?? last.date
    draft.place = draft.place ?? last.place
    if !draft.participants.contains(where: { facts.entities[$0].kind == .person }) {
      let added = last.participants.filter { draft.participants.isEmpty || facts.entities[$0].kind == .person }
      draft.participants = added + draft.participants.filter { !added.contains($0) }
    }
    return draft
  }

  /// `Il s'est rendu à Oslo le 3 mai. Il y a signé un accord.`
  private func isThere(_ draft: EventDraft, _ last: EventDraft) -> Bool {
    guard draft.trigger.isVerb, draft.sentence - last.sentence == 1, last.status == draft.status,
      text.sentences[draft.sentence].block == text.sentences[last.sentence].block
    else { return false }
    let start = draft.trigger.tokens.lowerBound
    return text.hasEventCue("there", in: max(text.sentences[draft.sentence].tokens.lowerBound, start - 3)..<start)
  }

  private func earlier(_ draft: EventDraft, in events: [EventDraft]) -> Int? {
    let recent = events.suffix(Self.memory)
    if let last = events.indices.last, isWelcome(draft, events[last]) { return last }
    if draft.trigger.determination == .demonstrative {
      return recent.lastIndex { $0.type == draft.type }
        ?? recent.lastIndex { Self.encounters.contains($0.type) && Self.encounters.contains(draft.type) }
    }
    return recent.lastIndex { isSame($0, draft) } ?? only(draft, among: events) ?? known(draft, among: recent)
  }

  /// `Elle s'est rendue à Oslo. Elle y a été accueillie par …`: the welcome is a part of the visit.
  private func isWelcome(_ draft: EventDraft, _ last: EventDraft) -> Bool {
    last.type == "visit" && draft.type == "meeting" && isThere(draft, last)
      && text.source(tokens: draft.trigger.tokens).hasPrefix("accueill")
  }

  /// `La visite s'est achevée à Canberra`: the only visit that was told, whatever else the sentence says of it.
  private func only(_ draft: EventDraft, among events: [EventDraft]) -> Int? {
    guard draft.type == "visit", draft.trigger.determination == .definite, !isAnother(draft),
      let event = events.firstIndex(where: { $0.type == draft.type }),
      events.lastIndex(where: { $0.type == draft.type }) == event, events[event].status == draft.status,
      !draft.participants.contains(where: { isStranger($0, to: events[event]) })
    else { return nil }
    return event
  }

  /// Types that a text tells of by their bare noun, once it has told of one.
  private static let known: Set<String> = [
    "exercise", "conference", "symposium", "dialogue", "visit", "summit", "debate", "information-day",
  ]

  /// `L'atelier réunit jusqu'à jeudi …`: the bare noun means the only one that was told, unless it has another place.
  private func known(_ draft: EventDraft, among events: ArraySlice<EventDraft>) -> Int? {
    guard Self.known.contains(draft.type), isBare(draft), !isAnother(draft),
      let event = events.firstIndex(where: { $0.type == draft.type }),
      events.lastIndex(where: { $0.type == draft.type }) == event,
      draft.status == events[event].status || draft.date == nil || isUnderWay(events[event], draft),
      draft.place == nil || events[event].place == nil || draft.place == events[event].place,
      isNear(events[event].date, draft.date)
    else { return nil }
    return event
  }

  /// `a ouvert mardi un atelier`, `L'atelier réunit jusqu'à jeudi`: it has begun, and ends ahead.
  private func isUnderWay(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    event.status == .past && draft.status == .planned && event.date.map(isResolved) ?? false
      && draft.date.map(isResolved) ?? false
  }

  /// How many days the tellings of one event may name that do not meet: its first and its last.
  private static let span = 10

  private func isNear(_ first: Int?, _ second: Int?) -> Bool {
    if datesMeet(first, second, unresolved: true) { return true }
    guard let first, let second, let a = CivilDate(iso8601: facts.dates[first].start),
      let b = CivilDate(iso8601: facts.dates[second].start)
    else { return false }
    return abs(a.days(since: b)) <= Self.span
  }

  /// `l'exercice`, with no name and nothing that says which.
  private func isBare(_ draft: EventDraft) -> Bool {
    guard draft.trigger.determination == .definite, !draft.trigger.isVerb, draft.trigger.tokens.count == 1,
      text.tokens.indices.contains(draft.trigger.tokens.upperBound)
    else { return false }
    let next = draft.trigger.tokens.upperBound
    let found = text.tokens[next]
    if found.kind == .punctuation {
      return ![Punctuation.openQuote, Punctuation.straightQuote].contains(found.value)
    }
    return found.kind == .word && !found.flags.contains(.capitalised) && text.match(.eventDeterminer, at: next) == nil
      && text.match(.eventTopic, at: next) == nil && text.match(.eventPreposition, at: next) == nil
  }

  private func isStranger(_ participant: Int, to event: EventDraft) -> Bool {
    facts.entities[participant].kind == .person && !event.participants.contains(participant)
  }

  private func isSame(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    if isSameEncounter(event, draft) { return true }
    if isAnother(draft) { return false }
    guard event.type == draft.type, event.type != "other", event.status == draft.status else { return false }
    if let first = event.place, let second = draft.place, first != second, !isNamesake(event, draft) { return false }
    if event.sentence == draft.sentence {
      return event.date == draft.date || event.trigger.isVerb || draft.trigger.isVerb
    }
    let isDefinite = draft.trigger.determination == .definite || draft.trigger.determination == .possessive
    guard datesMeet(event.date, draft.date, unresolved: isDefinite) else { return false }
    if event.type == "declaration" || event.type == "summit" { return true }
    let people = Set(event.participants).intersection(draft.participants)
    // Whoever meets somebody else meets anew.
    if draft.type == "meeting", !isDefinite, draft.participants.contains(where: { isNewPerson($0, to: event) }) {
      return false
    }
    return isDefinite || (!people.isEmpty && (event.date == nil || draft.date == nil || isSharedDay(event, draft)))
  }

  /// `l'exercice Croix du Sud` and `l'exercice multinational Croix du Sud`: the same name follows.
  private func isNamesake(_ first: EventDraft, _ second: EventDraft) -> Bool {
    guard first.type == "exercise", !first.trigger.isVerb, !second.trigger.isVerb else { return false }
    let (a, b) = (first.trigger.tokens.upperBound, second.trigger.tokens.upperBound)
    guard text.tokens.indices.contains(a), text.tokens.indices.contains(b) else { return false }
    return text.tokens[a].kind == .word && text.tokens[a].flags.contains(.capitalised)
      && text.bytes[text.tokens[a].bytes].elementsEqual(text.bytes[text.tokens[b].bytes])
  }

  /// `la prochaine réunion`: never the one before.
  private func isAnother(_ draft: EventDraft) -> Bool {
    guard !draft.trigger.isVerb else { return false }
    let start = draft.trigger.tokens.lowerBound
    return text.hasEventCue("again", in: max(0, start - 2)..<start)
  }

  private func isNewPerson(_ participant: Int, to event: EventDraft) -> Bool {
    isStranger(participant, to: event)
      && event.participants.contains { facts.entities[$0].kind == .person }
  }

  /// `Lors d'une réunion, X et Y ont convenu`: the verb tells of the encounter that its sentence names.
  private func isSameEncounter(_ event: EventDraft, _ draft: EventDraft) -> Bool {
    guard event.sentence == draft.sentence else { return false }
    if isNamed(event, by: draft) { return true }
    // `En marge du sommet, X s'est entretenu avec Y`
    guard draft.trigger.isVerb, draft.type == "meeting", Self.encounters.contains(event.type), !refersBack(event) else {
      return false
    }
    return draft.trigger.isGathering || (event.type != "visit" && event.type != "summit")
  }

  /// `se sont réunis pour une conférence`: the noun says what the verb tells of.
  private func isNamed(_ event: EventDraft, by draft: EventDraft) -> Bool {
    event.sentence == draft.sentence && event.trigger.isGathering && !draft.trigger.isVerb
      && Self.encounters.contains(draft.type) && !refersBack(draft)
  }

  /// `depuis le sommet de Madrid`: another event, that the sentence only refers to.
  private func refersBack(_ draft: EventDraft) -> Bool {
    let start = draft.trigger.tokens.lowerBound
    return (max(0, start - 3)..<start).contains { token in
      text.match(.eventCue, at: token).map { text.entry($0).value(0) == "reference" } ?? false
    }
  }

  private func isSharedDay(_ first: EventDraft, _ second: EventDraft) -> Bool {
    guard let a = first.date, let b = second.date else { return false }
    return a == b || (isResolved(a) && isResolved(b) && facts.dates[a].start == facts.dates[b].start)
  }

  /// A demonstrative without an antecedent tells of nothing new, but where several are said to take part.
  private func isNew(_ draft: EventDraft, after events: [EventDraft]) -> Bool {
    switch draft.trigger.determination {
    // `Cet exercice, qui mobilise douze pays jusqu'au 7 mai, …`
    case .demonstrative where ["exercise", "conference"].contains(draft.type) && draft.date.map(isResolved) ?? false:
      return true
    case .demonstrative: return draft.participants.count > 1 && isHeld(draft)
    // `Anna Holm, qui dirige l'exercice, …`: which one, the text does not say.
    case .definite where draft.type == "exercise" && draft.date == nil && draft.place == nil && isBare(draft):
      return isHeld(draft)
    // `En marge du sommet, …`
    case .definite where draft.type == "summit" && draft.date == nil && draft.place == nil && isBare(draft):
      return false
    default:
      return draft.date != nil || draft.place != nil || !draft.participants.isEmpty || isJust(draft) || isStaged(draft)
    }
  }

  /// `La réunion des ministres s'est achevée tout à l'heure.`
  private func isStaged(_ draft: EventDraft) -> Bool {
    let end = draft.trigger.tokens.upperBound
    let after = end..<max(end, min(end + 6, text.sentences[draft.sentence].tokens.upperBound))
    return !draft.trigger.isVerb && draft.status == .past && text.hasEventCue("stage", in: after)
  }

  /// `Nous venons de signer un accord`: who, and that it was today, goes without saying.
  private func isJust(_ draft: EventDraft) -> Bool {
    let start = draft.trigger.tokens.lowerBound
    return text.hasEventCue("just", in: max(0, start - 5)..<start)
  }

  /// `ont assisté à`, right before the noun.
  private func isHeld(_ draft: EventDraft) -> Bool {
    let start = draft.trigger.tokens.lowerBound
    return text.hasEventCue("held", in: max(0, start - 4)..<start)
  }

  private func isResolved(_ date: Int) -> Bool { !facts.dates[date].start.isEmpty }

  /// Whether two dates may be the same; an unknown one meets every other, and `unresolved` is the answer for two that
  /// the text leaves open.
  private func datesMeet(_ first: Int?, _ second: Int?, unresolved: Bool) -> Bool {
    guard let first, let second else { return true }
    let (a, b) = (facts.dates[first], facts.dates[second])
    if a.start.isEmpty, b.start.isEmpty { return unresolved || first == second }
    if a.start.isEmpty || b.start.isEmpty { return true }
    return a.start <= b.end && b.start <= a.end
  }
}

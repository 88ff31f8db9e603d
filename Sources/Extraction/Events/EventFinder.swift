internal import Schema

/// Reads the events that a document tells of.
///
///     let facts = DocumentFacts(documentID: "a", kind: .news, entities: entities, dates: dates)
///     let events = EventFinder(text: text, facts: facts).events()
///
/// Sentence by sentence: triggers (``EventTriggerReader``), then for each its date, place, participants and status, all
/// from the same sentence; then tellings of the same event are merged (``EventMerger``) and given a title
/// (``EventTitleWriter``). Titles, boilerplate and other people's words are not read. A programme tells of one event:
/// its own adoption.
struct EventFinder {
  let text: AnnotatedText
  let facts: DocumentFacts

  /// The events, in the order of the text.
  func events() -> [Event] {
    let drafts = facts.kind == .programme ? programmeAdoption() : EventMerger(text: text, facts: facts).merged(drafts())
    let titles = EventTitleWriter(text: text, facts: facts)
    return drafts.enumerated().map { number, draft in
      Event(
        id: "\(facts.documentID)#\(number + 1)", type: draft.type, title: titles.title(of: draft),
        date: draft.date.map { facts.dates[$0] }, place: draft.place.map(reference),
        participants: draft.participants.map(reference), status: draft.status,
        evidence: Source(text.sentences[draft.sentence].bytes, of: text, documentID: facts.documentID))
    }
  }

  private func reference(_ entity: Int) -> EntityReference {
    EntityReference(id: facts.entities[entity].id, name: facts.entities[entity].name)
  }

  // MARK: Drafts

  private func drafts() -> [EventDraft] {
    let reader = EventTriggerReader(text: text, facts: facts)
    let statusReader = EventStatusReader(text: text)
    var drafts: [EventDraft] = []
    for (number, sentence) in text.sentences.enumerated() where isBody(sentence) {
      for trigger in reader.triggers(in: sentence) {
        let date = date(of: trigger, in: sentence)
        let place = place(of: trigger, in: sentence)
        let isDeadline = date.map { facts.dates[$0].deadline } ?? false
        drafts.append(
          EventDraft(
            type: trigger.type, trigger: trigger, sentence: number,
            status: statusReader.status(of: trigger, in: sentence, isDeadline: isDeadline), date: date, place: place,
            participants: participants(of: trigger, in: sentence, place: place)))
      }
    }
    return drafts
  }

  private func isBody(_ sentence: TextSentence) -> Bool {
    let kind = text.blocks[sentence.block].kind
    return kind == .paragraph || kind == .listItem
  }

  /// The date that stands nearest; a period that holds another date of the sentence is the whole of it. A year loses to
  /// a finer date, and a word without calendar content is none.
  private func date(of trigger: EventTrigger, in sentence: TextSentence) -> Int? {
    let anchor = text.bytes(of: trigger.tokens)
    var best: (distance: Int, date: Int)?
    for mention in facts.dates(in: sentence.bytes) {
      let date = facts.dates[mention.date]
      if date.vague { continue }
      var distance =
        mention.bytes.lowerBound >= anchor.upperBound
        ? mention.bytes.lowerBound - anchor.upperBound : max(0, anchor.lowerBound - mention.bytes.upperBound)
      if date.precision == .year { distance += 120 }
      if date.precision == .range { distance /= 2 }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, mention.date) }
    }
    return best?.date
  }

  /// The place or country that stands nearest after the trigger with a preposition of place; before it, a city.
  private func place(of trigger: EventTrigger, in sentence: TextSentence) -> Int? {
    let anchor = text.bytes(of: trigger.tokens)
    let named = facts.mentions(in: sentence.bytes).filter { isLocation($0) && !facts.isInRole($0.bytes.lowerBound) }
    let after = named.first { mention in
      mention.bytes.lowerBound >= anchor.upperBound && isPlaced(mention, nameOfEvent: trigger.type == "summit")
    }
    if let after { return after.entity }
    if trigger.isVerb || trigger.type == "visit" { return nil }
    return named.last { $0.bytes.upperBound <= anchor.lowerBound && isPlaced($0, nameOfEvent: false) && isTown($0) }?
      .entity
  }

  private func isLocation(_ mention: DocumentFacts.Mention) -> Bool {
    let kind = facts.entities[mention.entity].kind
    return kind == .place || kind == .country
  }

  private func isTown(_ mention: DocumentFacts.Mention) -> Bool { facts.entities[mention.entity].kind == .place }

  /// `à Tokyo`, `au Japon`, `en Méditerranée`; `de Vilnius` where a summit has the town in its name.
  private func isPlaced(_ mention: DocumentFacts.Mention, nameOfEvent: Bool) -> Bool {
    guard let token = text.token(atByte: mention.bytes.lowerBound), token > 0 else { return false }
    for previous in stride(from: token - 1, through: max(0, token - 3), by: -1) {
      if text.tokens[previous].kind == .punctuation { return false }
      let matches = text.matches(at: previous)
      if matches.contains(where: { $0.category == .eventPreposition && text.entry($0).value(0) == "at" }) {
        return true
      }
      if nameOfEvent, facts.entities[mention.entity].kind == .place, previous == token - 1,
        matches.contains(where: { $0.category == .eventDeterminer })
      {
        return true
      }
    }
    return false
  }

  /// Everybody whom the sentence names, but for the place, states that only stand as a place or in a role, and media
  /// that only report.
  private func participants(of trigger: EventTrigger, in sentence: TextSentence, place: Int?) -> [Int] {
    var participants: [Int] = []
    for mention in facts.mentions(in: sentence.bytes) {
      let entity = facts.entities[mention.entity]
      if entity.kind == .place || participants.contains(mention.entity) { continue }
      if mention.entity == place && trigger.type == "visit" { continue }
      if entity.kind != .person, facts.isInRole(mention.bytes.lowerBound) { continue }
      if entity.kind == .country, isPlaced(mention, nameOfEvent: false), mention.entity == place { continue }
      if entity.type == "media", trigger.type != "interview" { continue }
      participants.append(mention.entity)
    }
    return participants
  }

  // MARK: Programmes

  /// The first sentence of the body that speaks of the programme itself.
  private func programmeAdoption() -> [EventDraft] {
    for (number, sentence) in text.sentences.enumerated() where isBody(sentence) {
      guard
        let match = sentence.tokens.lazy.compactMap({ token in
          text.matches(at: token).first {
            $0.category == .eventNoun && text.entry($0).value(0) == "programme-adoption"
          }
        }).first
      else { continue }
      let title = text.sentences.first.map { facts.mentions(in: $0.bytes) } ?? []
      let parties = (title + facts.mentions(in: sentence.bytes)).map(\.entity).filter {
        facts.entities[$0].kind == .country || facts.entities[$0].type == "alliance"
      }
      let participants = parties.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
      let trigger = EventTrigger(type: "programme-adoption", tokens: match.tokens, determination: .definite)
      return [
        EventDraft(
          type: trigger.type, trigger: trigger, sentence: number, status: .past, date: nil, place: nil,
          participants: participants)
      ]
    }
    return []
  }
}

internal import EntenteSchema

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
    var drafts = facts.kind == .programme ? programmeAdoption() : EventMerger(text: text, facts: facts).merged(drafts())
    if facts.kind == .interview, !isPublicTalk, !drafts.contains(where: { $0.type == "interview" }),
      let talk = interview()
    {
      drafts.insert(talk, at: 0)
    }
    if drafts.isEmpty { return [] }
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
    guard text.categories.intersects(EventTriggerReader.words) else { return [] }
    let reader = EventTriggerReader(text: text, facts: facts)
    let statusReader = EventStatusReader(text: text)
    let setting = EventSettingReader(text: text, facts: facts)
    let headings = reader.headings
    let dateline = setting.datelinePlace
    var drafts: [EventDraft] = []
    for (number, sentence) in text.sentences.enumerated()
    where sentence.categories.intersects(EventTriggerReader.words) && text.isBody(sentence) {
      let triggers = reader.triggers(in: sentence)
      for (index, found) in triggers.enumerated() {
        var trigger = found
        if let types = Self.repeated[trigger.type] {
          guard let type = mostTold(of: types, in: drafts) else { continue }
          trigger.type = type
        }
        let next = index + 1 < triggers.count ? triggers[index + 1].tokens.lowerBound : sentence.tokens.upperBound
        let isTold = statusReader.isTold(trigger)
        let heading = headings.heading(of: sentence)
        let date = setting.date(of: trigger, in: sentence, until: isTold ? facts.asOf : "") ?? heading?.date
        let stated =
          setting.place(of: trigger, before: next, in: sentence) ?? setting.host(of: trigger, in: sentence)
          ?? setting.aside(of: trigger, before: next, in: sentence)
        let place =
          stated ?? heading?.place ?? setting.antecedent(of: trigger, in: sentence)
          ?? (isTold && trigger.type != "visit" && setting.isFresh(date) ? dateline : nil)
        let isDeadline = date.map { facts.dates[$0].deadline } ?? false
        let status = statusReader.status(of: trigger, in: sentence, isDeadline: isDeadline)
        drafts.append(
          EventDraft(
            type: trigger.type, trigger: trigger, sentence: number, isAlone: triggers.count == 1,
            status: isSet(trigger, status, date) ? .planned : status, date: date, place: place,
            participants: setting.participants(of: trigger, in: sentence, place: place)))
      }
    }
    return drafts
  }

  /// Types that may have an edition or a round: `la prochaine édition` is of the one that the text has most of.
  private static let repeated: [String: [String]] = [
    "edition": ["exercise", "conference", "symposium", "summit", "debate"], "round": ["meeting", "dialogue"],
  ]

  /// How many events back an edition looks.
  private static let memory = 64

  /// The type that most of the last drafts have; of several, the first in the list.
  private func mostTold(of types: [String], in drafts: [EventDraft]) -> String? {
    var counts = types.map { _ in 0 }
    for draft in drafts.suffix(Self.memory) {
      if let index = types.firstIndex(of: draft.type) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return types.indices.first { counts[$0] == most }.map { types[$0] }
  }

  /// What lies ahead of the day of the text has not happened, whatever the tense; and a summit has its day, whether or not
  /// somebody might come.
  private func isSet(_ trigger: EventTrigger, _ status: EventStatus, _ date: Int?) -> Bool {
    let isScheduled = trigger.type == "summit" && trigger.determination == .definite
    return (status == .past || status == .proposed && isScheduled) && isAhead(date)
  }

  private func isAhead(_ date: Int?) -> Bool {
    guard let date, !facts.asOf.isEmpty else { return false }
    return facts.dates[date].start > facts.asOf
  }

  // MARK: Interviews

  /// How many sentences may introduce whoever is asked.
  private static let introduction = 8

  /// How long the line may be that says who asked.
  private static let byline = 24
  /// How many people who speak in turn make a round table.
  private static let panel = 3

  /// A press conference or a round table, in which several people answer questions.
  private var isPublicTalk: Bool {
    let opening = text.sentences.prefix(Self.introduction)
    if opening.contains(where: { sentence in
      sentence.tokens.contains { text.eventCue("press-conference", at: $0) != nil }
    }) {
      return true
    }
    var speakers: Set<Int> = []
    for block in text.blocks where block.kind != .title && block.kind != .boilerplate {
      guard let colon = block.tokens.prefix(Self.label).first(where: { isColon($0) }),
        let mention = facts.mentions(in: block.bytes.lowerBound..<text.tokens[colon].bytes.lowerBound).first,
        facts.kind(of: mention) == .person
      else { continue }
      speakers.insert(mention.entity)
    }
    return speakers.count >= Self.panel
  }

  /// How many tokens the name of a speaker may have, with the colon behind it.
  private static let label = 8

  private func isColon(_ token: Int) -> Bool {
    text.tokens[token].kind == .punctuation && text.tokens[token].value == Punctuation.colon
  }

  /// An interview tells of itself in the sentence that introduces whoever is asked: the first one that names a person,
  /// and asks nothing. Whom the title names is asked, and the first sentence tells of it where no other does.
  private func interview() -> EventDraft? {
    let titled = text.sentences.lazy.filter { !text.isBody($0) && !isCredit($0) }.compactMap { person(in: $0) }.first
    let body = text.sentences.indices.lazy.filter {
      text.isBody(text.sentences[$0]) && !asks(text.sentences[$0]) && !isCredit(text.sentences[$0])
        && !isTurn(text.sentences[$0].block)
    }.prefix(Self.introduction)
    let named = body.first { number in
      let people = facts.mentions(in: text.sentences[number].bytes).map(\.entity)
      return titled.map { people.contains($0) } ?? (person(in: text.sentences[number]) != nil)
    }
    for number in [named ?? body.first].compactMap({ $0 }) {
      let sentence = text.sentences[number]
      let mentions = facts.mentions(in: sentence.bytes)
      guard let person = titled ?? person(in: sentence) else { continue }
      let media = mentions.map(\.entity).filter { facts.entities[$0].type == "media" }
      let trigger = EventTrigger(
        type: "interview", tokens: sentence.tokens.prefix(1), determination: .none, isVerb: true)
      let setting = EventSettingReader(text: text, facts: facts)
      return EventDraft(
        type: "interview", trigger: trigger, sentence: number, isAlone: true, status: .past,
        date: setting.date(of: trigger, in: sentence),
        place: setting.place(of: trigger, before: sentence.tokens.upperBound, in: sentence),
        participants: [person] + Set(media).sorted())
    }
    return nil
  }

  /// The first person whom a sentence names.
  private func person(in sentence: TextSentence) -> Int? {
    facts.mentions(in: sentence.bytes).first { facts.entities[$0.entity].kind == .person }?.entity
  }

  /// `Propos recueillis par …`.
  private func isCredit(_ sentence: TextSentence) -> Bool {
    if let first = sentence.tokens.first, text.bytes[text.tokens[first].bytes].elementsEqual("Par".utf8),
      sentence.tokens.count < Self.byline
    {
      let next =
        text.tokens[first].bytes.upperBound..<text.tokens[min(first + 1, text.tokens.count - 1)].bytes.upperBound
      return sentence.tokens.count < 9 || facts.mentions(in: next).contains { facts.kind(of: $0) == .person }
    }
    return sentence.tokens.contains { text.match(.kindLine, at: $0) != nil }
  }

  /// `— Du temps. Le ministre me le répète.`: whom an answer names is not the one who gives it.
  private func isTurn(_ block: Int) -> Bool { text.blocks[block].marker == .bullet }

  private func asks(_ sentence: TextSentence) -> Bool {
    guard let last = text.tokens[sentence.tokens].last else { return false }
    return last.kind == .punctuation && last.value == Punctuation.question
  }

  // MARK: Programmes

  /// The first sentence of the body that speaks of the programme itself.
  private func programmeAdoption() -> [EventDraft] {
    for (number, sentence) in text.sentences.enumerated() where text.isBody(sentence) {
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
          type: trigger.type, trigger: trigger, sentence: number, isAlone: true, status: .past, date: nil, place: nil,
          participants: participants)
      ]
    }
    return []
  }
}

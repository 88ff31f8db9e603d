internal import EntenteSchema

// record := {"id", "title", "kind", "published", "updated", "effective", "people": [{"name", "roles", "mentions"}],
//            "organisations": [{"name", "acronym", "mentions"}], "countries": [{"name", "iso2"}], "places": [{"name"}],
//            "quotes": [{"text", "kind", "speaker", "attribution", "offset"}],
//            "dates": [{"text", "start", "end", "precision", "portion", "time", "basis", "offset"}],
//            "events": [{"type", "title", "start", "end", "place", "participants", "status", "evidence"}],
//            "goals": [{"id", "passages": [{"text", "score"}]}], "programme"}
//
// `offset` counts bytes of UTF-8 from the start of the text, as every span does; what is not known is left out or null.

/// What was found in a document, as a line of JSON for other programs.
///
/// ```swift
/// let line = try JSONEncoder().encode(ExtractionRecord(knowledge, of: input, file: "a.txt"))
/// ```
public struct ExtractionRecord: Encodable, Sendable {
  private let id, file: String
  private let knowledge: DocumentKnowledge

  /// - Parameter file: where the document was read from.
  public init(_ knowledge: DocumentKnowledge, of input: DocumentInput, file: String) {
    (id, self.file) = (input.id, file)
    self.knowledge = knowledge
  }

  private enum Key: String, CodingKey {
    case id, title, kind, published, updated, effective, people, organisations, countries, places, quotes, dates,
      events, goals
    case programme, file
  }

  public func encode(to encoder: any Encoder) throws {
    var record = encoder.container(keyedBy: Key.self)
    try record.encode(id, forKey: .id)
    try record.encode(file, forKey: .file)
    try record.encode(knowledge.title, forKey: .title)
    try record.encode(name(of: knowledge.kind.protobufName, "DOCUMENT_KIND_"), forKey: .kind)
    try record.encode(knowledge.published.map(Day.init), forKey: .published)
    try record.encode(knowledge.updated.map(Day.init), forKey: .updated)
    try record.encode(knowledge.effective.map(EffectiveDay.init), forKey: .effective)
    try record.encode(entities(.person).map(Person.init), forKey: .people)
    try record.encode(entities(.organisation).map(Organisation.init), forKey: .organisations)
    try record.encode(entities(.country).map(Country.init), forKey: .countries)
    try record.encode(entities(.place).map(Place.init), forKey: .places)
    try record.encode(knowledge.quotations.map(Quote.init), forKey: .quotes)
    try record.encode(knowledge.dates.map(StatedDate.init), forKey: .dates)
    try record.encode(knowledge.events.map(Happening.init), forKey: .events)
    try record.encode(goals, forKey: .goals)
    if let programme = knowledge.programme { try record.encode(programme, forKey: .programme) }
  }

  private func entities(_ kind: EntityKind) -> [Entity] { knowledge.entities.filter { $0.kind == kind } }

  /// By goal, in the order of the first passage.
  private var goals: [GoalPassages] {
    var goals: [GoalPassages] = []
    var places: [String: Int] = [:]
    for item in knowledge.evidence {
      let passage = GoalPassages.Passage(text: item.passage?.text ?? "", score: item.score)
      if let index = places[item.goalID] {
        goals[index].passages.append(passage)
      } else {
        places[item.goalID] = goals.count
        goals.append(GoalPassages(id: item.goalID, passages: [passage]))
      }
    }
    return goals
  }
}

/// `DOCUMENT_KIND_PRESS_RELEASE` → `press-release`.
private func name(of constant: String?, _ prefix: String) -> String {
  guard let constant, constant.hasPrefix(prefix) else { return "unknown" }
  return String(constant.dropFirst(prefix.count).lowercased().map { $0 == "_" ? "-" : $0 })
}

private struct Day: Encodable {
  let start: String
  let time: String?
  let basis: String

  init(_ date: PartialDate) {
    start = date.start
    time = date.time.isEmpty ? nil : date.time
    basis = name(of: date.basis.protobufName, "DATE_BASIS_")
  }
}

private struct EffectiveDay: Encodable {
  let start, end, basis, subject: String

  init(_ date: PartialDate) {
    (start, end) = (date.start, date.end)
    basis = name(of: date.basis.protobufName, "DATE_BASIS_")
    subject = name(of: date.subject.protobufName, "DATE_SUBJECT_")
  }
}

private struct Person: Encodable {
  let name: String
  let roles: [String]
  let mentions: [String]

  init(_ entity: Entity) {
    (name, mentions) = (entity.name, entity.forms)
    var stated: Set<String> = []
    roles = entity.roles.map(\.text).filter { stated.insert($0).inserted }
  }
}

private struct Organisation: Encodable {
  let name: String
  let acronym: String?
  let mentions: [String]

  init(_ entity: Entity) {
    (name, acronym, mentions) = (entity.name, entity.acronym.isEmpty ? nil : entity.acronym, entity.forms)
  }
}

private struct Country: Encodable {
  let name, iso2: String
  let mentions: [String]

  init(_ entity: Entity) { (name, iso2, mentions) = (entity.name, entity.iso2, entity.forms) }
}

private struct Place: Encodable {
  let name: String
  let mentions: [String]

  init(_ entity: Entity) { (name, mentions) = (entity.name, entity.forms) }
}

private struct Quote: Encodable {
  let text, kind: String
  let speaker, attribution: String?
  let offset: UInt32?

  init(_ quotation: Quotation) {
    text = quotation.source?.text ?? ""
    kind = name(of: quotation.kind.protobufName, "QUOTATION_KIND_")
    speaker = quotation.speaker.isEmpty ? nil : quotation.speaker
    attribution = quotation.attribution?.text
    offset = quotation.source?.span?.offset
  }
}

private struct StatedDate: Encodable {
  let text, precision, basis: String
  let start, end, portion, time: String?
  let offset: UInt32?

  init(_ date: PartialDate) {
    text = date.source?.text ?? ""
    (start, end) = (date.start.isEmpty ? nil : date.start, date.end.isEmpty ? nil : date.end)
    precision = name(of: date.precision.protobufName, "DATE_PRECISION_")
    portion = date.portion == .unspecified ? nil : name(of: date.portion.protobufName, "DATE_PORTION_")
    time = date.time.isEmpty ? nil : date.time
    basis = name(of: date.basis.protobufName, "DATE_BASIS_")
    offset = date.source?.span?.offset
  }
}

private struct Happening: Encodable {
  let type, title, status: String
  let start, end, place, basis: String?
  let participants: [String]
  let evidence: String?

  init(_ event: Event) {
    (type, title) = (event.type, event.title)
    status = name(of: event.status.protobufName, "EVENT_STATUS_")
    start = event.date.flatMap { $0.start.isEmpty ? nil : $0.start }
    end = event.date.flatMap { $0.end.isEmpty ? nil : $0.end }
    basis = event.date.map { name(of: $0.basis.protobufName, "DATE_BASIS_") }
    place = event.place?.name
    participants = event.participants.map(\.name)
    evidence = event.evidence?.text
  }
}

private struct GoalPassages: Encodable {
  struct Passage: Encodable {
    let text: String
    let score: Float
  }

  let id: String
  var passages: [Passage]
}

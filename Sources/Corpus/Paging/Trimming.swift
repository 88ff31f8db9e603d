internal import EntenteSchema

// A record may be as long as its document, but an answer may not, so parts that nobody would read are omitted.
// The lengths are said in query.proto.

extension String {
  /// The beginning of a text, in whole characters, where it is too long.
  ///
  /// - Parameter most: in bytes.
  func trimmed(to most: Int = 64 << 10) -> String {
    guard utf8.count > most else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: most)
    while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}

extension Source {
  init(trimming source: Source) {
    self = source
    text = source.text.trimmed()
  }
}

extension PartialDate {
  init(trimming date: PartialDate) {
    self = date
    source = date.source.map(Source.init(trimming:))
  }
}

extension Evidence {
  private static let mostWords = 200

  init(trimming evidence: Evidence) {
    self = evidence
    passage = evidence.passage.map(Source.init(trimming:))
    decidingWords = Array(evidence.decidingWords.prefix(Self.mostWords))
    for index in decidingWords.indices { decidingWords[index].text = decidingWords[index].text.trimmed(to: 1 << 10) }
    date = evidence.date.map(PartialDate.init(trimming:))
  }
}

extension Event {
  private static let mostParticipants = 1000

  init(trimming event: Event) {
    self = event
    title = event.title.trimmed(to: 4 << 10)
    participants = Array(event.participants.prefix(Self.mostParticipants))
    evidence = event.evidence.map(Source.init(trimming:))
    date = event.date.map(PartialDate.init(trimming:))
  }
}

extension Quotation {
  init(trimming quotation: Quotation) {
    self = quotation
    source = quotation.source.map(Source.init(trimming:))
    attribution = quotation.attribution.map(Source.init(trimming:))
    citedDocument = quotation.citedDocument.trimmed(to: 4 << 10)
    date = quotation.date.map(PartialDate.init(trimming:))
  }
}

extension Role {
  init(trimming role: Role) {
    self = role
    text = role.text.trimmed(to: 4 << 10)
    source = role.source.map(Source.init(trimming:))
    asOf = role.asOf.map(PartialDate.init(trimming:))
  }
}

extension Document {
  private static let mostBoilerplate = 10_000

  init(trimming document: Document) {
    self = document
    title = document.title.trimmed(to: 4 << 10)
    publisher = document.publisher.trimmed(to: 4 << 10)
    sourceURL = document.sourceURL.trimmed(to: 4 << 10)
    boilerplate = Array(document.boilerplate.prefix(Self.mostBoilerplate))
    published = document.published.map(PartialDate.init(trimming:))
    updated = document.updated.map(PartialDate.init(trimming:))
    effectiveDate = document.shownDate.map(PartialDate.init(trimming:))
  }
}

extension Entity {
  private static let mostForms = 200

  /// - Parameter entity: without its roles and mentions, which come in pages.
  init(trimming entity: Entity) {
    self = entity
    name = entity.name.trimmed(to: 1 << 10)
    forms = entity.forms.prefix(Self.mostForms).map { $0.trimmed(to: 1 << 10) }
  }
}

extension EntitySummary {
  init(trimming summary: EntitySummary) {
    self = summary
    name = summary.name.trimmed(to: 1 << 10)
    role = summary.role.trimmed(to: 1 << 10)
  }
}

extension Goal {
  init(trimming goal: Goal) {
    self = goal
    title = goal.title.trimmed(to: 4 << 10)
    commitment = goal.commitment.trimmed()
  }
}

extension GoalReview {
  init(trimming review: GoalReview) {
    self = review
    goal = review.goal.map(Goal.init(trimming:))
    priorityTitle = review.priorityTitle.trimmed(to: 4 << 10)
  }
}

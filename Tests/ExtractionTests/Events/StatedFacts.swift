import EntenteSchema

@testable import EntenteExtraction

/// Facts about a text of a test, by the names and dates that it holds: what other parts of extraction find in earnest.
struct StatedFacts {
  let text: AnnotatedText
  private(set) var entities: [Entity] = []
  private(set) var dates: [PartialDate] = []
  private(set) var quotations: [Quotation] = []
  var kind: DocumentKind = .news
  /// The day of the text, ISO 8601.
  private(set) var asOf = ""

  init(_ text: String) { self.text = AnnotatedText(text) }

  var facts: DocumentFacts {
    DocumentFacts(
      documentID: "d", kind: kind, asOf: asOf, entities: entities, dates: dates, quotations: quotations)
  }

  var events: [Event] { EventFinder(text: text, facts: facts).events() }

  var evidence: [Evidence] { EvidenceFinder(text: text, facts: facts).evidence(events: events) }

  /// Adds an entity wherever one of its names stands.
  func naming(
    _ kind: EntityKind, _ names: String..., type: String = "", iso2: String = "", roles: [String] = []
  ) -> Self {
    var entity = Entity(id: names.first ?? "", kind: kind, name: names.first ?? "", iso2: iso2, type: type)
    entity.mentions = names.flatMap(sources).map { Mention(source: $0, form: .name) }
    entity.roles = roles.flatMap { role in sources(role).map { Role(text: role, source: $0) } }
    var copy = self
    copy.entities.append(entity)
    return copy
  }

  func dating(
    _ words: String, _ start: String, _ end: String, _ precision: DatePrecision = .day, deadline: Bool = false
  ) -> Self {
    var copy = self
    copy.dates += sources(words).map { source in
      PartialDate(start: start, end: end, precision: precision, basis: .text, source: source, deadline: deadline)
    }
    return copy
  }

  func quoting(_ words: String) -> Self {
    var copy = self
    copy.quotations += sources(words).map { Quotation(kind: .speech, source: $0) }
    return copy
  }

  func written(_ day: String) -> Self {
    var copy = self
    copy.asOf = day
    return copy
  }

  func of(_ kind: DocumentKind) -> Self {
    var copy = self
    copy.kind = kind
    return copy
  }

  private func sources(_ words: String) -> [Source] {
    let needle = Array(words.utf8)
    guard !needle.isEmpty, needle.count <= text.bytes.count else { return [] }
    return (0...text.bytes.count - needle.count).filter { text.bytes[$0..<$0 + needle.count].elementsEqual(needle) }
      .map { Source($0..<$0 + needle.count, of: text, documentID: "d") }
  }
}

import EntenteCorpus
import EntenteSchema
import EntenteSnapshot
import EntenteTextAnalysis

/// Answers by reading every record of a snapshot, in the plainest way: what the calls of a corpus are compared with.
struct RecordScan {
  let documents: [Document]
  let dates: [DocumentDates]
  let entities: [Entity]
  let events: [Event]
  let quotations: [Quotation]
  let evidence: [Evidence]
  let programmes: [Programme]

  init(_ snapshot: SnapshotReader) throws {
    var (documents, entities): ([Document], [Entity]) = ([], [])
    for ordinal in 0..<snapshot.documents.count { documents.append(try snapshot.document(ordinal)) }
    try snapshot.visitEntities { _, entity in entities.append(entity) }
    (self.documents, self.entities) = (documents, entities)
    dates = try snapshot.dates.all()
    events = try snapshot.events.all()
    quotations = try snapshot.quotations.all()
    let programmes = try (0..<snapshot.programmes.count).map { try snapshot.programme($0) }
    self.programmes = programmes
    // Programmes of the same partners and years are told apart only where one of them is what is read.
    evidence = try snapshot.evidence.all().map { record in
      var record = record
      let printing = programmes.filter { $0.priorities.contains { $0.goals.contains { $0.id == record.goalID } } }
      if printing.count > 1 {
        record.programmeIDs = printing.map(\.documentID).filter { $0 == record.passage?.documentID }
      }
      return record
    }
  }

  // Documents

  var documentsInOrder: [Document] {
    documents.sorted { Self.isEarlier($0.effectiveDate, $1.effectiveDate) ?? ($0.id < $1.id) }
  }

  func quotations(of document: String) -> [Quotation] { quotations.filter { $0.source?.documentID == document } }
  func events(of document: String) -> [Event] { events.filter { $0.evidence?.documentID == document } }
  func evidence(of document: String) -> [Evidence] { evidence.filter { $0.passage?.documentID == document } }

  func entities(of document: String) -> [EntityReference] {
    entities.filter { entity in entity.mentions.contains { $0.source?.documentID == document } }
      .map { EntityReference(id: $0.id, name: $0.name) }
  }

  func mentions(in document: String) -> [DocumentMention] {
    entities.flatMap { entity in
      entity.mentions.filter { $0.source?.documentID == document }
        .map { DocumentMention(entityID: entity.id, span: $0.source?.span, form: $0.form) }
    }.sorted {
      let (first, second) = ($0.span ?? TextSpan(), $1.span ?? TextSpan())
      return (first.offset, second.length, $0.entityID) < (second.offset, first.length, $1.entityID)
    }
  }

  // Entities

  var entitiesInOrder: [Entity] { entities.sorted(by: Self.isMentionedMore) }

  static func isMentionedMore(_ left: Entity, _ right: Entity) -> Bool {
    left.mentions.count != right.mentions.count ? left.mentions.count > right.mentions.count : left.id < right.id
  }

  static func names(of entity: Entity) -> Set<String> {
    Set(([entity.name, entity.acronym, entity.iso2] + entity.forms).filter { !$0.isEmpty }.map(Folding.foldName))
  }

  func entities(named name: String, _ kind: EntityKind = .unspecified) -> [Entity] {
    let folded = Folding.foldName(name)
    return entities.filter { kind == .unspecified || $0.kind == kind }
      .filter { Self.names(of: $0).contains(folded) || Folding.foldName($0.id) == folded }
  }

  func entities(namedLike part: String, _ kind: EntityKind) -> [Entity] {
    let folded = Folding.foldName(part)
    return entitiesInOrder.filter { entity in
      (kind == .unspecified || entity.kind == kind)
        && (part.isEmpty || Self.names(of: entity).contains { $0.contains(folded) })
    }
  }

  func documents(mentioning entity: Entity) -> [String] {
    let ids = Set(entity.mentions.compactMap { $0.source?.documentID })
    return documentsInOrder.map(\.id).filter(ids.contains)
  }

  /// The sentences that mention both, by entity.
  func coOccurrences(with entity: Entity) -> [String: Int] {
    var counts: [String: Int] = [:]
    for document in documents {
      var sentences: [Range<Int>] = []
      SentenceSplitter.split(unsafe document.text.utf8Span.span.bytes, into: &sentences)
      func holds(_ entity: Entity, _ sentence: Range<Int>) -> Bool {
        entity.mentions.contains { mention in
          mention.source?.documentID == document.id && sentence.contains(Int(mention.source?.span?.offset ?? .max))
        }
      }
      for sentence in sentences where holds(entity, sentence) {
        for other in entities where other.id != entity.id && holds(other, sentence) {
          counts[other.id, default: 0] += 1
        }
      }
    }
    return counts
  }

  // Events and quotations

  var timeline: [Event] {
    events.sorted { Self.isEarlier($0.date, $1.date) ?? ($0.id < $1.id) }
  }

  /// Whether a date lies in a period of whole days, at least with its last or first; `since` and `until` may be empty.
  static func contains(_ date: PartialDate?, since: String, until: String) -> Bool {
    if since.isEmpty, until.isEmpty { return true }
    guard let date, !date.start.isEmpty else { return false }
    return (since.isEmpty || date.end.prefix(since.count) >= since)
      && (until.isEmpty || date.start.prefix(until.count) <= until)
  }

  // Goals

  func evidence(on goal: String, since: String = "") -> [Evidence] {
    evidence.filter { $0.goalID == goal && Self.contains($0.date, since: since, until: "") }
      .sorted { left, right in
        if left.score != right.score { return left.score > right.score }
        let (first, second) = (left.passage, right.passage)
        if first?.documentID != second?.documentID { return (first?.documentID ?? "") < (second?.documentID ?? "") }
        return (first?.span?.offset ?? 0) < (second?.span?.offset ?? 0)
      }
  }

  func events(on goal: String, since: String = "") -> [Event] {
    timeline.filter { $0.goalIDs.contains(goal) && Self.contains($0.date, since: since, until: "") }
  }

  func quotations(on goal: String, since: String = "") -> [Quotation] {
    quotations.filter { $0.goalIDs.contains(goal) && Self.contains($0.date, since: since, until: "") }
  }

  /// People, organisations and countries that stand in passages, with the number of their mentions there.
  func actors(in evidence: [Evidence]) -> [(entity: Entity, count: Int)] {
    entities.filter { $0.kind != .place }
      .map { entity in
        (entity, entity.mentions.count { mention in evidence.contains { Self.holds($0.passage, mention.source) } })
      }
      .filter { $0.1 > 0 }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : Self.isMentionedMore($0.0, $1.0) }
  }

  private static func holds(_ outer: Source?, _ inner: Source?) -> Bool {
    guard let outer, let inner, outer.documentID == inner.documentID, let whole = outer.span, let part = inner.span
    else { return false }
    return part.offset >= whole.offset && part.offset + part.length <= whole.offset + whole.length
  }

  /// Of dates of their own: those that an answer may show as first and as last.
  func dated(_ goal: String, since: String = "") -> [PartialDate] {
    (evidence(on: goal, since: since).map(\.date) + events(on: goal, since: since).map(\.date)).compactMap(\.self)
      .filter { !$0.start.isEmpty && $0.subject == .unspecified }
  }

  private static func isEarlier(_ left: PartialDate?, _ right: PartialDate?) -> Bool? {
    let (first, second) = (left?.start ?? "", right?.start ?? "")
    if first.isEmpty != second.isEmpty { return second.isEmpty }
    if first != second { return first < second }
    let (firstEnd, secondEnd) = (left?.end ?? "", right?.end ?? "")
    return firstEnd == secondEnd ? nil : firstEnd < secondEnd
  }
}

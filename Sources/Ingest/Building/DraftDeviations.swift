internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema

/// Where documents say of an entity what the corpus does not tell of it: kept, so that a later ingestion can tell again
/// what was understood of each document.
struct DraftDeviations: Sendable {
  /// In the order of the entities' ids.
  private var drafts: [(document: UInt32, draft: DocumentDrafts.Draft)] = []

  /// Compares what a document said with what follows from the entity that came of it.
  ///
  /// - Parameters:
  ///   - actual: all that the document said of it.
  ///   - entity: without mentions and roles.
  mutating func add(_ actual: [Entity], document: UInt32, of entity: Entity) {
    if actual.count == 1, Self.follows(actual[0], from: entity) { return }
    for draft in actual { drafts.append((document, DocumentDrafts.Draft(identity: entity.id, entity: draft))) }
  }

  /// Whether the entity, with the mentions and roles of one document, is what the document says.
  private static func follows(_ draft: Entity, from entity: Entity) -> Bool {
    // What names no document could not be found again.
    guard !draft.mentions.isEmpty || !draft.roles.isEmpty else { return false }
    return draft == EntityUnion.draft(of: entity, mentions: draft.mentions, roles: draft.roles)
  }

  mutating func add(_ others: DraftDeviations) { drafts += others.drafts }

  /// As records, one a document that has any.
  func queue(_ spool: ByteSpool) throws -> RecordQueue {
    var queue = RecordQueue(spool: spool)
    let order = drafts.indices.sorted { (drafts[$0].document, $0) < (drafts[$1].document, $1) }
    var first = 0
    while first < order.count {
      var record = DocumentDrafts(document: drafts[order[first]].document)
      while first < order.count, drafts[order[first]].document == record.document {
        record.drafts.append(drafts[order[first]].draft)
        first += 1
      }
      var records = EncodedRecords()
      records.append(record)
      try queue.append(records)
    }
    return queue
  }
}

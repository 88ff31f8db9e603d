internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema

/// Where documents say of an entity what the corpus does not tell of it: kept, so that a later ingestion can tell again
/// what was understood of each document.
struct DraftDeviations: Sendable {
  /// In the order of the entities' ids.
  private var drafts: [(document: UInt32, draft: DocumentDrafts.Draft)] = []

  /// Compares what documents said with what follows from the entity that came of it.
  ///
  /// - Parameters:
  ///   - actual: in the order of documents.
  ///   - documents: of each, by ordinal.
  mutating func add(_ actual: [Entity], documents: [UInt32], of entity: Entity) {
    let derived = Dictionary(CorpusResolver.drafts(of: entity).map { ($0.documentID, $0.draft) }) { first, _ in first }
    var first = 0
    while first < actual.count {
      var end = first + 1
      while end < actual.count, documents[end] == documents[first] { end += 1 }
      if end > first + 1 || actual[first] != Self.documentID(of: actual[first]).flatMap({ derived[$0] }) {
        for draft in actual[first..<end] {
          drafts.append((documents[first], DocumentDrafts.Draft(identity: entity.id, entity: draft)))
        }
      }
      first = end
    }
  }

  mutating func add(_ others: DraftDeviations) { drafts += others.drafts }

  private static func documentID(of draft: Entity) -> String? {
    (draft.mentions.first?.source ?? draft.roles.first?.source)?.documentId
  }

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

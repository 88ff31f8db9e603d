internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// What snapshots know of their documents: what understanding each of them again would give.
///
/// Documents are numbered: those of the snapshot that was added first, then those of the second, and so on.
struct SnapshotKnowledge: Sendable {
  /// Why a snapshot is of no use.
  struct Failure: Error { let reason: String }

  private var snapshots: [(firstDocument: Int, reader: SnapshotReader)] = []
  private(set) var documentCount = 0
  private var programmes: DocumentRecords
  private var events: DocumentRecords
  private var quotations: DocumentRecords
  private var evidence: DocumentRecords
  private var drafts: DocumentRecords
  /// Documents that name somebody whom their corpus knew by another id: where their snapshot has what they say of them.
  private var renamed: [UInt32: Int] = [:]

  init(_ plan: MemoryPlan) {
    func records() -> DocumentRecords { DocumentRecords(plan.sectionSpool) }
    (programmes, events, quotations, evidence, drafts) = (records(), records(), records(), records(), records())
  }

  /// Reads what the next snapshot knows; of its texts only those of programmes.
  ///
  /// - Parameter ids: of its documents.
  /// - Throws: `Failure` or `SnapshotError` where it contradicts itself.
  mutating func add(_ snapshot: SnapshotReader, _ ids: SortedIDs) throws {
    let first = documentCount
    snapshots.append((first, snapshot))
    documentCount += snapshot.documents.count
    try readActivity(of: snapshot, Numbers(first: first, ids: ids))
    try readDrafts(of: snapshot, ids, first)
  }

  /// Call it once all snapshots were added.
  mutating func finish() { drafts.sort() }

  private struct Numbers {
    let first: Int
    let ids: SortedIDs

    func number(_ id: String?) throws -> UInt32 {
      guard let id, let ordinal = ids.index(of: id) else {
        throw Failure(reason: "it refers to a document that it has not")
      }
      return UInt32(clamping: first + ordinal)
    }
  }

  private mutating func readActivity(of snapshot: SnapshotReader, _ numbers: Numbers) throws {
    for ordinal in 0..<snapshot.programmes.count {
      let programme = try snapshot.programme(ordinal)
      try programmes.add(programme, try numbers.number(programme.documentID))
    }
    for ordinal in 0..<snapshot.events.count {
      let event = try snapshot.events[ordinal]
      try events.add(event, try numbers.number(event.evidence?.documentID))
    }
    for ordinal in 0..<snapshot.quotations.count {
      let quotation = try snapshot.quotations[ordinal]
      try quotations.add(quotation, try numbers.number(quotation.source?.documentID))
    }
    for ordinal in 0..<snapshot.evidence.count {
      let item = try snapshot.evidence[ordinal]
      try evidence.add(item, try numbers.number(item.passage?.documentID))
    }
    for sorted in [programmes, events, quotations, evidence] where !sorted.isInOrder {
      throw Failure(reason: "its records are not in the order of its documents")
    }
  }

  private struct Deviation: Hashable {
    let document: UInt32
    let identity: String
  }

  private mutating func readDrafts(of snapshot: SnapshotReader, _ ids: SortedIDs, _ first: Int) throws {
    var deviating: Set<Deviation> = []
    for ordinal in 0..<snapshot.drafts.count {
      let record = try snapshot.drafts[ordinal]
      guard record.document < snapshot.documents.count else {
        throw Failure(reason: "it refers to a document that it has not")
      }
      let number = UInt32(clamping: first + Int(record.document))
      for draft in record.drafts {
        let entity = draft.entity ?? Entity()
        deviating.insert(Deviation(document: number, identity: draft.identity))
        if entity.id != draft.identity { renamed[number] = ordinal }
        try drafts.add(entity, number)
      }
    }
    for ordinal in 0..<snapshot.entities.count {
      let entity = try snapshot.entities[ordinal]
      try snapshot.visitStatements(ofEntity: ordinal, ids) { document, mentions, roles in
        let number = UInt32(clamping: first + document)
        guard !deviating.contains(Deviation(document: number, identity: entity.id)) else { return }
        try drafts.add(EntityUnion.draft(of: entity, mentions: mentions, roles: roles), number)
      }
    }
  }

  /// What is known of a document as it stands in its snapshot; nil where only its text can tell.
  func knowledge(_ number: Int) throws -> DocumentKnowledge? {
    let key = UInt32(clamping: number)
    guard let (first, snapshot) = snapshots.last(where: { $0.firstDocument <= number }) else { return nil }
    let document = try snapshot.documents[number - first]
    var known = DocumentKnowledge()
    known.title = document.title
    known.titleSpan = document.titleSpan
    known.kind = document.kind
    known.published = document.published
    known.updated = document.updated
    known.effective = document.effectiveDate
    known.boilerplate = document.boilerplate
    let programmes: [Programme] = try programmes.records(of: key)
    known.programme = programmes.first
    known.dates = try snapshot.dates[number - first].dates
    known.entities = try drafts.records(of: key)
    known.events = try events.records(of: key)
    known.quotations = try quotations.records(of: key)
    known.evidence = try evidence.records(of: key)
    if let drafts = try renamed[key].map({ try snapshot.drafts[$0] }) {
      guard GivenIDs(drafts).restore(&known.events, &known.quotations) else { return nil }
    }
    return known.isClosed ? known : nil
  }
}

extension DocumentKnowledge {
  /// Whether the document names everybody whom its events and quotations refer to: then they have the ids that the
  /// document gave them.
  fileprivate var isClosed: Bool {
    let ids = Set(entities.map(\.id))
    let participants = events.flatMap { $0.participants + [$0.place].compactMap(\.self) }
    return participants.allSatisfy { ids.contains($0.id) }
      && quotations.flatMap { [$0.speakerID, $0.quotedByID] }.allSatisfy { $0.isEmpty || ids.contains($0) }
  }
}

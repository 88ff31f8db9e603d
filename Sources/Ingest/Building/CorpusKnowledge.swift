internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot

/// What is known of the documents of a corpus, in their order, as it waits for the entities to be brought together.
struct CorpusKnowledge: Sendable {
  private(set) var documents: RecordQueue
  private(set) var dates: RecordQueue
  private(set) var programmes: RecordQueue
  private var events: RecordQueue
  private var quotations: RecordQueue
  private(set) var evidence: RecordQueue
  private var drafts: EntityMerge
  /// How many documents were taken from an earlier snapshot.
  private(set) var reused = 0

  init(_ plan: MemoryPlan) {
    func queue() -> RecordQueue { RecordQueue(spool: plan.sectionSpool) }
    documents = queue()
    dates = queue()
    programmes = queue()
    events = queue()
    quotations = queue()
    evidence = queue()
    drafts = EntityMerge(queue())
  }

  /// Adds the next run.
  mutating func add(_ run: RunKnowledge) throws {
    try documents.append(run.documents)
    try dates.append(run.dates)
    try programmes.append(run.programmes)
    try events.append(run.events)
    try quotations.append(run.quotations)
    try evidence.append(run.evidence)
    try drafts.add(run)
    reused += run.reused
  }

  /// The sections of all that is known.
  ///
  /// - Parameter extracted: more is known than was given beside the texts.
  func sections(_ packer: RecordPacker, extracted: Bool) async throws -> [(name: String, records: RecordSpool)] {
    let (entities, deviations, identities) = try await drafts.merged(packer)
    let events = try await packer.pack(events) { (event: inout Event) in identities.refer(&event) }
    let quotations = try await packer.pack(quotations) { (quotation: inout Quotation) in identities.refer(&quotation) }
    let draftSection =
      extracted ? [(SectionName.drafts, try await packer.pack(deviations.queue(packer.plan.sectionSpool)))] : []
    return [
      (SectionName.documents, try await packer.pack(documents)), (SectionName.dates, try await packer.pack(dates)),
      (SectionName.programmes, try await packer.pack(programmes)), (SectionName.entities, entities),
      (SectionName.events, events), (SectionName.quotations, quotations),
      (SectionName.evidence, try await packer.pack(evidence)),
    ] + draftSection
  }
}

/// What documents say of their entities: each is merged with what others say of the same one.
struct EntityMerge: Sendable {
  private var queue: RecordQueue
  private var resolver = CorpusResolver()
  private var numbers: [String: UInt32] = [:]
  /// Of each draft, in the order of documents.
  private var entries: [(id: UInt32, document: UInt32, size: UInt32, offset: Int)] = []

  init(_ queue: RecordQueue) { self.queue = queue }

  mutating func add(_ run: RunKnowledge) throws {
    var offset = try queue.append(run.drafts)
    for (index, (id, size)) in zip(run.draftIDs, run.drafts.sizes).enumerated() {
      let number = numbers[id] ?? UInt32(clamping: numbers.count)
      numbers[id] = number
      entries.append((number, run.draftDocuments[index], size, offset))
      offset += Int(size)
    }
    for person in run.people { resolver.add(person) }
  }

  /// The entities of the corpus, ordered by the bytes of their ids, each with its mentions in the order of documents;
  /// what documents say otherwise; and who is who.
  func merged(_ packer: RecordPacker) async throws -> (RecordSpool, DraftDeviations, Identities) {
    var identities = Identities(replaced: resolver.replacements())
    var deviations = DraftDeviations()
    let groups = groups(identities)
    var spool = RecordSpool(limit: packer.plan.section, file: packer.plan.spillFile)
    var pieces = Self.pieces(groups).makeIterator()
    try await orderedMap(packer.workers) {
      pieces.next()
    } work: { piece in
      var writer = packer.recordWriter()
      var names: [(id: String, name: String)] = []
      var deviations = DraftDeviations()
      for group in piece {
        let drafts = try group.drafts.map { try queue.record(entries[$0].offset, Int(entries[$0].size)) as Entity }
        let entity = CorpusResolver.merged(drafts, as: group.id)
        names.append((entity.id, entity.name))
        try writer.append(entity)
        deviations.add(drafts, documents: group.drafts.map { entries[$0].document }, of: entity)
      }
      return (try writer.finish(), names, deviations)
    } consume: { section, names, found in
      try spool.append(section)
      for (id, name) in names { identities.names[id] = name }
      deviations.add(found)
    }
    return (spool, deviations, identities)
  }

  private struct Group: Sendable {
    let id: String
    var drafts: [Int] = []
    var size = 0
  }

  private func groups(_ identities: Identities) -> [Group] {
    var groups: [String: Int] = [:]
    var found: [Group] = []
    var groupOf = [Int](repeating: 0, count: numbers.count)
    for (id, number) in numbers {
      let identity = identities.identity(id)
      if groups[identity] == nil {
        groups[identity] = found.count
        found.append(Group(id: identity))
      }
      groupOf[Int(number)] = groups[identity] ?? 0
    }
    for (index, entry) in entries.enumerated() {
      found[groupOf[Int(entry.id)]].drafts.append(index)
      found[groupOf[Int(entry.id)]].size += Int(entry.size)
    }
    return found.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Groups that are merged in one go: their number follows from their sizes alone.
  private static func pieces(_ groups: [Group]) -> [ArraySlice<Group>] {
    var pieces: [ArraySlice<Group>] = []
    var (first, size) = (0, 0)
    for (index, group) in groups.enumerated() {
      size += group.size
      guard size >= 1 << 20 || index + 1 == groups.count else { continue }
      pieces.append(groups[first...index])
      (first, size) = (index + 1, 0)
    }
    return pieces
  }
}

/// Who is who in the corpus.
struct Identities: Sendable {
  /// For each id that was given up, the one in its place.
  let replaced: [String: String]
  /// By id.
  var names: [String: String] = [:]

  init(replaced: [String: String]) { self.replaced = replaced }

  func identity(_ id: String) -> String { replaced[id] ?? id }

  func refer(_ event: inout Event) {
    for participant in event.participants.indices { refer(&event.participants[participant]) }
    if var place = event.place {
      refer(&place)
      event.place = place
    }
  }

  func refer(_ quotation: inout Quotation) {
    guard !quotation.speakerId.isEmpty else { return }
    quotation.speakerId = identity(quotation.speakerId)
    quotation.speaker = names[quotation.speakerId] ?? quotation.speaker
    quotation.quotedById = identity(quotation.quotedById)
  }

  private func refer(_ reference: inout EntityReference) {
    reference.id = identity(reference.id)
    reference.name = names[reference.id] ?? reference.name
  }
}

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
  /// Those that hold two mentions or more.
  private(set) var sentences: MentionedSentences
  /// How many documents were taken from an earlier snapshot.
  private(set) var reused = 0
  private(set) var remarks: [InputRemark] = []

  init(_ plan: MemoryPlan, documentCount: Int) {
    func queue() -> RecordQueue { RecordQueue(spool: plan.sectionSpool) }
    documents = queue()
    dates = queue()
    programmes = queue()
    events = queue()
    quotations = queue()
    evidence = queue()
    drafts = EntityMerge(queue())
    sentences = MentionedSentences(documentCount: documentCount)
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
    for (index, encoded) in run.sentences.enumerated() { sentences.set(encoded, of: run.firstDocument + index) }
    reused += run.reused
    remarks += run.remarks
  }

  /// Appends the sections of all that is known.
  ///
  /// - Parameter extracted: more is known than was given beside the texts.
  func append(to writer: inout SnapshotWriter, _ packer: RecordPacker, extracted: Bool) async throws {
    try writer.append(section: SectionName.documents, try await packer.pack(documents, of: Document.self))
    try writer.append(section: SectionName.dates, try await packer.pack(dates, of: DocumentDates.self))
    // A programme is large: a few of them share much.
    let programmes = try await packer.pack(programmes, of: Programme.self, atLeast: 64)
    try writer.append(section: SectionName.programmes, programmes)
    let merged = try await drafts.merged(packer)
    try writer.append(section: SectionName.entities, merged.entities)
    try writer.append(section: SectionName.roles, merged.roles)
    try writer.append(section: SectionName.mentions, merged.mentions)
    let identities = merged.identities
    let events = try await packer.pack(events, of: Event.self) { identities.refer(&$0) }
    try writer.append(section: SectionName.events, events)
    let quotations = try await packer.pack(quotations, of: Quotation.self) { identities.refer(&$0) }
    try writer.append(section: SectionName.quotations, quotations)
    try writer.append(section: SectionName.evidence, try await packer.pack(evidence, of: Evidence.self))
    if extracted {
      let deviations = try merged.deviations.queue(packer.plan.sectionSpool)
      try writer.append(section: SectionName.drafts, try await packer.pack(deviations, of: DocumentDrafts.self))
    }
  }
}

extension SnapshotWriter {
  /// Appends a section, after its dictionary where it has one of its own.
  fileprivate mutating func append(section name: String, _ packed: RecordPacker.Packed) throws {
    if !packed.dictionary.isEmpty { try append(dictionary: packed.dictionary, of: name) }
    try append(section: name, packed.records)
  }
}

internal import EntenteExtraction
internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding

/// What an earlier snapshot knows of its documents: those that did not change need not be understood again.
///
/// What is taken from it is what understanding the document again would give, so the new snapshot has the same bytes
/// with it and without.
struct BaseKnowledge: Sendable {
  /// Why a snapshot is of no use.
  struct Failure: Error { let reason: String }

  private let snapshot: SnapshotReader
  private let ids: SortedIDs
  private let digests: [TextDigest]
  private let digester: TextDigester
  private var events: DocumentRecords
  private var quotations: DocumentRecords
  private var evidence: DocumentRecords
  private var drafts: DocumentRecords
  private var programmes: [UInt32: Programme] = [:]
  /// Documents whose events may name somebody whom the corpus knew by another id.
  private var renamed: Set<UInt32> = []

  /// Reads the whole of an earlier snapshot.
  ///
  /// - Throws: `Failure` where it is damaged, or was written by another version or without extraction.
  init(path: String, writerVersion: String, plan: MemoryPlan) throws {
    snapshot = try SnapshotReader(path: path)
    guard snapshot.directory.writerVersion == writerVersion else {
      throw Failure(reason: "version \(snapshot.directory.writerVersion) wrote it, and this is \(writerVersion)")
    }
    guard snapshot[section: SectionName.drafts] != nil else {
      throw Failure(reason: "it was written without extraction")
    }
    try snapshot.checkSections()
    func records() -> DocumentRecords { DocumentRecords(plan.sectionSpool) }
    (events, quotations, evidence, drafts) = (records(), records(), records(), records())
    let digester = TextDigester()
    var digests = [TextDigest](repeating: TextDigest(), count: snapshot.documents.count)
    try snapshot.visitTexts { (ordinal, text) throws(SnapshotError) in digests[ordinal] = digester.digest(text) }
    var ids = SortedIDs()
    try snapshot.documents.visit { (_, document) throws(SnapshotError) in ids.append(document.id) }
    (self.digests, self.digester, self.ids) = (digests, digester, ids)
    try readActivity()
    try readDrafts()
  }

  private mutating func readActivity() throws {
    for number in 0..<snapshot.programmes.count {
      let programme = try snapshot.programme(number)
      programmes[try ordinal(programme.documentId)] = programme
    }
    for number in 0..<snapshot.events.count {
      let event = try snapshot.events[number]
      try events.add(event, try ordinal(event.evidence?.documentId))
    }
    for number in 0..<snapshot.quotations.count {
      let quotation = try snapshot.quotations[number]
      try quotations.add(quotation, try ordinal(quotation.source?.documentId))
    }
    for number in 0..<snapshot.evidence.count {
      let item = try snapshot.evidence[number]
      try evidence.add(item, try ordinal(item.passage?.documentId))
    }
    for sorted in [events, quotations, evidence] where !sorted.isInOrder {
      throw Failure(reason: "its records are not in the order of its documents")
    }
  }

  private mutating func readDrafts() throws {
    var deviating: Set<Deviation> = []
    for number in 0..<snapshot.drafts.count {
      let record = try snapshot.drafts[number]
      for draft in record.drafts {
        let entity = draft.entity ?? Entity()
        deviating.insert(Deviation(document: record.document, identity: draft.identity))
        if entity.id != draft.identity { renamed.insert(record.document) }
        try drafts.add(entity, record.document)
      }
    }
    for number in 0..<snapshot.entities.count {
      let entity = try snapshot.entities[number]
      try snapshot.visitStatements(ofEntity: number, ids) { document, mentions, roles in
        let document = UInt32(clamping: document)
        guard !deviating.contains(Deviation(document: document, identity: entity.id)) else { return }
        try drafts.add(EntityUnion.draft(of: entity, mentions: mentions, roles: roles), document)
      }
    }
    drafts.sort()
  }

  private struct Deviation: Hashable {
    let document: UInt32
    let identity: String
  }

  private func ordinal(_ id: String?) throws -> UInt32 {
    guard let id, let ordinal = ids.index(of: id) else {
      throw Failure(reason: "it refers to a document that it has not")
    }
    return UInt32(clamping: ordinal)
  }

  /// What is known of a document that is as it was; nil for others.
  func knowledge(of input: InputDocument) -> DocumentKnowledge? {
    guard let ordinal = ids.index(of: input.id), !renamed.contains(UInt32(clamping: ordinal)),
      digests[ordinal] == digester.digest(input.text), let document = try? snapshot.documents[ordinal],
      isUnchanged(input, document)
    else { return nil }
    do {
      let known = try knowledge(document, ordinal)
      return isClosed(known) ? known : nil
    } catch {
      // What cannot be read is understood again.
      return nil
    }
  }

  private func knowledge(_ document: Document, _ ordinal: Int) throws -> DocumentKnowledge {
    let number = UInt32(clamping: ordinal)
    var known = DocumentKnowledge()
    known.title = document.title
    known.titleSpan = document.titleSpan
    known.kind = document.kind
    known.published = document.published
    known.updated = document.updated
    known.effective = document.effectiveDate
    known.boilerplate = document.boilerplate
    known.programme = programmes[number]
    known.dates = try snapshot.dates[ordinal].dates
    known.entities = try drafts.records(of: number)
    known.events = try events.records(of: number)
    known.quotations = try quotations.records(of: number)
    known.evidence = try evidence.records(of: number)
    return known
  }

  /// Whether all that extraction reads beside the text is what it was.
  private func isUnchanged(_ input: InputDocument, _ document: Document) -> Bool {
    let title = document.titleSpan == nil && !document.title.isEmpty ? document.title : nil
    let published = document.published?.basis == .manifest ? document.published : nil
    return input.title == title && input.date.flatMap(Extractor.given) == published
      && (input.publisher ?? "") == document.publisher && (input.referenceDate ?? "") == document.referenceDate
  }

  /// Whether the document names everybody whom its events and quotations refer to: then they have the ids that the
  /// document gave them.
  private func isClosed(_ known: DocumentKnowledge) -> Bool {
    let ids = Set(known.entities.map(\.id))
    let participants = known.events.flatMap { $0.participants + [$0.place].compactMap(\.self) }
    return participants.allSatisfy { ids.contains($0.id) }
      && known.quotations.flatMap { [$0.speakerId, $0.quotedById] }.allSatisfy { $0.isEmpty || ids.contains($0) }
  }
}

/// What tells texts apart, without keeping them: 128 bits under a key of this process.
struct TextDigest: Hashable, Sendable {
  var first = 0
  var second = 0
}

struct TextDigester: Sendable {
  func digest(_ text: String) -> TextDigest {
    TextDigest(first: hash(text, 1), second: hash(text, 2))
  }

  private func hash(_ text: String, _ number: UInt8) -> Int {
    var hasher = Hasher()
    hasher.combine(number)
    var text = text
    // Sound: the hasher reads inside the string while the closure runs.
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return hasher.finalize()
  }
}

/// Encoded messages by the document that they are of.
private struct DocumentRecords: Sendable {
  private struct Entry {
    let document: UInt32
    let size: UInt32
    let offset: Int
  }

  private var spool: ByteSpool
  private var entries: [Entry] = []

  init(_ spool: ByteSpool) { self.spool = spool }

  mutating func add(_ record: some ProtobufMessage, _ document: UInt32) throws {
    let bytes = record.protobufBytes()
    entries.append(
      Entry(document: document, size: UInt32(clamping: bytes.count), offset: try spool.append(bytes)))
  }

  var isInOrder: Bool { zip(entries, entries.dropFirst()).allSatisfy { $0.document <= $1.document } }

  /// Puts the documents in order; the messages of each stay as they were added.
  mutating func sort() { entries.sort { ($0.document, $0.offset) < ($1.document, $1.offset) } }

  func records<Record: ProtobufMessage>(of document: UInt32) throws -> [Record] {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].document < document { low = middle + 1 } else { high = middle }
    }
    var records: [Record] = []
    while low < entries.count, entries[low].document == document {
      records.append(try Record(protobuf: try spool.read(entries[low].offset, Int(entries[low].size))))
      low += 1
    }
    return records
  }
}

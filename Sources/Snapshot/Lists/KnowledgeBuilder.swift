internal import EntenteFileMapping
internal import EntenteSchema
internal import ProtobufCoding

/// Builds the lists of what is known, and the reviews of goals, from the records of a snapshot.
///
/// The same records give the same bytes: the writer appends them, and verification compares them with those that are there.
struct KnowledgeBuilder {
  /// In the order in which they are written.
  private(set) var sections: [(name: String, bytes: [UInt8])] = []
  private(set) var reviews: [GoalReview] = []

  private let table: SectionTable
  private let mentions: MentionTable
  private var counts = RecordCounts()
  private var entityIDs = SortedIDs()
  private var documents: DocumentListsBuilder
  private var entities: EntityListsBuilder
  private var timeline = TimelineBuilder()
  private var quotations = QuotationListsBuilder()
  private var evidence = EvidenceListsBuilder()
  private var goals = GoalListsBuilder()

  /// - Parameters:
  ///   - table: the record sections and the mentions.
  ///   - mentions: every mention of the snapshot.
  ///   - sentences: those that hold two mentions or more.
  ///   - textLengths: by document, in bytes.
  ///   - historyCount: how much evidence a goal has that gets a history; tests lower it.
  init(
    _ table: SectionTable, _ mentions: MentionTable, _ sentences: MentionedSentences, textLengths: [UInt32],
    historyCount: Int = GoalHistory.leastCount
  ) throws(SnapshotError) {
    self.table = table
    self.mentions = mentions
    let documentIDs = try table.documentIDs()
    counts.documents = documentIDs.count
    documents = DocumentListsBuilder(documentIDs, textLengths: textLengths)
    var entityIDs = SortedIDs()
    var kinds: [EntityKind] = []
    let records: RecordReader<Entity> = try table.records(SectionName.entities)
    try records.visit { (_, entity) in
      entityIDs.append(entity.id)
      kinds.append(entity.kind)
    }
    self.entityIDs = entityIDs
    counts.entities = kinds.count
    entities = EntityListsBuilder(kinds: kinds, mentionCounts: mentions.counts(entityCount: kinds.count))
    try addProgrammes(documentIDs)
    try addEvents()
    try addQuotations()
    try addEvidence()
    try build(
      CoOccurrences(mentions, sentences, documentCount: counts.documents, entityCount: counts.entities), historyCount)
  }

  private mutating func addProgrammes(_ documentIDs: SortedIDs) throws(SnapshotError) {
    let records: RecordReader<Programme> = try table.records(SectionName.programmes)
    var last = -1
    try records.visit { (ordinal, programme) throws(SnapshotError) in
      guard let document = documentIDs.index(of: programme.documentID) else {
        throw .reference(section: SectionName.programmes, ordinal: ordinal, to: programme.documentID)
      }
      guard document > last else {
        throw .layout(
          section: SectionName.programmes, offset: 0, "record \(ordinal) is not in document order")
      }
      last = document
      goals.add(programme, document: document)
    }
    counts.programmes = records.count
    counts.goals = goals.count
  }

  private mutating func addEvents() throws(SnapshotError) {
    let records: RecordReader<Event> = try table.records(SectionName.events)
    /// What the lists need of an event once its position is known.
    var linked: [(participants: [Int], place: Int?, goals: [String])] = []
    linked.reserveCapacity(records.count)
    try records.visit { (ordinal, event) throws(SnapshotError) in
      _ = try documents.addEvent(ordinal, documentID: event.evidence?.documentID)
      timeline.add(event)
      linked.append(
        (
          event.participants.compactMap { entityIDs.index(of: $0.id) },
          event.place.flatMap { entityIDs.index(of: $0.id) },
          event.goalIDs
        ))
    }
    counts.events = records.count
    let order = timeline.order()
    for (position, ordinal) in order.enumerated() {
      entities.add(event: position, participants: linked[ordinal].participants, place: linked[ordinal].place)
      goals.add(event: position, on: linked[ordinal].goals)
    }
    sections.append((SectionName.eventLists, try timeline.bytes(order)))
  }

  private mutating func addQuotations() throws(SnapshotError) {
    let records: RecordReader<Quotation> = try table.records(SectionName.quotations)
    try records.visit { (ordinal, quotation) throws(SnapshotError) in
      try documents.addQuotation(ordinal, documentID: quotation.source?.documentID)
      quotations.add(quotation)
      goals.add(quotation: ordinal, on: quotation.goalIDs)
      if let speaker = entityIDs.index(of: quotation.speakerID) { entities.add(quotation: ordinal, speaker: speaker) }
    }
    counts.quotations = records.count
    sections.append((SectionName.quotationLists, quotations.bytes()))
  }

  private mutating func addEvidence() throws(SnapshotError) {
    let records: RecordReader<Evidence> = try table.records(SectionName.evidence)
    try records.visit { (ordinal, item) throws(SnapshotError) in
      let document = try documents.addEvidence(ordinal, documentID: item.passage?.documentID)
      evidence.add(item, actors: actors(in: item.passage?.span, of: document))
      goals.add(evidence: ordinal, on: item.goalID)
    }
    counts.evidence = records.count
    sections.append((SectionName.evidenceLists, try evidence.bytes()))
  }

  /// How often a passage mentions each person, organisation and country, in the order of entities.
  private func actors(in span: TextSpan?, of document: Int) -> [EntityCount] {
    guard let span else { return [] }
    let passage = Int(span.offset)..<Int(span.offset) + Int(span.length)
    var found: [UInt32: Int] = [:]
    for mention in mentions.mentions(in: document, beginningIn: passage)
    where mentions.end(of: mention) <= passage.upperBound && entities.kind(of: Int(mention.entity)) != .place {
      found[mention.entity, default: 0] += 1
    }
    return found.sorted { $0.key < $1.key }.map { EntityCount(entity: Int($0.key), count: $0.value) }
  }

  private mutating func build(_ coOccurrences: CoOccurrences, _ historyCount: Int) throws(SnapshotError) {
    sections.append((SectionName.documentLists, try documents.bytes(mentions)))
    sections.append((SectionName.entityLists, try entities.bytes(coOccurrences)))
    sections.append((SectionName.goalLists, try goals.bytes(evidence, entities)))
    var regions = Dictionary(
      sections.map { ($0.name, ByteRegion($0.bytes)) }, uniquingKeysWith: { first, _ in first })
    let histories = try histories(SectionTable([], regions), historyCount)
    sections.append((SectionName.goalHistories, histories))
    regions[SectionName.goalHistories] = ByteRegion(histories)
    let lists = try KnowledgeLists(SectionTable([], regions), counts)
    let (events, evidence): (RecordReader<Event>, RecordReader<Evidence>) = (
      try table.records(SectionName.events), try table.records(SectionName.evidence)
    )
    func date(_ record: GoalTally.DatedRecord?) throws(SnapshotError) -> PartialDate? {
      switch record {
      case .event(let ordinal): try events[ordinal].date
      case .evidence(let ordinal): try evidence[ordinal].date
      case nil: nil
      }
    }
    reviews = try goals.reviews { (goal) throws(SnapshotError) in
      let tally = try lists.tally(ofGoal: goal, in: .all) ?? GoalTally()
      return (tally, try date(tally.first), try date(tally.last))
    }
  }

  private func histories(_ table: SectionTable, _ leastCount: Int) throws(SnapshotError) -> [UInt8] {
    try GoalHistoryBuilder(
      goals: GoalLists(try table.bytes(SectionName.goalLists), counts),
      evidence: EvidenceLists(try table.bytes(SectionName.evidenceLists), counts),
      documents: DocumentLists(try table.bytes(SectionName.documentLists), counts), entityCount: counts.entities,
      leastCount: leastCount
    ).bytes()
  }
}

/// The knowledge lists of a corpus, read in place: the ordinals of the records that answer a call, before any is inflated.
///
/// ```swift
/// let lists = try snapshot.knowledge()
/// for position in try lists.entities.eventsTakingPart(otan).ordinals(0..<20) {
///   print(try snapshot.events[lists.timeline.event(at: position)].title)
/// }
/// ```
///
/// The lists are derived from the records of the snapshot; `VerifiedSnapshot` compares the two. Every offset is checked
/// when it is used, and damage gives a `SnapshotError` that names the section and the byte.
package struct KnowledgeLists: Sendable {
  package let documents: DocumentLists
  package let entities: EntityLists
  package let timeline: Timeline
  package let quotations: QuotationLists
  package let evidence: EvidenceLists
  package let goals: GoalLists
  let histories: GoalHistories

  init(_ table: SectionTable, _ counts: RecordCounts) throws(SnapshotError) {
    documents = try DocumentLists(try table.bytes(SectionName.documentLists), counts)
    entities = try EntityLists(try table.bytes(SectionName.entityLists), counts)
    timeline = try Timeline(try table.bytes(SectionName.eventLists), counts)
    quotations = try QuotationLists(try table.bytes(SectionName.quotationLists), counts)
    evidence = try EvidenceLists(try table.bytes(SectionName.evidenceLists), counts)
    goals = try GoalLists(try table.bytes(SectionName.goalLists), counts)
    histories = try GoalHistories(try table.bytes(SectionName.goalHistories), counts)
  }
}

extension SnapshotReader {
  /// Opens the knowledge lists, which costs little.
  ///
  /// - Throws: `SnapshotError.missingSection` if the snapshot was written without them.
  package func knowledge() throws(SnapshotError) -> KnowledgeLists {
    try KnowledgeLists(
      table,
      RecordCounts(
        documents: documents.count, entities: entities.count, events: events.count, quotations: quotations.count,
        evidence: evidence.count, programmes: programmes.count, goals: goals.count))
  }
}

/// What is known of the corpus, by ordinal and read in place: which records answer a call, before any of them is inflated.
///
/// ```swift
/// let lists = try snapshot.knowledge()
/// for position in try lists.entities.eventsTakingPart(otan).ordinals(0..<20) {
///   print(try snapshot.events[lists.timeline.event(at: position)].title)
/// }
/// ```
///
/// All of it follows from the records of the snapshot; `VerifiedSnapshot` compares the two. Every offset is checked where
/// it is used, and damage gives a `SnapshotError` that names the section and the byte.
package struct KnowledgeLists: Sendable {
  package let documents: DocumentLists
  package let entities: EntityLists
  package let timeline: Timeline
  package let quotations: QuotationLists
  package let evidence: EvidenceLists
  package let goals: GoalLists

  init(_ table: SectionTable, _ counts: RecordCounts) throws(SnapshotError) {
    documents = try DocumentLists(try table.bytes(SectionName.documentLists), counts)
    entities = try EntityLists(try table.bytes(SectionName.entityLists), counts)
    timeline = try Timeline(try table.bytes(SectionName.eventLists), counts)
    quotations = try QuotationLists(try table.bytes(SectionName.quotationLists), counts)
    evidence = try EvidenceLists(try table.bytes(SectionName.evidenceLists), counts)
    goals = try GoalLists(try table.bytes(SectionName.goalLists), counts)
  }
}

extension SnapshotReader {
  /// The lists of what is known; opened anew by each call, at little cost.
  ///
  /// - Throws: `SnapshotError.missingSection` where the snapshot was written without them.
  package func knowledge() throws(SnapshotError) -> KnowledgeLists {
    try KnowledgeLists(
      table,
      RecordCounts(
        documents: documents.count, entities: entities.count, events: events.count, quotations: quotations.count,
        evidence: evidence.count, programmes: programmes.count, goals: goals.count))
  }
}

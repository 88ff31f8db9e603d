internal import EntenteFileMapping

// lists/goals := id strings | goal packed                               the ordinal of the goal of each id
//                | document packed                                      by programme: that it was read from, ascending
//                | goal parts                                           by goal
// goal        := evidence | event ordinals                              timeline positions (Timeline.swift)
//                | quotation ordinals
//                | actor counts                                         mentions within its evidence, 50 entities at the most
//                | programme ordinals                                   those that print it
//
// evidence    := number of groups varint | length of the groups in bytes varint, where there are any | group*
// group       := ordinals                                               of one score; the groups in descending order of scores
//
// Actors come in descending order of mentions, equal ones in the order of the ranking of entities.

/// The knowledge lists of each goal, by the goal's ordinal in `SnapshotReader.goals`.
package struct GoalLists: Sendable {
  /// How many actors are kept.
  package static let maximumActors = 50

  private let bytes: SectionBytes
  private let ids: SectionStrings
  private let goals: PackedNumbers
  private let documents: PackedNumbers
  private let parts: SectionParts
  private let counts: RecordCounts

  package var count: Int { counts.goals }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    (self.bytes, self.counts) = (bytes, counts)
    ids = try SectionStrings(bytes, at: 0)
    goals = try PackedNumbers(bytes, at: ids.end, count: counts.goals, of: "goals")
    documents = try PackedNumbers(bytes, at: goals.end, count: counts.programmes, of: "programmes")
    parts = try SectionParts(bytes, at: documents.end)
    guard ids.count == counts.goals, parts.count == counts.goals else { throw bytes.error(0, "goals are missing") }
  }

  /// The goal with that id; nil if no programme prints it.
  package func goal(withID id: String) throws(SnapshotError) -> Int? {
    guard let index = try ids.find(id) else { return nil }
    let goal = Int(goals[index])
    guard goal < count else { throw bytes.error(ids.end, "a goal is out of bounds") }
    return goal
  }

  /// The evidence for a goal, strongest first.
  package func evidence(of goal: Int) throws(SnapshotError) -> RankedEvidence { try fields(goal).evidence }

  /// The events that advance a goal, as timeline positions, in order of date.
  package func events(of goal: Int) throws(SnapshotError) -> OrdinalList { try fields(goal).events }

  /// The quotations that concern a goal, by ordinal.
  package func quotations(of goal: Int) throws(SnapshotError) -> OrdinalList { try fields(goal).quotations }

  /// The people, organisations and countries that the evidence for a goal mentions most, with the number of mentions.
  package func actors(of goal: Int) throws(SnapshotError) -> [EntityCount] {
    var cursor = try fields(goal).rest
    return try EntityCount.list(&cursor, below: counts.entities)
  }

  /// The first programmes that print a goal, by ordinal.
  package func programmes(of goal: Int, atMost most: Int = .max) throws(SnapshotError) -> [Int] {
    var cursor = try fields(goal).rest
    _ = try EntityCount.list(&cursor, below: counts.entities)
    return try OrdinalList(&cursor, below: counts.programmes).ordinals(0..<most)
  }

  /// The document that a programme was read from.
  package func document(ofProgramme programme: Int) -> Int { Int(documents[programme]) }

  /// The programme that a document prints; nil if it prints none.
  package func programme(ofDocument document: Int) -> Int? {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = low + (high - low) / 2
      if Int(documents[middle]) < document { low = middle + 1 } else { high = middle }
    }
    return low < documents.count && Int(documents[low]) == document ? low : nil
  }

  private func fields(
    _ goal: Int
  ) throws(SnapshotError) -> (
    evidence: RankedEvidence, events: OrdinalList, quotations: OrdinalList, rest: SectionCursor
  ) {
    var cursor = try parts.cursor(goal)
    let evidence = try RankedEvidence(&cursor, below: counts.evidence)
    let events = try OrdinalList(&cursor, below: counts.events)
    let quotations = try OrdinalList(&cursor, below: counts.quotations)
    return (evidence, events, quotations, cursor)
  }
}

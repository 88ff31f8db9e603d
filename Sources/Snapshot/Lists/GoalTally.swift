internal import EntenteSchema
package import EntenteSearchIndex

/// The counts of a goal's review over a period.
package struct GoalTally: Hashable, Sendable {
  /// The record that a date comes from.
  package enum DatedRecord: Hashable, Sendable {
    case evidence(Int)
    case event(Int)

    /// Whether it is the one to name of two events with the same day. Evidence is added in order.
    fileprivate func isBefore(_ other: DatedRecord?) -> Bool {
      if case (.event(let event), .event(let named)) = (self, other) { event < named } else { false }
    }
  }

  package private(set) var evidence = 0
  package private(set) var directEvidence = 0
  /// The number of documents with evidence.
  package private(set) var documents = 0
  package private(set) var events = 0
  package private(set) var quotations = 0
  /// The sum of the evidence scores, added in document order.
  package private(set) var strength: Float = 0
  /// The earliest record with a date of its own; among several, the first evidence, else the first event.
  package private(set) var first: DatedRecord?
  /// The latest of these records.
  package private(set) var last: DatedRecord?

  private var firstDay = DayNumber.last
  private var lastDay = DayNumber.none

  init() {}

  fileprivate mutating func add(_ days: DayRange, of record: DatedRecord) {
    if first == nil || days.first < firstDay || days.first == firstDay && record.isBefore(first) {
      (first, firstDay) = (record, days.first)
    }
    if last == nil || days.last > lastDay || days.last == lastDay && record.isBefore(last) {
      (last, lastDay) = (record, days.last)
    }
  }

  fileprivate mutating func add(evidence lists: EvidenceLists, _ ordinal: Int, isNewDocument: Bool) {
    evidence += 1
    if isNewDocument { documents += 1 }
    if lists.strength(of: ordinal) == .direct { directEvidence += 1 }
    strength += lists.score(of: ordinal)
    if lists.isDated(ordinal) { add(lists.days(of: ordinal), of: .evidence(ordinal)) }
  }

  fileprivate mutating func addEvent() { events += 1 }
  fileprivate mutating func addQuotation() { quotations += 1 }
}

extension KnowledgeLists {
  /// Counts what the snapshot holds for a goal.
  ///
  /// The cost grows with the evidence, events and quotations of the goal. For all time, `SnapshotReader.goals` already has
  /// the same counts.
  ///
  /// - Parameters:
  ///   - period: items without a date are skipped unless it is `all`.
  ///   - found: the goal's evidence in the period, where it is known already.
  ///   - isCancelled: called from time to time.
  /// - Returns: nil once cancelled.
  package func tally(
    ofGoal goal: Int, in period: DayRange, evidence found: OrdinalSet? = nil, isCancelled: () -> Bool = { false }
  ) throws(SnapshotError) -> GoalTally? {
    var found = found
    if found == nil { found = try evidence(ofGoal: goal, in: period, isCancelled: isCancelled) }
    guard let found else { return nil }
    var tally = GoalTally()
    var lastDocument: Int?
    found.forEachOrdinal { ordinal in
      let document = documents.document(ofEvidence: ordinal, from: lastDocument ?? 0)
      tally.add(evidence: evidence, ordinal, isNewDocument: document != lastDocument)
      lastDocument = document
    }
    var progress = Progress()
    try goals.events(of: goal).visit { (position) throws(SnapshotError) in
      let days = timeline.days(at: position)
      guard period.overlaps(days) else { return progress.goesOn(isCancelled) }
      tally.addEvent()
      if timeline.isDated(at: position) { tally.add(days, of: .event(try timeline.event(at: position))) }
      return progress.goesOn(isCancelled)
    }
    try goals.quotations(of: goal).visit { ordinal in
      if period.overlaps(quotations.days(of: ordinal)) { tally.addQuotation() }
      return progress.goesOn(isCancelled)
    }
    return progress.wasCancelled ? nil : tally
  }

  /// The evidence on a goal in a period.
  ///
  /// - Returns: nil once cancelled.
  package func evidence(
    ofGoal goal: Int, in period: DayRange, isCancelled: () -> Bool = { false }
  ) throws(SnapshotError) -> OrdinalSet? {
    var found = OrdinalSet(count: evidence.count)
    var progress = Progress()
    try goals.evidence(of: goal).visit { ordinal in
      if period.overlaps(evidence.days(of: ordinal)) { found.insert(ordinal) }
      return progress.goesOn(isCancelled)
    }
    return progress.wasCancelled ? nil : found
  }
}

/// How far a visit has come, so that it asks from time to time whether to go on.
private struct Progress {
  private var visited = 0
  private(set) var wasCancelled = false

  mutating func goesOn(_ isCancelled: () -> Bool) -> Bool {
    visited += 1
    if visited.isMultiple(of: 4096), isCancelled() { wasCancelled = true }
    return !wasCancelled
  }
}

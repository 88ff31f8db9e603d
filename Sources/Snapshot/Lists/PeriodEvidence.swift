internal import EntenteSearchIndex

/// The evidence on a goal in a period, by ordinal.
package struct PeriodEvidence: Sendable {
  fileprivate enum Items {
    /// All of it.
    case listed(OrdinalSet)
    /// The first items of the goal's history: the latest ones.
    case latest(GoalHistory, count: Int)
  }

  fileprivate let items: Items
  fileprivate let goal: Int
  fileprivate let period: DayRange
}

extension KnowledgeLists {
  /// How many items are sorted to find the strongest, where the goal has more than that.
  private static let mostSorted = 4_096

  /// The evidence on a goal in a period.
  ///
  /// The cost grows with the evidence on the goal, but not where the period has no end and the goal has a history.
  ///
  /// - Returns: nil once cancelled.
  package func evidence(
    ofGoal goal: Int, in period: DayRange, isCancelled: () -> Bool = { false }
  ) throws(SnapshotError) -> PeriodEvidence? {
    if period.isOpenEnded, let history = try histories.history(of: goal) {
      let count = history.count(since: period.first, evidence)
      return PeriodEvidence(items: .latest(history, count: count), goal: goal, period: period)
    }
    var found = OrdinalSet(count: evidence.count)
    var progress = Progress()
    try goals.evidence(of: goal).visit { ordinal in
      if period.overlaps(evidence.days(of: ordinal)) { found.insert(ordinal) }
      return progress.goesOn(isCancelled)
    }
    return progress.wasCancelled ? nil : PeriodEvidence(items: .listed(found), goal: goal, period: period)
  }

  /// Counts what the snapshot holds for a goal.
  ///
  /// The cost grows with the events and quotations of the goal, and with its evidence as `evidence(ofGoal:in:)` says. For
  /// all time, `SnapshotReader.goals` already has the same counts.
  ///
  /// - Parameters:
  ///   - period: items without a date are skipped unless it is `all`.
  ///   - found: the goal's evidence in the period, where it is known already.
  ///   - isCancelled: called from time to time.
  /// - Returns: nil once cancelled.
  package func tally(
    ofGoal goal: Int, in period: DayRange, evidence found: PeriodEvidence? = nil, isCancelled: () -> Bool = { false }
  ) throws(SnapshotError) -> GoalTally? {
    var found = found
    if found == nil { found = try evidence(ofGoal: goal, in: period, isCancelled: isCancelled) }
    guard let found else { return nil }
    var tally = try self.tally(found)
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

  private func tally(_ found: PeriodEvidence) throws(SnapshotError) -> GoalTally {
    switch found.items {
    case .listed(let set):
      var tally = GoalTally()
      var lastDocument: Int?
      set.forEachOrdinal { ordinal in
        let document = documents.document(ofEvidence: ordinal, from: lastDocument ?? 0)
        tally.add(evidence: evidence, ordinal, isNewDocument: document != lastDocument)
        lastDocument = document
      }
      return tally
    case .latest(let history, let count):
      var (tally, counted) = (GoalTally(), 0)
      if let checkpoint = try history.checkpoint(within: count) {
        var cursor = checkpoint.cursor
        tally = try GoalTally(checkpoint: &cursor, evidence: checkpoint.count, evidence)
        counted = checkpoint.count
      }
      for index in counted..<count {
        tally.add(evidence: evidence, history.ordinal(at: index), isNewDocument: history.isFresh(at: index))
      }
      return tally
    }
  }

  /// Calls `body` with people, organisations and countries that the evidence mentions, and a number of mentions: several
  /// times with an actor whose numbers are to be added up.
  ///
  /// - Returns: false once cancelled.
  package func visitActors(
    of found: PeriodEvidence, isCancelled: () -> Bool, _ body: (EntityCount) -> Void
  ) throws(SnapshotError) -> Bool {
    var progress = Progress()
    switch found.items {
    case .listed(let set):
      var next = set.first(from: 0)
      while let ordinal = next, progress.goesOn(isCancelled) {
        try evidence.visitActors(of: ordinal, body)
        next = set.first(from: ordinal + 1)
      }
    case .latest(let history, let count):
      var counted = 0
      if let checkpoint = try history.checkpoint(within: count) {
        var cursor = checkpoint.cursor
        _ = try GoalTally(checkpoint: &cursor, evidence: checkpoint.count, evidence)
        try EntityCount.visitAscending(&cursor, below: entities.count, body)
        counted = checkpoint.count
      }
      while counted < count, progress.goesOn(isCancelled) {
        try evidence.visitActors(of: history.ordinal(at: counted), body)
        counted += 1
      }
    }
    return !progress.wasCancelled
  }

  /// A page of the evidence, strongest first.
  ///
  /// - Returns: nil once cancelled.
  package func strongest(
    of found: PeriodEvidence, _ page: Range<Int>, isCancelled: () -> Bool
  ) throws(SnapshotError) -> [Int]? {
    if case .latest(let history, let count) = found.items, count <= Self.mostSorted {
      let sorted = (0..<count).map { history.ordinal(at: $0) }.sorted { left, right in
        let scores = (evidence.score(of: left), evidence.score(of: right))
        return scores.0 == scores.1 ? left < right : scores.0 > scores.1
      }
      return Array(sorted[page.clamped(to: 0..<count)])
    }
    var (ordinals, count, progress) = ([Int](), 0, Progress())
    try goals.evidence(of: found.goal).visit { ordinal in
      guard progress.goesOn(isCancelled) else { return false }
      guard found.period.overlaps(evidence.days(of: ordinal)) else { return true }
      if count >= page.lowerBound { ordinals.append(ordinal) }
      count += 1
      return count < page.upperBound
    }
    return progress.wasCancelled ? nil : ordinals
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

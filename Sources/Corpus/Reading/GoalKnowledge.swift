internal import EntenteSchema
internal import EntenteSnapshot

/// What a snapshot knows of a goal in a period, by ordinal: no more records are read than are shown.
struct GoalKnowledge {
  private let snapshot: SnapshotReader
  private let lists: KnowledgeLists
  private let goal: Int
  private let period: DayRange
  private let cancellation: Cancellation
  /// The evidence in the period: it is counted twice. Nil for all time, whose counts are known.
  private let evidence: PeriodEvidence?

  /// - Parameter goal: its ordinal in `SnapshotReader.goals`.
  init(
    _ snapshot: SnapshotReader, _ lists: KnowledgeLists, goal: Int, since period: DayRange,
    _ cancellation: Cancellation
  ) throws(CorpusError) {
    self.snapshot = snapshot
    self.lists = lists
    self.goal = goal
    self.period = period
    self.cancellation = cancellation
    guard period != .all else {
      evidence = nil
      return
    }
    evidence = try reading { () throws(SnapshotError) in
      try lists.evidence(ofGoal: goal, in: period) { cancellation.isCancelled }
    }
    guard evidence != nil else { throw cancellation.failure }
  }

  private var isWhole: Bool { period == .all }

  /// The goal with its counts in the period.
  func review() throws(CorpusError) -> GoalReview {
    var review = try reading { () throws(SnapshotError) in try snapshot.goals[goal] }
    if isWhole { return review }
    let tally = try reading { () throws(SnapshotError) in
      try lists.tally(ofGoal: goal, in: period, evidence: evidence) { cancellation.isCancelled }
    }
    guard let tally else { throw cancellation.failure }
    review.evidenceCount = UInt32(clamping: tally.evidence)
    review.directEvidenceCount = UInt32(clamping: tally.directEvidence)
    review.documentCount = UInt32(clamping: tally.documents)
    review.eventCount = UInt32(clamping: tally.events)
    review.quotationCount = UInt32(clamping: tally.quotations)
    review.strength = tally.strength
    (review.firstDate, review.lastDate) = try reading { () throws(SnapshotError) in
      (try date(of: tally.first), try date(of: tally.last))
    }
    return review
  }

  private func date(of record: GoalTally.DatedRecord?) throws(SnapshotError) -> PartialDate? {
    switch record {
    case .evidence(let ordinal): try snapshot.evidence[ordinal].date.map(PartialDate.init(trimming:))
    case .event(let ordinal): try snapshot.events[ordinal].date.map(PartialDate.init(trimming:))
    case nil: nil
    }
  }

  /// A page of the evidence, strongest first.
  func strongest(_ page: Range<Int>) throws(CorpusError) -> [Int] {
    guard let evidence else {
      return try reading { () throws(SnapshotError) in try lists.goals.evidence(of: goal).ordinals(page) }
    }
    let found = try reading { () throws(SnapshotError) in
      try lists.strongest(of: evidence, page) { cancellation.isCancelled }
    }
    guard let found else { throw cancellation.failure }
    return found
  }

  /// A page of the events, in order of date, by position in the timeline.
  func events(_ page: Range<Int>) throws(CorpusError) -> [Int] {
    let events = try reading { () throws(SnapshotError) in try lists.goals.events(of: goal) }
    return try elements(events, page) { lists.timeline.days(at: $0) }
  }

  /// A page of the quotations, in document order.
  func quotations(_ page: Range<Int>) throws(CorpusError) -> [Int] {
    let quotations = try reading { () throws(SnapshotError) in try lists.goals.quotations(of: goal) }
    return try elements(quotations, page) { lists.quotations.days(of: $0) }
  }

  private func elements(
    _ list: OrdinalList, _ page: Range<Int>, days: (Int) -> DayRange
  ) throws(CorpusError) -> [Int] {
    var (found, count, step) = ([Int](), 0, 0)
    try reading { () throws(SnapshotError) in
      if isWhole {
        found = try list.ordinals(page)
        return
      }
      try list.visit { ordinal in
        step += 1
        if step % 4096 == 0, cancellation.isCancelled { return false }
        guard period.overlaps(days(ordinal)) else { return true }
        if count >= page.lowerBound { found.append(ordinal) }
        count += 1
        return count < page.upperBound
      }
    }
    try cancellation.check()
    return found
  }

  /// The people, organisations and countries that the evidence mentions most, most frequent first.
  ///
  /// - Parameters:
  ///   - limit: how many of them.
  ///   - isBefore: decides between two that are equally frequent.
  func actors(
    _ limit: Int, _ isBefore: (Int, Int) -> Bool
  ) throws(CorpusError) -> [EntityCount] {
    guard let evidence else {
      let actors = try reading { () throws(SnapshotError) in try lists.goals.actors(of: goal) }
      return Array(actors.prefix(limit))
    }
    // A table by entity costs a fraction of a dictionary.
    var counts = [Int](repeating: 0, count: snapshot.entities.count)
    var mentioned: [Int] = []
    let isDone = try reading { () throws(SnapshotError) in
      try lists.visitActors(of: evidence, isCancelled: { cancellation.isCancelled }) { actor in
        if counts[actor.entity] == 0, actor.count > 0 { mentioned.append(actor.entity) }
        counts[actor.entity] += actor.count
      }
    }
    guard isDone else { throw cancellation.failure }
    var best: [EntityCount] = []
    for entity in mentioned {
      let actor = EntityCount(entity: entity, count: counts[entity])
      let place = best.lastIndex { $0.count != actor.count ? $0.count > actor.count : isBefore($0.entity, entity) }
      let index = place.map { $0 + 1 } ?? 0
      guard index < limit else { continue }
      best.insert(actor, at: index)
      if best.count > limit { best.removeLast() }
    }
    return best
  }
}

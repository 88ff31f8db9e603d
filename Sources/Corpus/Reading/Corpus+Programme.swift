public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  /// The programme that a document prints.
  public func programme(
    _ request: GetProgrammeRequest = GetProgrammeRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetProgrammeResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let programmes = try knowledge().programmes
      let programme =
        request.documentId.isEmpty ? programmes.first : programmes.first { $0.documentId == request.documentId }
      guard let programme else {
        throw .notFound(UnknownName(.programme, request.documentId, known: programmes.map(\.documentId)))
      }
      var others: [DocumentSummary] = []
      for other in programmes.filter({ $0.documentId != programme.documentId }).prefix(Self.mostProgrammes) {
        others.append(try summary(ofDocument: try ordinal(ofDocument: other.documentId)))
      }
      return GetProgrammeResponse(snapshot: reference, programme: programme, others: others)
    }
  }

  private static let mostProgrammes = 20

  /// The review of the programme: every goal with its counts, in printed order.
  public func goals(
    _ request: ListGoalsRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListGoalsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let knowledge = try knowledge()
      let goals =
        request.priorityNumber == 0
        ? try goalDirectory().goals : try goalDirectory().goals(ofPriority: String(request.priorityNumber))
      var reviews: [GoalReview] = []
      for goal in goals {
        try cancellation.check()
        reviews.append(review(goal, knowledge, DateBounds.open))
      }
      return ListGoalsResponse(snapshot: reference, goals: reviews)
    }
  }

  /// One goal with its evidence, actors, events and quotations.
  public func goal(
    _ request: GetGoalRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetGoalResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let knowledge = try knowledge()
      let bounds = try DateBounds(since: request.since)
      let found = try goalDirectory().goal(named: request.id)
      let goal = found.goal
      let evidence = knowledge.evidence(forGoal: goal.id).filter { bounds.contains($0.date) }
      return GetGoalResponse(
        snapshot: reference, review: review(found, knowledge, bounds),
        evidence: evidence.sorted(by: Self.isStronger),
        events: knowledge.events(forGoal: goal.id).filter { bounds.contains($0.date) }.sorted(by: Self.isEarlier),
        quotations: knowledge.quotations(forGoal: goal.id).filter { bounds.contains($0.date) },
        actors: try actors(in: evidence, knowledge, cancellation))
    }
  }

  /// The goals of every programme.
  func goalDirectory() throws(CorpusError) -> GoalDirectory { GoalDirectory(try knowledge().programmes) }

  private func review(_ found: ProgrammeGoal, _ knowledge: KnowledgeBase, _ bounds: DateBounds) -> GoalReview {
    let goal = found.goal
    let evidence = knowledge.evidence(forGoal: goal.id).filter { bounds.contains($0.date) }
    let events = knowledge.events(forGoal: goal.id).filter { bounds.contains($0.date) }
    let quotations = knowledge.quotations(forGoal: goal.id).filter { bounds.contains($0.date) }
    let dates = (evidence.map(\.date) + events.map(\.date)).compactMap(\.self)
      .filter { !$0.start.isEmpty && $0.subject == .unspecified }
    return GoalReview(
      goal: goal, priorityTitle: found.priorityTitle, evidenceCount: UInt32(clamping: evidence.count),
      directEvidenceCount: UInt32(clamping: evidence.count { $0.strength == .direct }),
      documentCount: UInt32(clamping: Set(evidence.compactMap { $0.passage?.documentId }).count),
      eventCount: UInt32(clamping: events.count), quotationCount: UInt32(clamping: quotations.count),
      firstDate: dates.min { $0.start < $1.start }, lastDate: dates.max { $0.end < $1.end },
      strength: evidence.reduce(0) { $0 + $1.score })
  }

  private static func isStronger(_ left: Evidence, _ right: Evidence) -> Bool {
    if left.score != right.score { return left.score > right.score }
    let (first, second) = (left.passage, right.passage)
    if first?.documentId != second?.documentId { return (first?.documentId ?? "") < (second?.documentId ?? "") }
    return (first?.span?.offset ?? 0) < (second?.span?.offset ?? 0)
  }

  /// People, organisations and countries that stand in the passages, most frequent first.
  private func actors(
    in evidence: [Evidence], _ knowledge: KnowledgeBase, _ cancellation: Cancellation
  ) throws(CorpusError) -> [EntitySummary] {
    var counts: [(entity: Entity, count: Int)] = []
    for entity in knowledge.entities where entity.kind != .place {
      try cancellation.check()
      let count = entity.mentions.count { mention in
        evidence.contains { $0.passage?.contains(mention.source) == true }
      }
      if count > 0 { counts.append((entity, count)) }
    }
    counts.sort { $0.count != $1.count ? $0.count > $1.count : KnowledgeBase.isMentionedMore($0.entity, $1.entity) }
    return counts.prefix(20).map { counted in
      var summary = knowledge.summary(counted.entity)
      summary.mentionCount = UInt32(clamping: counted.count)
      return summary
    }
  }
}

extension Source {
  /// Whether the other one lies inside this one.
  func contains(_ other: Source?) -> Bool {
    guard let other, let outer = span, let inner = other.span, documentId == other.documentId else { return false }
    return inner.offset >= outer.offset
      && UInt64(inner.offset) + UInt64(inner.length) <= UInt64(outer.offset) + UInt64(outer.length)
  }
}

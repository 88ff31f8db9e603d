public import EntenteSchema
internal import EntenteSnapshot
public import TTRPC

extension QueryService {
  public func getProgramme(
    _ request: GetProgrammeRequest, context: CallContext
  ) throws(RPCError) -> GetProgrammeResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let programmes = try knowledge().programmes
    let programme =
      request.documentId.isEmpty ? programmes.first : programmes.first { $0.documentId == request.documentId }
    guard let programme else {
      throw RPCError(
        .notFound,
        programmes.isEmpty
          ? "the corpus holds no partnership programme"
          : "no programme in \"\(request.documentId.prefix(200))\"; there is one in "
            + programmes.map(\.documentId).joined(separator: ", "))
    }
    var others: [DocumentSummary] = []
    for other in programmes.filter({ $0.documentId != programme.documentId }).prefix(Self.maximumOthers) {
      others.append(try summary(ofDocument: try ordinal(ofDocument: other.documentId)))
    }
    return GetProgrammeResponse(snapshot: reference, programme: programme, others: others)
  }

  private static let maximumOthers = 20

  public func listGoals(_ request: ListGoalsRequest, context: CallContext) throws(RPCError) -> ListGoalsResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let knowledge = try knowledge()
    let goals = knowledge.goals.filter {
      request.priorityNumber == 0 || $0.goal.priorityNumber == request.priorityNumber
    }
    guard request.priorityNumber == 0 || !goals.isEmpty else {
      throw unknownPriority(String(request.priorityNumber), in: knowledge.goals)
    }
    return ListGoalsResponse(
      snapshot: reference, goals: goals.map { review($0.goal, $0.priorityTitle, knowledge, DateBounds.open) })
  }

  public func getGoal(_ request: GetGoalRequest, context: CallContext) throws(RPCError) -> GetGoalResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let knowledge = try knowledge()
    let bounds = try DateBounds(since: request.since)
    let (goal, priorityTitle) = try KnowledgeBase.goal(named: request.id, in: knowledge.goals)
    let evidence = knowledge.evidence(forGoal: goal.id).filter { bounds.contains($0.date) }
    return GetGoalResponse(
      snapshot: reference, review: review(goal, priorityTitle, knowledge, bounds),
      evidence: evidence.sorted(by: Self.isStronger),
      events: knowledge.events(forGoal: goal.id).filter { bounds.contains($0.date) }.sorted(by: Self.isEarlier),
      quotations: knowledge.quotations(forGoal: goal.id).filter { bounds.contains($0.date) },
      actors: actors(in: evidence, knowledge))
  }

  private func review(
    _ goal: Goal, _ priorityTitle: String, _ knowledge: KnowledgeBase, _ bounds: DateBounds
  ) -> GoalReview {
    let evidence = knowledge.evidence(forGoal: goal.id).filter { bounds.contains($0.date) }
    let events = knowledge.events(forGoal: goal.id).filter { bounds.contains($0.date) }
    let quotations = knowledge.quotations(forGoal: goal.id).filter { bounds.contains($0.date) }
    let dates = (evidence.map(\.date) + events.map(\.date)).compactMap(\.self)
      .filter { !$0.start.isEmpty && $0.subject == .unspecified }
    return GoalReview(
      goal: goal, priorityTitle: priorityTitle, evidenceCount: UInt32(clamping: evidence.count),
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
  private func actors(in evidence: [Evidence], _ knowledge: KnowledgeBase) -> [EntitySummary] {
    var counts: [(entity: Entity, count: Int)] = []
    for entity in knowledge.entities where entity.kind != .place {
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

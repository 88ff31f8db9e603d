public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  private static let mostActors = 20
  private static let mostProgrammes = 20

  /// Returns the review of the programme: every goal with its counts, in printed order.
  public func goals(
    _ request: ListGoalsRequest = ListGoalsRequest(), _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ListGoalsResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let page = try Page(
        size: request.pageSize, token: request.pageToken, of: ListGoalsRequest(priorityNumber: request.priorityNumber),
        snapshotID: reference.id, defaultSize: Page.mostElements)
      let (ordinals, total) =
        request.priorityNumber == 0
        ? (Array((0..<snapshot.goals.count).elements(page.range)), snapshot.goals.count)
        : try goals(ofPriority: request.priorityNumber, page)
      let goals = try page.records(ordinals, cancellation) { (ordinal) throws(SnapshotError) in
        GoalReview(trimming: try snapshot.goals[ordinal])
      }
      return ListGoalsResponse(
        snapshot: reference, goals: goals, nextPageToken: page.nextToken(shown: goals.count, total: total),
        total: goals.count == total ? 0 : UInt64(total))
    }
  }

  private func goals(ofPriority number: UInt32, _ page: Page) throws(CorpusError) -> ([Int], total: Int) {
    let found = try goalDirectory().goals(ofPriority: String(number))
    return (found.elements(page.range).map(\.ordinal), found.count)
  }

  /// Returns one goal with its review, its actors, and a page of its evidence, events and quotations.
  public func goal(
    _ request: GetGoalRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> GetGoalResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      let since = try DateBounds(since: request.since)
      let goal = try goal(named: request.id)
      let page = try NestedPage(
        size: request.pageSize, token: request.pageToken, of: GetGoalRequest(id: request.id, since: request.since),
        snapshotID: reference.id)
      let known = try GoalKnowledge(snapshot, knowledge, goal: goal, since: since.days, cancellation)
      let review = try known.review()
      var evidenceProgrammes = EvidenceProgrammes(self)
      let evidence = try known.strongest(page.range(.one))
      let evidenceList = try page.read(evidence, of: Int(review.evidenceCount), cancellation) {
        (ordinal) throws(SnapshotError) in try self.evidence(ordinal, &evidenceProgrammes)
      }
      let events = try known.events(page.range(.one))
      let eventList = try page.read(events, of: Int(review.eventCount), cancellation, event)
      let quotations = try known.quotations(page.range(.one))
      let quotationList = try page.read(quotations, of: Int(review.quotationCount), cancellation) {
        (ordinal) throws(SnapshotError) in Quotation(trimming: try snapshot.quotations[ordinal])
      }
      let rows = page.rows([evidenceList, eventList, quotationList])
      var response = GetGoalResponse(snapshot: reference, review: GoalReview(trimming: review))
      response.nextPageToken = rows.nextToken
      response.evidence = evidenceList.shown(rows.count).records
      response.events = eventList.shown(rows.count).records
      response.quotations = quotationList.shown(rows.count).records
      if page.isFirst {
        response.actors = try actors(known)
        response.programmes = try programmes(printing: goal)
      }
      return response
    }
  }

  /// Finds a goal by any name, or only by id if there are more goals than the directory holds.
  private func goal(named name: String) throws(CorpusError) -> Int {
    try NameLimit.check(name, "id")
    if let goal = try reading({ () throws(SnapshotError) in try knowledge.goals.goal(withID: name) }) { return goal }
    return try goalDirectory().goal(named: name).ordinal
  }

  /// An item of evidence for an answer.
  func evidence(_ ordinal: Int, _ programmes: inout EvidenceProgrammes) throws(SnapshotError) -> Evidence {
    var evidence = Evidence(trimming: try snapshot.evidence[ordinal])
    evidence.programmeIDs = try programmes.documents(ofEvidence: ordinal, on: evidence.goalID)
    return evidence
  }

  private func actors(_ known: GoalKnowledge) throws(CorpusError) -> [EntitySummary] {
    let counted = try known.actors(Self.mostActors, entityDirectory.isMentionedMore)
    return try reading { () throws(SnapshotError) in
      try counted.map { (actor) throws(SnapshotError) in
        var summary = try entityDirectory[actor.entity]
        summary.mentionCount = UInt32(clamping: actor.count)
        return summary
      }
    }
  }

  /// The documents whose programmes print a goal, where several do.
  private func programmes(printing goal: Int) throws(CorpusError) -> [DocumentSummary] {
    try reading { () throws(SnapshotError) in
      let programmes = try knowledge.goals.programmes(of: goal, atMost: Self.mostProgrammes)
      guard programmes.count > 1 else { return [] }
      return try programmes.map { (programme) throws(SnapshotError) in
        try summary(ofDocument: knowledge.goals.document(ofProgramme: programme))
      }
    }
  }
}

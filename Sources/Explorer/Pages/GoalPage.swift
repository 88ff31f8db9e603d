internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// One goal: what the partners commit to, and everything there is to show for it.
struct GoalPage: PageBuilder {
  private static let pageSize: UInt32 = 100

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let response = try await corpus.getGoal(
      GetGoalRequest(
        id: request["id"], since: request["since"], pageSize: Self.pageSize, pageToken: request["page"]))
    let views = FactViews(request)
    let quotations = try await QuotationViews(response.quotations, views, corpus)
    let titles = try await DocumentTitles(of: response.evidence.compactMap { $0.passage?.documentID }, corpus)
    let review = response.review ?? GoalReview()
    let goal = review.goal ?? Goal()
    let language = request.language
    let items = response.events.map {
      TimelineDrawing.Item(event: $0, link: views.sourceLink($0.evidence), title: EventTitle(language)($0))
    }
    return Page(
      template: "goal", title: goal.title,
      view: [
        "number": Int(goal.number), "title": goal.title, "commitment": goal.commitment,
        "hasCommitment": !goal.commitment.isEmpty, "priority": review.priorityTitle,
        "priorityNumber": Int(goal.priorityNumber),
        "evidence": response.evidence.map { evidence -> View in
          var view = views.evidence(evidence)
          view["source"] = titles[evidence.passage?.documentID ?? ""]
          return view
        }, "hasEvidence": !response.evidence.isEmpty,
        "evidenceCount": Labels.embedded.count(review.evidenceCount, "passage", language),
        "documentCount": Labels.embedded.count(review.documentCount, "document", language),
        "events": response.events.map { views.event($0) }, "hasEvents": !response.events.isEmpty,
        "quotations": response.quotations.map { quotations($0) }, "hasQuotations": !response.quotations.isEmpty,
        "actors": response.actors.map(views.entity), "hasActors": !response.actors.isEmpty,
        "drawing": TimelineDrawing(language: language).draw(items, label: Labels.embedded("timeline.title", language)),
        "since": request["since"], "id": goal.id, "hasNext": !response.nextPageToken.isEmpty,
        "nextLink": request.address.setting("page", response.nextPageToken).text,
      ], snapshot: response.snapshot)
  }
}

internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// The programme at a glance: every goal with its evidence over time, and the latest events.
struct HomePage: PageBuilder {
  private static let latestEvents: UInt32 = 200
  private static let shownEvents = 8

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let description = try await corpus.describe(DescribeRequest())
    let reviews = try await corpus.listGoals(ListGoalsRequest()).goals
    let programme = try await self.programme(corpus)
    let events = try await corpus.listEvents(ListEventsRequest(pageSize: Self.latestEvents, status: .past))
    // What is said and cited, as the page of quotations lists it; the snapshot has titles and scare quotes as well.
    let quotationCount = try await corpus.listQuotations(ListQuotationsRequest(pageSize: 1)).total
    let views = FactViews(request)
    let latest = events.events.filter { !($0.date?.end ?? "").isEmpty }.suffix(Self.shownEvents).reversed()
    let years = Self.years(programme, reviews)
    var rows: [GoalRow] = []
    for review in reviews {
      guard let goal = review.goal else { continue }
      let found = try await corpus.getGoal(GetGoalRequest(id: goal.id, pageSize: 200))
      rows.append(
        GoalRow(
          review: review,
          sparkline: Sparkline.draw(
            found.evidence.map(\.date), years: years,
            label: Labels.embedded.count(review.evidenceCount, "passage", request.language)),
          last: found.events.last { $0.status == .past && !($0.date?.start ?? "").isEmpty }))
    }
    let language = request.language
    return Page(
      template: "home", title: Labels.embedded("home.title", language),
      view: [
        "hasProgramme": !reviews.isEmpty, "programmeTitle": programme?.title ?? "",
        "programmeLink": programme.map { views.documentLink($0.documentID) } ?? "",
        "priorities": priorities(rows, views),
        "bare": rows.filter { $0.review.evidenceCount == 0 }.map { goal($0, views) },
        "hasBare": rows.contains { $0.review.evidenceCount == 0 }, "events": latest.map { views.event($0) },
        "hasEvents": !latest.isEmpty,
        "counts": [
          ("document", description.documentCount, "/documents"), ("entity", description.entityCount, "/entities"),
          ("event", description.eventCount, "/timeline"), ("quotation", quotationCount, "/quotations"),
          ("passage", description.evidenceCount, ""),
        ].map { noun, count, path in
          [
            "text": Labels.embedded.count(count, noun, language), "link": path.isEmpty ? "" : request.link(path),
          ] as View
        },
        "years": "\(years.lowerBound)–\(years.upperBound)", "isEmpty": description.documentCount == 0,
      ], snapshot: description.snapshot)
  }

  private struct GoalRow {
    var review: GoalReview
    var sparkline: Markup
    var last: Event?
  }

  /// A corpus without a programme is no failure.
  private func programme(_ corpus: QueryClient) async throws(RPCError) -> Programme? {
    do throws(RPCError) {
      return try await corpus.getProgramme(GetProgrammeRequest()).programme
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// The period of the programme, else that of the evidence; at most twenty years.
  private static func years(_ programme: Programme?, _ reviews: [GoalReview]) -> ClosedRange<Int> {
    let seen = reviews.flatMap { [$0.firstDate?.start, $0.lastDate?.end] }.compactMap { CalendarDay($0 ?? "")?.year }
    let first = programme.flatMap { $0.firstYear == 0 ? nil : Int($0.firstYear) } ?? seen.min() ?? 2020
    let last = programme.flatMap { $0.lastYear == 0 ? nil : Int($0.lastYear) } ?? seen.max() ?? first
    let end = min(max(last, seen.max() ?? last, first), first + 19)
    return first...end
  }

  private func priorities(_ rows: [GoalRow], _ views: FactViews) -> [View] {
    var priorities: [(number: UInt32, title: String, rows: [GoalRow])] = []
    for row in rows {
      let number = row.review.goal?.priorityNumber ?? 0
      if priorities.last?.number != number || priorities.last?.title != row.review.priorityTitle {
        priorities.append((number, row.review.priorityTitle, []))
      }
      priorities[priorities.count - 1].rows.append(row)
    }
    return priorities.map { priority in
      ["number": Int(priority.number), "title": priority.title, "goals": priority.rows.map { goal($0, views) }]
    }
  }

  private func goal(_ row: GoalRow, _ views: FactViews) -> View {
    let review = row.review
    let related = Int(review.evidenceCount) - Int(review.directEvidenceCount)
    return [
      "title": review.goal?.title ?? "", "number": Int(review.goal?.number ?? 0),
      "link": views.goalLink(review.goal?.id ?? ""),
      "hasEvidence": review.evidenceCount > 0, "hasDirect": review.directEvidenceCount > 0, "hasRelated": related > 0,
      "sparkline": row.sparkline, "last": row.last.map { views.event($0) } ?? [:] as View, "hasLast": row.last != nil,
      "directLabel": Labels.embedded.count(review.directEvidenceCount, "board.direct", views.request.language),
      "relatedLabel": Labels.embedded.count(related, "board.related", views.request.language),
    ]
  }
}

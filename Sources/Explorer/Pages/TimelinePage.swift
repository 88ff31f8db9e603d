internal import EntenteClient
internal import EntenteSchema
internal import TTRPC

/// The events in order of date, drawn and listed, with filters.
struct TimelinePage: PageBuilder {
  private static let pageSize: UInt32 = 200

  func build(_ request: PageRequest, _ corpus: QueryClient) async throws(RPCError) -> Page {
    let views = FactViews(request)
    let language = request.language
    let goals = try await corpus.listGoals(ListGoalsRequest()).goals.compactMap(\.goal)
    var view: View = [
      "since": request["since"], "until": request["until"], "name": request["name"],
      "statuses": [EventStatus.past, .planned, .proposed].map { status in
        [
          "key": status.key, "label": Labels.embedded("status.\(status.key)", language),
          "isChosen": request["status"] == status.key,
        ] as View
      },
      "goals": goals.map { ["id": $0.id, "title": $0.title, "isChosen": request["goal"] == $0.id] as View },
      "calendarLink": PageAddress("/timeline.ics", request.address.query.map { ($0.name, $0.value) }).text,
    ]
    let title = Labels.embedded("timeline.title", language)
    let response: ListEventsResponse
    do throws(RPCError) {
      response = try await corpus.listEvents(try await Self.call(request, corpus, pageSize: Self.pageSize))
    } catch {
      guard error.code == .invalidArgument || error.code == .notFound else { throw error }
      view["error"] = FailureView(request)(error, field: "name")
      view["hasError"] = true
      return Page(template: "timeline", title: title, view: view)
    }
    let items = response.events.map {
      TimelineDrawing.Item(event: $0, link: views.sourceLink($0.evidence), title: EventTitle(language)($0))
    }
    let titles = Dictionary(goals.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    view["drawing"] = TimelineDrawing(language: language, address: request.address).draw(items, label: title)
    if !request["since"].isEmpty || !request["until"].isEmpty {
      view["wholeLink"] = request.address.setting("since", "").setting("until", "").setting("page", "").text
    }
    view["events"] = response.events.map { views.event($0, goals: titles) }
    view["hasEvents"] = !response.events.isEmpty
    view["total"] = Labels.embedded.count(response.total, "event", language)
    view["hasNext"] = !response.nextPageToken.isEmpty
    view["nextLink"] = request.address.setting("page", response.nextPageToken).text
    return Page(template: "timeline", title: title, view: view, snapshot: response.snapshot)
  }

  /// The call that an address asks for. A name is looked up, because the service filters by one kind of entity at a time.
  static func call(
    _ request: PageRequest, _ corpus: QueryClient, pageSize: UInt32
  ) async throws(RPCError) -> ListEventsRequest {
    var call = ListEventsRequest(
      pageSize: pageSize, pageToken: request["page"], since: request["since"], until: request["until"],
      goalID: request["goal"], type: request["type"], status: EventStatus(key: request["status"]))
    guard !request["name"].isEmpty else { return call }
    let entity = try await corpus.getEntity(GetEntityRequest(id: request["name"])).entity ?? Entity()
    switch entity.kind {
    case .person: call.person = entity.id
    case .organisation: call.organisation = entity.id
    case .country: call.country = entity.id
    default: call.place = entity.id
    }
    return call
  }
}

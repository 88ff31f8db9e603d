import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Timeline: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List past, planned and proposed events, in order of date.",
    discussion: """
      An event is listed when it matches every filter.

      Examples:
        entente timeline --since 2023-07 --until 2024
        entente timeline --person Stoltenberg --type interview
        entente timeline --status planned --goal cyberdefense
      """)

  @Option(help: ArgumentHelp("Start: a day, month or year.", valueName: "yyyy[-mm[-dd]]")) var since = ""
  @Option(help: ArgumentHelp("End, inclusive: a day, month or year.", valueName: "yyyy[-mm[-dd]]")) var until = ""
  @Option(help: "A goal, by id, number or title.") var goal = ""
  @Option(help: "A participant, by id or name.") var person = ""
  @Option(help: "A participant, by id, name or acronym.") var organisation = ""
  @Option(help: "A participant, by id, name or ISO code.") var country = ""
  @Option(help: "The place, by id or name.") var place = ""
  @Option(help: "visit, meeting, summit, dialogue, declaration, interview, exercise…") var type = ""
  @Option(help: "past, planned or proposed.") var status: StatusName?
  @OptionGroup var page: PageOptions
  @OptionGroup var options: AnswerOptions

  enum StatusName: String, ExpressibleByArgument, CaseIterable {
    case past, planned, proposed

    var value: EventStatus {
      switch self {
      case .past: .past
      case .planned: .planned
      case .proposed: .proposed
      }
    }
  }

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListEventsResponse {
    try await corpus.listEvents(
      ListEventsRequest(
        pageSize: page.limit, pageToken: page.page, since: since, until: until, goalID: goal, person: person,
        organisation: organisation, country: country, place: place, type: type, status: status?.value ?? .unspecified))
  }

  func nothing(_ answer: ListEventsResponse) -> String? {
    answer.events.isEmpty ? "No event matches." : nil
  }

  var listings: [String] {
    let kinds = [("person", person), ("organisation", organisation), ("country", country), ("place", place)]
    return kinds.filter { !$0.1.isEmpty }.map { "entities --kind \($0.0)" } + (goal.isEmpty ? [] : ["goals"])
  }

  func lines(_ answer: ListEventsResponse, style: Style) -> [String] {
    var lines = eventLines(answer.events, style: style)
    lines.append(style.dim("\(answer.events.count) of \(counted(answer.total, "event"))"))
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    return lines + footnote(answer.events.map(\.date), style: style)
  }
}

/// Events, two lines and more each: date and title, then facts.
func eventLines(_ events: [Event], style: Style) -> [String] {
  events.flatMap { event -> [String] in
    let title = MarkedText("\(shown(event.date))  \(event.title)").lines(width: style.width, indent: 2, style: style)
    let participants = event.participants.map(\.name).joined(separator: ", ")
    let facts = [event.type, event.status.shown, event.place?.name ?? "", participants].filter { !$0.isEmpty }
    return title
      + MarkedText(facts.joined(separator: " · ")).lines(width: style.width, indent: 6, style: style).map(style.dim)
  }
}

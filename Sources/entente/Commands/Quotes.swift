import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Quotes: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "List who said what: exact quotations with their speaker and source.",
    discussion: """
      Examples:
        entente quotes --by Stoltenberg
        entente quotes --goal cyberdefense --since 2024
      """)

  @Option(name: .customLong("by"), help: "The speaker: an id, a name, or any form of it.") var speaker = ""
  @Option(help: "A goal, by id, number or title.") var goal = ""
  @Option(help: ArgumentHelp("Start: a day, month or year.", valueName: "yyyy[-mm[-dd]]")) var since = ""
  @Option(help: ArgumentHelp("End, inclusive: a day, month or year.", valueName: "yyyy[-mm[-dd]]")) var until = ""
  @OptionGroup var page: PageOptions
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListQuotationsResponse {
    try await corpus.listQuotations(
      ListQuotationsRequest(
        pageSize: page.limit, pageToken: page.page, speaker: speaker, goalID: goal, since: since, until: until))
  }

  func nothing(_ answer: ListQuotationsResponse) -> String? {
    answer.quotations.isEmpty ? "No quotation matches." : nil
  }

  var listings: [String] {
    (speaker.isEmpty ? [] : ["entities --kind person"]) + (goal.isEmpty ? [] : ["goals"])
  }

  func lines(_ answer: ListQuotationsResponse, style: Style) -> [String] {
    var lines = answer.quotations.flatMap { quotationLines($0, style: style) }
    lines.append(style.dim("\(answer.quotations.count) of \(counted(answer.total, "quotation"))"))
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    return lines + footnote(answer.quotations.map(\.date), style: style)
  }
}

/// A quotation, then who said it, where and when.
func quotationLines(_ quotation: Quotation, style: Style) -> [String] {
  guard let source = quotation.source else { return [] }
  let speaker = quotation.speaker.isEmpty ? quotation.citedDocument : quotation.speaker
  let attribution = quotation.attribution.map { "“\($0.text)”" } ?? ""
  let facts = [speaker.isEmpty ? "speaker not named" : speaker, shown(quotation.date), source.documentID, attribution]
    .filter { !$0.isEmpty }
  return MarkedText(quoted(source.text)).lines(width: style.width, indent: 2, style: style)
    + MarkedText("— " + facts.joined(separator: " · ")).lines(width: style.width, indent: 4, style: style).map(
      style.dim)
}

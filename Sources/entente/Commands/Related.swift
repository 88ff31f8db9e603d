import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Related: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find documents on the same subjects.",
    discussion: """
      Example:
        entente related 2023-visite --limit 3
      """)

  @Argument(help: "The id of a document, as `entente documents` lists it.")
  var id: String

  @Option(name: .shortAndLong, help: "Number of results to show, at most 50.")
  var limit: UInt32 = 5
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListRelatedResponse {
    try await corpus.listRelated(ListRelatedRequest(documentID: id, limit: limit))
  }

  func nothing(_ answer: ListRelatedResponse) -> String? {
    answer.related.isEmpty ? "No other document shares distinctive words with this one." : nil
  }

  var listings: [String] { ["documents"] }

  func lines(_ answer: ListRelatedResponse, style: Style) -> [String] {
    answer.related.flatMap { related -> [String] in
      guard let document = related.document else { return [] }
      let shared = related.sharedWords.joined(separator: ", ")
      let facts = MarkedText("\(document.id) · \(shownEffective(document.effectiveDate)) · shares: \(shared)")
      return MarkedText(document.name).lines(width: style.width, style: style).map(style.title)
        + facts.lines(width: style.width, style: style).map(style.dim) + [""]
    }
  }
}

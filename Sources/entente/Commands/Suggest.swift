import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Suggest: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Complete what has been typed so far.",
    discussion: """
      Examples:
        entente suggest cyb
        entente suggest 'sécurité mar'
      """)

  @Argument(help: "What has been typed; the last word is completed.")
  var prefix: [String]

  @Option(name: .shortAndLong, help: "How many, 50 at the most.")
  var limit: UInt32 = 8
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> SuggestResponse {
    try await corpus.suggest(SuggestRequest(prefix: prefix.joined(separator: " "), limit: limit))
  }

  func nothing(_ answer: SuggestResponse) -> String? {
    answer.suggestions.isEmpty ? "No word of the corpus begins so." : nil
  }

  func lines(_ answer: SuggestResponse, style: Style) -> [String] {
    answer.suggestions.map { "\($0.text)  \(style.dim("\($0.documentCount)"))" }
  }
}

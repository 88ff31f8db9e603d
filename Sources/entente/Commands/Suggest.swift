import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Suggest: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "Complete a partly typed query.",
    discussion: """
      Examples:
        entente suggest cyb
        entente suggest 'sécurité mar'
      """)

  @Argument(help: "The text typed so far; its last word is completed.")
  var prefix: [String]

  @Option(name: .shortAndLong, help: "Number of suggestions to show, at most 50.")
  var limit: UInt32 = 8
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> SuggestResponse {
    try await corpus.suggest(SuggestRequest(prefix: prefix.joined(separator: " "), limit: limit))
  }

  func nothing(_ answer: SuggestResponse) -> String? {
    answer.suggestions.isEmpty ? "No word in the corpus starts with that." : nil
  }

  func lines(_ answer: SuggestResponse, style: Style) -> [String] {
    answer.suggestions.map { "\($0.text)  \(style.dim("\($0.documentCount)"))" }
  }
}

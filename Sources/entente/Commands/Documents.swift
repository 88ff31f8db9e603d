import ArgumentParser
import Client
import Schema
import TTRPC

struct Documents: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "The documents of the corpus, in order of publication.",
    discussion: """
      Examples:
        entente documents
        entente documents --limit 200 --json | jq -r '.documents[].id'
      """)

  @OptionGroup var page: PageOptions
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> ListDocumentsResponse {
    try await corpus.listDocuments(ListDocumentsRequest(pageSize: page.limit, pageToken: page.page))
  }

  func nothing(_ answer: ListDocumentsResponse) -> String? {
    answer.documents.isEmpty ? "The corpus holds no document." : nil
  }

  func lines(_ answer: ListDocumentsResponse, style: Style) -> [String] {
    var table = Table([
      .init(name: "published"), .init(name: "kind"), .init(name: "id"), .init(name: "title", flexible: true),
    ])
    table.rows = answer.documents.map {
      [shown($0.published), $0.kind.shown, $0.id, $0.name]
    }
    var lines = table.lines(style: style) + [style.dim("\(answer.documents.count) of \(answer.total) documents")]
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    return lines + footnote(answer.documents.map(\.published), style: style)
  }
}

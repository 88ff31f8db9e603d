import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct Documents: AskingCommand {
  static let configuration = CommandConfiguration(
    abstract: "The documents of the corpus, in order of their dates.",
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
    let dates = answer.documents.map { shownEffective($0.effectiveDate) }
    let margin = dates.map(columnCount).max() ?? 0
    var lines: [String] = []
    for (document, date) in zip(answer.documents, dates) {
      lines += MarkedText(document.name).lines(width: style.width, indent: margin + 2, label: date, style: style)
      let facts = [document.kind.shown, document.publisher, document.id].filter { !$0.isEmpty }
      lines += MarkedText(facts.joined(separator: " · "))
        .lines(width: style.width, indent: margin + 2, style: style).map(style.dim)
    }
    lines.append(style.dim("\(answer.documents.count) of \(counted(answer.total, "document"))"))
    if !answer.nextPageToken.isEmpty { lines.append(style.dim("More: --page \(answer.nextPageToken)")) }
    return lines + footnote(answer.documents.map(\.effectiveDate), style: style)
  }
}

import ArgumentParser
import EntenteClient
import EntenteSchema
import TTRPC

struct ShowDocument: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "document",
    abstract: "Show one document: its facts and its text.",
    discussion: """
      Examples:
        entente document 2023-visite
        entente document 2023-visite --json | jq -r .document.text
      """)

  @Argument(help: "Its id, as `entente documents` lists it.")
  var id: String
  @OptionGroup var options: AnswerOptions

  func ask(_ corpus: QueryClient) async throws(RPCError) -> GetDocumentResponse {
    try await corpus.wholeDocument(id)
  }

  var listings: [String] { ["documents"] }

  func lines(_ answer: GetDocumentResponse, style: Style) -> [String] {
    guard let document = answer.document else { return [] }
    var lines = MarkedText(document.title.isEmpty ? document.id : document.title)
      .lines(width: style.width, style: style).map(style.title)
    let facts: [(String, String)] = [
      ("id", document.id),
      ("kind", document.kind.shown),
      ("published", document.published.map { shown($0) } ?? ""),
      ("ordered by", document.published == nil ? document.effectiveDate.map { shown($0) } ?? "" : ""),
      ("updated", document.updated.map { shown($0) + ($0.time.isEmpty ? "" : " \($0.time)") } ?? ""),
      ("publisher", document.publisher),
      ("source", document.sourceURLText),
      ("file", document.file),
      ("dated by", document.referenceDate.isEmpty ? "" : "\(document.referenceDate), from the manifest"),
      ("holds", holdings(answer)),
    ]
    for (name, value) in facts where !value.isEmpty {
      lines += MarkedText(value).lines(width: style.width, indent: 12, label: name, style: style)
    }
    lines.append("")
    return lines + wrapped(document.text, style: style)
      + footnote([document.published, document.updated, document.effectiveDate], style: style)
  }
}

/// What is known of a document, counted.
private func holdings(_ answer: GetDocumentResponse) -> String {
  [
    counted(answer.entities.count, "name"), counted(answer.dates.count, "date"), counted(answer.events.count, "event"),
    counted(answer.quotations.count, "quotation"), counted(answer.evidence.count, "passage") + " of evidence",
  ].joined(separator: ", ")
}

extension Document {
  fileprivate var sourceURLText: String { sourceURL }
}

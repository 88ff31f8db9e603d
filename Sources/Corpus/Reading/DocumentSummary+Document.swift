internal import EntenteSchema

extension DocumentSummary {
  /// - Parameter document: with its text.
  init(_ document: Document) {
    let isNamed = !document.title.isEmpty
    self.init(
      document, textLength: document.text.utf8.count,
      opening: isNamed ? "" : DocumentOpening.words(of: document.text, boilerplate: document.boilerplate))
  }

  init(_ document: Document, textLength: Int, opening: String) {
    self.init(
      id: document.id, title: document.title.trimmed(to: Self.longestText), kind: document.kind,
      published: document.published.map(PartialDate.init(trimming:)),
      updated: document.updated.map(PartialDate.init(trimming:)),
      publisher: document.publisher.trimmed(to: Self.longestText),
      sourceUrl: document.sourceUrl.trimmed(to: Self.longestText), textLength: UInt32(clamping: textLength),
      opening: opening)
  }

  private static let longestText = 4 << 10
}

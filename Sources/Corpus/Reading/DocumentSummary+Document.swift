internal import EntenteSchema

extension DocumentSummary {
  /// - Parameter document: with its text.
  init(_ document: Document) { self.init(document, text: document.text) }

  /// - Parameter text: of the document, which may stand beside it.
  init(_ document: Document, text: String) {
    self.init(
      id: document.id, title: document.title, kind: document.kind, published: document.published,
      updated: document.updated, publisher: document.publisher, sourceUrl: document.sourceUrl,
      textLength: UInt32(clamping: text.utf8.count),
      opening: document.title.isEmpty ? DocumentOpening.words(of: text, boilerplate: document.boilerplate) : "")
  }
}

internal import EntenteSchema
internal import EntenteSnapshot

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
      sourceURL: document.sourceURL.trimmed(to: Self.longestText), textLength: UInt32(clamping: textLength),
      opening: opening, effectiveDate: document.shownDate.map(PartialDate.init(trimming:)))
  }

  private static let longestText = 4 << 10
}

extension Document {
  /// The effective date; in a snapshot of before, that of publication.
  var shownDate: PartialDate? {
    if let effectiveDate { return effectiveDate }
    guard var date = published, !date.start.isEmpty else { return nil }
    date.subject = .publication
    return date
  }
}

/// A document as it was read: text in UTF-8, and what was said about it beside the text.
struct InputDocument: Sendable {
  var id: String
  /// The file, with the line for JSON Lines.
  var file: String
  var text: String
  /// Given beside the text; nil where the text has to tell.
  var title: String?
  /// ISO 8601, given beside the text.
  var date: String?
  var language: String?
  var publisher: String?
  var source: String?
  var referenceDate: String?
  var referenceDateBasis: String?

  mutating func apply(_ entry: Manifest.Entry) {
    title = title ?? entry.title
    language = language ?? entry.language
    publisher = publisher ?? entry.publisher
    source = source ?? entry.source
    referenceDate = entry.referenceDate
    referenceDateBasis = entry.referenceDateBasis
  }
}

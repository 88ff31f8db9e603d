/// The text of an HTML page, and its metadata.
///
/// ```swift
/// let page = try HTMLPage(Array("<title>Visite</title><p>Le ministre est à Oslo.".utf8))
/// print(page.title ?? "", page.text)
/// ```
///
/// Paragraphs and headings are separated by an empty line, list items have bullets or numbers, and the cells of a row are
/// on one line. Scripts, styles, navigation and footers are omitted. The time is linear in the size of the page.
public struct HTMLPage: Sendable {
  public let text: String
  public let title: String?
  /// The day of publication, ISO 8601.
  public let published: String?
  public let publisher: String?
  /// The page's own address, as stated in the page.
  public let address: String?

  /// - Parameter page: the page in UTF-8.
  public init(_ page: [UInt8]) throws(HTMLError) {
    let reader = HTMLPageReader()
    try HTMLParser.parse(HTMLSource.rewritten(page), reader)
    text = reader.text
    title = reader.facts.title(reader.title, headline: reader.headline)
    (published, publisher, address) = (reader.facts.published, reader.facts.publisher, reader.facts.address)
  }
}

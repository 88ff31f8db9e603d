/// The text of an HTML page, and what the page says of it.
///
/// ```swift
/// let page = try HTMLPage(Array("<title>Visite</title><p>Le ministre est à Oslo.".utf8))
/// print(page.title ?? "", page.text)
/// ```
///
/// Paragraphs and headings are apart by an empty line, items have bullets or numbers, the cells of a row stand in one line.
/// Scripts, styles, navigation and footers are left out. The time that it takes grows with the page.
public struct HTMLPage: Sendable {
  public let text: String
  public let title: String?
  /// The day of publication, ISO 8601.
  public let published: String?
  public let publisher: String?
  /// The address that the page names as its own.
  public let address: String?

  /// - Parameter page: in UTF-8.
  public init(_ page: [UInt8]) throws(HTMLError) {
    let reader = HTMLPageReader()
    try HTMLParser.parse(HTMLSource.rewritten(page), reader)
    text = reader.text
    title = reader.facts.title(reader.title, headline: reader.headline)
    (published, publisher, address) = (reader.facts.published, reader.facts.publisher, reader.facts.address)
  }
}

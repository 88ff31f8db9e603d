/// The text of a Markdown file, and the metadata of its front matter.
///
/// ```swift
/// let page = try MarkdownPage("---\ntitle: Visite\n---\nLe *ministre* est à [Oslo](oslo.md).")
/// print(page.title ?? "", page.text)
/// ```
///
/// Headings, emphasis, links and code lose their markup; lists keep bullets and numbers; tables are read as rows. The time
/// is linear in the length of the text.
public struct MarkdownPage: Sendable {
  public let text: String
  public let title: String?
  /// The day of publication as given in the file, ISO 8601.
  public let published: String?
  public let publisher: String?
  public let language: String?
  public let address: String?
  public let tags: [String]

  public init(_ markdown: String) throws(HTMLError) {
    var lines = Self.lines(of: markdown)[...]
    let facts = FrontMatter(&lines)
    text = try HTMLPage(MarkdownBlocks(lines).html).text
    title = facts?.value("title")
    published = facts?.value("date", "published", "publishdate", "published_at", "pubdate").map {
      String($0.prefix(10))
    }
    publisher = facts?.value("publisher", "source_name", "site")
    language = facts?.value("lang", "language")
    address = facts?.value("source", "url", "canonical", "canonical_url", "link").flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    tags = ["tags", "keywords", "categories"].flatMap { facts?.values[$0] ?? [] }
  }

  /// Lines that end with LF, CR LF or CR.
  private static func lines(of text: String) -> [Substring] {
    let bytes = text.utf8
    let separator: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
    return bytes.split(separator: separator, omittingEmptySubsequences: false).map { line in
      Substring(line.last == 0x0D ? line.dropLast() : line)
    }
  }
}

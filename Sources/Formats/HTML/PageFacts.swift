/// What a page says of itself beside its text.
struct PageFacts {
  /// The contents of `<meta>` elements by property, name or itemprop in lower case; the first of each counts.
  private var values: [String: String] = [:]
  private var linked = LinkedArticle()
  private var canonical: String?
  /// Days of `<time>`, the surest first.
  private var markedDay: String?
  private var headlineDay: String?

  // Open Graph (https://ogp.me), Dublin Core (https://www.dublincore.org), schema.org.
  private static let titles = ["og:title", "twitter:title", "dc.title", "dcterms.title"]
  private static let publishers = [
    "og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name",
  ]
  private static let days = [
    "article:published_time", "og:article:published_time", "datepublished", "publication_date", "pubdate",
    "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
  ]

  mutating func add(_ attributes: borrowing HTMLAttributes) {
    if let relation = attributes["rel"] {
      if relation.lowercased() == "canonical", canonical == nil { canonical = attributes["href"] }
      return
    }
    guard let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"],
      let value = attributes["content"], !value.isEmpty, values[name.lowercased()] == nil, values.count < 1000
    else { return }
    values[name.lowercased()] = value
  }

  /// A `<time>`.
  ///
  /// - Parameter isBesideHeadline: it stands at the head of the text.
  mutating func addTime(_ text: String, isMarked: Bool, isBesideHeadline: Bool) {
    guard let day = Self.day(text) else { return }
    if isMarked { markedDay = markedDay ?? day }
    if isBesideHeadline { headlineDay = headlineDay ?? day }
  }

  /// The text of a script of type `application/ld+json`.
  mutating func addLinkedData(_ json: [UInt8]) { linked.add(json) }

  /// - Parameters:
  ///   - title: of `<title>`.
  ///   - headline: of the first `<h1>`.
  func title(_ title: String, headline: String) -> String? {
    let given = first(of: Self.titles) ?? linked.headline ?? title
    // "Visite à Oslo | Site" is named after its headline.
    let isPrefix =
      !headline.isEmpty && given.hasPrefix(headline) && given.dropFirst(headline.count).first?.isLetter == false
    let chosen = isPrefix ? headline : given
    return chosen.isEmpty ? nil : chosen
  }

  var publisher: String? { linked.publisher ?? first(of: Self.publishers) }

  /// The day of publication, ISO 8601.
  var published: String? {
    linked.published.flatMap(Self.day) ?? Self.days.lazy.compactMap { values[$0].flatMap(Self.day) }.first ?? markedDay
      ?? headlineDay
  }

  var address: String? { (canonical ?? values["og:url"]).flatMap { $0.hasPrefix("http") ? $0 : nil } }

  private func first(of names: [String]) -> String? {
    names.lazy.compactMap { values[$0] }.map(Self.tidied).first { !$0.isEmpty }
  }

  static func tidied(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The day at the start of a time: `2024-07-12T14:30:00Z`.
  private static func day(_ text: String) -> String? {
    let day = text.drop { $0.isWhitespace }.prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    return String(day)
  }
}

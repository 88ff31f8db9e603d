internal import Foundation

/// What the linked data of a page (JSON-LD, schema.org) says of the article on it.
struct LinkedArticle {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?

  private static let sizeLimit = 1 << 20
  /// The deepest nesting of objects that is followed.
  private static let depthLimit = 8

  /// Adds what a script says; nothing where it is no JSON.
  mutating func add(_ json: [UInt8]) {
    guard json.count <= Self.sizeLimit, let value = try? JSONSerialization.jsonObject(with: Data(json)) else { return }
    var articles: [[String: Any]] = []
    Self.collect(value, depth: 0, into: &articles)
    for article in articles {
      headline = headline ?? (article["headline"] as? String).map(PageFacts.tidied)
      published = published ?? article["datePublished"] as? String
      publisher = publisher ?? Self.name(article["publisher"]).map(PageFacts.tidied)
    }
  }

  /// The articles of a value, which may be an object, a list of them, or a graph.
  private static func collect(_ value: Any, depth: Int, into articles: inout [[String: Any]]) {
    guard depth < depthLimit else { return }
    if let list = value as? [Any] {
      for item in list { collect(item, depth: depth + 1, into: &articles) }
    } else if let object = value as? [String: Any] {
      let types = (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? [object["@type"] as? String ?? ""]
      if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) {
        articles.append(object)
      }
      for name in ["@graph", "mainEntity"] {
        if let inner = object[name] { collect(inner, depth: depth + 1, into: &articles) }
      }
    }
  }

  private static func name(_ value: Any?) -> String? {
    switch value {
    case let name as String: name
    case let object as [String: Any]: object["name"] as? String
    case let list as [Any]: list.first.flatMap { name($0) }
    default: nil
    }
  }
}

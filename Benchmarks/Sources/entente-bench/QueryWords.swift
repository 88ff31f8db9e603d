import EntenteSearchIndex
import EntenteTextAnalysis
import Foundation

/// The words of a query: one, or several.
struct QueryWords: Decodable {
  static let classes = ["term", "and2", "or3", "phrase"]
  let words: [String]

  /// The queries of a file, by class.
  static func read(_ path: String) throws -> [String: [QueryWords]] {
    try JSONDecoder().decode([String: [QueryWords]].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    words = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
  }

  /// As a user types it.
  func typed(_ class: String) -> String {
    switch `class` {
    case "and2": words.map { "+\($0)" }.joined(separator: " ")
    case "phrase": "\"\(words.joined(separator: " "))\""
    default: words.joined(separator: " ")
    }
  }

  func query(_ class: String) -> SearchQuery {
    let terms = words.map { word -> SearchQuery in
      LanguageProfile.french.queryWord(word).parts.first.map { .term($0.term) } ?? .none
    }
    switch `class` {
    case "term": return terms.first ?? .none
    // A stop word stands in every document: as with the peers' analysers, it requires nothing, and finds nothing alone.
    case "and2":
      let words = terms.filter { $0 != .none }
      return words.isEmpty ? .none : .boolean(must: words, should: [], mustNot: [])
    case "or3": return .boolean(must: [], should: terms.filter { $0 != .none }, mustNot: [])
    default:
      let slots = LanguageProfile.french.queryWord(words.joined(separator: " ")).parts
      return .phrase(slots.map { PhraseSlot(term: $0.term, position: UInt32($0.position)) })
    }
  }
}

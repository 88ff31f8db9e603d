internal import TextAnalysis
internal import TTRPC

/// Finds the words of a query that no document has, and what they may be meant for.
struct SpellingSuggestion {
  /// A query of more unknown words is no slip of the hand.
  private static let maximumWords = 4

  private let service: QueryService

  init(_ service: QueryService) { self.service = service }

  /// The query with its unknown words replaced; empty when nothing is known to replace them.
  func correct(
    _ query: String, _ words: [(text: String, term: [UInt8], range: Range<Int>)], _ context: CallContext
  ) throws(RPCError) -> String {
    let engine = try service.engine()
    let unknown = words.filter { $0.term.count >= 4 && engine.documentFrequency(of: $0.term) == 0 }
    guard !unknown.isEmpty, unknown.count <= Self.maximumWords else { return "" }
    var characters = Array(query)
    var changed = false
    for word in unknown.reversed() {
      try context.checkDeadline()
      let near = engine.terms(near: word.term, edits: word.term.count > 5 ? 2 : 1, limit: 3)
      for candidate in near {
        guard let better = try Spelling(service).word(of: candidate.term, context) else { continue }
        guard word.range.upperBound <= characters.count else { break }
        characters.replaceSubrange(word.range, with: Array(better))
        changed = true
        break
      }
    }
    return changed ? String(characters) : ""
  }
}

internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// Finds the words of a query that no document contains, and corrections for them.
struct SpellingSuggestion {
  /// The most unknown words that are corrected; with more of them, the query is not a typing error.
  private static let maximumWords = 4

  let index: IndexReader
  let spelling: Spelling

  /// The query with its unknown words replaced; empty when nothing is known to replace them.
  func correct(
    _ query: String, _ words: [TypedWord], _ cancellation: Cancellation
  ) throws(CorpusError) -> String {
    var unknown: [TypedWord] = []
    for word in words where word.term.count >= 4 {
      if try searching({ () throws(IndexError) in try index.entry(word.term) }) == nil { unknown.append(word) }
    }
    guard !unknown.isEmpty, unknown.count <= Self.maximumWords else { return "" }
    var characters = Array(query)
    var changed = false
    for word in unknown.reversed() {
      try cancellation.check()
      let near = try near(word.term)
      for candidate in near {
        guard let better = try spelling.word(of: candidate.term, cancellation) else { continue }
        guard word.range.upperBound <= characters.count else { break }
        characters.replaceSubrange(word.range, with: Array(better))
        changed = true
        break
      }
    }
    return changed ? String(characters) : ""
  }

  /// Terms one edit away, else two for a long word, most frequent first.
  private func near(_ term: [UInt8]) throws(CorpusError) -> [TermEntry] {
    try searching { () throws(IndexError) in
      let close = try index.terms(near: term, distance: 1, limit: 3)
      return close.isEmpty && term.count > 5 ? try index.terms(near: term, distance: 2, limit: 3) : close
    }
  }
}

internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// Finds the words of a query that no document contains, and corrections for them.
struct SpellingSuggestion {
  /// The most unknown words that are corrected; with more of them, the query is not a typing error.
  private static let maximumWords = 4

  let index: IndexReader
  let spelling: Spelling

  /// A word that no document contains, and terms that might be meant, best first.
  struct UnknownWord {
    /// In characters of the query.
    let range: Range<Int>
    let candidates: [TermEntry]
  }

  /// The query with its unknown words replaced; empty when nothing is known to replace them.
  func correct(
    _ query: String, _ words: [TypedWord], _ cancellation: Cancellation
  ) throws(CorpusError) -> String {
    let unknown = try unknown(words, cancellation)
    let ranges = unknown.map { ($0.range, $0.candidates.count) }
    return try Self.correct(query, ranges) { (word, candidate) throws(CorpusError) in
      try spelling.word(of: unknown[word].candidates[candidate].term, cancellation)
    }
  }

  /// The words that no document contains; none if there are so many that the query is no typing error.
  func unknown(_ words: [TypedWord], _ cancellation: Cancellation) throws(CorpusError) -> [UnknownWord] {
    var unknown: [TypedWord] = []
    for word in words where word.term.count >= 4 {
      if try searching({ () throws(IndexError) in try index.entry(word.term) }) == nil { unknown.append(word) }
    }
    guard unknown.count <= Self.maximumWords else { return [] }
    return try unknown.map { (word) throws(CorpusError) in
      try cancellation.check()
      return UnknownWord(range: word.range, candidates: try near(word.term))
    }
  }

  /// - Parameters:
  ///   - unknown: the range of each unknown word, and the number of its candidates.
  ///   - spell: how documents write a candidate of a word; nil if none does.
  static func correct(
    _ query: String, _ unknown: [(range: Range<Int>, candidates: Int)],
    spell: (_ word: Int, _ candidate: Int) throws(CorpusError) -> String?
  ) throws(CorpusError) -> String {
    var characters = Array(query)
    var changed = false
    for (number, word) in unknown.enumerated().reversed() where word.range.upperBound <= characters.count {
      for candidate in 0..<word.candidates {
        guard let better = try spell(number, candidate) else { continue }
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

internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// Completes the last word of what was typed, with words as documents write them.
struct Completion {
  let index: IndexReader
  let spelling: Spelling

  func complete(_ typed: String, limit: Int, _ cancellation: Cancellation) throws(CorpusError) -> [Suggestion] {
    let start =
      typed.lastIndex { $0.isWhitespace || "\"«“'’ʼ(:+".contains($0) }.map { typed.index(after: $0) }
      ?? typed.startIndex
    let folded = Folding.letters(of: String(typed[start...]))
    guard !folded.isEmpty, folded.count <= 64 else { return [] }
    var candidates = try searching { () throws(IndexError) in
      try index.terms(withPrefix: folded, limit: limit * 2)
    }
    // The typed text may be longer than the stem of the intended word.
    if let stem = index.profile.queryWord(String(typed[start...])).parts.last?.term,
      !candidates.contains(where: { $0.term == stem }),
      let entry = try searching({ () throws(IndexError) in try index.entry(stem) })
    {
      candidates.insert(entry, at: 0)
    }
    var suggestions: [Suggestion] = []
    var seen: Set<String> = []
    for candidate in candidates where suggestions.count < limit {
      try cancellation.check()
      guard let word = try spelling.word(of: candidate.term, cancellation),
        Folding.letters(of: word).starts(with: folded),
        seen.insert(Folding.fold(word)).inserted
      else { continue }
      suggestions.append(Suggestion(text: typed[..<start] + word, documentCount: UInt64(candidate.documentFrequency)))
    }
    return suggestions
  }
}

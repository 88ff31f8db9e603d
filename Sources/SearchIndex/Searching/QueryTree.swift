internal import EntenteTextAnalysis

/// Makes the tree of cursors that walks the documents of any query.
struct QueryTree {
  let index: IndexReader
  /// Looks phrases up in the texts; nil where their words and distances decide.
  var phrases: CheckedPhrases?

  init(_ index: IndexReader, phrases: CheckedPhrases? = nil) {
    self.index = index
    self.phrases = phrases
  }

  /// - Parameter weight: what the scores of its terms are multiplied by.
  func cursor(for query: SearchQuery, weight: Float = 1) throws(IndexError) -> DocumentCursor {
    switch query {
    case .term(let term):
      guard let found = try index.scored(term, weight: weight) else { return SetCursor([]) }
      return try TermCursor(found, index)
    case .prefix, .fuzzy:
      var cursors: [DocumentCursor] = []
      for entry in try index.expansion(of: query) {
        cursors.append(try TermCursor(index.scored(entry, weight: weight), index))
      }
      return cursors.count == 1 ? cursors[0] : DisjunctionCursor(cursors)
    case .phrase(let slots): return try phrase(slots, weight)
    case .exactPhrase(let phrase): return try exactPhrase(phrase, weight)
    case .boolean(let must, let should, let mustNot):
      let required = try cursors(for: must, weight)
      let optional = try cursors(for: should, weight)
      return combine(required, optional, try cursors(for: mustNot, weight))
    case .weighted(let query, let factor): return try cursor(for: query, weight: weight * factor)
    case .documents(let set): return SetCursor(set.ordinals.filter { Int($0) < index.documentCount })
    case .all: return AllCursor(count: index.documentCount)
    case .none: return SetCursor([])
    }
  }

  private func phrase(_ slots: [PhraseSlot], _ weight: Float) throws(IndexError) -> DocumentCursor {
    guard let first = slots.first else { return SetCursor([]) }
    if slots.count == 1 { return try cursor(for: .term(first.term), weight: weight) }
    guard let phrase = try index.phraseTerms(slots, weight: weight) else { return SetCursor([]) }
    return try PhraseCursor(phrase, index)
  }

  private func exactPhrase(_ phrase: ExactPhrase, _ weight: Float) throws(IndexError) -> DocumentCursor {
    let candidates = try cursor(for: try index.candidates(for: phrase), weight: weight)
    guard phrase.needsText, let phrases else { return candidates }
    return CheckedPhraseCursor(
      ConjunctionCursor([candidates, SetCursor(phrases.documents)]), phrase, phrases,
      TermScorer(index, scale: try index.scale(of: phrase, weight: weight)))
  }

  private func cursors(for queries: [SearchQuery], _ weight: Float) throws(IndexError) -> [DocumentCursor] {
    var cursors: [DocumentCursor] = []
    for query in queries { cursors.append(try cursor(for: query, weight: weight)) }
    return cursors
  }

  private func combine(
    _ required: [DocumentCursor], _ optional: [DocumentCursor], _ excluded: [DocumentCursor]
  ) -> DocumentCursor {
    var whole: DocumentCursor
    if required.isEmpty {
      // Nothing but exclusions means everything else.
      whole = optional.isEmpty ? AllCursor(count: index.documentCount) : DisjunctionCursor(optional)
    } else {
      whole = required.count == 1 ? required[0] : ConjunctionCursor(required)
      if !optional.isEmpty { whole = BoostedCursor(whole, optional: DisjunctionCursor(optional)) }
    }
    return excluded.isEmpty ? whole : ExclusionCursor(whole, excluding: DisjunctionCursor(excluded))
  }
}

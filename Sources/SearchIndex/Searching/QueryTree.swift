extension IndexReader {
  /// A tree of cursors that walks the documents of any query.
  ///
  /// - Parameter weight: what the scores of its terms are multiplied by.
  func cursor(for query: SearchQuery, weight: Float = 1) throws(IndexError) -> DocumentCursor {
    switch query {
    case .term(let term):
      guard let found = try scored(term, weight: weight) else { return SetCursor([]) }
      return try TermCursor(found, self)
    case .prefix, .fuzzy:
      var cursors: [DocumentCursor] = []
      for entry in try expansion(of: query) { cursors.append(try TermCursor(scored(entry, weight: weight), self)) }
      return cursors.count == 1 ? cursors[0] : DisjunctionCursor(cursors)
    case .phrase(let slots):
      guard let first = slots.first else { return SetCursor([]) }
      if slots.count == 1 { return try cursor(for: .term(first.term), weight: weight) }
      guard let phrase = try phraseTerms(slots, weight: weight) else { return SetCursor([]) }
      return try PhraseCursor(phrase, self)
    case .boolean(let must, let should, let mustNot):
      let required = try cursors(for: must, weight)
      let optional = try cursors(for: should, weight)
      return combine(required, optional, try cursors(for: mustNot, weight))
    case .weighted(let query, let factor): return try cursor(for: query, weight: weight * factor)
    case .documents(let set): return SetCursor(set.ordinals.filter { Int($0) < documentCount })
    case .all: return AllCursor(count: documentCount)
    case .none: return SetCursor([])
    }
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
      whole = optional.isEmpty ? AllCursor(count: documentCount) : DisjunctionCursor(optional)
    } else {
      whole = required.count == 1 ? required[0] : ConjunctionCursor(required)
      if !optional.isEmpty { whole = BoostedCursor(whole, optional: DisjunctionCursor(optional)) }
    }
    return excluded.isEmpty ? whole : ExclusionCursor(whole, excluding: DisjunctionCursor(excluded))
  }
}

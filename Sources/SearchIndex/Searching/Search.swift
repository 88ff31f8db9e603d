/// A document that matches.
public struct Hit: Hashable, Sendable {
  public let document: UInt32
  public let score: Float
}

/// What a search found.
public struct SearchResult: Sendable {
  /// Best first; of equal scores, the lower document.
  public var hits: [Hit] = []
  public var total = 0
  /// Whether every matching document was counted.
  public var isExact = true
}

extension IndexReader {
  /// The best documents for a query.
  ///
  /// - Parameters:
  ///   - limit: how many at the most.
  ///   - isCancelled: asked now and then; true ends the search with what there is, and `isExact` false.
  /// - Throws: `IndexError` for damage.
  public func search(
    _ query: SearchQuery, limit: Int, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> SearchResult {
    if case .term(let term) = query { return try search(term: term, limit: limit) }
    var result = SearchResult()
    var best = TopHits(limit: max(limit, 0))
    let cursor = try cursor(for: query)
    try cursor.begin()
    while cursor.document != DocumentCursor.end {
      best.add(Hit(document: cursor.document, score: try cursor.score()))
      result.total += 1
      if result.total % 1024 == 0, isCancelled() {
        result.isExact = false
        break
      }
      try cursor.next()
    }
    result.hits = best.sorted()
    return result
  }

  /// The documents that match, in order, without scores.
  public func documents(matching query: SearchQuery) throws(IndexError) -> [UInt32] {
    var documents: [UInt32] = []
    let cursor = try cursor(for: query)
    try cursor.begin()
    while cursor.document != DocumentCursor.end {
      documents.append(cursor.document)
      try cursor.next()
    }
    return documents
  }

  private func cursor(for query: SearchQuery) throws(IndexError) -> DocumentCursor {
    switch query {
    case .term(let term):
      guard let entry = try entry(term) else { return SetCursor([]) }
      return TermCursor(entry, try cursor(entry), self)
    case .prefix(let prefix):
      return try anyOf(try terms(withPrefix: prefix, limit: Self.maximumExpansion))
    case .fuzzy(let word, let distance):
      return try anyOf(try terms(near: word, distance: distance, limit: Self.maximumExpansion))
    case .phrase(let slots): return try phrase(slots)
    case .boolean(let must, let should, let mustNot): return try boolean(must, should, mustNot)
    case .weighted(let query, let weight): return WeightedCursor(try cursor(for: query), weight)
    case .documents(let set): return SetCursor(set.ordinals.filter { Int($0) < documentCount })
    case .all: return AllCursor(count: documentCount)
    case .none: return SetCursor([])
    }
  }

  private func anyOf(_ entries: [TermEntry]) throws(IndexError) -> DocumentCursor {
    var cursors: [DocumentCursor] = []
    for entry in entries { cursors.append(TermCursor(entry, try cursor(entry), self)) }
    return cursors.count == 1 ? cursors[0] : DisjunctionCursor(cursors)
  }

  private func phrase(_ slots: [PhraseSlot]) throws(IndexError) -> DocumentCursor {
    if slots.count == 1 { return try cursor(for: .term(slots[0].term)) }
    var terms: [(PostingCursor, UInt32)] = []
    for slot in slots {
      guard let entry = try entry(slot.term) else { return SetCursor([]) }
      terms.append((try cursor(entry), slot.position))
    }
    return terms.isEmpty ? SetCursor([]) : PhraseCursor(terms, self)
  }

  private func boolean(
    _ must: [SearchQuery], _ should: [SearchQuery], _ mustNot: [SearchQuery]
  ) throws(IndexError) -> DocumentCursor {
    func cursors(_ queries: [SearchQuery]) throws(IndexError) -> [DocumentCursor] {
      var cursors: [DocumentCursor] = []
      for query in queries { cursors.append(try cursor(for: query)) }
      return cursors
    }
    let (required, optional, excluded) = (try cursors(must), try cursors(should), try cursors(mustNot))
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

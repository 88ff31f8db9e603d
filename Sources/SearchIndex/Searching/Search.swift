/// A document that matches.
public struct Hit: Hashable, Sendable {
  public let document: UInt32
  public let score: Float
}

/// What a search found.
public struct SearchResult: Sendable {
  /// Best first; of equal scores, the lower document.
  public var hits: [Hit] = []
  /// How many documents match; at least so many where `isExact` is false.
  public var total = 0
  public var isExact = true
}

extension IndexReader {
  /// The best documents for a query.
  ///
  /// ```swift
  /// let result = try index.search(.term(Array("cyberdefens".utf8)), limit: 10)
  /// ```
  ///
  /// - Parameters:
  ///   - limit: how many at the most.
  ///   - counted: so many matches are counted exactly; beyond, documents that cannot be among the best may be left out,
  ///     which is faster.
  ///   - phrases: looks up phrases that hold stop words; without it, words may stand in their place.
  ///   - isCancelled: asked now and then; true ends the search with what there is, and `isExact` false.
  /// - Throws: `IndexError` for damage.
  public func search(
    _ query: SearchQuery, limit: Int, counting counted: Int = .max, phrases: PhraseLookup? = nil,
    isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> SearchResult {
    if let phrases, query.needsText {
      return try ExactPhraseSearch(query, self, phrases).run(limit: limit, counting: counted, isCancelled: isCancelled)
    }
    switch try plan(query) {
    case .nothing: return SearchResult()
    case .any(let terms) where terms.count == 1:
      return try TermSearch(terms[0], self).run(limit: limit, isCancelled: isCancelled)
    case .any(let terms):
      var search = try DisjunctionSearch(terms, self, limit: limit, counting: counted)
      return try search.run(isCancelled: isCancelled)
    case .all(let terms):
      var search = try ConjunctionSearch(terms, self, limit: limit, counting: counted)
      return try search.run(isCancelled: isCancelled)
    case .phrase(let phrase):
      var search = try ConjunctionSearch(phrase, self, limit: limit, counting: counted)
      return try search.run(isCancelled: isCancelled)
    case .tree: return try walk(QueryTree(self).cursor(for: query), limit: limit, isCancelled)
    }
  }

  /// Scores every document that matches.
  func walk(_ cursor: DocumentCursor, limit: Int, _ isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    var result = SearchResult()
    var best = TopHits(limit: limit)
    try cursor.begin()
    while cursor.document != DocumentCursor.end {
      best.add(cursor.document, try cursor.score())
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
  ///
  /// - Parameters:
  ///   - phrases: as for a search. Where very many documents may hold a phrase, not all of them are looked up.
  ///   - isCancelled: asked now and then; true ends the search with what there is.
  public func documents(
    matching query: SearchQuery, phrases: PhraseLookup? = nil, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> [UInt32] {
    if let phrases, query.needsText {
      return try ExactPhraseSearch(query, self, phrases).documents(isCancelled: isCancelled)
    }
    var documents: [UInt32] = []
    let cursor = try QueryTree(self).cursor(for: query)
    try cursor.begin()
    while cursor.document != DocumentCursor.end {
      documents.append(cursor.document)
      if documents.count % 1024 == 0, isCancelled() { break }
      try cursor.next()
    }
    return documents
  }
}

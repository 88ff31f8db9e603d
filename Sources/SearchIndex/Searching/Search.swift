/// A matching document.
public struct Hit: Hashable, Sendable {
  public let document: UInt32
  public let score: Float

  public init(document: UInt32, score: Float) {
    self.document = document
    self.score = score
  }
}

/// The result of a search.
public struct SearchResult: Sendable {
  /// The hits, best first; among equal scores, the lower document first.
  public var hits: [Hit] = []
  /// How many documents match; a lower bound if `isExact` is false.
  public var total = 0
  public var isExact = true
}

extension IndexReader {
  /// Finds the best documents for a query.
  ///
  /// ```swift
  /// let result = try index.search(.term(Array("cyberdefens".utf8)), limit: 10)
  /// ```
  ///
  /// - Parameters:
  ///   - limit: the most hits to return.
  ///   - counted: how many matches are counted exactly; beyond that, documents that cannot be among the best may be skipped,
  ///     which is faster.
  ///   - phrases: looks up phrases with stop words; without it, any word may take the place of a stop word.
  ///   - isCancelled: called from time to time; if it returns true, the search ends with what it has found, and `isExact` is
  ///   false.
  /// - Throws: `IndexError` for damage.
  public func search(
    _ query: SearchQuery, limit: Int, counting counted: Int = .max, phrases: PhraseLookup? = nil,
    isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> SearchResult {
    let prepared = try prepare(query, isCancelled: isCancelled)
    return try search(prepared, limit: limit, counting: counted, phrases: phrases, isCancelled: isCancelled)
  }

  /// The same for a query whose terms have been looked up.
  public func search(
    _ query: PreparedQuery, limit: Int, counting counted: Int = .max, phrases: PhraseLookup? = nil,
    isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> SearchResult {
    if let phrases, query.needsText {
      return try ExactPhraseSearch(query, self, phrases).run(limit: limit, counting: counted, isCancelled: isCancelled)
    }
    switch SearchPlan(query) {
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
    case .tree: return try rank(query, limit: limit, phrases: nil, isCancelled)
    }
  }

  /// Scores every document that matches.
  func rank(
    _ query: PreparedQuery, limit: Int, phrases: CheckedPhrases?, _ isCancelled: () -> Bool
  ) throws(IndexError) -> SearchResult {
    var result = SearchResult()
    var best = TopHits(limit: limit)
    result.isExact = try walk(query, isScored: true, phrases, isCancelled) { (cursor) throws(IndexError) in
      best.add(cursor.document, try cursor.score())
      result.total += 1
    }
    result.hits = best.sorted()
    return result
  }

  /// Finds the matching documents, in order, without scores.
  ///
  /// - Parameter isCancelled: called from time to time; if it returns true, the search ends with what it has found.
  public func documents(
    matching query: SearchQuery, phrases: PhraseLookup? = nil, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> [UInt32] {
    let prepared = try prepare(query, isCancelled: isCancelled)
    return try documents(matching: prepared, phrases: phrases, isCancelled: isCancelled).ordinals
  }

  /// The same for a query whose terms have been looked up, as a set.
  public func documents(
    matching query: PreparedQuery, phrases: PhraseLookup? = nil, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> OrdinalSet {
    if let phrases, query.needsText {
      return try ExactPhraseSearch(query, self, phrases).documents(isCancelled: isCancelled)
    }
    var documents = OrdinalSet(count: documentCount)
    _ = try walk(query, isScored: false, nil, isCancelled) { cursor in documents.insert(Int(cursor.document)) }
    return documents
  }

  /// Gives every document that matches to `body`, in order.
  ///
  /// - Returns: whether it came to the end.
  private func walk(
    _ query: PreparedQuery, isScored: Bool, _ phrases: CheckedPhrases?, _ isCancelled: () -> Bool,
    _ body: (DocumentCursor) throws(IndexError) -> Void
  ) throws(IndexError) -> Bool {
    try withoutActuallyEscaping(isCancelled) { (isCancelled) throws(IndexError) in
      let interruption = Interruption(isCancelled)
      let tree = QueryTree(index: self, isScored: isScored, interruption: interruption, phrases: phrases)
      let cursor = try tree.cursor(for: query.root)
      try cursor.begin()
      while cursor.document != DocumentCursor.end, !interruption.interrupts() {
        try body(cursor)
        try cursor.next()
      }
      return !interruption.isRaised
    }
  }
}

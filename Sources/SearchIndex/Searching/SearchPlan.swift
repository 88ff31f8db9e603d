/// How a query is answered: most are of a form that a search of its own answers fast.
enum SearchPlan {
  case nothing
  /// At least one of the terms.
  case any([ScoredTerm])
  /// All of them: two or more.
  case all([ScoredTerm])
  /// Of two terms or more.
  case phrase(PhraseTerms)
  /// Anything else: a tree of cursors.
  case tree
}

extension IndexReader {
  func plan(_ query: SearchQuery) throws(IndexError) -> SearchPlan {
    if case .boolean(let must, let should, let mustNot) = query, must.count > 1, should.isEmpty, mustNot.isEmpty {
      return try planAll(must)
    }
    if case .phrase(let slots) = query, slots.count > 1 {
      guard let phrase = try phraseTerms(slots, weight: 1) else { return .nothing }
      return .phrase(phrase)
    }
    if case .exactPhrase(let phrase) = query { return try plan(candidates(for: phrase)) }
    var terms: [ScoredTerm] = []
    guard try flatten(query, weight: 1, into: &terms), DisjunctionSearch.fits(terms) else { return .tree }
    return terms.isEmpty ? .nothing : .any(terms)
  }

  private func planAll(_ queries: [SearchQuery]) throws(IndexError) -> SearchPlan {
    var terms: [ScoredTerm] = []
    for query in queries {
      guard case .term(let term) = query else { return .tree }
      guard let found = try scored(term, weight: 1) else { return .nothing }
      terms.append(found)
    }
    return .all(terms)
  }

  /// - Returns: false where the query is more than terms of which any may match.
  private func flatten(
    _ query: SearchQuery, weight: Float, into terms: inout [ScoredTerm]
  ) throws(IndexError) -> Bool {
    switch query {
    case .term(let term):
      if let found = try scored(term, weight: weight) { terms.append(found) }
    case .phrase(let slots) where slots.count == 1:
      if let found = try scored(slots[0].term, weight: weight) { terms.append(found) }
    case .prefix, .fuzzy:
      for entry in try expansion(of: query) { terms.append(scored(entry, weight: weight)) }
    case .weighted(let inner, let factor):
      return try flatten(inner, weight: weight * factor, into: &terms)
    case .boolean(let must, let should, let mustNot)
    where mustNot.isEmpty && (must.isEmpty ? !should.isEmpty : must.count == 1 && should.isEmpty):
      for query in must + should {
        guard try flatten(query, weight: weight, into: &terms) else { return false }
      }
    case .none: break
    case .phrase, .exactPhrase, .boolean, .documents, .all: return false
    }
    return true
  }

  // Also for trees

  func scored(_ term: [UInt8], weight: Float) throws(IndexError) -> ScoredTerm? {
    try entry(term).map { scored($0, weight: weight) }
  }

  func scored(_ entry: TermEntry, weight: Float) -> ScoredTerm {
    let idf = BM25.idf(documentFrequency: entry.documentFrequency, documentCount: documentCount)
    return ScoredTerm(entry: entry, scale: BM25.scale(idf: idf, weight: weight))
  }

  /// Nil where a term is not in the index.
  func phraseTerms(_ slots: [PhraseSlot], weight: Float) throws(IndexError) -> PhraseTerms? {
    var found: [(entry: TermEntry, position: UInt32)] = []
    for slot in slots {
      guard let entry = try entry(slot.term) else { return nil }
      found.append((entry, slot.position))
    }
    return PhraseTerms(found, weight: weight, self)
  }

  /// The terms that a prefix or a fuzzy word stands for.
  func expansion(of query: SearchQuery) throws(IndexError) -> [TermEntry] {
    switch query {
    case .prefix(let prefix): try terms(withPrefix: prefix, limit: Self.maximumExpansion)
    case .fuzzy(let word, let distance): try terms(near: word, distance: distance, limit: Self.maximumExpansion)
    default: []
    }
  }
}

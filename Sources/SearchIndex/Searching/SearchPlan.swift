/// How a query is answered: most are of a form that a search of its own answers fast.
enum SearchPlan {
  case nothing
  /// At least one of the terms.
  case any([ScoredTerm])
  /// All of them: two or more.
  case all([ScoredTerm])
  /// A phrase of two or more terms.
  case phrase(PhraseTerms)
  /// Anything else: a tree of cursors.
  case tree

  init(_ query: PreparedQuery) {
    switch query.root {
    case .nothing: self = .nothing
    case .terms(let terms) where DisjunctionSearch.fits(terms): self = .any(terms)
    case .phrase(let phrase): self = .phrase(phrase)
    case .boolean(let must, let should, let mustNot) where must.count > 1 && should.isEmpty && mustNot.isEmpty:
      let terms = must.compactMap(\.singleTerm)
      self = terms.count == must.count ? .all(terms) : .tree
    case .terms, .text, .boolean, .documents, .all: self = .tree
    }
  }
}

extension PreparedQuery.Node {
  fileprivate var singleTerm: ScoredTerm? {
    if case .terms(let terms) = self, terms.count == 1 { terms[0] } else { nil }
  }
}

// Looking up

extension IndexReader {
  func scored(_ entry: TermEntry, weight: Float) -> ScoredTerm {
    let idf = BM25.idf(documentFrequency: entry.documentFrequency, documentCount: documentCount)
    return ScoredTerm(entry: entry, scale: BM25.scale(idf: idf, weight: weight))
  }

  /// Nil if a term is not in the index.
  func phraseTerms(_ slots: [PhraseSlot], weight: Float) throws(IndexError) -> PhraseTerms? {
    var found: [(entry: TermEntry, position: UInt32)] = []
    for slot in slots {
      guard let entry = try entry(slot.term) else { return nil }
      found.append((entry, slot.position))
    }
    return PhraseTerms(found, weight: weight, self)
  }
}

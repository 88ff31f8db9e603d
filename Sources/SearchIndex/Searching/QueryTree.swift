/// Builds the tree of cursors that walks the documents of any query.
struct QueryTree {
  /// More alternatives than these are read a window of documents at a time.
  private static let mergedTerms = 4

  let index: IndexReader
  /// Without scores every document counts the same, and less is read.
  let isScored: Bool
  let interruption: Interruption
  /// Phrases in texts; nil where their other words and the distances between them decide.
  var phrases: CheckedPhrases?

  func cursor(for node: PreparedQuery.Node) throws(IndexError) -> DocumentCursor {
    switch node {
    case .terms(let terms): return Self.any(try cursors(for: terms), interruption)
    case .phrase(let phrase): return try PhraseCursor(phrase, index, interruption)
    case .text(let phrase): return try text(phrase)
    case .boolean(let must, let should, let mustNot):
      let unscored = QueryTree(index: index, isScored: false, interruption: interruption, phrases: phrases)
      return combine(
        try must.map { (node) throws(IndexError) in try cursor(for: node) }, try alternatives(should),
        try unscored.alternatives(mustNot))
    case .documents(let set): return SetCursor(set, within: index.documents)
    case .all: return AllCursor(index.documents)
    case .nothing: return SetCursor(OrdinalSet([]), within: 0..<0)
    }
  }

  private func text(_ text: PreparedQuery.TextPhrase) throws(IndexError) -> DocumentCursor {
    let candidates = try cursor(for: text.candidates)
    guard let phrases else { return candidates }
    let chosen = SetCursor(phrases.documents, within: index.documents)
    return CheckedPhraseCursor(
      ConjunctionCursor([candidates, chosen], interruption), text.phrase, phrases,
      TermScorer(index, scale: isScored ? text.scale : 0))
  }

  private func alternatives(_ nodes: [PreparedQuery.Node]) throws(IndexError) -> DocumentCursor? {
    var cursors: [DocumentCursor] = []
    for node in nodes {
      if case .terms(let terms) = node {
        cursors += try self.cursors(for: terms)
      } else {
        cursors.append(try cursor(for: node))
      }
    }
    return cursors.isEmpty ? nil : Self.any(cursors, interruption)
  }

  private static func any(_ cursors: [DocumentCursor], _ interruption: Interruption) -> DocumentCursor {
    cursors.count == 1 ? cursors[0] : DisjunctionCursor(cursors, interruption)
  }

  /// A few terms each get their own cursor; many are read together, in groups whose sums fit a window.
  private func cursors(for terms: [ScoredTerm]) throws(IndexError) -> [DocumentCursor] {
    let terms = isScored ? terms : terms.map { ScoredTerm(entry: $0.entry, scale: 0) }
    guard terms.count > Self.mergedTerms else {
      return try terms.map { (term) throws(IndexError) in try TermCursor(term, index) }
    }
    var cursors: [DocumentCursor] = []
    var rest = terms[...]
    while !rest.isEmpty {
      let group = rest.prefix(DisjunctionSearch.fitting(rest))
      cursors.append(try TermUnionCursor(Array(group), index, interruption))
      rest = rest.dropFirst(group.count)
    }
    return cursors
  }

  private func combine(
    _ required: [DocumentCursor], _ optional: DocumentCursor?, _ excluded: DocumentCursor?
  ) -> DocumentCursor {
    var whole: DocumentCursor
    if required.isEmpty {
      whole = optional ?? AllCursor(index.documents)
    } else {
      whole = required.count == 1 ? required[0] : ConjunctionCursor(required, interruption)
      if isScored, let optional { whole = BoostedCursor(whole, optional: optional) }
    }
    return excluded.map { ExclusionCursor(whole, excluding: $0, interruption) } ?? whole
  }
}

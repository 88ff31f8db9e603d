internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// Carries out the plan of a search: finds the documents of a page, and all that match.
struct SearchExecution {
  /// The number of matches that are counted exactly when not all of them are needed.
  private static let countedHits = 1000

  let index: IndexReader
  let catalog: DocumentCatalog
  let plan: SearchPlan
  let cancellation: Cancellation
  private let texts: PhraseTexts
  private var matching: OrdinalSet?

  init(
    _ index: IndexReader, _ snapshot: SnapshotReader, _ catalog: DocumentCatalog, _ plan: SearchPlan,
    _ cancellation: Cancellation
  ) {
    texts = PhraseTexts(snapshot, index.profile, cancellation)
    self.index = index
    self.catalog = catalog
    self.plan = plan
    self.cancellation = cancellation
  }

  /// The best documents, or the latest.
  ///
  /// - Parameters:
  ///   - limit: the most hits.
  ///   - countsAll: whether every match is counted.
  ///   - reranks: whether the best hits of a question are ranked once more; otherwise there are enough of them for that.
  mutating func hits(limit: Int, countsAll: Bool, reranks: Bool = true) throws(CorpusError) -> FoundDocuments {
    switch plan.wanted {
    case .ranked(let query): return try ranked(query, limit: limit, countsAll: countsAll, reranks: reranks)
    case .unranked, .filtered:
      let documents = try matches()
      let latest = try reading { () throws(SnapshotError) in
        try catalog.ordinals(0..<limit, of: documents, latestFirst: true)
      }
      return FoundDocuments(
        hits: latest.map { ($0, 0) }, total: documents.population, totalIsExact: !texts.isCut)
    case .nothing: return FoundDocuments()
    }
  }

  private func ranked(
    _ query: PreparedQuery, limit: Int, countsAll: Bool, reranks: Bool
  ) throws(CorpusError) -> FoundDocuments {
    // Whatever the page, a question ranks the same hits once more.
    let reach = plan.question == nil ? limit : max(limit, IndexReader.rerankedHits)
    let counted = countsAll ? Int.max : Self.countedHits
    var result = try searching { () throws(IndexError) in
      try index.search(query, limit: reach, counting: counted, phrases: texts.lookup) { cancellation.isCancelled }
    }
    try texts.check()
    try cancellation.check()
    if reranks, let question = plan.question {
      result.hits = try searching { () throws(IndexError) in
        try index.rerank(result.hits, for: question.words, unfitOpenings: question.unfitOpenings)
      }
      result.hits.removeSubrange(min(limit, result.hits.count)...)
    }
    return FoundDocuments(
      hits: result.hits.map { (Int($0.document), $0.score) }, total: result.total,
      totalIsExact: result.isExact && !texts.isCut)
  }

  /// Those of some documents that the index has the postings of: in a shard not all.
  private func held(_ documents: OrdinalSet) -> OrdinalSet {
    guard index.documents.count < index.documentCount else { return documents }
    var held = OrdinalSet(count: documents.count) { index.documents.contains($0) }
    held.formIntersection(documents)
    return held
  }

  /// Every document that matches.
  mutating func matches() throws(CorpusError) -> OrdinalSet {
    if let matching { return matching }
    let found =
      switch plan.wanted {
      case .ranked(let query), .unranked(let query):
        try searching { () throws(IndexError) in
          try index.documents(matching: query, phrases: texts.lookup) { cancellation.isCancelled }
        }
      case .filtered(let documents): held(documents)
      case .nothing: OrdinalSet(count: index.documentCount)
      }
    try texts.check()
    try cancellation.check()
    matching = found
    return found
  }
}

/// What a search found: documents with their scores, best first.
struct FoundDocuments {
  var hits: [(ordinal: Int, score: Float)] = []
  var total = 0
  var totalIsExact = true
}

internal import EntenteSchema
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
    _ phraseCounts: PhraseCounts, _ cancellation: Cancellation
  ) {
    texts = PhraseTexts(plan.textPhrases, snapshot, index.profile, phraseCounts, cancellation)
    self.index = index
    self.catalog = catalog
    self.plan = plan
    self.cancellation = cancellation
  }

  /// A page of the best documents, or of the latest.
  ///
  /// - Parameters:
  ///   - page: the indices of its hits among all.
  ///   - countsAll: whether every match is counted.
  ///   - reranks: whether the best hits of a question are ranked once more; otherwise there are enough of them for that.
  mutating func hits(
    _ page: Range<Int>, by sort: SearchSort, countsAll: Bool, reranks: Bool = true
  ) throws(CorpusError) -> FoundDocuments {
    switch plan.wanted {
    case .ranked(let query) where sort == .date: return try latest(query, page)
    case .ranked(let query):
      var found = try ranked(query, limit: page.upperBound, countsAll: countsAll, reranks: reranks)
      found.hits.removeFirst(min(page.lowerBound, found.hits.count))
      return found
    case .unranked, .filtered:
      let documents = try matches()
      let latest = try reading { () throws(SnapshotError) in
        try catalog.ordinals(page, of: documents, latestFirst: true)
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

  /// Documents by date, and by score where the dates are equal.
  ///
  /// All that match are found first, without scores. Then only those of the dates on the page are scored.
  private mutating func latest(_ query: PreparedQuery, _ page: Range<Int>) throws(CorpusError) -> FoundDocuments {
    texts.latestFirst = catalog
    let documents = try matches()
    var found = FoundDocuments(total: documents.population, totalIsExact: !texts.isCut)
    let (groups, skipped) = try reading { () throws(SnapshotError) in
      try catalog.groups(page, of: documents, latestFirst: true)
    }
    guard let first = groups.first, let last = groups.last else { return found }
    // The groups at both ends of the page may be long, and are read as far as it shows them. Those between are whole.
    var hits = try best(skipped + page.count, of: first, query)
    if groups.count > 1 {
      let between = Array(groups.dropFirst().dropLast().joined())
      var scores: [Int: Float] = [:]
      for hit in try best(between.count, of: between, query) { scores[hit.ordinal] = hit.score }
      for group in groups.dropFirst().dropLast() {
        hits += group.map { ($0, scores[$0] ?? 0) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
      }
      hits += try best(max(skipped + page.count - hits.count, 0), of: last, query)
    }
    found.hits = Array(hits.dropFirst(skipped).prefix(page.count))
    return found
  }

  /// The best of some documents that match; last those whose phrases were not looked up again, as too much text was read.
  private func best(
    _ limit: Int, of documents: [Int], _ query: PreparedQuery
  ) throws(CorpusError) -> [(ordinal: Int, score: Float)] {
    guard limit > 0, !documents.isEmpty else { return [] }
    var set = OrdinalSet(count: index.documentCount)
    for document in documents { set.insert(document) }
    let result = try searching { () throws(IndexError) in
      try index.search(query.restricted(to: set), limit: limit, phrases: texts.lookup) { cancellation.isCancelled }
    }
    try texts.check()
    try cancellation.check()
    let hits = result.hits.map { (ordinal: Int($0.document), score: $0.score) }
    guard hits.count < min(limit, documents.count) else { return hits }
    let scored = Set(hits.map(\.ordinal))
    return Array((hits + documents.filter { !scored.contains($0) }.map { ($0, 0) }).prefix(limit))
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

/// A page of what a search found: documents with their scores, in order.
struct FoundDocuments {
  var hits: [(ordinal: Int, score: Float)] = []
  var total = 0
  var totalIsExact = true
}

public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

// What a router asks of a shard; a whole corpus answers as the only shard of itself.

extension Corpus {
  private static let mostShownHits = Page.mostElements

  /// Finds the best documents of the shard, and counts all that match.
  public func searchShard(
    _ request: ShardSearchRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ShardSearchResponse {
    try answer(about: request.corpusID, cancellation) { () throws(CorpusError) in
      let limit = Int(request.limit)
      guard limit <= Self.deepestHit + Page.mostElements else {
        throw .invalidArgument(
          RequestFault(.malformed, "limit is \(limit); a search returns at most \(Self.deepestHit) hits"))
      }
      let countsAll = !request.facets.isEmpty
      let plan = try planner(cancellation).plan(
        request.query, passes: try Self.passes(request.sort, countsAll: countsAll))
      var execution = SearchExecution(index, snapshot, catalog, plan, phraseCounts, cancellation)
      let found = try execution.hits(0..<limit, by: request.sort, countsAll: countsAll, reranks: false)
      var response = ShardSearchResponse(
        hits: try ranked(found, plan, by: request.sort), totalHits: UInt64(found.total),
        totalIsExact: found.totalIsExact, expansionIsCut: plan.expansionIsCut,
        isQuestion: plan.question != nil && request.sort != .date)
      if countsAll {
        response.facets = try facetCounter(cancellation).countAll(request.facets, over: try execution.matches())
      }
      if request.shown > 0 {
        response.shown = try presenter(cancellation).shown(
          MergedSearch.first(of: response, limit: limit).prefix(Int(request.shown)).map { (Int($0.ordinal), $0.score) },
          marking: plan.targets, withPassages: !request.withoutPassages, room: .ofNestedList)
      }
      if min(found.total, limit) < Self.fewHits {
        response.corrections = try corrections(plan.words, cancellation)
      }
      return response
    }
  }

  /// The hits with what compares them with those of other shards.
  private func ranked(
    _ found: FoundDocuments, _ plan: SearchPlan, by sort: SearchSort
  ) throws(CorpusError) -> [RankedDocument] {
    var hits = found.hits.map {
      RankedDocument(ordinal: UInt32(clamping: $0.ordinal), score: $0.score, order: UInt64($0.score.bitPattern))
    }
    switch plan.wanted {
    case .ranked where sort != .date, .nothing: break
    case .ranked, .unranked, .filtered:
      let dates = catalog.filters.dates
      let hasUndated = try reading { () throws(SnapshotError) in
        dates.valueCount > 0 ? try dates.value(0).isEmpty : false
      }
      for index in hits.indices {
        let date = UInt64(dates.number(Int(hits[index].ordinal))) + (hasUndated ? 0 : 1)
        // On one date the best first; a score is not negative, so its bits are in order.
        hits[index].order = date << 32 | hits[index].order
      }
    }
    guard let question = plan.question, sort != .date else { return hits }
    let head = found.hits.prefix(IndexReader.rerankedHits).map {
      Hit(document: UInt32(clamping: $0.ordinal), score: $0.score)
    }
    let reranked = try searching { () throws(IndexError) in
      try index.rerank(head, for: question.words, unfitOpenings: question.unfitOpenings)
    }
    let scores = Dictionary(reranked.map { ($0.document, $0.score) }, uniquingKeysWith: { first, _ in first })
    for index in hits.indices.prefix(head.count) { hits[index].rerankedScore = scores[hits[index].ordinal] ?? 0 }
    return hits
  }

  private func corrections(
    _ words: [TypedWord], _ cancellation: Cancellation
  ) throws(CorpusError) -> [Correction] {
    let unknown = try SpellingSuggestion(index: index, spelling: spelling).unknown(words, cancellation)
    return try unknown.map { (word) throws(CorpusError) in
      Correction(
        start: UInt32(clamping: word.range.lowerBound), end: UInt32(clamping: word.range.upperBound),
        candidates: try written(word.candidates, cancellation))
    }
  }

  private func written(
    _ terms: [TermEntry], _ cancellation: Cancellation
  ) throws(CorpusError) -> [WrittenTerm] {
    try terms.map { (entry) throws(CorpusError) in
      try cancellation.check()
      return WrittenTerm(
        documentCount: UInt64(entry.documentFrequency),
        sightings: try spelling.sightings(of: entry.term, cancellation))
    }
  }

  /// Returns hits as `search` does, for documents of the shard that were found before.
  public func show(
    _ request: ShowRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ShowResponse {
    try answer(about: request.corpusID, cancellation) { () throws(CorpusError) in
      guard request.hits.count <= Self.mostShownHits, request.entities.count <= Self.mostShownHits,
        request.entities.allSatisfy({ Int($0) < entityDirectory.count }),
        request.hits.allSatisfy({ snapshot.heldDocuments.contains(Int($0.ordinal)) })
      else { throw .invalidArgument(RequestFault(.malformed, "hits or entities are too many, or not of this shard")) }
      let shown = try presenter(cancellation).shown(
        request.hits.map { (Int($0.ordinal), $0.score) }, marking: try planner(cancellation).targets(request.query),
        withPassages: !request.withoutPassages)
      let entities = try reading { () throws(SnapshotError) in
        try request.entities.map { (ordinal) throws(SnapshotError) in try entityDirectory[Int(ordinal)] }
      }
      return ShowResponse(hits: shown, entities: entities)
    }
  }

  /// Completes a query, and tells how the documents of the shard write each completion.
  public func suggestShard(
    _ request: ShardSuggestRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> ShardSuggestResponse {
    try answer(about: request.corpusID, cancellation) { () throws(CorpusError) in
      let completion = try Completion(of: request.request ?? SuggestRequest())
      return ShardSuggestResponse(candidates: try written(try completion.candidates(index), cancellation))
    }
  }

  /// Returns the distinctive words of a document of the shard.
  public func characterize(
    _ request: CharacterizeRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> CharacterizeResponse {
    try answer(about: request.corpusID, cancellation) { () throws(CorpusError) in
      let ordinal = try ordinal(ofDocument: request.documentID)
      return CharacterizeResponse(
        ordinal: UInt32(clamping: ordinal), terms: try distinctiveTerms(ofDocument: ordinal))
    }
  }

  /// Finds the documents of the shard that distinctive words occur in.
  public func relate(
    _ request: RelateRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> RelateResponse {
    try answer(about: request.corpusID, cancellation) { () throws(CorpusError) in
      guard request.terms.count <= Self.mostDistinctiveTerms, request.terms.allSatisfy({ $0.weight.isFinite }) else {
        throw .invalidArgument(
          RequestFault(.malformed, "there are too many terms, or their weights are no numbers"))
      }
      let limit = Self.relatedLimit(ListRelatedRequest(limit: request.limit))
      let related = try related(to: request.terms, but: Int(request.ordinal), limit: limit, cancellation)
      return RelateResponse(
        related: related.map { RankedRelated(ordinal: UInt32(clamping: $0.ordinal), document: $0.document) })
    }
  }

  /// - Throws: `CorpusError.otherCorpus`, and any error of `body`.
  private func answer<Answer>(
    about corpusID: String, _ cancellation: Cancellation, _ body: () throws(CorpusError) -> Answer
  ) throws(CorpusError) -> Answer {
    guard corpusID == reference.id else { throw .otherCorpus(requested: corpusID) }
    return try answer(0, cancellation, body)
  }
}

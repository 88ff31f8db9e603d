public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  /// Nobody reads further than this, and deeper searches would be costly.
  static let deepestHit = 10_000
  /// Fewer hits than this may be due to a typing error.
  static let fewHits = 3

  /// Searches the full text, in French.
  ///
  /// ```swift
  /// let found = try corpus.search(SearchRequest(query: "cyberdéfense date:2023-07..2024", pageSize: 3))
  /// ```
  ///
  /// - Throws: `CorpusError.invalidArgument` at the character where the query does not parse or has an unknown name, and for
  ///   a query that costs too much.
  public func search(
    _ request: SearchRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> SearchResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      try requireWhole()
      let page = try Page(of: request, snapshotID: reference.id)
      let countsAll = !request.facets.isEmpty
      let plan = try planner(cancellation).plan(
        request.query, passes: try Self.passes(request.sort, countsAll: countsAll))
      var execution = SearchExecution(index, snapshot, catalog, plan, phraseCounts, cancellation)
      let found = try execution.hits(page.range, by: request.sort, countsAll: countsAll)

      var response = SearchResponse(snapshot: reference)
      response.totalHits = UInt64(found.total)
      response.totalIsExact = found.totalIsExact
      response.expansionIsCut = plan.expansionIsCut
      (response.hits, response.passagesAreCut) = try presenter(cancellation).show(
        found.hits, marking: plan.targets, withPassages: !request.withoutPassages)
      response.nextPageToken = page.nextToken(after: response, shown: response.hits.count)
      if countsAll {
        response.facets = try facetCounter(cancellation).count(request.facets, over: try execution.matches())
      }
      if min(found.total, page.range.upperBound) < Self.fewHits {
        let suggestion = SpellingSuggestion(index: index, spelling: spelling)
        response.didYouMean = try suggestion.correct(request.query, plan.words, cancellation)
      }
      return response
    }
  }

  /// How often a search reads what matches.
  static func passes(_ sort: SearchSort, countsAll: Bool) throws(CorpusError) -> Int {
    switch sort {
    case .unrecognized(let number): throw .invalidArgument(RequestFault(.malformed, "sort \(number) is not known"))
    case .date: 4
    case .unspecified: countsAll ? 2 : 1
    }
  }

  func facetCounter(_ cancellation: Cancellation) -> FacetCounter {
    FacetCounter(
      catalog: catalog, lists: knowledge.documents, entities: entityDirectory, goals: goalDirectory,
      cancellation: cancellation)
  }

  func presenter(_ cancellation: Cancellation) -> HitPresenter {
    HitPresenter(snapshot: snapshot, index: index, finders: finders, cancellation: cancellation)
  }

  func planner(_ cancellation: Cancellation) -> SearchPlanner {
    let filter = DocumentFilter(catalog: catalog, entities: entityDirectory, goals: goalDirectory)
    return SearchPlanner(index: index, filter: filter, cancellation: cancellation)
  }
}

extension Page {
  /// The page that a search asks for.
  init(of request: SearchRequest, snapshotID: String) throws(CorpusError) {
    try self.init(
      size: request.pageSize, token: request.pageToken, of: SearchRequest(query: request.query, sort: request.sort),
      snapshotID: snapshotID, defaultSize: 10)
    guard offset <= Corpus.deepestHit else {
      throw .invalidArgument(
        RequestFault(
          .tooManyHits, "a search returns at most \(Corpus.deepestHit) hits: narrow the query",
          ["limit": "\(Corpus.deepestHit)"]))
    }
  }

  /// The token of the page after a response: where hits were left out, there is one.
  ///
  /// - Parameter shown: how many hits the page has.
  func nextToken(after response: SearchResponse, shown: Int) -> String {
    let total = Int(clamping: response.totalHits)
    let known = response.totalIsExact ? total : max(total, range.upperBound + 1)
    return nextToken(shown: shown, total: min(known, Corpus.deepestHit))
  }
}

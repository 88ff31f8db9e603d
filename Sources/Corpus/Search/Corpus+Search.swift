public import EntenteSchema
internal import EntenteSnapshot

extension Corpus {
  /// Nobody reads further than this, and deeper searches would be costly.
  private static let deepestHit = 10_000
  /// Fewer hits than this may be due to a typing error.
  private static let fewHits = 3

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
      let page = try self.page(of: request)
      let countsAll = !request.facets.isEmpty
      let passes = request.sort == .date ? 4 : countsAll ? 2 : 1
      let plan = try planner(cancellation).plan(request.query, passes: passes)
      var execution = SearchExecution(index, snapshot, catalog, plan, cancellation)
      let found = try execution.hits(page.range, by: request.sort, countsAll: countsAll)

      var response = SearchResponse(snapshot: reference)
      response.totalHits = UInt64(found.total)
      response.totalIsExact = found.totalIsExact
      response.expansionIsCut = plan.expansionIsCut
      let presenter = HitPresenter(snapshot: snapshot, index: index, finders: finders, cancellation: cancellation)
      (response.hits, response.passagesAreCut) = try presenter.show(
        found.hits, marking: plan.targets, withPassages: !request.withoutPassages)
      // Where hits were left out, there is another page.
      let known = found.totalIsExact ? found.total : max(found.total, page.range.upperBound + 1)
      response.nextPageToken = page.nextToken(shown: response.hits.count, total: min(known, Self.deepestHit))
      if countsAll {
        let counter = FacetCounter(
          catalog: catalog, lists: knowledge.documents, entities: entityDirectory, goals: goalDirectory,
          cancellation: cancellation)
        response.facets = try counter.count(request.facets, over: try execution.matches())
      }
      if min(found.total, page.range.upperBound) < Self.fewHits {
        let suggestion = SpellingSuggestion(index: index, spelling: spelling)
        response.didYouMean = try suggestion.correct(request.query, plan.words, cancellation)
      }
      return response
    }
  }

  private func page(of request: SearchRequest) throws(CorpusError) -> Page {
    if case .unrecognized(let number) = request.sort { throw .invalidArgument("sort \(number) is not known") }
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: SearchRequest(query: request.query, sort: request.sort),
      snapshotID: snapshot.id, defaultSize: 10)
    guard page.offset <= Self.deepestHit else {
      throw .invalidArgument("a search returns at most \(Self.deepestHit) hits: narrow the query")
    }
    return page
  }

  private func planner(_ cancellation: Cancellation) -> SearchPlanner {
    let filter = DocumentFilter(catalog: catalog, entities: entityDirectory, goals: goalDirectory)
    return SearchPlanner(index: index, filter: filter, cancellation: cancellation)
  }
}

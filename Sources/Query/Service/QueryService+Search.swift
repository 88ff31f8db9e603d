internal import Foundation
public import Schema
internal import Snapshot
internal import TextAnalysis
public import TTRPC

extension QueryService {
  /// Nobody reads so far, and a search for more would be costly.
  private static let deepestHit = 10_000

  public func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    var plain = request
    (plain.pageSize, plain.pageToken, plain.minimumGeneration, plain.withoutPassages, plain.facets) = (0, "", 0, false, [])
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: plain, snapshotID: snapshot.id, defaultSize: 10)
    guard page.offset <= Self.deepestHit else {
      throw RPCError(.invalidArgument, "pages of a search end after \(Self.deepestHit) hits: narrow the query down")
    }
    let query = try Self.parse(request.query)
    var lowering = QueryLowering()
    let tree = query.expression.flatMap { lowering.lower($0) }
    let filter = query.filters.isEmpty ? nil : try DocumentFilter(query.filters, self, context).documents

    var response = SearchResponse(snapshot: reference)
    let found = try find(tree, query, filter, page, countsAll: !request.facets.isEmpty, context)
    response.totalHits = UInt64(found.total)
    response.totalIsExact = found.totalIsExact
    response.nextPageToken = page.nextToken(total: min(found.total, Self.deepestHit))
    try show(page.cut(found.hits), tree, isBare: request.withoutPassages, context, into: &response)
    if !request.facets.isEmpty {
      let matches = try matches(tree, query, filter, context)
      response.facets = try FacetCounter(self).count(request.facets, over: matches)
    }
    if found.total == 0 || found.hits.count < 3 {
      response.didYouMean = try SpellingSuggestion(self).correct(request.query, lowering.words, context)
    }
    return response
  }

  private static func parse(_ text: String) throws(RPCError) -> ParsedQuery {
    do throws(QuerySyntaxError) {
      return try QueryParser.parse(text)
    } catch {
      throw RPCError(.invalidArgument, error.description)
    }
  }

  /// The hits up to the end of the page.
  private func find(
    _ tree: SearchTree?, _ query: ParsedQuery, _ filter: DocumentSet?, _ page: Page, countsAll: Bool, _ context: CallContext
  ) throws(RPCError) -> EngineHits {
    if let tree {
      return try engine().search(
        tree, limit: page.offset + page.size, filter: filter, countsAll: countsAll, context: context)
    }
    // Stop words alone find nothing; filters alone give their documents, the latest first.
    guard query.expression == nil, let filter else { return EngineHits() }
    let catalog = try catalog()
    let ordinals = catalog.byDate.reversed().filter { filter.contains($0) }
    let dated = ordinals.filter { !catalog.published[$0].start.isEmpty } + ordinals.filter { catalog.published[$0].start.isEmpty }
    return EngineHits(hits: dated.map { ($0, 0) }, total: dated.count, totalIsExact: true)
  }

  private func matches(
    _ tree: SearchTree?, _ query: ParsedQuery, _ filter: DocumentSet?, _ context: CallContext
  ) throws(RPCError) -> DocumentSet {
    if let tree { return try engine().matches(tree, filter: filter, context: context) }
    guard query.expression == nil, let filter else { return DocumentSet(count: try engine().documentCount) }
    return filter
  }

  private func show(
    _ hits: ArraySlice<(ordinal: Int, score: Float)>, _ tree: SearchTree?, isBare: Bool,
    _ context: CallContext, into response: inout SearchResponse
  ) throws(RPCError) {
    var targets = HighlightTargets()
    tree?.collect(into: &targets)
    let engine = try engine()
    let documents = Float(max(engine.documentCount, 1))
    response.hits = try withFinder { (finder) throws(RPCError) in
      finder.look(for: targets) { log(1 + documents / Float(max(engine.documentFrequency(of: $0), 1))) }
      var shown: [SearchHit] = []
      for hit in hits {
        try context.checkDeadline()
        let document = try self.document(hit.ordinal)
        var result = SearchHit(document: summary(of: document, textLength: document.text.utf8.count), score: hit.score)
        if !targets.isEmpty {
          result.titleHighlights = finder.highlights(in: document.title)
          if !isBare { result.passage = finder.passage(of: document) }
        }
        shown.append(result)
      }
      return shown
    }
  }

  public func suggest(_ request: SuggestRequest, context: CallContext) throws(RPCError) -> SuggestResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    let limit = request.limit == 0 ? 8 : min(Int(request.limit), 50)
    guard request.prefix.utf8.count <= 1024 else {
      throw RPCError(.invalidArgument, "prefix has \(request.prefix.utf8.count) bytes; 1024 are the most")
    }
    return SuggestResponse(
      snapshot: reference, suggestions: try Completion(self).complete(request.prefix, limit: limit, context))
  }
}

internal import Foundation
public import Schema
internal import SearchIndex
internal import Snapshot
public import TTRPC
internal import TextAnalysis

extension QueryService {
  /// Nobody reads so far, and a search for more would be costly.
  private static let deepestHit = 10_000

  public func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse {
    try check(minimumGeneration: request.minimumGeneration, context)
    var plain = request
    (plain.pageSize, plain.pageToken, plain.minimumGeneration, plain.withoutPassages, plain.facets) = (
      0, "", 0, false, []
    )
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
    let found = try find(tree, query, filter, page, context)
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
    _ tree: SearchQuery?, _ query: ParsedQuery, _ filter: DocumentBits?, _ page: Page, _ context: CallContext
  ) throws(RPCError) -> FoundDocuments {
    if let tree {
      let index = try index()
      let restricted = Self.restrict(tree, filter)
      let result = try searching { () throws(IndexError) in
        try index.search(restricted, limit: page.offset + page.size) { context.isCancelled }
      }
      try context.checkDeadline()
      return FoundDocuments(
        hits: result.hits.map { (Int($0.document), $0.score) }, total: result.total, totalIsExact: result.isExact)
    }
    // Stop words alone find nothing; filters alone give their documents, the latest first.
    guard query.expression == nil, let filter else { return FoundDocuments() }
    let catalog = try catalog()
    let ordinals = catalog.byDate.reversed().filter { filter.contains($0) }
    let dated =
      ordinals.filter { !catalog.published[$0].start.isEmpty } + ordinals.filter { catalog.published[$0].start.isEmpty }
    return FoundDocuments(hits: dated.map { ($0, 0) }, total: dated.count, totalIsExact: true)
  }

  private func matches(
    _ tree: SearchQuery?, _ query: ParsedQuery, _ filter: DocumentBits?, _ context: CallContext
  ) throws(RPCError) -> DocumentBits {
    if let tree {
      let index = try index()
      let restricted = Self.restrict(tree, filter)
      var matches = DocumentBits(count: index.documentCount)
      for ordinal in try searching({ () throws(IndexError) in try index.documents(matching: restricted) }) {
        matches.insert(Int(ordinal))
      }
      return matches
    }
    guard query.expression == nil, let filter else { return DocumentBits(count: 0) }
    return filter
  }

  private func show(
    _ hits: ArraySlice<(ordinal: Int, score: Float)>, _ tree: SearchQuery?, isBare: Bool,
    _ context: CallContext, into response: inout SearchResponse
  ) throws(RPCError) {
    let targets = tree.map { HighlightTargets($0) } ?? HighlightTargets()
    let index = try index()
    let documents = Float(max(index.documentCount, 1))
    response.hits = try withFinder { (finder) throws(RPCError) in
      finder.look(for: targets) { term in
        // A damaged entry weighs as little as a word that is everywhere.
        let frequency = (try? index.entry(term)?.documentFrequency) ?? index.documentCount
        return log(1 + documents / Float(max(frequency, 1)))
      }
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

  /// The query, among the documents of a filter.
  private static func restrict(_ tree: SearchQuery, _ filter: DocumentBits?) -> SearchQuery {
    guard let filter else { return tree }
    let set = DocumentSet(filter.ordinals.map { UInt32(clamping: $0) })
    return .boolean(must: [tree, .documents(set)], should: [], mustNot: [])
  }
}

/// What a search found: documents with their scores, best first.
private struct FoundDocuments {
  var hits: [(ordinal: Int, score: Float)] = []
  var total = 0
  var totalIsExact = true
}

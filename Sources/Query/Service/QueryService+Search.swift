internal import Foundation
public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
public import TTRPC
internal import EntenteTextAnalysis

extension QueryService {
  /// Nobody reads so far, and a search for more would be costly.
  private static let deepestHit = 10_000
  /// Where nobody asks for facets, more hits than this are not counted one by one.
  private static let countedHits = 1000

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
    var lowering = QueryLowering { (filter) throws(RPCError) in
      try context.checkDeadline()
      return try DocumentFilter(self).matching(filter)
    }
    let wanted = try wanted(query, &lowering, context)

    var response = SearchResponse(snapshot: reference)
    let question = query.expression.flatMap(Question.init)
    let counted = request.facets.isEmpty ? Self.countedHits : .max
    let found = try find(wanted, question, page, counting: counted, context)
    response.totalHits = UInt64(found.total)
    response.totalIsExact = found.totalIsExact
    // Where hits were left out, there is another page.
    let known = found.totalIsExact ? found.total : max(found.total, page.offset + page.size + 1)
    response.nextPageToken = page.nextToken(total: min(known, Self.deepestHit))
    try show(page.cut(found.hits), wanted, isBare: request.withoutPassages, context, into: &response)
    if !request.facets.isEmpty {
      response.facets = try FacetCounter(self, context).count(request.facets, over: try matches(wanted, context))
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

  private func wanted(
    _ query: ParsedQuery, _ lowering: inout QueryLowering, _ context: CallContext
  ) throws(RPCError) -> WantedDocuments {
    let filter = query.filters.isEmpty ? nil : try DocumentFilter(self).documents(query.filters, context)
    guard let expression = query.expression else { return filter.map { .chosen($0) } ?? .nothing }
    guard let tree = try lowering.lower(expression) else { return .nothing }
    guard let filter else {
      return expression.isCondition ? .chosen(try matches(.ranked(tree), context)) : .ranked(tree)
    }
    let restricted = SearchQuery.boolean(
      must: [tree, .documents(DocumentSet(filter.ordinals))], should: [], mustNot: [])
    return expression.isCondition ? .chosen(try matches(.ranked(restricted), context)) : .ranked(restricted)
  }

  /// The hits up to the end of the page.
  private func find(
    _ wanted: WantedDocuments, _ question: Question?, _ page: Page, counting counted: Int, _ context: CallContext
  ) throws(RPCError) -> FoundDocuments {
    let limit = page.offset + page.size
    switch wanted {
    case .ranked(let query):
      let index = try index()
      // Whatever the page, a question ranks the same hits once more.
      let reach = question == nil ? limit : max(limit, IndexReader.rerankedHits)
      var result = try searching { () throws(IndexError) in
        try index.search(query, limit: reach, counting: counted) { context.isCancelled }
      }
      if let question {
        result.hits = try searching { () throws(IndexError) in
          try index.rerank(result.hits, for: question.words, unfitOpenings: question.unfitOpenings)
        }
        result.hits.removeSubrange(min(limit, result.hits.count)...)
      }
      try context.checkDeadline()
      return FoundDocuments(
        hits: result.hits.map { (Int($0.document), $0.score) }, total: result.total, totalIsExact: result.isExact)
    case .chosen(let documents):
      let catalog = try catalog()
      let latest = try reading { () throws(SnapshotError) in
        try catalog.ordinals(0..<limit, of: documents, latestFirst: true)
      }
      return FoundDocuments(hits: latest.map { ($0, 0) }, total: documents.population, totalIsExact: true)
    case .nothing: return FoundDocuments()
    }
  }

  private func matches(_ wanted: WantedDocuments, _ context: CallContext) throws(RPCError) -> DocumentBits {
    let index = try index()
    var matches = DocumentBits(count: index.documentCount)
    switch wanted {
    case .ranked(let query):
      let found = try searching { () throws(IndexError) in
        try index.documents(matching: query) { context.isCancelled }
      }
      try context.checkDeadline()
      for ordinal in found { matches.insert(Int(ordinal)) }
    case .chosen(let documents): matches = documents
    case .nothing: break
    }
    return matches
  }

  private func show(
    _ hits: ArraySlice<(ordinal: Int, score: Float)>, _ wanted: WantedDocuments, isBare: Bool,
    _ context: CallContext, into response: inout SearchResponse
  ) throws(RPCError) {
    let targets = if case .ranked(let query) = wanted { HighlightTargets(query) } else { HighlightTargets() }
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
        var result = SearchHit(document: summary(of: document, text: document.text), score: hit.score)
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

/// What a query asks for.
private enum WantedDocuments {
  /// The best first.
  case ranked(SearchQuery)
  /// Filters and negations alone: the latest first.
  case chosen(DocumentBits)
  /// Stop words alone find nothing.
  case nothing
}

/// What a search found: documents with their scores, best first.
private struct FoundDocuments {
  var hits: [(ordinal: Int, score: Float)] = []
  var total = 0
  var totalIsExact = true
}

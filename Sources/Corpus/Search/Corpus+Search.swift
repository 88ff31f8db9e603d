public import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import Foundation

extension Corpus {
  /// Nobody reads so far, and a search for more would be costly.
  private static let deepestHit = 10_000
  /// Where nobody asks for facets, more hits than this are not counted one by one.
  private static let countedHits = 1000

  /// Full-text search in French.
  ///
  /// ```swift
  /// let found = try corpus.search(SearchRequest(query: "cyberdéfense date:2023-07..2024", pageSize: 3))
  /// ```
  ///
  /// - Throws: `CorpusError.invalidArgument` at the character where a query does not parse or names what is not there.
  public func search(
    _ request: SearchRequest, _ cancellation: Cancellation = .none
  ) throws(CorpusError) -> SearchResponse {
    try answer(request.minimumGeneration, cancellation) { () throws(CorpusError) in
      try found(request, cancellation)
    }
  }

  private func found(_ request: SearchRequest, _ cancellation: Cancellation) throws(CorpusError) -> SearchResponse {
    var plain = request
    (plain.pageSize, plain.pageToken, plain.minimumGeneration, plain.withoutPassages, plain.facets) = (
      0, "", 0, false, []
    )
    let page = try Page(
      size: request.pageSize, token: request.pageToken, of: plain, snapshotID: snapshot.id, defaultSize: 10)
    guard page.offset <= Self.deepestHit else {
      throw .invalidArgument("pages of a search end after \(Self.deepestHit) hits: narrow the query down")
    }
    let query = try Self.parse(request.query)
    let filter = DocumentFilter(catalog: catalog, entities: entityDirectory, goals: goalDirectory)
    var lowering = QueryLowering { (condition) throws(CorpusError) in
      try cancellation.check()
      return try filter.matching(condition)
    }
    let wanted = try wanted(query, filter, &lowering, cancellation)

    var response = SearchResponse(snapshot: reference)
    let question = query.expression.flatMap(Question.init)
    let counted = request.facets.isEmpty ? Self.countedHits : .max
    let found = try find(wanted, question, page, counting: counted, cancellation)
    response.totalHits = UInt64(found.total)
    response.totalIsExact = found.totalIsExact
    // Where hits were left out, there is another page.
    let known = found.totalIsExact ? found.total : max(found.total, page.offset + page.size + 1)
    response.nextPageToken = page.nextToken(total: min(known, Self.deepestHit))
    try show(page.cut(found.hits), wanted, isBare: request.withoutPassages, cancellation, into: &response)
    if !request.facets.isEmpty {
      let counter = FacetCounter(
        catalog: catalog, entities: entityDirectory, goals: goalDirectory, cancellation: cancellation)
      response.facets = try counter.count(request.facets, over: try matches(wanted, cancellation))
    }
    if found.total == 0 || found.hits.count < 3 {
      let suggestion = SpellingSuggestion(index: index, spelling: spelling)
      response.didYouMean = try suggestion.correct(request.query, lowering.words, cancellation)
    }
    return response
  }

  private static func parse(_ text: String) throws(CorpusError) -> ParsedQuery {
    do throws(QuerySyntaxError) {
      return try QueryParser.parse(text)
    } catch {
      throw .invalidArgument(error.message, at: error.offset)
    }
  }

  private func wanted(
    _ query: ParsedQuery, _ filter: DocumentFilter, _ lowering: inout QueryLowering, _ cancellation: Cancellation
  ) throws(CorpusError) -> WantedDocuments {
    let chosen = query.filters.isEmpty ? nil : try filter.documents(query.filters, cancellation)
    guard let expression = query.expression else { return chosen.map { .chosen($0) } ?? .nothing }
    guard let tree = try lowering.lower(expression) else { return .nothing }
    guard let chosen else {
      return expression.isCondition ? .chosen(try matches(.ranked(tree), cancellation)) : .ranked(tree)
    }
    let restricted = SearchQuery.boolean(
      must: [tree, .documents(DocumentSet(chosen.ordinals))], should: [], mustNot: [])
    return expression.isCondition ? .chosen(try matches(.ranked(restricted), cancellation)) : .ranked(restricted)
  }

  /// The hits up to the end of the page.
  private func find(
    _ wanted: WantedDocuments, _ question: Question?, _ page: Page, counting counted: Int,
    _ cancellation: Cancellation
  ) throws(CorpusError) -> FoundDocuments {
    let limit = page.offset + page.size
    switch wanted {
    case .ranked(let query):
      // Whatever the page, a question ranks the same hits once more.
      let reach = question == nil ? limit : max(limit, IndexReader.rerankedHits)
      var result = try searching { () throws(IndexError) in
        try index.search(query, limit: reach, counting: counted) { cancellation.isCancelled }
      }
      try cancellation.check()
      if let question {
        result.hits = try searching { () throws(IndexError) in
          try index.rerank(result.hits, for: question.words, unfitOpenings: question.unfitOpenings)
        }
        result.hits.removeSubrange(min(limit, result.hits.count)...)
      }
      return FoundDocuments(
        hits: result.hits.map { (Int($0.document), $0.score) }, total: result.total, totalIsExact: result.isExact)
    case .chosen(let documents):
      let latest = try reading { () throws(SnapshotError) in
        try catalog.ordinals(0..<limit, of: documents, latestFirst: true)
      }
      return FoundDocuments(hits: latest.map { ($0, 0) }, total: documents.population, totalIsExact: true)
    case .nothing: return FoundDocuments()
    }
  }

  private func matches(_ wanted: WantedDocuments, _ cancellation: Cancellation) throws(CorpusError) -> DocumentBits {
    var matches = DocumentBits(count: index.documentCount)
    switch wanted {
    case .ranked(let query):
      let found = try searching { () throws(IndexError) in
        try index.documents(matching: query) { cancellation.isCancelled }
      }
      try cancellation.check()
      for ordinal in found { matches.insert(Int(ordinal)) }
    case .chosen(let documents): matches = documents
    case .nothing: break
    }
    return matches
  }

  private func show(
    _ hits: ArraySlice<(ordinal: Int, score: Float)>, _ wanted: WantedDocuments, isBare: Bool,
    _ cancellation: Cancellation, into response: inout SearchResponse
  ) throws(CorpusError) {
    let targets = if case .ranked(let query) = wanted { HighlightTargets(query) } else { HighlightTargets() }
    let documents = Float(max(index.documentCount, 1))
    response.hits = try finders.withFinder { [index] (finder) throws(CorpusError) in
      finder.look(for: targets) { term in
        // A damaged entry weighs as little as a word that is everywhere.
        let frequency = (try? index.entry(term)?.documentFrequency) ?? index.documentCount
        return log(1 + documents / Float(max(frequency, 1)))
      }
      var shown: [SearchHit] = []
      for hit in hits {
        try cancellation.check()
        let document = try reading { () throws(SnapshotError) in try snapshot.document(hit.ordinal) }
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

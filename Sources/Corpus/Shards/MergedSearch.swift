package import EntenteSchema
internal import EntenteSearchIndex

/// A search over the shards of a corpus: what is asked of them, and what their answers make together.
///
/// ```swift
/// let search = try MergedSearch(request, of: reference)
/// let ranking = try search.rank(responses)      // of Shard.Search
/// let response = try search.response(ranking, shown: hits, entities: labels)      // of Shard.Show
/// ```
package struct MergedSearch {
  private let request: SearchRequest
  private let corpus: SnapshotReference
  private let page: Page

  /// - Throws: `CorpusError` for a page token that is not of this request and corpus.
  package init(_ request: SearchRequest, of corpus: SnapshotReference) throws(CorpusError) {
    self.request = request
    self.corpus = corpus
    page = try Page(of: request, snapshotID: corpus.id)
  }

  /// What is asked of every shard.
  package var shardRequest: ShardSearchRequest {
    ShardSearchRequest(
      corpusID: corpus.id, query: request.query, limit: UInt32(clamping: page.range.upperBound), facets: request.facets,
      sort: request.sort)
  }

  /// The hits of the page, and what is known of all.
  package struct Ranking {
    /// The hits to show, best first.
    package fileprivate(set) var hits: [RankedDocument] = []
    /// The entities whose names the facets show.
    package fileprivate(set) var entities: [UInt32] = []
    fileprivate var response = SearchResponse()
    fileprivate var facets: [MergedFacet] = []
  }

  /// Brings the answers of shards together.
  ///
  /// - Parameter answers: each with the ordinals of the shard's documents.
  /// - Throws: `ShardFault` for one that is none.
  package func rank(
    _ answers: [(documents: Range<Int>, response: ShardSearchResponse)]
  ) throws(ShardFault) -> Ranking {
    var ranking = Ranking()
    ranking.response.snapshot = corpus
    ranking.response.totalIsExact = true
    var hits: [RankedDocument] = []
    for (documents, answer) in answers {
      try check(answer, documents)
      hits += answer.hits
      let (total, overflow) = ranking.response.totalHits.addingReportingOverflow(answer.totalHits)
      guard !overflow else { throw ShardFault("it counts more hits than there can be") }
      ranking.response.totalHits = total
      if !answer.totalIsExact { ranking.response.totalIsExact = false }
      if answer.expansionIsCut { ranking.response.expansionIsCut = true }
    }
    hits.sort { $0.order != $1.order ? $0.order > $1.order : $0.ordinal < $1.ordinal }
    if answers.contains(where: \.response.isQuestion) { Self.rerank(&hits) }
    hits.removeSubrange(min(page.range.upperBound, hits.count)...)
    ranking.hits = Array(hits.dropFirst(page.offset))
    ranking.facets = try MergedFacet.merge(answers.map(\.response.facets), of: request.facets)
    ranking.entities = ranking.facets.flatMap(\.entities)
    if min(Int(clamping: ranking.response.totalHits), page.range.upperBound) < Corpus.fewHits {
      ranking.response.didYouMean = try correction(answers.map(\.response.corrections))
    }
    return ranking
  }

  private func check(_ answer: ShardSearchResponse, _ documents: Range<Int>) throws(ShardFault) {
    guard answer.hits.count <= max(page.range.upperBound, IndexReader.rerankedHits),
      UInt64(answer.hits.count) <= max(answer.totalHits, UInt64(documents.count))
    else { throw ShardFault("it has more hits than were asked for") }
    guard answer.totalHits <= UInt64(documents.count) else { throw ShardFault("it counts more hits than documents") }
    guard Set(answer.hits.map(\.ordinal)).count == answer.hits.count,
      answer.hits.allSatisfy({ documents.contains(Int($0.ordinal)) && $0.score.isFinite && $0.rerankedScore.isFinite })
    else { throw ShardFault("it has hits that are not of the shard") }
  }

  /// A question ranks its best hits once more.
  private static func rerank(_ hits: inout [RankedDocument]) {
    var head = Array(hits.prefix(IndexReader.rerankedHits))
    for index in head.indices { head[index].score = head[index].rerankedScore }
    head.sort { $0.score != $1.score ? $0.score > $1.score : $0.ordinal < $1.ordinal }
    hits.replaceSubrange(..<head.count, with: head)
  }

  private func correction(_ answers: [[Correction]]) throws(ShardFault) -> String {
    guard let first = answers.first else { return "" }
    let length = request.query.count
    guard
      answers.allSatisfy({ answer in
        answer.count == first.count
          && zip(answer, first).allSatisfy { $0.candidates.count == $1.candidates.count && $0.start == $1.start }
      }), first.allSatisfy({ $0.start <= $0.end && Int($0.end) <= length })
    else { throw ShardFault("it corrects other words than the other shards do") }
    do throws(CorpusError) {
      return try SpellingSuggestion.correct(
        request.query, first.map { (Int($0.start)..<Int($0.end), $0.candidates.count) }
      ) { word, candidate in
        Spelling.word(answers.flatMap { $0[word].candidates[candidate].sightings })
      }
    } catch {
      throw ShardFault("\(error)")
    }
  }

  /// What is asked of a shard to show its hits.
  package func showRequest(_ hits: [RankedDocument], entities: [UInt32]) -> ShowRequest {
    ShowRequest(
      corpusID: corpus.id, query: request.query, hits: hits, withoutPassages: request.withoutPassages,
      entities: entities)
  }

  /// - Parameters:
  ///   - shown: the hits that shards have shown, by ordinal: fewer than the page has where they are long.
  ///   - entities: the summaries of ``Ranking/entities``, in the same order.
  package func response(
    _ ranking: Ranking, shown: [UInt32: ShownHit], entities: [EntitySummary]
  ) throws(ShardFault) -> SearchResponse {
    var response = ranking.response
    var room = AnswerRoom.ofList
    var effort = 0
    for hit in ranking.hits where !room.isFull {
      guard let shown = shown[hit.ordinal], var result = shown.hit else { break }
      result.score = hit.score
      if effort > HitPresenter.mostWords {
        response.passagesAreCut = true
        (result.passage, result.titleHighlights) = (nil, [])
      }
      effort += Int(shown.effort)
      room.take(result)
      response.hits.append(result)
    }
    guard ranking.hits.isEmpty || !response.hits.isEmpty else { throw ShardFault("it does not show its hits") }
    guard entities.count == ranking.entities.count else { throw ShardFault("it does not name the entities") }
    var names = entities[...]
    for facet in ranking.facets { response.facets.append(facet.named(names.prefix(facet.entities.count), &names)) }
    response.nextPageToken = page.nextToken(after: response)
    return response
  }
}

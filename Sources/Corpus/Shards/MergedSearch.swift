package import EntenteSchema
internal import EntenteSearchIndex
package import ProtobufCoding

/// A search over the shards of a corpus: what is asked of them, and what their answers make together.
///
/// ```swift
/// let search = try MergedSearch(request, of: reference)
/// let ranking = try search.rank(responses)      // of Shard.Search
/// let response = try search.response(ranking, shown: hits, entities: labels)      // of Shard.Show, where it is needed
/// ```
package struct MergedSearch {
  /// The number of the field `hits` of `SearchResponse`.
  private static let hitsField: UInt32 = 2
  private static let shownBeyondShare = 2

  private let request: SearchRequest
  private let corpus: SnapshotReference
  private let page: Page
  private let shards: Int

  /// - Parameter shards: how many there are.
  /// - Throws: `CorpusError` for a page token that is not of this request and corpus.
  package init(_ request: SearchRequest, of corpus: SnapshotReference, shards: Int) throws(CorpusError) {
    self.request = request
    self.corpus = corpus
    self.shards = shards
    page = try Page(of: request, snapshotID: corpus.id)
  }

  /// What is asked of every shard.
  package var shardRequest: ShardSearchRequest {
    ShardSearchRequest(
      corpusID: corpus.id, query: request.query, limit: UInt32(clamping: page.range.upperBound), facets: request.facets,
      sort: request.sort, shown: UInt32(clamping: shownAtOnce), withoutPassages: request.withoutPassages)
  }

  /// How many of its hits a shard shows before it is known which are on the page: a few more than its share, so that most
  /// searches ask no shard a second time. How many hits of later pages a shard has before them is not known.
  private var shownAtOnce: Int {
    page.offset > 0 ? 0 : min(page.size, page.size / max(shards, 1) + Self.shownBeyondShare)
  }

  /// The hits of the page, and what is known of all.
  package struct Ranking {
    /// The hits that are still to be shown.
    package var unshown: [RankedDocument] { hits.filter { shown[$0.ordinal] == nil } }
    /// The hits of the page, best first.
    fileprivate var hits: [RankedDocument] = []
    /// Those that shards have shown at once, by ordinal.
    fileprivate var shown: [UInt32: ShownHit] = [:]
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
      for (hit, shown) in zip(first(of: answer), answer.shown) { ranking.shown[hit.ordinal] = shown }
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

  /// The hits of a shard that come before its others on the page, with the scores that they have there.
  ///
  /// - Parameter limit: how many hits were asked of it.
  static func first(of answer: ShardSearchResponse, limit: Int) -> [RankedDocument] {
    guard answer.isQuestion else { return answer.hits }
    // On a page that reaches further, some hits keep the scores that they had.
    guard limit <= IndexReader.rerankedHits else { return [] }
    var hits = answer.hits
    rerank(&hits)
    return hits
  }

  private func first(of answer: ShardSearchResponse) -> [RankedDocument] {
    Self.first(of: answer, limit: page.range.upperBound)
  }

  private func check(_ answer: ShardSearchResponse, _ documents: Range<Int>) throws(ShardFault) {
    guard answer.hits.count <= max(page.range.upperBound, IndexReader.rerankedHits),
      UInt64(answer.hits.count) <= max(answer.totalHits, UInt64(documents.count))
    else { throw ShardFault("it has more hits than were asked for") }
    guard answer.shown.count <= min(first(of: answer).count, shownAtOnce) else {
      throw ShardFault("it shows more hits than were asked for")
    }
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

  /// The answer, with the hits as shards have encoded them.
  ///
  /// - Parameters:
  ///   - shown: the hits of ``Ranking/unshown`` that shards have shown, by ordinal: fewer than the page has where they are long.
  ///   - entities: the summaries of ``Ranking/entities``, in the same order.
  ///   - isPartial: whether shards are missing.
  package func response(
    _ ranking: Ranking, shown: [UInt32: ShownHit], entities: [EntitySummary], isPartial: Bool
  ) throws(ShardFault) -> EncodedMessage<SearchResponse> {
    var response = ranking.response
    var room = AnswerRoom.ofList
    var effort = 0
    var hits: [[UInt8]] = []
    for hit in ranking.hits where !room.isFull {
      guard let shown = ranking.shown[hit.ordinal] ?? shown[hit.ordinal] else { break }
      guard !shown.hit.isEmpty else { throw ShardFault("it shows a hit that is none") }
      var bytes = shown.hit
      if effort > HitPresenter.mostWords {
        response.passagesAreCut = true
        bytes = try withoutPassage(bytes)
      }
      effort += Int(shown.effort)
      room.take(bytes: bytes.count)
      hits.append(bytes)
    }
    guard ranking.hits.isEmpty || !hits.isEmpty else { throw ShardFault("it does not show its hits") }
    guard entities.count == ranking.entities.count else { throw ShardFault("it does not name the entities") }
    var names = entities[...]
    for facet in ranking.facets { response.facets.append(facet.named(names.prefix(facet.entities.count), &names)) }
    response.nextPageToken = page.nextToken(after: response, shown: hits.count)
    response.isPartial = isPartial
    var encoded = EncodedMessage(response)
    for hit in hits { encoded.append(hit, field: Self.hitsField) }
    return encoded
  }

  private func withoutPassage(_ hit: [UInt8]) throws(ShardFault) -> [UInt8] {
    do throws(ProtobufError) {
      var hit = try SearchHit(protobuf: hit)
      (hit.passage, hit.titleHighlights) = (nil, [])
      return hit.protobufBytes()
    } catch {
      throw ShardFault("a hit of it is none: \(error)")
    }
  }
}

package import EntenteSchema

/// Documents related to one, over the shards of a corpus.
package struct MergedRelated {
  private let request: ListRelatedRequest
  private let corpus: SnapshotReference

  package init(_ request: ListRelatedRequest, of corpus: SnapshotReference) throws(CorpusError) {
    try NameLimit.check(documentID: request.documentID)
    self.request = request
    self.corpus = corpus
  }

  /// What is asked of the document's shard.
  package var characterizeRequest: CharacterizeRequest {
    CharacterizeRequest(corpusID: corpus.id, documentID: request.documentID)
  }

  /// What is then asked of every shard.
  package func relateRequest(_ document: CharacterizeResponse) throws(ShardFault) -> RelateRequest {
    guard document.terms.count <= Corpus.mostDistinctiveTerms else { throw ShardFault("it has too many terms") }
    return RelateRequest(corpusID: corpus.id, terms: document.terms, limit: request.limit, ordinal: document.ordinal)
  }

  /// Brings the answers of all shards together.
  ///
  /// - Parameter answers: each with the ordinals of the shard's documents.
  package func response(
    _ answers: [(documents: Range<Int>, response: RelateResponse)]
  ) throws(ShardFault) -> ListRelatedResponse {
    let limit = Corpus.relatedLimit(request)
    for (documents, answer) in answers {
      guard answer.related.count <= limit,
        answer.related.allSatisfy({ documents.contains(Int($0.ordinal)) && $0.document?.score.isFinite ?? false })
      else { throw ShardFault("it has other documents than were asked for") }
    }
    let best = answers.flatMap(\.response.related).sorted {
      let (left, right) = ($0.document?.score ?? 0, $1.document?.score ?? 0)
      return left != right ? left > right : $0.ordinal < $1.ordinal
    }
    var room = AnswerRoom.ofList
    var response = ListRelatedResponse(snapshot: corpus)
    for related in best where response.related.count < limit && !room.isFull {
      guard let document = related.document else { continue }
      room.take(document)
      response.related.append(document)
    }
    return response
  }
}

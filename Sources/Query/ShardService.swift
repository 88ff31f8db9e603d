public import EntenteCorpus
public import EntenteSchema
public import TTRPC

/// The `Shard` service: what a router asks, answered from the corpus that is current when a call starts.
public struct ShardService: ShardHandler {
  /// Returns the corpus of an id if it is there, otherwise the current one, which tells the caller so.
  public typealias Source = @Sendable (_ corpusID: String) throws(RPCError) -> Corpus

  private let corpus: Source

  /// - Parameter corpus: called once per call.
  public init(_ corpus: @escaping Source) { self.corpus = corpus }

  public func search(_ request: ShardSearchRequest, context: CallContext) throws(RPCError) -> ShardSearchResponse {
    try answer(request.corpusID, context) { (corpus, cancellation) throws(CorpusError) in
      try corpus.searchShard(request, cancellation)
    }
  }

  public func show(_ request: ShowRequest, context: CallContext) throws(RPCError) -> ShowResponse {
    try answer(request.corpusID, context) { (corpus, cancellation) throws(CorpusError) in
      try corpus.show(request, cancellation)
    }
  }

  public func suggest(_ request: ShardSuggestRequest, context: CallContext) throws(RPCError) -> ShardSuggestResponse {
    try answer(request.corpusID, context) { (corpus, cancellation) throws(CorpusError) in
      try corpus.suggestShard(request, cancellation)
    }
  }

  public func characterize(
    _ request: CharacterizeRequest, context: CallContext
  ) throws(RPCError) -> CharacterizeResponse {
    try answer(request.corpusID, context) { (corpus, cancellation) throws(CorpusError) in
      try corpus.characterize(request, cancellation)
    }
  }

  public func relate(_ request: RelateRequest, context: CallContext) throws(RPCError) -> RelateResponse {
    try answer(request.corpusID, context) { (corpus, cancellation) throws(CorpusError) in
      try corpus.relate(request, cancellation)
    }
  }

  private func answer<Answer>(
    _ corpusID: String, _ context: CallContext, _ body: (Corpus, Cancellation) throws(CorpusError) -> Answer
  ) throws(RPCError) -> Answer {
    try RPCError.mapped(try corpus(corpusID), context, body)
  }
}

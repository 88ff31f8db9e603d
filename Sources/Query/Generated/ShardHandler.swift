// Generated from entente/v1/shard.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// What a router asks of the shards of a corpus, to answer as the whole corpus would. Every other method of Query is answered
/// by any shard, because each holds the knowledge of the whole corpus. Not meant for other callers: it may change with any
/// version, so routers and shards are of the same one.
///
/// A request names the corpus that it is about. A replica that serves another one answers UNAVAILABLE, so that the request is
/// retried elsewhere. Documents and entities are given by their ordinals in the corpus.
public protocol ShardHandler: Sendable {
  /// Finds the best documents of the shard, and counts all that match.
  func search(_ request: ShardSearchRequest, context: CallContext) throws(RPCError) -> ShardSearchResponse
  /// Returns hits as Query.Search does, for documents that were found before.
  func show(_ request: ShowRequest, context: CallContext) throws(RPCError) -> ShowResponse
  /// Completes a query, and tells how the documents of the shard write each completion.
  func suggest(_ request: ShardSuggestRequest, context: CallContext) throws(RPCError) -> ShardSuggestResponse
  /// Returns the distinctive words of a document of the shard.
  func characterize(_ request: CharacterizeRequest, context: CallContext) throws(RPCError) -> CharacterizeResponse
  /// Finds the documents of the shard that distinctive words occur in.
  func relate(_ request: RelateRequest, context: CallContext) throws(RPCError) -> RelateResponse
}

extension ShardHandler {
  /// Registers the methods with a server.
  public var shardService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Shard", methods: [
      .unary("Search") { (request: ShardSearchRequest, context) throws(RPCError) in try self.search(request, context: context) },
      .unary("Show") { (request: ShowRequest, context) throws(RPCError) in try self.show(request, context: context) },
      .unary("Suggest") { (request: ShardSuggestRequest, context) throws(RPCError) in try self.suggest(request, context: context) },
      .unary("Characterize") { (request: CharacterizeRequest, context) throws(RPCError) in try self.characterize(request, context: context) },
      .unary("Relate") { (request: RelateRequest, context) throws(RPCError) in try self.relate(request, context: context) },
    ])
  }
}

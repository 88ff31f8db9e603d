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
public struct ShardClient: Sendable {
  public let channel: any RPCChannel

  public init(_ channel: any RPCChannel) { self.channel = channel }

  /// Finds the best documents of the shard, and counts all that match.
  public func search(_ request: ShardSearchRequest, options: CallOptions = .default) async throws(RPCError) -> ShardSearchResponse {
    try await channel.unary(service: "entente.v1.Shard", method: "Search", request, options: options)
  }

  /// Returns hits as Query.Search does, for documents that were found before.
  public func show(_ request: ShowRequest, options: CallOptions = .default) async throws(RPCError) -> ShowResponse {
    try await channel.unary(service: "entente.v1.Shard", method: "Show", request, options: options)
  }

  /// Completes a query, and tells how the documents of the shard write each completion.
  public func suggest(_ request: ShardSuggestRequest, options: CallOptions = .default) async throws(RPCError) -> ShardSuggestResponse {
    try await channel.unary(service: "entente.v1.Shard", method: "Suggest", request, options: options)
  }

  /// Returns the distinctive words of a document of the shard.
  public func characterize(_ request: CharacterizeRequest, options: CallOptions = .default) async throws(RPCError) -> CharacterizeResponse {
    try await channel.unary(service: "entente.v1.Shard", method: "Characterize", request, options: options)
  }

  /// Finds the documents of the shard that distinctive words occur in.
  public func relate(_ request: RelateRequest, options: CallOptions = .default) async throws(RPCError) -> RelateResponse {
    try await channel.unary(service: "entente.v1.Shard", method: "Relate", request, options: options)
  }
}

extension ShardClient {
  /// The service as the server of this client answers it, to be offered again by a gateway or a router.
  public var shardService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Shard", methods: [
      .asynchronous("Search") { (request: ShardSearchRequest, context) async throws(RPCError) in try await self.search(request, options: context.forwarding) },
      .asynchronous("Show") { (request: ShowRequest, context) async throws(RPCError) in try await self.show(request, options: context.forwarding) },
      .asynchronous("Suggest") { (request: ShardSuggestRequest, context) async throws(RPCError) in try await self.suggest(request, options: context.forwarding) },
      .asynchronous("Characterize") { (request: CharacterizeRequest, context) async throws(RPCError) in try await self.characterize(request, options: context.forwarding) },
      .asynchronous("Relate") { (request: RelateRequest, context) async throws(RPCError) in try await self.relate(request, options: context.forwarding) },
    ])
  }
}

// Generated from entente/v1/feed.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Distributes snapshots: serves the bytes of the newest and the previous one, and announces each new one.
///
/// A follower watches, fetches a snapshot it does not have, verifies the bytes against the snapshot's id (and the
/// signature, if it trusts a key), and keeps watching. Any number of followers may read at once.
public struct FeedClient: Sendable {
  public let channel: any RPCChannel

  public init(_ channel: any RPCChannel) { self.channel = channel }

  /// The snapshots that can be fetched.
  public func describe(_ request: DescribeFeedRequest, options: CallOptions = .default) async throws(RPCError) -> DescribeFeedResponse {
    try await channel.unary(service: "entente.v1.Feed", method: "Describe", request, options: options)
  }

  /// Streams the bytes of a snapshot from an offset, so that an interrupted transfer can resume. NOT_FOUND if the feed no
  /// longer holds the snapshot, OUT_OF_RANGE for an offset past its end.
  public func fetch(_ request: FetchRequest, options: CallOptions = .default) throws(RPCError) -> ResponseStream<FetchResponse> {
    try channel.serverStreaming(service: "entente.v1.Feed", method: "Fetch", request, options: options)
  }

  /// Returns one message of the Fetch stream, for clients whose library cannot stream. `data` is empty at the end.
  public func read(_ request: FetchRequest, options: CallOptions = .default) async throws(RPCError) -> FetchResponse {
    try await channel.unary(service: "entente.v1.Feed", method: "Read", request, options: options)
  }

  /// Sends the newest snapshot at once, and each newer one when it is published. The stream never ends on its own.
  public func watch(_ request: WatchRequest, options: CallOptions = .default) throws(RPCError) -> ResponseStream<WatchResponse> {
    try channel.serverStreaming(service: "entente.v1.Feed", method: "Watch", request, options: options)
  }
}

extension FeedClient {
  /// The service as the server of this client answers it, to be offered again by a gateway or a router.
  public var feedService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Feed", methods: [
      .asynchronous("Describe") { (request: DescribeFeedRequest, context) async throws(RPCError) in try await self.describe(request, options: context.forwarding) },
      .serverStreaming("Fetch") { (request: FetchRequest, responses: ResponseWriter<FetchResponse>, context) async throws(RPCError) in try await responses.send(all: try self.fetch(request, options: context.forwarding)) },
      .asynchronous("Read") { (request: FetchRequest, context) async throws(RPCError) in try await self.read(request, options: context.forwarding) },
      .serverStreaming("Watch") { (request: WatchRequest, responses: ResponseWriter<WatchResponse>, context) async throws(RPCError) in try await responses.send(all: try self.watch(request, options: context.forwarding)) },
    ])
  }
}

// Generated from entente/v1/feed.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Hands out snapshots: the newest and the one before it, as bytes, and word of each new one.
///
/// A follower watches, fetches what it has not got, checks that the bytes are those of the snapshot's id (and the
/// signature, where it trusts a key), and watches on. Any number of followers may read at once.
public protocol FeedHandler: Sendable {
  /// The snapshots that can be fetched.
  func describe(_ request: DescribeFeedRequest, context: CallContext) throws(RPCError) -> DescribeFeedResponse
  /// The bytes of one snapshot, from an offset on: whoever lost the connection goes on where it broke. NOT_FOUND for a
  /// snapshot that is held no more, OUT_OF_RANGE for an offset beyond its end.
  func fetch(_ request: FetchRequest, responses: ResponseWriter<FetchResponse>, context: CallContext) async throws(RPCError)
  /// One message of what Fetch streams: for clients whose library has no streams. Empty data at the end of the snapshot.
  func read(_ request: FetchRequest, context: CallContext) async throws(RPCError) -> FetchResponse
  /// The newest snapshot at once, and each newer one when it is published. Never ends by itself.
  func watch(_ request: WatchRequest, responses: ResponseWriter<WatchResponse>, context: CallContext) async throws(RPCError)
}

extension FeedHandler {
  /// Registers the methods with a server.
  public var feedService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Feed", methods: [
      .unary("Describe") { (request: DescribeFeedRequest, context) throws(RPCError) in try self.describe(request, context: context) },
      .serverStreaming("Fetch") { (request: FetchRequest, responses: ResponseWriter<FetchResponse>, context) async throws(RPCError) in try await self.fetch(request, responses: responses, context: context) },
      .asynchronous("Read") { (request: FetchRequest, context) async throws(RPCError) in try await self.read(request, context: context) },
      .serverStreaming("Watch") { (request: WatchRequest, responses: ResponseWriter<WatchResponse>, context) async throws(RPCError) in try await self.watch(request, responses: responses, context: context) },
    ])
  }
}

// Generated from entente/v1/feed.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Distributes snapshots: serves the bytes of the newest and the previous one, and announces each new one.
///
/// A follower watches, fetches a snapshot it does not have, verifies the bytes against the snapshot's id (and the
/// signature, if it trusts a key), and keeps watching. Any number of followers may read at once.
public protocol FeedHandler: Sendable {
  /// The snapshots that can be fetched.
  func describe(_ request: DescribeFeedRequest, context: CallContext) throws(RPCError) -> DescribeFeedResponse
  /// Streams the bytes of a snapshot from an offset, so that an interrupted transfer can resume. NOT_FOUND if the feed no
  /// longer holds the snapshot, OUT_OF_RANGE for an offset past its end.
  func fetch(_ request: FetchRequest, responses: ResponseWriter<FetchResponse>, context: CallContext) async throws(RPCError)
  /// Returns one message of the Fetch stream, for clients whose library cannot stream. `data` is empty at the end.
  func read(_ request: FetchRequest, context: CallContext) async throws(RPCError) -> FetchResponse
  /// Sends the newest snapshot at once, and each newer one when it is published. The stream never ends on its own.
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

public import NIOCore
internal import NIOPosix
public import ProtobufCoding

/// A client with connections on each event loop of a group, which makes a call on the loop that its caller runs on: no other thread
/// is woken, neither for the call nor for its answer.
///
/// ```swift
/// let shard = LoopLocalClient(addresses: replicas, group: group)
/// let relay = ServiceDescriptor(name: "bench.Relay", methods: [.asynchronous("Echo") { … }]).onEventLoops()
/// ```
///
/// For servers whose handlers call other servers. These see the connections of one ``RPCClient`` for each loop.
public struct LoopLocalClient: RPCChannel {
  private let local: [ObjectIdentifier: RPCClient]
  /// For callers that run on none of the loops.
  private let elsewhere: RPCClient

  /// - Parameters: as of ``RPCClient``.
  public init(
    addresses: [ServerAddress], configuration: ClientConfiguration = ClientConfiguration(),
    setup: ConnectionSetup = .plain, group: any EventLoopGroup
  ) {
    let client = { (loops: any EventLoopGroup) in
      RPCClient(addresses: addresses, configuration: configuration, setup: setup, group: loops)
    }
    local = Dictionary(group.makeIterator().map { (ObjectIdentifier($0), client($0)) }) { first, _ in first }
    elsewhere = client(group)
  }

  private var client: RPCClient {
    MultiThreadedEventLoopGroup.currentEventLoop.flatMap { local[ObjectIdentifier($0)] } ?? elsewhere
  }

  /// Closes the connections; waiting calls get UNAVAILABLE.
  public func close() async {
    for client in local.values { await client.close() }
    await elsewhere.close()
  }

  public func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    try await client.unary(service: service, method: method, request, options: options)
  }

  public func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    try client.serverStreaming(service: service, method: method, request, options: options)
  }
}

public import Logging
public import NIOCore
public import NIOPosix
internal import Synchronization

/// Serves ttrpc over TCP, with the extensions of schema/WIRE.md.
///
/// ```swift
/// let server = RPCServer(services: [query.queryService])
/// let port = try await server.listen(host: "127.0.0.1", port: 7070)
/// …
/// await server.drain(within: .seconds(10))
/// ```
///
/// Each connection lives on one event loop of the group, and its unary calls are answered there.
public final class RPCServer: Sendable {
  private let methods: MethodTable
  private let configuration: ServerConfiguration
  private let setup: ConnectionSetup
  private let interceptors: [any CallInterceptor]
  private let group: any EventLoopGroup
  private let logger: Logger
  private let tally = ServerTally()
  private let state = Mutex(State())

  private struct State {
    var listeners: [any Channel] = []
    var connections: [ObjectIdentifier: Connection] = [:]
    var isDraining = false
  }

  private struct Connection {
    var channel: any Channel
    var handler: NIOLoopBound<ServerConnection>
  }

  /// - Parameters:
  ///   - setup: done to each connection before its first frame, such as TLS.
  ///   - interceptors: asked before every call, in this order.
  ///   - group: the event loops; by default those of the process, one for each core.
  public init(
    services: [ServiceDescriptor], configuration: ServerConfiguration = ServerConfiguration(),
    setup: ConnectionSetup = .plain, interceptors: [any CallInterceptor] = [],
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger = Logger(label: "entente.ttrpc")
  ) {
    self.methods = MethodTable(services)
    self.configuration = configuration
    self.setup = setup
    self.interceptors = interceptors
    self.group = group
    self.logger = logger
  }

  /// What the server did so far.
  public var counters: ServerCounters {
    tally.read(methods.entries.map(\.counters))
  }

  /// Accepts connections from now on.
  ///
  /// - Parameter port: 0 takes one that is free.
  /// - Returns: the port.
  /// - Throws: where the address cannot be had, such as one in use.
  @discardableResult
  public func listen(host: String, port: Int) async throws -> Int {
    let listener = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // One read a wake-up: a second one mostly learns that there is nothing to read.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 64 << 10, high: 256 << 10))
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try self.add(channel) }
      }
      .bind(host: host, port: port).get()
    let isDraining = state.withLock { state in
      state.listeners.append(listener)
      return state.isDraining
    }
    if isDraining { try? await listener.close() }
    return listener.localAddress?.port ?? port
  }

  /// Returns when every listening socket is closed: by `drain`, or by an error.
  public func waitUntilClosed() async {
    for listener in state.withLock({ $0.listeners }) { try? await listener.closeFuture.get() }
  }

  /// Stops in good order: no new connections, word to those clients that understand it, answers to all that is on its
  /// way, and then the end of each connection.
  ///
  /// - Parameter grace: after which what is still in flight gets UNAVAILABLE.
  public func drain(within grace: Duration) async {
    let (listeners, connections) = state.withLock { state in
      state.isDraining = true
      return (state.listeners, Array(state.connections.values))
    }
    for listener in listeners { try? await listener.close() }
    for connection in connections {
      connection.handler.execute { $0.drain(grace: grace) }
    }
    for connection in connections { try? await connection.channel.closeFuture.get() }
  }

  private func add(_ channel: any Channel) throws {
    let key = ObjectIdentifier(channel)
    let handler = ServerConnection(
      methods: methods, configuration: configuration, interceptors: interceptors, tally: tally, logger: logger)
    let connection = Connection(channel: channel, handler: NIOLoopBound(handler, eventLoop: channel.eventLoop))
    let isAdmitted = state.withLock { state in
      guard !state.isDraining, state.connections.count < configuration.maximumConnections else { return false }
      state.connections[key] = connection
      return true
    }
    guard isAdmitted else {
      tally.refusedConnections.add(1, ordering: .relaxed)
      throw RPCError(.resourceExhausted, "too many connections")
    }
    tally.acceptedConnections.add(1, ordering: .relaxed)
    tally.openConnections.add(1, ordering: .relaxed)
    channel.closeFuture.whenComplete { _ in
      self.tally.openConnections.subtract(1, ordering: .relaxed)
      self.state.withLock { _ = $0.connections.removeValue(forKey: key) }
    }
    try setup.prepare(channel, nil)
    try channel.pipeline.syncOperations.addHandler(handler)
  }
}

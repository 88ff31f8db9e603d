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
/// Each connection is assigned to the least busy event loop of the group, and its unary calls are answered there, taking
/// turns with the loop's other connections.
public final class RPCServer: Sendable {
  private let environment: ServerEnvironment
  private let registry: ConnectionRegistry
  private let setup: ConnectionSetup
  private let loops: LoopTable
  private let group: any EventLoopGroup

  /// - Parameters:
  ///   - setup: applied to each connection before its first frame, such as TLS.
  ///   - interceptors: run before every call, in this order.
  ///   - observer: told how every call ended.
  ///   - group: the event loops; by default those of the process, one for each core.
  public init(
    services: [ServiceDescriptor], configuration: ServerConfiguration = ServerConfiguration(),
    setup: ConnectionSetup = .plain, interceptors: [any CallInterceptor] = [], observer: (any CallObserver)? = nil,
    group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger = Logger(label: "entente.ttrpc")
  ) {
    self.setup = setup
    self.group = group
    registry = ConnectionRegistry(
      limit: configuration.maximumConnections, limitPerAddress: configuration.maximumConnectionsPerAddress)
    environment = ServerEnvironment(
      services, configuration, registry, interceptors: interceptors, observer: observer, logger: logger)
    loops = LoopTable(group, slice: TimeAmount(configuration.slice), busyPoll: TimeAmount(configuration.busyPoll))
  }

  /// Counts of what the server has done so far.
  public var counters: ServerCounters {
    environment.tally.read(environment)
  }

  /// How many connections each event loop has, for tests.
  var connectionsPerLoop: [Int] { loops.connectionsPerLoop }

  /// Starts accepting connections.
  ///
  /// - Parameters:
  ///   - port: 0 picks a free port.
  ///   - sharesPort: lets other processes of the same user listen on the same address, so that a new one can take over
  ///     without a gap. The system distributes new connections among them.
  /// - Returns: the port.
  /// - Throws: if the address is not available, for example because it is in use.
  @discardableResult
  public func listen(host: String, port: Int, sharesPort: Bool = false) async throws -> Int {
    let (loops, logger, rate) = (loops, environment.logger, environment.configuration.acceptRate)
    let address = try await HostResolver.firstAddress(of: ServerAddress(host: host, port: port))
    let socket = try ListeningSocket(
      boundTo: address, connections: environment.configuration.maximumConnections, sharesPort: sharesPort)
    let listener = try await ServerBootstrap(group: group)
      // One at a time, so that each goes to the least busy loop.
      .serverChannelOption(.maxMessagesPerRead, value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try socket.listen()
          try channel.pipeline.syncOperations.addHandler(AcceptGate(loops, rate: rate, logger: logger))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // One read per wake-up: a second one would usually find nothing to read.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 64 << 10, high: 256 << 10))
      // A client that sends no more may still read.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try self.add(channel) }
      }
      .withBoundSocket(socket.descriptor).get()
    registry.add(listener: listener)
    return listener.localAddress?.port ?? port
  }

  /// Returns when every listening socket is closed: by `drain`, or by an error.
  public func waitUntilClosed() async {
    for listener in registry.listeners { try? await listener.closeFuture.get() }
  }

  /// Stops gracefully. Returns at the latest when `delay` and `grace` are over, even if handlers occupy every event loop.
  ///
  /// ```swift
  /// await server.drain(after: .seconds(5), within: .seconds(10)) { phase in
  ///   if phase == .announced { health.setNotServing() }
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - delay: how long calls are still accepted as usual; longer than load balancers need to notice.
  ///   - grace: how long calls in flight may then take to finish. Those that do not finish get UNAVAILABLE.
  ///     - onPhase: called when each phase begins.
  public func drain(
    after delay: Duration = .zero, within grace: Duration, onPhase: @Sendable (DrainPhase) -> Void = { _ in }
  ) async {
    onPhase(.announced)
    if delay > .zero { try? await Task.sleep(for: delay) }
    onPhase(.closing)
    // First the listening sockets: a client that is told to leave must not reconnect here.
    for listener in registry.listeners { listener.close(promise: nil) }
    _ = await registry.waitUntilDeaf(within: min(grace, .milliseconds(250)))
    registry.beginDraining()
    for connection in registry.connections { connection.handler.execute { $0.drain() } }
    guard await !registry.waitUntilEmpty(within: grace) else { return onPhase(.ended(cut: 0)) }
    let left = registry.connections
    for connection in left { connection.handler.execute { $0.cut() } }
    // It takes a moment for the closed connections to be reported, unless the loops are busy.
    _ = await registry.waitUntilEmpty(within: .milliseconds(250))
    onPhase(.ended(cut: left.count))
  }

  private func add(_ channel: any Channel) throws {
    let handler = ServerConnection(environment, loops.scheduler(on: channel.eventLoop))
    let address = channel.remoteAddress.flatMap { setup.isProxy($0) ? nil : $0.ipAddress }
    guard registry.admit(channel, from: address, NIOLoopBound(handler, eventLoop: channel.eventLoop)) else {
      environment.tally.refusedConnections.add(1, ordering: .relaxed)
      throw RPCError(.resourceExhausted, "too many connections")
    }
    environment.tally.acceptedConnections.add(1, ordering: .relaxed)
    environment.tally.openConnections.add(1, ordering: .relaxed)
    channel.closeFuture.whenComplete { [environment] _ in
      environment.tally.openConnections.subtract(1, ordering: .relaxed)
    }
    _ = try setup.prepare(channel, nil)
    try channel.pipeline.syncOperations.addHandler(handler)
    // The connection was being accepted when the listening sockets closed.
    if registry.isDraining { handler.drain() }
  }
}

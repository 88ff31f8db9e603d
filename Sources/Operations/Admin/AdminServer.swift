internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
public import ServiceLifecycle

/// Reports the state of a process over HTTP: `/healthz` says whether it is alive, `/readyz` whether it should get calls,
/// and `/metrics` has its metrics.
///
/// It has its own event loop, so that it answers under any load.
public final class AdminServer: Service {
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let readiness: @Sendable () -> Readiness
  private let metrics: @Sendable () -> String
  /// How long a connection may be idle.
  private static let idleTime = TimeAmount.seconds(75)

  public init(readiness: @escaping @Sendable () -> Readiness, metrics: @escaping @Sendable () -> String) {
    self.readiness = readiness
    self.metrics = metrics
  }

  /// - Parameter port: 0 picks a free port.
  /// - Returns: the port.
  @discardableResult
  public func listen(host: String, port: Int) async throws -> Int {
    let (readiness, metrics) = (readiness, metrics)
    let listener = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(IdleStateHandler(allTimeout: Self.idleTime))
          try pipeline.addHandler(AdminHandler(readiness: readiness, metrics: metrics))
        }
      }
      .bind(host: host, port: port).get()
    return listener.localAddress?.port ?? port
  }

  /// Serves until it is shut down.
  public func run() async throws {
    try? await gracefulShutdown()
    try await group.shutdownGracefully()
  }
}

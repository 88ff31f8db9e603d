internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle

/// Serves HAProxy's agent check: one line per connection, `up ready`, `drain` or `down`.
///
/// A draining process should get no new connections and keep the ones it has; a failing health check would close them.
public final class AgentServer: Service {
  /// What the balancer should do.
  public enum Word: String, Sendable {
    case ready = "up ready\n"
    case drain = "drain\n"
    case down = "down\n"
  }

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let word: @Sendable () -> Word

  public init(word: @escaping @Sendable () -> Word) { self.word = word }

  /// - Parameter port: 0 picks a free port.
  /// - Returns: the port.
  @discardableResult
  public func listen(host: String, port: Int) async throws -> Int {
    let word = word
    let listener = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(AgentHandler(word: word))
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

/// Sends the word and closes the connection.
private final class AgentHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let word: @Sendable () -> AgentServer.Word

  init(word: @escaping @Sendable () -> AgentServer.Word) { self.word = word }

  func channelActive(context: ChannelHandlerContext) {
    let bound = context.loopBound
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: word().rawValue))).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

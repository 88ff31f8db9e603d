import NIOCore
import NIOPosix
import Synchronization
import TTRPC

/// Stands between a client and a server, and cuts each connection after a random number of bytes until it has cut enough.
final class CuttingProxy: Sendable {
  let address: ServerAddress
  private let listener: any Channel
  private let left: Budget

  final class Budget: Sendable {
    private let cuts: Mutex<Int>
    private let longest: Int

    init(cuts: Int, longest: Int) {
      self.cuts = Mutex(cuts)
      self.longest = longest
    }

    var remaining: Int { cuts.withLock { $0 } }

    /// How many bytes the next connection may carry; nil for all.
    func take() -> Int? {
      cuts.withLock { cuts in
        guard cuts > 0 else { return nil }
        cuts -= 1
        return Int.random(in: 0...longest)
      }
    }
  }

  /// - Parameter longest: the most bytes that a connection carries before it is cut. Where `cuts` times as many are fewer than
  ///   what is transferred, all cuts are made.
  init(to server: ServerAddress, cuts: Int, longest: Int) async throws {
    let budget = Budget(cuts: cuts, longest: longest)
    left = budget
    let group = MultiThreadedEventLoopGroup.singleton
    listener = try await ServerBootstrap(group: group)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { inbound in
        ClientBootstrap(group: inbound.eventLoop)
          .channelOption(.autoRead, value: false)
          .connect(host: server.host, port: server.port)
          .flatMapThrowing { outbound in
            try inbound.pipeline.syncOperations.addHandler(Relay(to: outbound, limit: nil))
            try outbound.pipeline.syncOperations.addHandler(Relay(to: inbound, limit: budget.take()))
            outbound.setOption(.autoRead, value: true).and(inbound.setOption(.autoRead, value: true)).whenFailure { _ in
            }
          }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    address = ServerAddress(host: "127.0.0.1", port: listener.localAddress?.port ?? 0)
  }

  /// How many connections are still to be cut.
  var cutsLeft: Int { left.remaining }

  func close() async { try? await listener.close() }
}

/// Writes what it reads to another channel, up to a limit; then both close.
private final class Relay: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let other: any Channel
  private var limit: Int?

  init(to other: any Channel, limit: Int?) {
    self.other = other
    self.limit = limit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if let limit, bytes.readableBytes > limit {
      let head = bytes.readSlice(length: limit) ?? ByteBuffer()
      self.limit = 0
      let other = other
      let own = context.channel
      other.writeAndFlush(head).whenComplete { _ in
        other.close(promise: nil)
        own.close(promise: nil)
      }
      return
    }
    if let limit { self.limit = limit - bytes.readableBytes }
    other.writeAndFlush(bytes, promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

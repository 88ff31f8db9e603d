import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import TTRPC

@Suite(.timeLimit(.minutes(2))) struct `Slow readers` {
  /// Reads only when it is told to, a little each time.
  private final class Sipper: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let taken = Atomic<Int>(0)

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      taken.add(unwrapInboundIn(data).readableBytes, ordering: .relaxed)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }

  /// Asks for more than the sockets' buffers hold, and reads nothing by itself.
  private func connect(_ port: Int, _ sipper: Sipper) async throws -> any Channel {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.socketOption(.so_rcvbuf), value: 64 << 10)
      .channelOption(.autoRead, value: false)
      .channelInitializer { $0.pipeline.addHandler(sipper) }
      .connect(host: "127.0.0.1", port: port).get()
    var requests = ByteBuffer()
    for call in 0..<30 as Range<UInt32> {
      requests.writeImmutableBuffer(.request("bench.Echo", "Large", stream: call * 2 + 1))
    }
    try await channel.writeAndFlush(requests)
    return channel
  }

  @Test func `a client that takes none of its answers is cut off, and one that takes them slowly is not`() async throws
  {
    var configuration = ServerConfiguration()
    configuration.writeTimeout = .seconds(1)
    try await withServer(configuration) { server, port in
      let (none, few) = (Sipper(), Sipper())
      let stuck = try await connect(port, none)
      let slow = try await connect(port, few)
      var sips = 0
      // It reads for three times as long as the other one is waited for.
      let end = ContinuousClock.now + .seconds(3)
      while ContinuousClock.now < end {
        slow.read()
        sips += 1
        try await Task.sleep(for: .milliseconds(5))
      }
      let isLeft = try await eventually { server.counters.openConnections == 1 }
      #expect(isLeft)
      #expect(slow.isActive)
      #expect(few.taken.load(ordering: .relaxed) > 0 && none.taken.load(ordering: .relaxed) == 0, "\(sips) sips")
      try? await stuck.close()
      try? await slow.close()
    }
  }
}

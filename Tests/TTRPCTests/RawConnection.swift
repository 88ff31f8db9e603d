import NIOCore
import NIOPosix
import Synchronization

@testable import TTRPC

/// A socket that says whatever a test wants, and keeps what it hears.
final class RawConnection: Sendable {
  private final class Listener: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let heard = Mutex(ByteBuffer())

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      heard.withLock { _ = $0.writeImmutableBuffer(unwrapInboundIn(data)) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }

  private let channel: any Channel
  private let listener: Listener

  private init(_ channel: any Channel, _ listener: Listener) {
    self.channel = channel
    self.listener = listener
  }

  static func open(_ port: Int) async throws -> RawConnection {
    let listener = Listener()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { $0.pipeline.addHandler(listener) }
      .connect(host: "127.0.0.1", port: port).get()
    return RawConnection(channel, listener)
  }

  func send(_ bytes: ByteBuffer) async {
    try? await channel.writeAndFlush(bytes)
  }

  func send(_ bytes: [UInt8]) async {
    await send(ByteBuffer(bytes: bytes))
  }

  var frames: [(header: FrameHeader, payload: ByteBuffer)] {
    var decoder = FrameDecoder(limit: 8 << 20)
    decoder.append(listener.heard.withLock { $0 })
    var frames: [(header: FrameHeader, payload: ByteBuffer)] = []
    while case .frame(let header, let payload) = decoder.next() { frames.append((header, payload)) }
    return frames
  }

  /// Waits for as many frames.
  func frames(_ count: Int) async throws -> [(header: FrameHeader, payload: ByteBuffer)] {
    _ = try await eventually { frames.count >= count }
    return frames
  }

  var isClosed: Bool { !channel.isActive }

  /// Says that nothing more is sent, and goes on reading.
  func endOutput() async throws {
    try await channel.close(mode: .output)
  }

  func close() async {
    try? await channel.close()
  }
}

import NIOCore
import NIOPosix
import Synchronization
import Testing

/// A socket that sends whatever a test wants, and keeps what it hears.
final class BareConnection: Sendable {
  /// What came as one frame: the status code of its response, 0 for a good one.
  struct Answer: Hashable {
    let streamID: UInt32
    let code: UInt64
  }

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
  private let listener = Listener()

  /// - Parameter address: the own one.
  init(_ port: Int, from address: String = "127.0.0.1") async throws {
    let listener = listener
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(to: SocketAddress(ipAddress: address, port: 0))
      .channelInitializer { $0.pipeline.addHandler(listener) }
      .connect(host: "127.0.0.1", port: port).get()
  }

  var isClosed: Bool { !channel.isActive }

  func send(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
  }

  func close() async { try? await channel.close() }

  var answers: [Answer] {
    var bytes = listener.heard.withLock { $0 }
    var answers: [Answer] = []
    while let length = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self), bytes.readableBytes >= 10 + Int(length)
    {
      guard let streamID = bytes.getInteger(at: bytes.readerIndex + 4, as: UInt32.self) else { break }
      bytes.moveReaderIndex(forwardBy: 10)
      guard let payload = bytes.readBytes(length: Int(length)) else { break }
      // A status stands first, with its code first: 0A length 08 code.
      answers.append(
        Answer(streamID: streamID, code: payload.count > 3 && payload[0] == 0x0A ? UInt64(payload[3]) : 0))
    }
    return answers
  }

  /// The code of the answer on a stream, once it has come; nil where the connection ends before.
  func code(of streamID: UInt32) async throws -> UInt64? {
    try await eventually("an answer on stream \(streamID)") {
      isClosed || answers.contains { $0.streamID == streamID }
    }
    return answers.first { $0.streamID == streamID }?.code
  }
}

/// Frames as a client sends them.
enum BareFrame {
  static func request(
    _ service: String = "entente.v1.Health", _ method: String = "Check", stream: UInt32, payload: [UInt8] = [],
    metadata: [(String, String)] = []
  ) -> [UInt8] {
    frame(envelope(service, method, payload, metadata), stream: stream)
  }

  static func envelope(
    _ service: String = "entente.v1.Health", _ method: String = "Check", _ payload: [UInt8] = [],
    _ metadata: [(String, String)] = []
  ) -> [UInt8] {
    var bytes = field(1, Array(service.utf8)) + field(2, Array(method.utf8))
    if !payload.isEmpty { bytes += field(3, payload) }
    for (key, value) in metadata { bytes += field(5, field(1, Array(key.utf8)) + field(2, Array(value.utf8))) }
    return bytes
  }

  static func frame(_ payload: [UInt8], stream: UInt32, flags: UInt8 = 0) -> [UInt8] {
    bigEndian(UInt32(payload.count)) + bigEndian(stream) + [1, flags] + payload
  }

  static func bigEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - $0 * 8)) }
  }

  private static func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    var (length, rest) = ([UInt8](), bytes.count)
    while rest > 0x7F {
      length.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return [number << 3 | 2] + length + [UInt8(rest)] + bytes
  }
}

import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import TTRPC

/// A server's connections on one event loop, without sockets and on virtual time.
final class VirtualServer {
  /// Time that handlers spend: it goes on while they run.
  final class Spent: Sendable {
    private let nanoseconds = Atomic<Int64>(0)

    var total: TimeAmount { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

    func spend(_ time: TimeAmount) {
      nanoseconds.add(time.nanoseconds, ordering: .relaxed)
    }
  }

  let loop = EmbeddedEventLoop()
  let spent = Spent()
  /// How many handlers ran.
  let runs = Counter()
  let environment: ServerEnvironment
  private let scheduler: LoopScheduler

  final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    var value: Int { count.load(ordering: .relaxed) }
    func add() { count.add(1, ordering: .relaxed) }
  }

  /// - Parameter work: how long the method `Work` takes.
  init(_ configuration: ServerConfiguration = ServerConfiguration(), work: TimeAmount = .microseconds(400)) {
    let service = ServiceDescriptor(
      name: "test.Virtual",
      methods: [
        .raw("Work") { [spent, runs] payload, _ throws(RPCError) in
          spent.spend(work)
          runs.add()
          return payload
        },
        .raw("Heavy") { [spent, runs] payload, _ throws(RPCError) in
          spent.spend(.milliseconds(20))
          runs.add()
          return payload
        },
        .raw("Large") { _, _ throws(RPCError) in ByteBuffer(repeating: 7, count: 100_000) },
        .raw("Check") { payload, _ throws(RPCError) in payload },
        .asynchronous("Wait") { (_: TTRPCKeyValue, _) async throws(RPCError) in
          // Never goes on: its end would come from a thread that may not touch an `EmbeddedEventLoop`.
          await unsafe withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
          return TTRPCKeyValue()
        },
      ]
    ).running(.atOnce, methods: ["Check"])
    environment = ServerEnvironment(
      [service], configuration, ConnectionRegistry(limit: 100, limitPerAddress: 100), interceptors: [], observer: nil,
      logger: Logger(label: "test"))
    scheduler = LoopScheduler(
      eventLoop: loop, load: LoopLoad(), slice: TimeAmount(configuration.slice),
      busyPoll: TimeAmount(configuration.busyPoll),
      clock: { [loop, spent] in loop.now + spent.total })
  }

  func connect() throws -> VirtualConnection {
    try VirtualConnection(ServerConnection(environment, scheduler), loop)
  }

  /// Lets the loop do what is due within `time`.
  func run(for time: TimeAmount) {
    loop.advanceTime(by: time)
  }
}

/// A client's view of one connection of a `VirtualServer`.
final class VirtualConnection {
  let handler: ServerConnection
  let channel: EmbeddedChannel
  private var heard = ByteBuffer()

  init(_ handler: ServerConnection, _ loop: EmbeddedEventLoop) throws {
    self.handler = handler
    channel = EmbeddedChannel(handler: handler, loop: loop)
    try channel.connect(to: SocketAddress(ipAddress: "192.0.2.1", port: 7)).wait()
  }

  func send(_ bytes: ByteBuffer) throws {
    try channel.writeInbound(bytes)
  }

  /// Sends requests for `method` on the streams in one piece.
  func ask(_ method: String, _ streams: some Sequence<UInt32>, timeout: Int64 = 0) throws {
    var bytes = ByteBuffer()
    for stream in streams {
      bytes.writeImmutableBuffer(.request("test.Virtual", method, stream: stream, timeout: timeout))
    }
    try send(bytes)
  }

  /// The client's end of the connection.
  func endInput() {
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
  }

  var isOpen: Bool { channel.isActive }

  /// The frames that have come since the last time.
  func frames() throws -> [(header: FrameHeader, payload: ByteBuffer)] {
    while let bytes = try channel.readOutbound(as: ByteBuffer.self) { heard.writeImmutableBuffer(bytes) }
    var decoder = FrameDecoder(limit: 8 << 20)
    decoder.append(heard)
    heard = ByteBuffer()
    var frames: [(header: FrameHeader, payload: ByteBuffer)] = []
    while case .frame(let header, let payload) = decoder.next() { frames.append((header, payload)) }
    return frames
  }

  /// The streams that have been answered since the last time, each with its code.
  func answers() throws -> [UInt32: RPCStatusCode] {
    var answers: [UInt32: RPCStatusCode] = [:]
    for frame in try frames() where frame.header.type == .response {
      answers[frame.header.streamID] = try ResponseEnvelope(frame.payload.readableBytesSpan).code
    }
    return answers
  }
}

/// The streams of `count` requests, from `first`.
func streams(_ count: Int, from first: UInt32 = 1) -> StrideTo<UInt32> {
  stride(from: first, to: first + UInt32(count) * 2, by: 2)
}

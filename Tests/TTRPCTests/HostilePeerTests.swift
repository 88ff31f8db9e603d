import EntenteZlib
import NIOCore
import NIOPosix
import ProtobufCoding
import Testing

@testable import TTRPC

@Suite(.timeLimit(.minutes(2))) struct `A server among hostile peers` {
  private func status(_ frame: (header: FrameHeader, payload: ByteBuffer)) throws -> RPCError {
    let envelope = try ResponseEnvelope(frame.payload.readableBytesSpan)
    return RPCError(envelope.code, envelope.message)
  }

  /// The statuses that a connection gets for `bytes`, and for a good request after them.
  private func answers(to bytes: ByteBuffer, port: Int, count: Int) async throws -> [RPCError] {
    let connection = try await RawConnection.open(port)
    await connection.send(bytes)
    await connection.send(.request(stream: 101))
    let frames = try await connection.frames(count)
    await connection.close()
    return try frames.map { try status($0) }
  }

  /// Whether the server ends a connection for `bytes`, without an answer, and goes on serving others.
  private func isCutOff(_ bytes: ByteBuffer, port: Int) async throws -> Bool {
    let connection = try await RawConnection.open(port)
    await connection.send(bytes)
    let isClosed = try await eventually { connection.isClosed }
    let good = try await answers(to: ByteBuffer(), port: port, count: 1)
    return isClosed && connection.frames.isEmpty && good == [RPCError(.ok, "")]
  }

  @Test func `bad stream ids are refused on their stream`() async throws {
    try await withServer { _, port in
      var bytes = ByteBuffer.request(stream: 2)
      bytes.writeImmutableBuffer(.request(stream: 7))
      bytes.writeImmutableBuffer(.request(stream: 7))
      bytes.writeImmutableBuffer(.request(stream: 5))
      let answers = try await answers(to: bytes, port: port, count: 5)
      #expect(answers.map(\.code) == [.invalidArgument, .ok, .invalidArgument, .invalidArgument, .ok])
    }
  }

  @Test func `unknown frame types are ignored`() async throws {
    try await withServer { _, port in
      var bytes = ByteBuffer()
      for type: UInt8 in [0, 2, 3, 0x10, 0x11, 0x12, 0xFF] {
        bytes.writeImmutableBuffer(
          .frame(FrameType(rawValue: type), stream: 1, flags: .zlib, payload: ByteBuffer(repeating: type, count: 33)))
      }
      let answers = try await answers(to: bytes, port: port, count: 1)
      #expect(answers == [RPCError(.ok, "")])
    }
  }

  @Test func `a request that cannot be decoded is refused`() async throws {
    try await withServer { _, port in
      for bytes: [UInt8] in [
        [0x0A, 0xFF], [0x07], [0x0A, 0x05, 0x61], Array(repeating: 0xFF, count: 40), [0x2A, 0x03, 0x0A, 0x01, 0xFF],
      ] {
        let frame = ByteBuffer.frame(.request, payload: ByteBuffer(bytes: bytes))
        let answers = try await answers(to: frame, port: port, count: 2)
        #expect(answers.map(\.code) == [.invalidArgument, .ok])
        #expect(answers.first?.message.hasPrefix("unmarshal request error: ") == true)
      }
      let empty = try await answers(to: .frame(.request), port: port, count: 2)
      #expect(empty.map(\.code) == [.unimplemented, .ok])
    }
  }

  @Test func `deadlines of any length are deadlines`() async throws {
    try await withServer { server, port in
      let times: [(Int64, RPCStatusCode)] = [
        (.min, .deadlineExceeded), (-1, .deadlineExceeded), (1, .deadlineExceeded), (.max, .ok),
      ]
      for (timeout, code) in times {
        for method in ["Swap", "Pause"] {
          let request = ByteBuffer.request("test.Typed", method, timeout: timeout)
          let connection = try await RawConnection.open(port)
          await connection.send(request)
          let frames = try await connection.frames(1)
          #expect(try frames.map { try status($0).code } == [code])
          await connection.close()
        }
      }
    }
  }

  @Test func `a frame over the limit is refused, skipped, and costs no memory`() async throws {
    try await withServer { _, port in
      let bytes = ByteBuffer.frame(.request, stream: 3, payload: ByteBuffer(repeating: 0, count: (4 << 20) + 1))
      let answers = try await answers(to: bytes, port: port, count: 2)
      #expect(
        answers == [
          RPCError(.resourceExhausted, "message length 4194305 exceed maximum message size of 4194304"),
          RPCError(.ok, ""),
        ])
    }
  }

  @Test func `a frame that promises more than comes keeps its connection waiting and no other`() async throws {
    try await withServer { _, port in
      for length: UInt32 in [1000, 4 << 20, .max] {
        let connection = try await RawConnection.open(port)
        var bytes = ByteBuffer()
        bytes.write(FrameHeader(length: length, streamID: 1, type: .request))
        bytes.writeRepeatingByte(0, count: 500)
        await connection.send(bytes)
        let good = try await answers(to: ByteBuffer(), port: port, count: 1)
        #expect(good == [RPCError(.ok, "")])
        await connection.close()
      }
    }
  }

  @Test func `compressed frames that lie end their connection`() async throws {
    try await withServer { server, port in
      var body = ByteBuffer.request(payload: ByteBuffer(repeating: 65, count: 3000))
      body.moveReaderIndex(forwardBy: FrameHeader.byteCount)
      var deflater = try Deflater(level: 9)
      var stream: [UInt8] = []
      try deflater.compress(body.readableBytesSpan, into: &stream)
      func frame(_ length: Int, _ stream: [UInt8]) -> ByteBuffer {
        var payload = ByteBuffer(integer: UInt32(truncatingIfNeeded: length))
        payload.writeBytes(stream)
        return .frame(.request, flags: .zlib, payload: payload)
      }
      let honest = try await answers(to: frame(body.readableBytes, stream), port: port, count: 2)
      #expect(honest == [RPCError(.ok, ""), RPCError(.ok, "")])

      let lies: [(String, ByteBuffer)] = [
        ("no payload", .frame(.request, flags: .zlib)),
        ("three bytes", .frame(.request, flags: .zlib, payload: ByteBuffer(bytes: [0, 0, 0]))),
        ("no stream", frame(0, [])),
        ("one byte less", frame(body.readableBytes - 1, stream)),
        ("one byte more", frame(body.readableBytes + 1, stream)),
        ("over the limit", frame((4 << 20) + 1, stream)),
        ("four gigabytes", frame(-1, stream)),
        ("cut off", frame(body.readableBytes, Array(stream.dropLast(5)))),
        ("bytes after it", frame(body.readableBytes, stream + [0])),
        ("not zlib", frame(100, Array(repeating: 0x42, count: 100))),
        ("a wrong checksum", frame(body.readableBytes, Array(stream.dropLast()) + [(stream.last ?? 0) ^ 1])),
      ]
      for (name, bytes) in lies {
        let isCutOff = try await isCutOff(bytes, port: port)
        #expect(isCutOff, "\(name)")
      }
      #expect(server.counters.protocolViolations == UInt64(lies.count))
    }
  }

  @Test func `a compression bomb inflates to nothing`() async throws {
    try await withServer { _, port in
      // A gigabyte of zeros in a megabyte; the frame says that it is four.
      var deflater = try Deflater(level: 9)
      var stream: [UInt8] = []
      let zeros = ByteBuffer(repeating: 0, count: 256 << 20)
      try deflater.compress(zeros.readableBytesSpan, into: &stream)
      var payload = ByteBuffer(integer: UInt32(4 << 20))
      payload.writeBytes(stream)
      let isCutOff = try await isCutOff(.frame(.request, flags: .zlib, payload: payload), port: port)
      #expect(isCutOff)
    }
  }

  @Test func `truncated and flipped requests never stop the server`() async throws {
    try await withServer { _, port in
      let good = ByteBuffer.request(
        "test.Typed", "Swap", timeout: 1_000_000_000, metadata: ["accept-compression": "zlib"],
        payload: ByteBuffer(bytes: [0x0A, 1, 0x61]))
      for bit in 0..<good.readableBytes * 8 {
        var damaged = good
        if let byte = damaged.getInteger(at: bit / 8, as: UInt8.self) {
          damaged.setInteger(byte ^ (1 << UInt8(bit % 8)), at: bit / 8)
        }
        let connection = try await RawConnection.open(port)
        await connection.send(damaged)
        if bit % 8 == 0 { await connection.send(good.getSlice(at: 0, length: bit / 8) ?? ByteBuffer()) }
        await connection.close()
      }
      let after = try await answers(to: good, port: port, count: 2)
      #expect(after.map(\.code) == [.ok, .ok])
    }
  }

  @Test func `a client that does not read its answers is not asked for more`() async throws {
    try await withServer { server, port in
      var bytes = ByteBuffer()
      for stream in 0..<2000 {
        bytes.writeImmutableBuffer(.request("bench.Echo", "Large", stream: UInt32(stream) * 2 + 1))
      }
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: false)
        .connect(host: "127.0.0.1", port: port).get()
      try await channel.writeAndFlush(bytes)
      try await Task.sleep(for: .milliseconds(300))
      let answered = server.counters.calls.reduce(0) { $0 + $1.count }
      // Some megabytes fit in the buffers of the sockets; two gigabytes of answers do not exist.
      #expect(answered > 0 && answered < 200)
      try await channel.close()
    }
  }
}

@Suite(.timeLimit(.minutes(2))) struct `A client among hostile peers` {
  private final class Answering: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let answer: ByteBuffer

    init(_ answer: ByteBuffer) {
      self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
    }
  }

  /// Runs `body` with a client of a peer that answers whatever comes with the same bytes.
  private func withPeer<T>(
    _ answer: ByteBuffer, timeout: Duration = .seconds(30), _ body: (RPCClient) async throws -> T
  ) async throws -> T {
    let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { $0.pipeline.addHandler(Answering(answer)) }
      .bind(host: "127.0.0.1", port: 0).get()
    var configuration = ClientConfiguration()
    configuration.timeout = timeout
    configuration.maximumAttempts = 1
    let result = try await withClient(listener.localAddress?.port ?? 0, configuration: configuration, body)
    try await listener.close()
    return result
  }

  private func code(_ answer: ByteBuffer, timeout: Duration = .seconds(30)) async throws -> RPCStatusCode? {
    try await withPeer(answer, timeout: timeout) { client in
      await failure { try await client.raw(service: "a.B", method: "C", ByteBuffer()) }?.code
    }
  }

  @Test func `answers that make no sense end the call with an error`() async throws {
    let cases: [(ByteBuffer, RPCStatusCode?)] = [
      (.frame(.response, payload: ByteBuffer(bytes: [0xFF])), .internal),
      (.frame(.data), .internal),
      (.frame(.data, flags: [.remoteClosed, .noData]), .internal),
      (.frame(.response, flags: .zlib, payload: ByteBuffer(bytes: [0, 0, 0, 9, 1, 2])), .internal),
      (.frame(.response, payload: ByteBuffer(repeating: 0, count: 5 << 20)), .resourceExhausted),
      (.frame(.response, payload: ByteBuffer(bytes: [0x0A, 0x02, 0x08, 0x63])), .unknown),
      (.frame(.response), nil),
    ]
    for (answer, expected) in cases {
      let code = try await code(answer)
      #expect(code == expected)
    }
  }

  @Test func `frames that answer nothing leave the call waiting`() async throws {
    for answer: ByteBuffer in [.frame(.response, stream: 3), .frame(.request), .frame(.goaway), .frame(.cancel)] {
      let code = try await code(answer, timeout: .milliseconds(100))
      #expect(code == .deadlineExceeded)
    }
  }

  @Test func `flipped bits in an answer give a value or an error`() async throws {
    var good = ByteBuffer()
    let payload = ByteBuffer(bytes: TTRPCKeyValue(key: "k", value: "v").protobufBytes())
    _ = good.writeResponse(streamID: 1, acceptsZlib: true, payloadSize: payload.readableBytes, limit: 100) {
      $0.writeImmutableBuffer(payload)
    }
    for bit in stride(from: 32, to: good.readableBytes * 8, by: 3) {
      var damaged = good
      if let byte = damaged.getInteger(at: bit / 8, as: UInt8.self) {
        damaged.setInteger(byte ^ (1 << UInt8(bit % 8)), at: bit / 8)
      }
      try await withPeer(damaged) { client in
        _ = await failure {
          let _: TTRPCKeyValue = try await client.unary(
            service: "a.B", method: "C", TTRPCKeyValue(), options: CallOptions(timeout: .milliseconds(50)))
        }
      }
    }
  }
}

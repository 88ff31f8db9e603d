import NIOCore
import Synchronization
import Testing

@testable import TTRPC

/// Stands for TLS: turns over every byte on its way in and out.
private final class Scrambler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.fireChannelRead(NIOAny(scrambled(unwrapInboundIn(data))))
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    context.write(NIOAny(scrambled(unwrapOutboundIn(data))), promise: promise)
  }

  func channelActive(context: ChannelHandlerContext) {
    context.fireUserInboundEventTriggered(PeerEvent(identity: "scrambled"))
    context.fireChannelActive()
  }

  private func scrambled(_ bytes: ByteBuffer) -> ByteBuffer {
    ByteBuffer(bytes: bytes.readableBytesView.map { $0 ^ 0x55 })
  }
}

/// Lets calls with a password pass, and remembers whose they are.
private struct Doorkeeper: CallInterceptor {
  func intercept(_ call: inout CallContext) throws(RPCError) {
    guard let name = call.metadata["password"] else { throw RPCError(.unauthenticated, "no password") }
    call.caller = name
  }
}

@Suite(.timeLimit(.minutes(2))) struct `Seams of client and server` {
  private let who = ServiceDescriptor(
    name: "test.Who",
    methods: [
      .raw("Calls") { _, call throws(RPCError) in
        let port = call.peer.address?.port ?? 0
        return ByteBuffer(string: "\(call.caller ?? "") \(call.peer.identity ?? "") \(port > 0)")
      }
    ])

  private func ask(
    _ server: RPCServer, setup: ConnectionSetup, metadata: CallMetadata = CallMetadata()
  ) async throws -> String {
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)], setup: setup)
    do {
      let answer = try await client.raw(
        service: "test.Who", method: "Calls", ByteBuffer(), options: CallOptions(metadata: metadata))
      await client.close()
      await server.drain(within: .seconds(1))
      return String(buffer: answer)
    } catch {
      await client.close()
      await server.drain(within: .milliseconds(50))
      throw error
    }
  }

  @Test func `a set-up on both sides carries the calls and names the peer`() async throws {
    let setup = ConnectionSetup { channel, _ in try channel.pipeline.syncOperations.addHandler(Scrambler()) }
    let answer = try await ask(RPCServer(services: [who], setup: setup), setup: setup)
    #expect(answer == " scrambled true")
  }

  @Test func `an interceptor refuses a call or says who makes it`() async throws {
    let answer = try await ask(
      RPCServer(services: [who], interceptors: [Doorkeeper()]), setup: .plain, metadata: ["password": "anna"])
    #expect(answer == "anna  true")
    let error = await failure {
      try await ask(RPCServer(services: [who], interceptors: [Doorkeeper()]), setup: .plain)
    }
    #expect(error == RPCError(.unauthenticated, "no password"))
  }

  @Test func `a channel in the same process asks its interceptors, too`() async throws {
    let channel = LocalChannel([EchoServices.typed], interceptors: [Doorkeeper()])
    let refused = await failure {
      let _: TTRPCKeyValue = try await channel.unary(
        service: "test.Typed", method: "Swap", TTRPCKeyValue(), options: .default)
    }
    #expect(refused?.code == .unauthenticated)
    let answer: TTRPCKeyValue = try await channel.unary(
      service: "test.Typed", method: "Swap", TTRPCKeyValue(key: "a"),
      options: CallOptions(metadata: ["password": "anna"]))
    #expect(answer.value == "a")
  }

  @Test func `an answer in the same process never comes too late`() async throws {
    let channel = LocalChannel([EchoServices.typed])
    let late = await failure {
      let _: TTRPCKeyValue = try await channel.unary(
        service: "test.Typed", method: "Pause", TTRPCKeyValue(), options: CallOptions(timeout: .milliseconds(10)))
    }
    #expect(late?.code == .deadlineExceeded)
  }

  @Test func `streams in the same process run at their reader's pace and stop with it`() async throws {
    let sent = Atomic<Int>(0)
    let stopped = Atomic<Bool>(false)
    let service = ServiceDescriptor(
      name: "test.Numbers",
      methods: [
        .serverStreaming("All") { (_: TTRPCStatus, responses: ResponseWriter<TTRPCStatus>, _) async throws(RPCError) in
          defer { stopped.store(true, ordering: .relaxed) }
          while true {
            try await responses.send(TTRPCStatus(code: Int32(sent.add(1, ordering: .relaxed).newValue)))
          }
        }
      ])
    let channel = LocalChannel([service])
    func all(_ options: CallOptions = .default) throws -> ResponseStream<TTRPCStatus> {
      try channel.serverStreaming(service: "test.Numbers", method: "All", TTRPCStatus(), options: options)
    }
    var last: Int32 = 0
    for try await number in try all() {
      #expect(number.code == last + 1)
      last = number.code
      if last == 5 { break }
    }
    let isOver = try await eventually { stopped.load(ordering: .relaxed) }
    #expect(isOver)
    // One more at the most than were taken had been made.
    #expect(sent.load(ordering: .relaxed) <= 6)

    let late = await failure {
      for try await _ in try all(CallOptions(timeout: .milliseconds(20))) {}
    }
    #expect(late?.code == .deadlineExceeded)
    let task = Task { for try await _ in try all() {} }
    try await Task.sleep(for: .milliseconds(10))
    task.cancel()
    let cancelled = await failure { try await task.value }
    #expect(cancelled?.code == .cancelled)
  }

  @Test func `metadata over its limits is refused before it is copied, and the connection lives`() async throws {
    try await withServer { _, port in
      var bytes = ByteBuffer.request(metadata: CallMetadata((0..<64).map { .init(key: "\($0)", value: "") }))
      bytes.writeImmutableBuffer(
        .request(stream: 3, metadata: CallMetadata((0..<65).map { .init(key: "\($0)", value: "") })))
      bytes.writeImmutableBuffer(
        .request(stream: 5, metadata: ["k": String(repeating: "v", count: 16 << 10)]))
      bytes.writeImmutableBuffer(.request(stream: 7))
      let connection = try await RawConnection.open(port)
      await connection.send(bytes)
      let codes = try await connection.frames(4).map { try ResponseEnvelope($0.payload.readableBytesSpan).code }
      #expect(codes == [.ok, .resourceExhausted, .resourceExhausted, .ok])
      await connection.close()
    }
  }
}

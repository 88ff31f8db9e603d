import NIOCore
import NIOEmbedded
import Testing

@testable import TTRPC

/// What a client reads, it says in the first request that is sent: not in one that never was.
@Suite(.timeLimit(.minutes(2))) struct `Announcements` {
  private let text = ByteBuffer(string: String(repeating: "la coopération entre l'OTAN et le Japon ; ", count: 500))

  /// Whether zlib frames go both ways after `first` was the first call of the connection.
  private func speaksZlib(after first: (RPCClient) async throws -> Void) async throws -> Bool {
    try await withServer { server, port in
      try await withClient(port) { client in
        try await first(client)
        for _ in 0..<3 {
          let answer = try await client.raw(service: "bench.Echo", method: "Echo", text)
          #expect(answer == text)
        }
        #expect(client.counters.connectionsOpened == 1)
        return client.counters.bytesSavedReceiving > 0 && client.counters.bytesSavedSending > 0
      }
    }
  }

  @Test func `a first call that is too large does not use them up`() async throws {
    let speaksZlib = try await speaksZlib { client in
      let error = await failure {
        try await client.raw(service: "bench.Echo", method: "Echo", ByteBuffer(repeating: 0, count: 5 << 20))
      }
      #expect(error?.code == .resourceExhausted)
    }
    #expect(speaksZlib)
  }

  @Test func `a first call whose time is over before it is sent does not use them up`() async throws {
    let speaksZlib = try await speaksZlib { client in
      let error = await failure {
        try await client.raw(
          service: "bench.Echo", method: "Echo", ByteBuffer(), options: CallOptions(timeout: .zero))
      }
      #expect(error?.code == .deadlineExceeded)
    }
    #expect(speaksZlib)
  }

  @Test func `a first call that is cancelled before its answer leaves the offer to the next one`() async throws {
    let speaksZlib = try await speaksZlib { client in
      let task = Task {
        let _: TTRPCKeyValue = try await client.unary(service: "test.Typed", method: "Wait", TTRPCKeyValue())
      }
      try await Task.sleep(for: .milliseconds(30))
      task.cancel()
      let error = await failure { try await task.value }
      #expect(error?.code == .cancelled)
    }
    #expect(speaksZlib)
  }

  @Test func `a request that has no room for them leaves them to the next one`() throws {
    var configuration = ClientConfiguration()
    configuration.maximumFrameSize = 200
    let handler = ClientConnectionHandler(
      address: ServerAddress(host: "192.0.2.1", port: 7), configuration: configuration, tally: ClientTally(),
      onLeave: {})
    let channel = EmbeddedChannel(handler: handler)
    func request(_ size: Int) -> PendingCall {
      var frame = ByteBuffer.request(payload: ByteBuffer(repeating: 1, count: size))
      frame.setInteger(UInt32(0), at: 4)
      return PendingCall(
        request: frame, deadline: nil, isCancelled: CancellationFlag(), answer: .stream(StreamBuffer(limit: 1)))
    }
    for size in [170, 10, 10] { handler.send(request(size)) }
    handler.flushOutput()
    var decoder = FrameDecoder(limit: 200)
    if let bytes = try channel.readOutbound(as: ByteBuffer.self) { decoder.append(bytes) }
    var keys: [[String]] = []
    while case .frame(_, let payload)? = decoder.next() {
      keys.append(try RequestEnvelope(payload.readableBytesSpan).metadata.entries.map(\.key))
    }
    #expect(keys == [[], ["accept-compression", "accept-goaway"], []])
    _ = try channel.finish(acceptAlreadyClosed: true)
  }
}

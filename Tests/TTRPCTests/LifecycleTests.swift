import NIOCore
import Synchronization
import Testing

@testable import TTRPC

@Suite(.timeLimit(.minutes(2))) struct `Servers come and go` {
  private func echo(_ client: RPCClient, _ text: String, options: CallOptions = .default) async throws -> String {
    String(
      buffer: try await client.raw(service: "bench.Echo", method: "Echo", ByteBuffer(string: text), options: options))
  }

  @Test func `nobody at the address is UNAVAILABLE, with the reason`() async throws {
    let port = try await withServer { _, port in port }
    var configuration = ClientConfiguration()
    configuration.maximumAttempts = 2
    try await withClient(port, configuration: configuration) { client in
      let error = await failure { try await echo(client, "x") }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains("127.0.0.1:\(port)") == true)
    }
  }

  @Test func `a client finds its server again after a restart`() async throws {
    let server = RPCServer(services: [EchoServices.echo])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    try await withClient(port) { client in
      let first = try await echo(client, "a")
      #expect(first == "a")
      await server.drain(within: .milliseconds(20))
      let again = RPCServer(services: [EchoServices.echo])
      try await again.listen(host: "127.0.0.1", port: port)
      let second = try await echo(client, "b")
      #expect(second == "b")
      await again.drain(within: .milliseconds(20))
    }
  }

  @Test func `a read is tried again where a server says UNAVAILABLE, and another call is not`() async throws {
    let attempts = Atomic<Int>(0)
    let flaky = ServiceDescriptor(
      name: "test.Flaky",
      methods: [
        .raw("Third") { payload, _ throws(RPCError) in
          let (attempt, _) = attempts.add(1, ordering: .relaxed)
          guard attempt % 3 == 2 else { throw RPCError(.unavailable, "not yet") }
          return payload
        }
      ])
    let server = RPCServer(services: [flaky])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    try await withClient(port) { client in
      let answer = try await client.raw(service: "test.Flaky", method: "Third", ByteBuffer(string: "a"))
      #expect(String(buffer: answer) == "a")
      #expect(client.counters.retries == 2)
      let error = await failure {
        try await client.raw(
          service: "test.Flaky", method: "Third", ByteBuffer(), options: CallOptions(isRetryable: false))
      }
      #expect(error == RPCError(.unavailable, "not yet"))
      #expect(client.counters.retries == 2)
    }
    await server.drain(within: .seconds(1))
  }

  @Test func `calls go on without an error while one of two servers is drained`() async throws {
    try await withServer { first, firstPort in
      try await withServer { second, secondPort in
        try await withClient(firstPort, secondPort) { client in
          try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
              group.addTask {
                for call in 0..<300 {
                  let answer = try await echo(client, "\(worker)/\(call)", options: CallOptions(isRetryable: false))
                  #expect(answer == "\(worker)/\(call)")
                  if call % 10 == 0 { try await Task.sleep(for: .milliseconds(1)) }
                }
              }
            }
            // A server knows that a client heeds goaway once it has had a call from it.
            let areInUse = try await eventually { !first.counters.calls.isEmpty && !second.counters.calls.isEmpty }
            #expect(areInUse)
            await first.drain(within: .seconds(5))
            #expect(first.counters.openConnections == 0)
            try await group.waitForAll()
          }
        }
      }
    }
  }

  @Test func `a drain waits for calls in flight`() async throws {
    let server = RPCServer(services: [EchoServices.typed])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    try await withClient(port) { client in
      async let answer: TTRPCKeyValue = client.unary(
        service: "test.Typed", method: "Pause", TTRPCKeyValue(key: "k"), options: CallOptions(isRetryable: false))
      let isRunning = try await eventually { server.counters.callsInFlight == 1 }
      #expect(isRunning)
      await server.drain(within: .seconds(10))
      let key = try await answer.key
      #expect(key == "k")
    }
  }

  @Test func `a drain ends after its grace period what does not end by itself`() async throws {
    let server = RPCServer(services: [EchoServices.typed])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    try await withClient(port) { client in
      let task = Task {
        let _: TTRPCKeyValue = try await client.unary(
          service: "test.Typed", method: "Wait", TTRPCKeyValue(), options: CallOptions(isRetryable: false))
      }
      let isRunning = try await eventually { server.counters.callsInFlight == 1 }
      #expect(isRunning)
      await server.drain(within: .milliseconds(100))
      let error = await failure { try await task.value }
      #expect(error?.code == .unavailable)
      #expect(server.counters.callsInFlight == 0)
    }
  }

  @Test func `goaway goes to those who asked for it and to no other`() async throws {
    let server = RPCServer(services: [EchoServices.echo])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let stock = try await RawConnection.open(port)
    let ours = try await RawConnection.open(port)
    await stock.send(.request())
    await ours.send(.request(stream: 5, metadata: ["accept-goaway": "1"]))
    _ = try await stock.frames(1)
    _ = try await ours.frames(1)
    async let end: Void = server.drain(within: .seconds(60))
    _ = try await ours.frames(2)
    // Who heeds goaway closes the connection.
    await ours.close()
    await end
    #expect(stock.frames.map(\.header.type) == [.response])
    #expect(ours.frames.map(\.header.type) == [.response, .goaway])
    #expect(ours.frames.last?.header.streamID == 5)
    let isClosed = try await eventually { stock.isClosed }
    #expect(isClosed)
  }

  @Test func `connections over the limit are closed as they come`() async throws {
    var configuration = ServerConfiguration()
    configuration.maximumConnections = 2
    try await withServer(configuration) { server, port in
      let first = try await RawConnection.open(port)
      let second = try await RawConnection.open(port)
      let areOpen = try await eventually { server.counters.openConnections == 2 }
      #expect(areOpen)
      let third = try await RawConnection.open(port)
      let isClosed = try await eventually { third.isClosed }
      #expect(isClosed)
      #expect(server.counters.refusedConnections == 1)
      await first.send(.request())
      let answers = try await first.frames(1)
      #expect(answers.count == 1)
      await first.close()
      await second.close()
    }
  }

  @Test func `a silent connection is closed, and so is one that never ends its frame`() async throws {
    var idle = ServerConfiguration()
    idle.idleTimeout = .milliseconds(100)
    try await withServer(idle) { _, port in
      let silent = try await RawConnection.open(port)
      let isClosed = try await eventually { silent.isClosed }
      #expect(isClosed)
    }
    var slow = ServerConfiguration()
    slow.frameTimeout = .milliseconds(50)
    try await withServer(slow) { _, port in
      let halfOpen = try await RawConnection.open(port)
      await halfOpen.send([0, 0, 0])
      let isClosed = try await eventually { halfOpen.isClosed }
      #expect(isClosed)
    }
  }
}

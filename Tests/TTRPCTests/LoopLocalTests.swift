import NIOCore
import NIOPosix
import ProtobufCoding
import TTRPC
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Handlers on event loops` {
  /// Runs `body` with a client of a relay on two event loops, which asks a server of echoes, and tells on which loops it ran.
  private func withRelay(_ body: (RPCClient, RPCServer) async throws -> Void) async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    try await withServer { server, port in
      let behind = LoopLocalClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)], group: group)
      let relay = ServiceDescriptor(
        name: "test.Relay",
        methods: [
          .asynchronous("Swap") { (pair: TTRPCKeyValue, _) async throws(RPCError) in
            let before = MultiThreadedEventLoopGroup.currentEventLoop
            let answer: TTRPCKeyValue = try await behind.unary(
              service: "test.Typed", method: "Swap", pair, options: .default)
            let after = MultiThreadedEventLoopGroup.currentEventLoop
            guard let before, before === after else { throw RPCError(.internal, "the handler left its loop") }
            return answer
          }
        ]
      ).onEventLoops()
      let front = RPCServer(services: [relay], group: group)
      let frontPort = try await front.listen(host: "127.0.0.1", port: 0)
      var configuration = ClientConfiguration()
      configuration.connectionsPerAddress = 4
      try await withClient(frontPort, configuration: configuration) { client in try await body(client, server) }
      await front.drain(within: .seconds(1))
      await behind.close()
    }
    try await group.shutdownGracefully()
  }

  private func swap(_ client: RPCClient, _ key: String, _ value: String) async throws -> TTRPCKeyValue {
    try await client.unary(service: "test.Relay", method: "Swap", TTRPCKeyValue(key: key, value: value))
  }

  @Test func `a handler is on one event loop before and after it waits for another server`() async throws {
    try await withRelay { client, _ in
      let answer = try await swap(client, "a", "b")
      #expect(answer == TTRPCKeyValue(key: "b", value: "a"))
    }
  }

  @Test func `many calls at once get their own answers, over a connection for each loop at most`() async throws {
    try await withRelay { client, server in
      let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<60 {
          group.addTask { try await swap(client, "\(number)", "").value == "\(number)" ? 0 : 1 }
        }
        return try await group.reduce(0, +)
      }
      #expect(wrong == 0)
      #expect((1...2).contains(server.counters.acceptedConnections))
    }
  }

  @Test func `a caller on no loop is served too`() async throws {
    try await withServer { _, port in
      let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
      let client = LoopLocalClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)], group: group)
      let answer: TTRPCKeyValue = try await client.unary(
        service: "test.Typed", method: "Swap", TTRPCKeyValue(key: "a", value: "b"), options: .default)
      #expect(answer == TTRPCKeyValue(key: "b", value: "a"))
      await client.close()
      try await group.shutdownGracefully()
    }
  }
}

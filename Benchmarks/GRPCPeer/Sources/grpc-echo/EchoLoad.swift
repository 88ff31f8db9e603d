import GRPCCore

/// Calls on one connection, some of them in flight at any time.
struct EchoLoad {
  let calls: Int
  let inFlight: Int
  let payload = [UInt8](repeating: 0, count: 200)

  /// - Returns: calls per second.
  func run(_ client: GRPCClient<some ClientTransport>) async throws -> Double {
    let share = calls / inFlight
    let time = try await ContinuousClock().measure {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<inFlight {
          group.addTask { for _ in 0..<share { try await call(client) } }
        }
        try await group.waitForAll()
      }
    }
    return Double(share * inFlight) / (time / .seconds(1))
  }

  private func call(_ client: GRPCClient<some ClientTransport>) async throws {
    let answer = try await client.unary(
      request: ClientRequest(message: payload), descriptor: Echo.method, serializer: RawBytes(),
      deserializer: RawBytes(), options: .defaults
    ) { try $0.message }
    guard answer.count == payload.count else { throw RPCError(code: .dataLoss, message: "not what was sent") }
  }
}

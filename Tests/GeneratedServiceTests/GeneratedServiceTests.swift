import ProtobufCoding
import TTRPC
import Testing

/// A generated handler and a generated client, over a real connection.
@Suite struct GeneratedServiceTests {
  private struct Counter: CountdownHandler {
    func double(_ request: Number, context: CallContext) throws(RPCError) -> Number {
      let (value, overflow) = request.value.multipliedReportingOverflow(by: 2)
      if overflow { throw RPCError(.invalidArgument, "\(request.value) is too large") }
      return Number(value: value)
    }

    func count(
      _ request: Number, responses: ResponseWriter<Number>, context: CallContext
    ) async throws(RPCError) {
      for value in stride(from: request.value, through: 0, by: -1) { try await responses.send(Number(value: value)) }
    }
  }

  private func withClient(_ body: (CountdownClient) async throws -> Void) async throws {
    let server = RPCServer(services: [Counter().countdownService])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
    try await body(CountdownClient(client))
    await client.close()
    await server.drain(within: .seconds(5))
  }

  @Test func `a unary method takes a message and gives one`() async throws {
    try await withClient { client in
      let doubled = try await client.double(Number(value: 21))
      #expect(doubled == Number(value: 42))
    }
  }

  @Test func `an error of the handler reaches the caller with its code and message`() async throws {
    try await withClient { client in
      let error = await #expect(throws: RPCError.self) { try await client.double(Number(value: .max)) }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message == "2147483647 is too large")
    }
  }

  @Test func `a streaming method gives its messages in order`() async throws {
    try await withClient { client in
      var values: [Int32] = []
      for try await number in try client.count(Number(value: 100)) { values.append(number.value) }
      #expect(values == Array((0...100).reversed()))
    }
  }
}

import NIOCore
import ProtobufCoding
import Synchronization
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

    func halve(_ request: Number, context: CallContext) async throws(RPCError) -> Number {
      await Task.yield()
      return Number(value: request.value / 2)
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

  @Test func `an asynchronous method takes a message and gives one`() async throws {
    try await withClient { client in
      let half = try await client.halve(Number(value: 42))
      #expect(half == Number(value: 21))
    }
  }

  @Test func `a service in the same process answers as one behind a socket`() async throws {
    let client = CountdownClient(LocalChannel([Counter().countdownService]))
    let doubled = try await client.double(Number(value: 21))
    let half = try await client.halve(Number(value: 42))
    #expect(doubled == Number(value: 42) && half == Number(value: 21))
    var values: [Int32] = []
    for try await number in try client.count(Number(value: 9)) { values.append(number.value) }
    #expect(values == Array((0...9).reversed()))
  }

  @Test func `a client offers its server's service again`() async throws {
    try await withClient { client in
      let again = CountdownClient(LocalChannel([client.countdownService]))
      let doubled = try await again.double(Number(value: 21))
      #expect(doubled == Number(value: 42))
      let error = await #expect(throws: RPCError.self) { try await again.double(Number(value: .max)) }
      #expect(error?.code == .invalidArgument)
      var values: [Int32] = []
      for try await number in try again.count(Number(value: 9)) { values.append(number.value) }
      #expect(values == Array((0...9).reversed()))
    }
  }

  @Test func `each method answers JSON with JSON`() async throws {
    let service = Counter().countdownService
    var answers: [String] = []
    for method in service.methods {
      let context = CallContext(service: service.name, method: method.name)
      let request = ByteBuffer(string: #"{"value": 2}"#)
      if method.isStreaming {
        let sent = Mutex<[String]>([])
        try await method.stream(json: request, context) { line in sent.withLock { $0.append(String(buffer: line)) } }
        answers += sent.withLock { $0 }
      } else {
        answers.append(String(buffer: try await method.answer(json: request, context)))
      }
    }
    #expect(answers == [#"{"value":4}"#, #"{"value":1}"#, #"{"value":2}"#, #"{"value":1}"#, "{}"])
  }

  @Test func `JSON that is no request is refused with its place`() async throws {
    let service = Counter().countdownService
    let double = try #require(service.methods.first)
    let context = CallContext(service: service.name, method: double.name)
    for text in ["", "{", "[]", #"{"value": "x"}"#, #"{"value": 1e99}"#] {
      let error = await #expect(throws: RPCError.self) {
        try await double.answer(json: ByteBuffer(string: text), context)
      }
      #expect(error?.code == .invalidArgument, "\(text)")
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

import NIOCore
import ProtobufCoding
import TTRPC

/// What the tests' servers offer.
enum EchoServices {
  /// The name that the Go peer's server has, too.
  static let echo = ServiceDescriptor(
    name: "bench.Echo",
    methods: [
      .raw("Echo") { payload, _ throws(RPCError) in payload },
      .raw("Fail") { _, _ throws(RPCError) in throw RPCError(.notFound, "nothing here") },
      .raw("Metadata") { payload, context throws(RPCError) in
        ByteBuffer(string: context.metadata[String(buffer: payload)] ?? "")
      },
      .raw("Timeout") { _, context throws(RPCError) in
        ByteBuffer(string: context.deadline == nil ? "none" : "some")
      },
      .raw("Huge") { _, _ throws(RPCError) in ByteBuffer(repeating: 7, count: 5 << 20) },
      .raw("Large") { _, _ throws(RPCError) in ByteBuffer(repeating: 7, count: 1 << 20) },
    ])

  /// Messages that are at hand stand for requests and answers.
  static let typed = ServiceDescriptor(
    name: "test.Typed",
    methods: [
      .unary("Swap") { (pair: TTRPCKeyValue, _) throws(RPCError) in TTRPCKeyValue(key: pair.value, value: pair.key) },
      .asynchronous("Wait") { (_: TTRPCKeyValue, context) async throws(RPCError) in
        while !context.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
        try context.checkDeadline()
        return TTRPCKeyValue()
      },
      .asynchronous("Pause") { (pair: TTRPCKeyValue, _) async throws(RPCError) in
        try? await Task.sleep(for: .milliseconds(100))
        return pair
      },
      .serverStreaming("Count") {
        (request: TTRPCStatus, responses: ResponseWriter<TTRPCStatus>, _) async throws(RPCError) in
        for number in 0..<request.code { try await responses.send(TTRPCStatus(code: number, message: request.message)) }
      },
      .serverStreaming("Break") {
        (_: TTRPCStatus, responses: ResponseWriter<TTRPCStatus>, _) async throws(RPCError) in
        try await responses.send(TTRPCStatus(code: 1))
        throw RPCError(.dataLoss, "the rest is gone")
      },
      .serverStreaming("Forever") {
        (_: TTRPCStatus, responses: ResponseWriter<TTRPCStatus>, _) async throws(RPCError) in
        let message = String(repeating: "x", count: 10_000)
        while true { try await responses.send(TTRPCStatus(message: message)) }
      },
    ])
}

/// Runs `body` beside a server that is drained afterwards.
func withServer<T>(
  _ configuration: ServerConfiguration = ServerConfiguration(), grace: Duration = .seconds(1),
  _ body: (RPCServer, _ port: Int) async throws -> T
) async throws -> T {
  let server = RPCServer(services: [EchoServices.echo, EchoServices.typed], configuration: configuration)
  let port = try await server.listen(host: "127.0.0.1", port: 0)
  do {
    let value = try await body(server, port)
    await server.drain(within: grace)
    return value
  } catch {
    await server.drain(within: .milliseconds(50))
    throw error
  }
}

/// Runs `body` with a client that is closed afterwards.
func withClient<T>(
  _ ports: Int..., configuration: ClientConfiguration = ClientConfiguration(),
  _ body: (RPCClient) async throws -> T
) async throws -> T {
  let client = RPCClient(
    addresses: ports.map { ServerAddress(host: "127.0.0.1", port: $0) }, configuration: configuration)
  do {
    let value = try await body(client)
    await client.close()
    return value
  } catch {
    await client.close()
    throw error
  }
}

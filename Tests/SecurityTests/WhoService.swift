import Logging
import NIOCore
import Synchronization
import TTRPC

/// Says who calls, and echoes.
enum WhoService {
  static let descriptor = ServiceDescriptor(
    name: "test.Who",
    methods: [
      .raw("Calls") { _, call throws(RPCError) in
        let secret = call.metadata.entries.contains { $0.key == "authorization" }
        return ByteBuffer(
          string:
            "\(call.caller ?? "-") \(call.peer.identity ?? "-") \(call.peer.address?.ipAddress ?? "-") \(secret)")
      },
      .raw("Echo") { payload, _ throws(RPCError) in payload },
    ])

  static let health = ServiceDescriptor(
    name: "test.Health", methods: [.raw("Check") { _, call throws(RPCError) in ByteBuffer(string: call.caller ?? "-") }]
  )
}

/// Runs `body` beside a server of `WhoService` that is drained afterwards.
func withServer<T>(
  setup: ConnectionSetup = .plain, interceptors: [any CallInterceptor] = [],
  _ configuration: ServerConfiguration = ServerConfiguration(), _ body: (RPCServer, _ port: Int) async throws -> T
) async throws -> T {
  let server = RPCServer(
    services: [WhoService.descriptor, WhoService.health], configuration: configuration, setup: setup,
    interceptors: interceptors)
  let port = try await server.listen(host: "127.0.0.1", port: 0)
  do {
    let value = try await body(server, port)
    await server.drain(within: .seconds(2))
    return value
  } catch {
    await server.drain(within: .milliseconds(50))
    throw error
  }
}

/// One call on a connection of its own.
func ask(
  _ port: Int, _ method: String = "Calls", service: String = "test.Who", host: String = "127.0.0.1",
  setup: ConnectionSetup = .plain, metadata: CallMetadata = CallMetadata(), payload: ByteBuffer = ByteBuffer()
) async throws -> String {
  var configuration = ClientConfiguration()
  configuration.maximumAttempts = 1
  configuration.timeout = .seconds(10)
  let client = RPCClient(
    addresses: [ServerAddress(host: host, port: port)], configuration: configuration, setup: setup)
  do {
    let answer = try await client.raw(
      service: service, method: method, payload, options: CallOptions(metadata: metadata))
    await client.close()
    return String(buffer: answer)
  } catch {
    await client.close()
    throw error
  }
}

/// The error of a call that fails; nil where it succeeds.
func failure<T>(_ call: () async throws -> T) async -> RPCError? {
  do {
    _ = try await call()
    return nil
  } catch {
    return error as? RPCError
  }
}

/// Waits for what another thread is about to do, for twenty seconds at the most.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
  for _ in 0..<1000 {
    if try await condition() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return try await condition()
}

/// Keeps what is logged.
struct KeptLog: LogHandler {
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func append(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let lines = Lines()
  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.append("\(event.level) \(event.message) \(event.metadata ?? [:])")
  }

  var logger: Logger { Logger(label: "test") { _ in self } }
}

import ArgumentParser
import TTRPC

/// Serves `bench.Echo/Echo`: the answer is what was sent.
struct EchoServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve bench.Echo, to be measured by any ttrpc client.")

  @Option(help: "Where to listen, as HOST:PORT.")
  var listen: String

  func run() async throws {
    guard let address = ServerAddress(listen) else {
      throw ValidationError("\(listen) is not HOST:PORT, such as 127.0.0.1:7070")
    }
    let echo = ServiceDescriptor(name: "bench.Echo", methods: [.raw("Echo") { payload, _ in payload }])
    let server = RPCServer(services: [echo])
    try await server.listen(host: address.host, port: address.port)
    await server.waitUntilClosed()
  }
}

import ArgumentParser
import TTRPC

/// Serves `bench.Echo/Echo`: the answer is what was sent.
struct EchoServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve bench.Echo, to be measured by any ttrpc client.")

  @Option(help: "Where to listen, as HOST:PORT.")
  var listen: String

  @Option(help: "How long each event loop polls before it sleeps, in microseconds.")
  var busyPoll = 0

  func run() async throws {
    guard let address = ServerAddress(listen) else {
      throw ValidationError("\(listen) is not HOST:PORT, such as 127.0.0.1:7070")
    }
    let echo = ServiceDescriptor(name: "bench.Echo", methods: [.raw("Echo") { payload, _ in payload }])
    var configuration = ServerConfiguration()
    configuration.busyPoll = .microseconds(busyPoll)
    let server = RPCServer(services: [echo], configuration: configuration)
    try await server.listen(host: address.host, port: address.port)
    await server.waitUntilClosed()
  }
}

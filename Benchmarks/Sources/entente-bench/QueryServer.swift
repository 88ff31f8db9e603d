import ArgumentParser
import EntenteCorpus
import EntenteQuery
import TTRPC

/// Serves a snapshot as `entente-query` does, to be measured by `load`.
struct QueryServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve a snapshot, to be measured by load.")

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: "Where to listen, as HOST:PORT.") var listen: String

  func run() async throws {
    guard let address = ServerAddress(listen) else {
      throw ValidationError("\(listen) is not HOST:PORT, such as 127.0.0.1:7420")
    }
    let corpus = try Corpus(path: snapshot)
    let server = RPCServer(
      services: [QueryService { corpus }.queryService, HealthService { corpus }.healthService])
    try await server.listen(host: address.host, port: address.port)
    await server.waitUntilClosed()
  }
}

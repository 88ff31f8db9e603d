import ArgumentParser
import EntenteClient
import EntenteCorpus
import EntenteExplorer
import EntenteFlags
import EntenteOperations
import EntenteQuery
import EntenteSchema
import EntenteSecurity
import Hummingbird
import Logging
import TTRPC

@main
struct EntenteWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-web",
    abstract: "Serve the explorer, a browser interface to a corpus, and a JSON API.",
    discussion: """
      Examples:
        entente-web --snapshot corpus.snapshot
        entente-web --server 127.0.0.1:7420 --listen 0.0.0.0:8080
        entente-web --server balancer:7420 --replicas query:7420
        entente-web --server query.example.org:7420 --tls --token-file token

      Open http://127.0.0.1:8080/. The JSON API is at POST /api/entente.v1.Query/METHOD.
      """,
    version: EntenteVersion.current)

  @Option(help: ArgumentHelp("Servers to query, in turn.", valueName: "host:port,…"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "Replicas to show on the cluster page, if --server is a load balancer; a name with several addresses stands for "
        + "each of them.", valueName: "host:port,…"))
  var replicas: String?

  @Option(help: ArgumentHelp("Read this snapshot file instead of querying a server.", valueName: "file"))
  var snapshot: String?

  @Option(help: ArgumentHelp("Address to listen on.", valueName: "host:port"))
  var listen = "127.0.0.1:8080"

  @Option(help: ArgumentHelp("Allow scripts from this origin to call the JSON API; * for any.", valueName: "origin"))
  var allowOrigin: [String] = []

  @Option(help: ArgumentHelp("Accept only requests for this host name.", valueName: "name"))
  var host: [String] = []

  @Option(help: ArgumentHelp("Requests per second allowed from one address.", valueName: "number"))
  var rate = 100.0

  @Option(help: ArgumentHelp("Connections that may be open at a time; more wait.", valueName: "number"))
  var maxConnections = 1000

  @Flag(help: "Speak TLS, and trust the system's authorities. Example: --server query.example.org:7420 --tls")
  var tls = false

  @OptionGroup var identity: TLSIdentityFlags
  @OptionGroup var security: ClientSecurityFlags

  func validate() throws {
    guard (server == nil) != (snapshot == nil) else {
      throw ValidationError("specify what to show: --snapshot FILE or --server HOST:PORT")
    }
    guard replicas == nil || server != nil else { throw ValidationError("--replicas requires --server") }
    guard ServerAddress(listen, listening: true) != nil else { throw ValidationError("--listen must be HOST:PORT") }
    guard maxConnections > 0 else { throw ValidationError("--max-connections must be greater than 0") }
    guard rate > 0 else { throw ValidationError("--rate must be greater than 0") }
  }

  func run() async throws {
    guard let address = ServerAddress(listen, listening: true) else { return }
    DescriptorLimit.raise()
    let (channel, replicas) = try source()
    var configuration = Explorer.Configuration()
    configuration.requestsPerSecond = rate
    configuration.maximumConnections = maxConnections
    configuration.allowedOrigins = Set(allowOrigin)
    configuration.allowedHosts = Set(host.map { $0.lowercased() })
    let explorer = try Explorer(corpus: QueryClient(channel), replicas: replicas, configuration: configuration)
    let logger = Logger(label: "entente-web")
    let application = explorer.application(at: .hostname(address.host, port: address.port), logger: logger) { port in
      logger.info("listening on http://\(address.host):\(port)/")
    }
    try await application.runService()
  }

  private func source() throws -> (any RPCChannel, ReplicaSet) {
    if let snapshot {
      let corpus = try Corpus(path: snapshot)
      let channel = LocalChannel([
        QueryService { corpus }.queryService, HealthService { corpus }.healthService,
      ])
      // Where the file stands is nobody's business in a browser.
      let name = snapshot.split(separator: "/").last.map(String.init) ?? snapshot
      return (channel, ReplicaSet(name: name, channel: channel))
    }
    let addresses = try Self.addresses(server ?? "", option: "--server")
    let shown = try replicas.map { try Self.addresses($0, option: "--replicas") } ?? addresses
    let connect = try connector()
    return (connect(addresses), ReplicaSet(shown) { connect([$0]) })
  }

  /// Makes clients as the flags ask for.
  private func connector() throws -> @Sendable ([ServerAddress]) -> RPCClient {
    var configuration = ClientConfiguration()
    let setup: ConnectionSetup
    do throws(SecurityError) {
      configuration.metadata = try security.metadata()
      setup = try security.setup(identity, always: tls || identity.tlsCertificate != nil)
    } catch {
      throw ValidationError("\(error)")
    }
    return { [configuration] in RPCClient(addresses: $0, configuration: configuration, setup: setup) }
  }

  private static func addresses(_ text: String, option: String) throws -> [ServerAddress] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let addresses = parts.compactMap { ServerAddress(String($0)) }
    guard addresses.count == parts.count else {
      throw ValidationError("\(option) must be HOST:PORT, or several separated by commas")
    }
    return addresses
  }
}

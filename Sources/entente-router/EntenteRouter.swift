import ArgumentParser
import EntenteFlags
import EntenteOperations
import EntenteRouter
import EntenteSchema
import EntenteSecurity
import Logging
import Metrics
import NIOCore
import NIOPosix
import ProtobufCoding
import ServiceLifecycle
import TTRPC

/// `entente-router`: serves the shards of a corpus as one.
@main
struct EntenteRouter: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-router",
    abstract: "Serve the shards of a corpus as one, over the same binary RPC as a replica.",
    discussion: """
      Serves entente.v1.Query and entente.v1.Health. Answers, scores and page tokens are those of the unsharded snapshot.
      A shard whose replicas are all down makes a search UNAVAILABLE, unless the request allows a partial answer.

      The manifest is read again when it changes. While replicas move from one generation to the next, answers come from the
      newest one that all shards serve.

      Examples:
        entente-router --manifest shards/manifest.json --shard 0=10.0.0.1:7420,10.0.0.2:7420 --shard 1=10.0.0.3:7420
      """,
    version: EntenteVersion.current)

  @Option(help: ArgumentHelp("The manifest that entente-ingest shard wrote.", valueName: "file"))
  var manifest: String

  @Option(
    help: ArgumentHelp(
      "The replicas of a shard; once for each shard. Example: --shard 0=10.0.0.1:7420,10.0.0.2:7420",
      valueName: "k=host:port,…"))
  var shard: [String]

  @Option(help: ArgumentHelp("Address to listen on; port 0 picks a free one.", valueName: "host:port"))
  var listen = "127.0.0.1:7420"

  @Option(help: ArgumentHelp("Address for /healthz, /readyz and /metrics over HTTP.", valueName: "host:port"))
  var admin: String?

  @Option(help: "Number of event loops, each on its own thread.")
  var threads = System.coreCount

  @OptionGroup var polling: BusyPollFlag

  @Option(
    help: ArgumentHelp(
      "Ask a second replica when the first has not answered for so long; 0 for never.", valueName: "milliseconds"))
  var hedge = 0

  @Option(help: ArgumentHelp("How often to read the manifest.", valueName: "seconds"))
  var poll = 1.0

  @Option(
    help: ArgumentHelp(
      "How long to accept calls after SIGTERM; longer than the load balancer needs to notice.", valueName: "seconds"))
  var drainDelay = 4.0

  @Option(help: ArgumentHelp("How long calls in flight may then take to finish.", valueName: "seconds"))
  var grace = 10.0

  @OptionGroup(title: "Its own certificate, for callers and for shards") var identity: TLSIdentityFlags
  @OptionGroup(title: "Who may call") var access: ServerSecurityFlags
  @OptionGroup(title: "How it knows the shards") var security: ClientSecurityFlags
  @OptionGroup(title: "Limits") var limits: LimitFlags

  func validate() throws {
    guard ServerAddress(listen, listening: true) != nil else { throw ValidationError("--listen must be HOST:PORT.") }
    if let admin, ServerAddress(admin, listening: true) == nil { throw ValidationError("--admin must be HOST:PORT.") }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads must be 1 to 1024.") }
    guard (0...60_000).contains(hedge) else { throw ValidationError("--hedge must be 0 to 60000 milliseconds.") }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll must be 0.1 to 86400 seconds.") }
    guard (0...3600).contains(grace) else { throw ValidationError("--grace must be 0 to 3600 seconds.") }
    guard (0...3600).contains(drainDelay) else { throw ValidationError("--drain-delay must be 0 to 3600 seconds.") }
    _ = try ReplicaAddresses(shard)
  }

  func run() async throws {
    LoggingSystem.bootstrap { label in StandardErrorLog(label: label) }
    let registry = PrometheusRegistry(descriptions: [:])
    MetricsSystem.bootstrap(registry)
    DescriptorLimit.raise()
    let signals = StopSignals(limit: .seconds(drainDelay + grace + 0.5))
    let logger = Logger(label: "entente.router")
    let addresses = try ReplicaAddresses(shard)
    let sets: FollowedManifest
    do {
      sets = try FollowedManifest(
        path: manifest, shards: addresses.shards.count, interval: .seconds(poll), logger: logger)
    } catch {
      logger.critical("cannot serve: \(error)")
      throw ExitCode(66)
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let clients = try clients(addresses, group, logger)
    let router = RouterService(
      sets: { sets.current }, shards: clients, hedgeDelay: hedge == 0 ? nil : .milliseconds(Int64(hedge)))
    let secured = try secured(logger)
    let offered = [router.queryService.onEventLoops(), router.healthService.onEventLoops()]
    var configuration = limits.configuration
    configuration.busyPoll = polling.span
    let server = RPCServer(
      services: offered, configuration: configuration, setup: secured.setup, interceptors: secured.interceptors,
      observer: CallMetrics(of: offered, slowCall: .milliseconds(250), logger: logger), group: group, logger: logger)
    registry.collect(ProcessMetrics.collect)

    let watch = HealthWatch(router)
    var services: [any Service] = [sets, watch]
    if let server = try await AdminServer.listening(
      on: admin, readiness: { watch.readiness }, registry: registry, logger: logger)
    {
      services.append(server)
    }
    try await listen(server, sets, logger)
    services.append(
      RouterServer(
        server: server, router: router, signals: signals, drainDelay: .seconds(drainDelay), grace: .seconds(grace),
        logger: logger))
    try await ServiceRun.run(services, until: signals)
    for client in clients { await client.close() }
    try await group.shutdownGracefully()
  }

  private func clients(
    _ addresses: ReplicaAddresses, _ group: any EventLoopGroup, _ logger: Logger
  ) throws -> [LoopLocalClient] {
    var configuration = ClientConfiguration()
    // Shards are near: what compression saves on the way costs more than it, twice.
    configuration.usesCompression = false
    configuration.healthProbe = HealthProbe(service: "entente.v1.Health", method: "Check") { answer in
      (try? HealthCheckResponse(protobuf: Array(buffer: answer)))?.status == .serving
    }
    do throws(SecurityError) {
      configuration.metadata = try security.metadata()
      let setup = try security.setup(identity)
      return addresses.shards.map { [configuration] in
        LoopLocalClient(addresses: $0, configuration: configuration, setup: setup, group: group)
      }
    } catch {
      logger.critical("cannot call the shards: \(error)")
      throw ExitCode(66)
    }
  }

  private func secured(_ logger: Logger) throws -> ServerSecurityFlags.Security {
    do throws(SecurityError) {
      return try access.security(identity, health: [MethodPattern(service: "entente.v1.Health")], logger: logger)
    } catch {
      logger.critical("cannot serve: \(error)")
      throw ExitCode(66)
    }
  }

  private func listen(_ server: RPCServer, _ sets: FollowedManifest, _ logger: Logger) async throws {
    guard let address = ServerAddress(listen, listening: true) else { throw ExitCode(64) }
    do {
      let port = try await server.listen(host: address.host, port: address.port)
      let corpus = sets.current.first?.manifest
      logger.info(
        "listening on \(ServerAddress(host: address.host, port: port))",
        metadata: ["snapshot": "\(corpus?.corpusID.prefix(12) ?? "")", "generation": "\(corpus?.generation ?? 0)"])
    } catch {
      logger.critical("cannot listen on \(listen): \(error)")
      throw ExitCode(71)
    }
  }
}

import ArgumentParser
import EntenteCorpus
import EntenteFeed
import EntenteFlags
import EntenteOperations
import EntenteQuery
import EntenteSchema
import EntenteSecurity
import EntenteSnapshot
import Logging
import Metrics
import NIOCore
import NIOPosix
import ProtobufCoding
import ServiceLifecycle
import TTRPC

/// `entente-query`: follows a snapshot and serves it over ttrpc.
@main
struct EntenteQuery: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-query",
    abstract: "Serve a snapshot over binary RPC (ttrpc, optionally in zlib frames), and follow its source.",
    usage: "entente-query --snapshot <source> [<options>]",
    discussion: """
      Serves entente.v1.Query and entente.v1.Health, defined in schema/, and entente.v1.Shard to routers. Prints "listening on HOST:PORT" to standard
      error once it accepts calls. New snapshots are fetched, verified and swapped in while calls run; one that is
      damaged, older or not signed as required never replaces a good one.

      SIGTERM drains: health reports NOT_SERVING at once, new calls are accepted for --drain-delay, then clients are told
      to leave and calls in flight get --grace to finish. SIGINT skips the delay. A second signal exits immediately.

      Exit status: 0 after draining, 65 for a damaged snapshot, 66 for one that cannot be read, 71 when an address is not
      available.

      Examples:
        entente-query --snapshot corpus.snapshot
        entente-query --snapshot ttrpc://worker:7421 --cache /var/cache/entente --listen 0.0.0.0:7420 --admin 0.0.0.0:7422
        entente-query --shard shards/manifest.json#0 --listen 0.0.0.0:7420
        entente-query --snapshot corpus.snapshot --tls-certificate server.pem --tls-key server.key --tokens callers
        entente-query --health 127.0.0.1:7420
      """,
    version: EntenteVersion.current)

  @OptionGroup(title: "The snapshot") var following: FollowingOptions

  @Option(help: ArgumentHelp("Address to listen on; port 0 picks a free one.", valueName: "host:port"))
  var listen = "127.0.0.1:7420"

  @Option(help: ArgumentHelp("Address for /healthz, /readyz and /metrics over HTTP.", valueName: "host:port"))
  var admin: String?

  @Option(
    help: ArgumentHelp(
      "Address of the HAProxy agent check, which says whether to send calls here.", valueName: "host:port"))
  var agent: String?

  @Flag(help: "Share the port with another process of the same user, so that one can take over from the other.")
  var reusePort = false

  @Option(help: "Number of event loops, each on its own thread.")
  var threads = System.coreCount

  @OptionGroup var polling: BusyPollFlag

  @Option(
    help: ArgumentHelp(
      "How long to accept calls after SIGTERM; longer than the load balancer needs to notice.", valueName: "seconds"))
  var drainDelay = 4.0

  @Option(help: ArgumentHelp("How long calls in flight may then take to finish.", valueName: "seconds"))
  var grace = 10.0

  @Option(help: ArgumentHelp("Log calls that take longer.", valueName: "milliseconds"))
  var slowCall = 250

  @OptionGroup(title: "Its own certificate, for callers and for its source") var identity: TLSIdentityFlags
  @OptionGroup(title: "Who may call") var access: ServerSecurityFlags
  @OptionGroup(title: "How it knows its source, and what --health asks") var security: ClientSecurityFlags
  @OptionGroup(title: "Limits") var limits: LimitFlags

  @Option(
    help: ArgumentHelp(
      "Check the health of the replica at this address and exit: 0 when it accepts calls.", valueName: "host:port"))
  var health: String?

  func validate() throws {
    guard (following.snapshot != nil) != (following.shard != nil) || health != nil else {
      throw ValidationError("Specify a source: --snapshot SOURCE, or --shard MANIFEST#K.")
    }
    guard ServerAddress(listen, listening: true) != nil else {
      throw ValidationError("--listen must be HOST:PORT, such as 127.0.0.1:7420.")
    }
    if let admin, ServerAddress(admin, listening: true) == nil { throw ValidationError("--admin must be HOST:PORT.") }
    if let agent, ServerAddress(agent, listening: true) == nil { throw ValidationError("--agent must be HOST:PORT.") }
    if let health, ServerAddress(health) == nil { throw ValidationError("--health must be HOST:PORT.") }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads must be 1 to 1024.") }
    guard (0...3600).contains(grace) else { throw ValidationError("--grace must be 0 to 3600 seconds.") }
    guard (1...3_600_000).contains(slowCall) else { throw ValidationError("--slow-call must be 1 to 3600000.") }
    guard (0...3600).contains(drainDelay) else { throw ValidationError("--drain-delay must be 0 to 3600 seconds.") }
  }

  func run() async throws {
    if let address = health.flatMap({ ServerAddress($0) }) { try await askForHealth(address) }
    LoggingSystem.bootstrap { label in StandardErrorLog(label: label) }
    let registry = PrometheusRegistry(descriptions: ReplicaMetrics.descriptions)
    MetricsSystem.bootstrap(registry)
    DescriptorLimit.raise()
    // Before anything else: a signal must never find the default action.
    let signals = StopSignals(limit: .seconds(drainDelay + grace + 0.5))
    let logger = Logger(label: "entente.query")
    let policy = try following.policy()

    let follower = try follower(policy, logger)
    try await start(follower, logger)
    let source: CorpusSource = { () throws(RPCError) in
      guard let corpus = follower.content else {
        throw RPCError(.unavailable, "this replica has no snapshot yet; try another")
      }
      return corpus
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let tally = CallTally()
    let started = ProtobufTimestamp.now
    let health = HealthService(source) { response in
      let status = follower.status
      response.published = status.published
      response.started = started
      response.calls = tally.calls
      response.sourceProblem = status.problem
    }
    var offered = [QueryService(source).queryService, health.healthService.running(.atOnce)]
    if following.shard != nil {
      // A router answers from one generation while the replicas of its shards move to the next at different times.
      let shards = ShardService { (id) throws(RPCError) in
        let current = try source()
        guard current.reference.id != id, let previous = follower.previous else { return current }
        return previous.reference.id == id ? previous : current
      }
      offered.append(shards.shardService)
    }
    let secured = try secured(logger)
    var configuration = limits.configuration
    configuration.busyPoll = polling.span
    let server = RPCServer(
      services: offered, configuration: configuration, setup: secured.setup, interceptors: secured.interceptors,
      observer: CallMetrics(of: offered, slowCall: .milliseconds(Int64(slowCall)), logger: logger),
      group: group, logger: logger)
    tally.watch(server)
    if let tls = secured.tls { registry.collect { ReplicaMetrics.security(tls) } }
    registry.collect { ReplicaMetrics.server(server.counters) + ReplicaMetrics.following(follower) }
    registry.collect(ProcessMetrics.collect)
    LoopLag.measure(group)

    var services: [any Service] = []
    let readiness: @Sendable () -> Readiness = {
      let health = health.check()
      return Readiness(
        isReady: health.status == .serving, snapshot: health.snapshotID, generation: health.generation,
        problem: health.sourceProblem)
    }
    if let server = try await AdminServer.listening(
      on: admin, readiness: readiness, registry: registry, logger: logger)
    {
      services.append(server)
    }
    if let agent = try await listenToBalancer(health, logger) { services.append(agent) }
    try await listen(server, follower, logger)
    services.append(follower)
    services.append(
      ReplicaServer(
        server: server, health: health, signals: signals, drainDelay: .seconds(drainDelay), grace: .seconds(grace),
        logger: logger))
    try await ServiceRun.run(services, until: signals)
    try await group.shutdownGracefully()
  }

  // MARK: Callers

  private func secured(_ logger: Logger) throws -> ServerSecurityFlags.Security {
    do throws(SecurityError) {
      return try access.security(identity, health: [MethodPattern(service: "entente.v1.Health")], logger: logger)
    } catch {
      logger.critical("cannot serve: \(error)")
      throw ExitCode(66)
    }
  }

  private func askForHealth(_ address: ServerAddress) async throws -> Never {
    let question: HealthQuestion
    do throws(SecurityError) {
      question = HealthQuestion(
        address: address, setup: try security.setup(identity), metadata: try security.metadata())
    } catch {
      throw ValidationError("\(error)")
    }
    try await question.ask()
  }

  // MARK: The snapshot

  private func follower(_ policy: FollowingPolicy, _ logger: Logger) throws -> SnapshotFollower<Corpus> {
    do throws(FollowingError) {
      return SnapshotFollower(
        source: try following.source(security, identity), cache: try SnapshotCache(folder: following.cache),
        policy: policy, logger: logger, keepsPrevious: following.shard != nil, open: CorpusOpening.open)
    } catch {
      logger.critical("cannot serve \(following.name): \(error)")
      throw ExitCode(66)
    }
  }

  /// Serves what there is: from the cache, else from a file, which must be good then. What comes over the network is
  /// waited for later.
  private func start(_ follower: SnapshotFollower<Corpus>, _ logger: Logger) async throws {
    let isServing = await follower.startFromCache()
    guard following.isFile else { return }
    do throws(FollowingError) {
      try await follower.update()
    } catch {
      guard !isServing else { return }
      logger.critical("cannot serve \(following.name): \(error)")
      throw ExitCode(error.kind == .unreadable || error.kind == .storage ? 66 : 65)
    }
  }

  // MARK: Listening

  private func listen(_ server: RPCServer, _ follower: SnapshotFollower<Corpus>, _ logger: Logger) async throws {
    guard let address = ServerAddress(listen, listening: true) else { throw ExitCode(64) }
    do {
      let port = try await server.listen(host: address.host, port: address.port, sharesPort: reusePort)
      let status = follower.status
      logger.info(
        "listening on \(ServerAddress(host: address.host, port: port))",
        metadata: ["snapshot": "\(status.snapshotID.prefix(12))", "generation": "\(status.generation)"])
    } catch {
      logger.critical("cannot listen on \(listen): \(error)")
      throw ExitCode(71)
    }
  }

  private func listenToBalancer(_ health: HealthService, _ logger: Logger) async throws -> AgentServer? {
    guard let address = agent.flatMap({ ServerAddress($0, listening: true) }) else { return nil }
    let server = AgentServer {
      if health.isDraining { return .drain }
      return health.check().status == .serving ? .ready : .down
    }
    do {
      let port = try await server.listen(host: address.host, port: address.port)
      logger.info("the balancer's agent check is at \(ServerAddress(host: address.host, port: port))")
      return server
    } catch {
      logger.critical("cannot listen on \(agent ?? ""): \(error)")
      throw ExitCode(71)
    }
  }
}

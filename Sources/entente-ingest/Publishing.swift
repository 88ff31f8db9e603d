import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import EntenteIngest
import EntenteOperations
import EntenteSchema
import EntenteSecurity
import Logging
import Metrics
import ServiceLifecycle
import TTRPC

/// The program where it continues after the first snapshot: as a service of its own.
struct Publishing {
  let paths: [String]
  let output: String
  let options: IngestOptions
  let publishing: PublishingOptions

  private static let grace = Duration.seconds(5)
  private static let descriptions = [
    "entente_builds_total": "Snapshot builds, by result.",
    "entente_build_seconds": "Time to build a snapshot.",
    "entente_rejected_inputs": "Inputs rejected by the last build.",
    "entente_feed_generation": "Generation being served.",
    "entente_feed_connections": "Open connections from followers.",
    "entente_feed_calls_in_flight": "Open fetches and watches.",
    "entente_feed_sent_bytes_total": "Bytes of snapshots sent to followers.",
  ].merging(ProcessMetrics.descriptions) { own, _ in own }

  func run() async throws {
    LoggingSystem.bootstrap { StandardErrorLog(label: $0) }
    let registry = PrometheusRegistry(descriptions: Self.descriptions)
    MetricsSystem.bootstrap(registry)
    DescriptorLimit.raise()
    let signals = StopSignals(limit: Self.grace + .milliseconds(500))
    let logger = Logger(label: "entente.ingest")
    let feed = FeedService()
    var services: [any Service] = []
    registry.collect(ProcessMetrics.collect)
    let readiness: @Sendable () -> Readiness = {
      guard let newest = feed.publications.first else {
        return Readiness(isReady: false, problem: "nothing has been published yet")
      }
      return Readiness(isReady: true, snapshot: newest.snapshotID, generation: newest.generation)
    }
    if let admin = try await AdminServer.listening(
      on: publishing.admin, readiness: readiness, registry: registry, logger: logger)
    {
      services.append(admin)
    }
    if let server = try await listen(feed, registry, logger) { services.append(server) }
    services.append(feed)
    services.append(
      Publisher(
        paths: paths, output: output, options: options, key: try publishing.key(), feed: feed,
        interval: .seconds(publishing.poll), isWatching: publishing.watch, logger: logger))
    try await ServiceRun.run(services, until: signals)
  }

  private func listen(
    _ feed: FeedService, _ registry: PrometheusRegistry, _ logger: Logger
  ) async throws -> FeedServer? {
    guard let address = publishing.serve.flatMap({ ServerAddress($0, listening: true) }) else { return nil }
    let secured: ServerSecurityFlags.Security
    do throws(SecurityError) {
      // A feed has no health service: Describe tells whether it has something to hand out.
      let describe = MethodPattern("entente.v1.Feed/Describe")
      secured = try publishing.access.security(
        publishing.identity, health: [describe].compactMap(\.self), logger: logger)
    } catch {
      logger.critical("cannot feed: \(error)")
      throw ExitCode(66)
    }
    let server = RPCServer(
      services: [feed.feedService], configuration: publishing.limits.configuration, setup: secured.setup,
      interceptors: secured.interceptors, logger: logger)
    registry.collect {
      let counters = server.counters
      return [
        ("entente_feed_connections", counters.openConnections),
        ("entente_feed_calls_in_flight", counters.callsInFlight),
      ]
      .map { MetricFamily($0.0, .gauge, [MetricSample([], Double($0.1))]) }
    }
    do {
      let port = try await server.listen(host: address.host, port: address.port)
      logger.info("serving the feed at \(ServerAddress(host: address.host, port: port))")
    } catch {
      logger.critical("cannot listen on \(publishing.serve ?? ""): \(error)")
      throw ExitCode(71)
    }
    return FeedServer(server: server, grace: Self.grace)
  }
}

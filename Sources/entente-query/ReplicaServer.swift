import EntenteOperations
import EntenteQuery
import Logging
import ServiceLifecycle
import TTRPC

/// Takes calls until it is asked to stop, and then stops in an order that no caller notices.
struct ReplicaServer: Service {
  let server: RPCServer
  let health: HealthService
  let signals: StopSignals
  /// From NOT_SERVING to the end of new connections: longer than a balancer needs to notice.
  let drainDelay: Duration
  /// After that, for calls in flight.
  let grace: Duration
  let logger: Logger

  func run() async throws {
    try? await gracefulShutdown()
    logger.info("draining", metadata: ["signal": "\(signals.first ?? "none")"])
    health.beginDraining()
    // Whoever stops it by hand waits for nobody.
    if signals.first != "SIGINT" { try? await Task.sleep(for: drainDelay) }
    await server.drain(within: grace)
    logger.info("stopped")
  }
}

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
    let signal = signals.first
    logger.info("draining", metadata: ["signal": "\(signal ?? "none")"])
    // An operator who stops it by hand does not want to wait.
    await server.drain(after: signal == "SIGINT" ? .zero : drainDelay, within: grace) { phase in
      switch phase {
      case .announced: health.beginDraining()
      case .closing: break
      case .ended(let cut): if cut > 0 { logger.warning("connections were cut", metadata: ["count": "\(cut)"]) }
      }
    }
    logger.info("stopped")
  }
}

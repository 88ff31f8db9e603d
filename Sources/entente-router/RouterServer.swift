import EntenteOperations
import EntenteRouter
import Logging
import ServiceLifecycle
import TTRPC

/// Takes calls until it is asked to stop, and then stops in an order that no caller notices.
struct RouterServer: Service {
  let server: RPCServer
  let router: RouterService
  let signals: StopSignals
  let drainDelay: Duration
  let grace: Duration
  let logger: Logger

  func run() async throws {
    try? await gracefulShutdown()
    let signal = signals.first
    logger.info("draining", metadata: ["signal": "\(signal ?? "none")"])
    await server.drain(after: signal == "SIGINT" ? .zero : drainDelay, within: grace) { phase in
      if case .announced = phase { router.beginDraining() }
    }
    logger.info("stopped")
  }
}

import EntenteOperations
import EntenteRouter
import EntenteSchema
import ServiceLifecycle
import Synchronization

/// Asks the shards for their health from time to time, for callers that cannot wait for it.
final class HealthWatch: Service {
  private let router: RouterService
  private let last = Mutex(HealthCheckResponse(status: .notServing))

  init(_ router: RouterService) { self.router = router }

  var readiness: Readiness {
    let health = last.withLock { $0 }
    return Readiness(
      isReady: health.status == .serving, snapshot: health.snapshotID, generation: health.generation,
      problem: health.sourceProblem)
  }

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let health = await router.check()
      last.withLock { $0 = health }
      try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
    }
    last.withLock { $0.status = .notServing }
  }
}

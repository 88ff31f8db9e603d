internal import Logging
public import ServiceLifecycle

/// Runs the services of a process until it is asked to stop: they start in order, and stop in reverse order.
public enum ServiceRun {
  /// - Throws: any error of a service; the others are then stopped.
  public static func run(_ services: [any Service], until signals: StopSignals) async throws {
    var logger = Logger(label: "entente.lifecycle")
    logger.logLevel = .warning
    let group = ServiceGroup(services: services, logger: logger)
    let stop = Task {
      if await signals.wait() != nil { await group.triggerGracefulShutdown() }
    }
    defer { stop.cancel() }
    try await group.run()
  }
}

internal import Logging
public import ServiceLifecycle

/// Runs the services of a process until it is asked to stop: they start in order, and stop in reverse order.
public enum ServiceRun {
  /// - Throws: any error of a service; the others are then stopped.
  public static func run(_ services: [any Service], until signals: StopSignals) async throws {
    var logger = Logger(label: "entente.lifecycle")
    logger.logLevel = .warning
    let group = ServiceGroup(services: services.map(NamedService.init), logger: logger)
    let stop = Task {
      if await signals.wait() != nil { await group.triggerGracefulShutdown() }
    }
    defer { stop.cancel() }
    try await group.run()
  }
}

/// A service that is known by its type.
///
/// A service group describes its services for the log, and the default description of a value visits all that it refers to.
private struct NamedService: Service, CustomStringConvertible {
  let service: any Service

  var description: String { "\(type(of: service))" }

  func run() async throws { try await service.run() }
}

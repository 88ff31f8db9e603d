public import Logging
internal import Metrics
public import TTRPC

/// Measures every call of a server, and logs slow ones.
///
/// ```swift
/// let observer = CallMetrics(of: services, slowCall: .milliseconds(250), logger: logger)
/// let server = RPCServer(services: services, observer: observer)
/// ```
public struct CallMetrics: CallObserver {
  /// The descriptions of the histograms; docs/OPERATIONS.md lists them too.
  public static let descriptions = [
    "entente_call_seconds": "Run time of calls, by service and method.",
    "entente_queue_seconds": "Time calls waited for their turn.",
  ]

  // Created once, so that finding a call's timer takes two look-ups in immutable tables.
  private let timers: [String: [String: Timer]]
  private let queue = Timer(label: "entente_queue_seconds")
  private let slowCall: Duration
  private let logger: Logger

  /// - Parameter slowCall: a call that takes longer, including waiting, is logged.
  public init(of services: [ServiceDescriptor], slowCall: Duration, logger: Logger) {
    timers = Dictionary(
      services.map { service in
        let timers = service.methods.map { method in
          let dimensions = [("service", service.name), ("method", method.name)]
          return (method.name, Timer(label: "entente_call_seconds", dimensions: dimensions))
        }
        return (service.name, Dictionary(timers) { first, _ in first })
      }
    ) { first, _ in first }
    self.slowCall = slowCall
    self.logger = logger
  }

  public func callEnded(_ call: CallContext, _ outcome: CallOutcome) {
    timers[call.service]?[call.method]?.recordNanoseconds(outcome.ran.nanoseconds)
    queue.recordNanoseconds(outcome.waited.nanoseconds)
    if outcome.waited + outcome.ran > slowCall { logSlow(call, outcome) }
  }

  private func logSlow(_ call: CallContext, _ outcome: CallOutcome) {
    var metadata: Logger.Metadata = [
      "method": "\(call.service)/\(call.method)", "code": "\(outcome.code)",
      "ran_ms": "\(outcome.ran.nanoseconds / 1_000_000)", "waited_ms": "\(outcome.waited.nanoseconds / 1_000_000)",
      "request_bytes": "\(outcome.requestSize)", "response_bytes": "\(outcome.responseSize)",
    ]
    if let address = call.peer.address { metadata["peer"] = "\(address)" }
    if let caller = call.caller { metadata["caller"] = "\(caller)" }
    // W3C Trace Context: links the log line to the caller's trace.
    if let trace = call.metadata["traceparent"] { metadata["traceparent"] = "\(trace.prefix(64))" }
    logger.notice("slow call", metadata: metadata)
  }
}

extension Duration {
  /// Clamped to what 64 bits hold: some 292 years.
  fileprivate var nanoseconds: Int64 {
    let (seconds, overflow) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflowed) = seconds.addingReportingOverflow(components.attoseconds / 1_000_000_000)
    return overflow || overflowed ? .max : sum
  }
}

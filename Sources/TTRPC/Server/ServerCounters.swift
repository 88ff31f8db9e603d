internal import Synchronization

/// What a server has counted since it started, for metrics.
public struct ServerCounters: Sendable {
  /// Calls of one method that ended with one code.
  public struct Calls: Hashable, Sendable {
    public var service: String
    public var method: String
    public var code: RPCStatusCode
    public var count: UInt64
  }

  public var openConnections = 0
  public var acceptedConnections: UInt64 = 0
  /// Connections refused because of a limit.
  public var refusedConnections: UInt64 = 0
  /// Asynchronous, streaming and pooled calls that are open.
  public var callsInFlight = 0
  /// Unary calls waiting for their turn.
  public var callsWaiting = 0
  /// Calls whose deadline passed while they waited, so that they never ran.
  public var callsExpiredWaiting: UInt64 = 0
  /// Calls cut off by shutdown: unfinished after the grace period, or received as their connection closed.
  public var callsCut: UInt64 = 0
  /// Memory held by unfinished frames, waiting calls and unsent responses, in bytes.
  public var memoryInUse = 0
  /// The counts of each method and code that occurred. Calls of unknown methods have an empty service and method.
  public var calls: [Calls] = []
  /// Bytes read from sockets and written to them.
  public var bytesReceived: UInt64 = 0
  public var bytesSent: UInt64 = 0
  /// How many bytes zlib has saved.
  public var bytesSavedReceiving: UInt64 = 0
  public var bytesSavedSending: UInt64 = 0
  /// Connections closed because the peer broke the protocol.
  public var protocolViolations: UInt64 = 0
}

/// The live counts behind `ServerCounters`: relaxed atomics, because the counts are independent.
final class ServerTally: Sendable {
  let openConnections = Atomic<Int>(0)
  let acceptedConnections = Atomic<UInt64>(0)
  let refusedConnections = Atomic<UInt64>(0)
  let expiredWaiting = Atomic<UInt64>(0)
  let cutCalls = Atomic<UInt64>(0)
  let bytesReceived = Atomic<UInt64>(0)
  let bytesSent = Atomic<UInt64>(0)
  let bytesSavedReceiving = Atomic<UInt64>(0)
  let bytesSavedSending = Atomic<UInt64>(0)
  let protocolViolations = Atomic<UInt64>(0)
  /// Calls that reached no method.
  let strays = MethodCounters(service: "", method: "")

  func read(_ environment: ServerEnvironment) -> ServerCounters {
    ServerCounters(
      openConnections: openConnections.load(ordering: .relaxed),
      acceptedConnections: acceptedConnections.load(ordering: .relaxed),
      refusedConnections: refusedConnections.load(ordering: .relaxed),
      callsInFlight: environment.callsInFlight.used,
      callsWaiting: environment.waitingCalls.used,
      callsExpiredWaiting: expiredWaiting.load(ordering: .relaxed),
      callsCut: cutCalls.load(ordering: .relaxed),
      memoryInUse: environment.memory.used,
      calls: (environment.methods.methods.map(\.counters) + [strays]).flatMap { $0.read() },
      bytesReceived: bytesReceived.load(ordering: .relaxed),
      bytesSent: bytesSent.load(ordering: .relaxed),
      bytesSavedReceiving: bytesSavedReceiving.load(ordering: .relaxed),
      bytesSavedSending: bytesSavedSending.load(ordering: .relaxed),
      protocolViolations: protocolViolations.load(ordering: .relaxed))
  }
}

/// How often a method ended with each code.
final class MethodCounters: Sendable {
  private let service: String
  private let method: String
  private let counts: [Counter] = RPCStatusCode.allCases.map { _ in Counter() }

  private final class Counter: Sendable {
    let value = Atomic<UInt64>(0)
  }

  init(service: String, method: String) {
    self.service = service
    self.method = method
  }

  func count(_ code: RPCStatusCode) {
    counts[Int(code.rawValue)].value.add(1, ordering: .relaxed)
  }

  func read() -> [ServerCounters.Calls] {
    zip(RPCStatusCode.allCases, counts).compactMap { code, counter in
      let count = counter.value.load(ordering: .relaxed)
      return count == 0 ? nil : ServerCounters.Calls(service: service, method: method, code: code, count: count)
    }
  }
}

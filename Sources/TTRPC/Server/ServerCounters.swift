internal import Synchronization

/// What a server counts from its start, for a page of metrics.
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
  /// Those that were one too many.
  public var refusedConnections: UInt64 = 0
  /// Asynchronous, streaming and pooled calls.
  public var callsInFlight = 0
  /// Unary calls that wait for their turn.
  public var callsWaiting = 0
  /// Calls that waited until their deadlines, and were not computed.
  public var callsExpiredWaiting: UInt64 = 0
  /// Calls that were cut because the server ended: what its grace left, and what crossed the end of a connection.
  public var callsCut: UInt64 = 0
  /// Taken by unfinished frames, waiting calls and unsent answers, in bytes.
  public var memoryInUse = 0
  /// Only pairs that occurred. Calls of methods that are not here have an empty service and method.
  public var calls: [Calls] = []
  /// As read from and written to sockets.
  public var bytesReceived: UInt64 = 0
  public var bytesSent: UInt64 = 0
  /// What zlib kept off the wire, in bytes.
  public var bytesSavedReceiving: UInt64 = 0
  public var bytesSavedSending: UInt64 = 0
  /// Connections closed for what the peer sent.
  public var protocolViolations: UInt64 = 0
}

/// The live counts behind `ServerCounters`: relaxed atomics, as each stands for itself.
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

internal import Synchronization

/// What a handler knows about the call that it answers, apart from the request.
public struct CallContext: Sendable {
  /// The full name of the service, such as `entente.v1.Query`.
  public let service: String
  /// The name of the method, such as `Search`.
  public let method: String
  /// What the caller sent beside the request.
  public var metadata: CallMetadata
  /// When the caller stops waiting; nil where it waits for ever.
  public let deadline: ContinuousClock.Instant?
  /// The connection's other end.
  public let peer: Peer
  /// Who calls, as an interceptor found out; nil where nobody asked.
  public var caller: String?
  /// Set when nobody waits any more, for a handler that runs outside of a task.
  var cancellation: CancellationFlag?

  /// Makes a context for a handler that is called directly; a server makes its own.
  public init(
    service: String, method: String, metadata: CallMetadata = CallMetadata(),
    deadline: ContinuousClock.Instant? = nil, peer: Peer = .local
  ) {
    self.init(
      service: service, method: method, metadata: metadata, deadline: deadline, peer: peer, cancellation: nil)
  }

  init(
    service: String, method: String, metadata: CallMetadata, deadline: ContinuousClock.Instant?, peer: Peer,
    cancellation: CancellationFlag?
  ) {
    self.service = service
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
    self.peer = peer
    self.cancellation = cancellation
  }

  /// Whether an answer would come too late: the deadline has passed, the caller cancelled, or its connection closed.
  ///
  /// Reads the clock only where there is a deadline: cheap enough to ask between blocks of work.
  public var isCancelled: Bool {
    hasExpired || isGivenUp
  }

  /// Ends the handler where nobody waits any more.
  ///
  /// - Throws: `DEADLINE_EXCEEDED` or `CANCELLED`.
  public func checkDeadline() throws(RPCError) {
    if hasExpired { throw .deadlineExceeded }
    if isGivenUp { throw .cancelled }
  }

  /// How to make a call of one's own on behalf of this one: in the time that is left, with the same metadata.
  public var forwarding: CallOptions {
    CallOptions(
      timeout: deadline.map { ContinuousClock.now.duration(to: $0) },
      metadata: CallMetadata(metadata.entries.filter { !Extension.keys.contains($0.key) }))
  }

  var hasExpired: Bool {
    guard let deadline else { return false }
    return deadline <= .now
  }

  /// Whether the caller cancelled, or its connection closed; the deadline is left to who asks.
  public var isGivenUp: Bool {
    if let cancellation { cancellation.isSet } else { Task.isCancelled }
  }
}

/// Tells a handler on another thread that nobody waits for its answer any more.
final class CancellationFlag: Sendable {
  private let value = Atomic<Bool>(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}

internal import Synchronization

/// What a handler knows about a call, apart from the request.
public struct CallContext: Sendable {
  /// The full name of the service, such as `entente.v1.Query`.
  public let service: String
  /// The name of the method, such as `Search`.
  public let method: String
  /// The metadata that the caller sent with the request.
  public var metadata: CallMetadata
  /// When the caller stops waiting; nil if there is no deadline.
  public let deadline: ContinuousClock.Instant?
  /// The peer at the other end of the connection.
  public let peer: Peer
  /// The caller's identity, as set by an interceptor; nil if none has set it.
  public var caller: String?
  /// Set when the caller no longer waits, for a handler that runs outside of a task.
  var cancellation: CancellationFlag?

  /// Creates a context for calling a handler directly; a server creates its own.
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

  /// Whether a response would come too late: the deadline has passed, the caller cancelled, or its connection closed.
  ///
  /// Reads the clock only if there is a deadline, so it is cheap enough to check between blocks of work.
  public var isCancelled: Bool {
    hasExpired || isGivenUp
  }

  /// Throws if the caller no longer waits, to end the handler.
  ///
  /// - Throws: `DEADLINE_EXCEEDED` or `CANCELLED`.
  public func checkDeadline() throws(RPCError) {
    if hasExpired { throw .deadlineExceeded }
    if isGivenUp { throw .cancelled }
  }

  /// Options for a call made on behalf of this one: the remaining time and the same metadata.
  public var forwarding: CallOptions {
    CallOptions(
      timeout: deadline.map { ContinuousClock.now.duration(to: $0) },
      metadata: CallMetadata(metadata.entries.filter { !Extension.keys.contains($0.key) }))
  }

  var hasExpired: Bool {
    guard let deadline else { return false }
    return deadline <= .now
  }

  /// Whether the caller cancelled or its connection closed, regardless of the deadline.
  public var isGivenUp: Bool {
    if let cancellation { cancellation.isSet } else { Task.isCancelled }
  }
}

/// Tells a handler on another thread that its caller no longer waits.
final class CancellationFlag: Sendable {
  private let value = Atomic<Bool>(false)

  var isSet: Bool { value.load(ordering: .relaxed) }

  func set() { value.store(true, ordering: .relaxed) }
}

/// What a handler knows about the call that it answers, apart from the request.
public struct CallContext: Sendable {
  /// Such as `entente.v1.Query`.
  public let service: String
  /// Such as `Search`.
  public let method: String
  /// What the caller sent beside the request.
  public let metadata: CallMetadata
  /// When the caller stops waiting; nil where it waits for ever.
  public let deadline: ContinuousClock.Instant?

  /// For tests of a handler; the server makes its own.
  public init(
    service: String, method: String, metadata: CallMetadata = CallMetadata(),
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.service = service
    self.method = method
    self.metadata = metadata
    self.deadline = deadline
  }

  /// Whether an answer would come too late: the deadline has passed, or the task of an asynchronous handler is
  /// cancelled because the caller cancelled or its connection closed.
  ///
  /// Reads the clock only where there is a deadline: cheap enough to ask between blocks of work.
  public var isCancelled: Bool {
    hasExpired || Task.isCancelled
  }

  /// Ends the handler where nobody waits any more.
  ///
  /// - Throws: `DEADLINE_EXCEEDED` or `CANCELLED`.
  public func checkDeadline() throws(RPCError) {
    if hasExpired { throw .deadlineExceeded }
    if Task.isCancelled { throw .cancelled }
  }

  var hasExpired: Bool {
    guard let deadline else { return false }
    return deadline <= .now
  }
}

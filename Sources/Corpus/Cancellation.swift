internal import Synchronization

/// When a caller stops waiting for an answer: at a deadline, when a flag is raised, or when its task is cancelled.
///
/// ```swift
/// let found = try corpus.search(request, Cancellation(deadline: .now + .milliseconds(50)))
/// ```
///
/// Asking costs a look at the clock where there is a deadline, and next to nothing where there is none: calls ask inside
/// every loop that grows with the corpus.
public struct Cancellation: Sendable {
  /// Of a caller that waits as long as it takes.
  public static let none = Cancellation()

  private let deadline: ContinuousClock.Instant?
  private let flag: CancellationFlag?

  public init(deadline: ContinuousClock.Instant? = nil, flag: CancellationFlag? = nil) {
    self.deadline = deadline
    self.flag = flag
  }

  /// Whether nobody waits any more.
  public var isCancelled: Bool { isTakenBack || hasExpired }

  /// Ends a call for which nobody waits any more.
  ///
  /// - Throws: `CorpusError.cancelled` or `deadlineExceeded`.
  public func check() throws(CorpusError) {
    if hasExpired { throw .deadlineExceeded }
    if isTakenBack { throw .cancelled }
  }

  private var hasExpired: Bool { deadline.map { $0 <= .now } ?? false }

  private var isTakenBack: Bool { flag?.isRaised ?? false || Task.isCancelled }
}

/// Takes calls back from another thread.
public final class CancellationFlag: Sendable {
  private let raised = Atomic(false)

  public init() {}

  public var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Ends the calls that were given this flag, as soon as they look.
  public func raise() { raised.store(true, ordering: .relaxed) }
}

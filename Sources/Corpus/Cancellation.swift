/// When a caller stops waiting for an answer: at a deadline, when the caller cancels the call, or when its task is
/// cancelled.
///
/// ```swift
/// let found = try corpus.search(request, Cancellation(deadline: .now + .milliseconds(50)))
/// ```
///
/// Calls check it in every loop that grows with the corpus. A check reads the clock if there is a deadline, and costs next
/// to nothing otherwise.
public struct Cancellation: Sendable {
  /// No deadline and no cancellation, for a caller that waits as long as it takes.
  public static let none = Cancellation()

  private let deadline: ContinuousClock.Instant?
  private let isTakenBack: @Sendable () -> Bool

  /// - Parameters:
  ///   - deadline: nil for none.
  ///   - isTakenBack: whether the caller no longer waits; called often, on the thread of the call.
  public init(
    deadline: ContinuousClock.Instant? = nil, isTakenBack: @escaping @Sendable () -> Bool = { Task.isCancelled }
  ) {
    self.deadline = deadline
    self.isTakenBack = isTakenBack
  }

  /// Whether the caller no longer waits.
  public var isCancelled: Bool { isTakenBack() || hasExpired }

  /// Throws if the caller no longer waits.
  ///
  /// - Throws: `CorpusError.cancelled` or `deadlineExceeded`.
  public func check() throws(CorpusError) {
    if hasExpired { throw .deadlineExceeded }
    if isTakenBack() { throw .cancelled }
  }

  /// The same for a loop of many short steps: checks once every `interval` steps.
  func check(at step: Int, every interval: Int = 4096) throws(CorpusError) {
    if step % interval == interval - 1 { try check() }
  }

  /// The error of a cancelled call.
  var failure: CorpusError { hasExpired ? .deadlineExceeded : .cancelled }

  private var hasExpired: Bool { deadline.map { $0 <= .now } ?? false }
}

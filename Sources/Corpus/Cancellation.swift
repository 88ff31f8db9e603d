/// When a caller stops waiting for an answer: at a deadline, when the caller takes the call back, or when its task is
/// cancelled.
///
/// ```swift
/// let found = try corpus.search(request, Cancellation(deadline: .now + .milliseconds(50)))
/// ```
///
/// Calls ask inside every loop that grows with the corpus. Asking costs a look at the clock where there is a deadline, and
/// next to nothing where there is none.
public struct Cancellation: Sendable {
  /// Of a caller that waits as long as it takes.
  public static let none = Cancellation()

  private let deadline: ContinuousClock.Instant?
  private let isTakenBack: @Sendable () -> Bool

  /// - Parameters:
  ///   - deadline: nil for none.
  ///   - isTakenBack: whether nobody waits any more; asked often, from the thread of the call.
  public init(
    deadline: ContinuousClock.Instant? = nil, isTakenBack: @escaping @Sendable () -> Bool = { Task.isCancelled }
  ) {
    self.deadline = deadline
    self.isTakenBack = isTakenBack
  }

  /// Whether nobody waits any more.
  public var isCancelled: Bool { isTakenBack() || hasExpired }

  /// Ends a call for which nobody waits any more.
  ///
  /// - Throws: `CorpusError.cancelled` or `deadlineExceeded`.
  public func check() throws(CorpusError) {
    if hasExpired { throw .deadlineExceeded }
    if isTakenBack() { throw .cancelled }
  }

  /// The same in a loop of many short steps: asks at one of so many.
  func check(at step: Int, every interval: Int = 4096) throws(CorpusError) {
    if step % interval == interval - 1 { try check() }
  }

  /// What a call fails with that has found itself cancelled.
  var failure: CorpusError { hasExpired ? .deadlineExceeded : .cancelled }

  private var hasExpired: Bool { deadline.map { $0 <= .now } ?? false }
}

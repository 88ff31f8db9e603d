internal import NIOCore
internal import Synchronization

/// A call on its way through a connection: the frame that asks, and who waits for the answer.
final class PendingCall: Sendable {
  /// How a call ended for the one who made it.
  enum Outcome: Sendable {
    case answered(Result<ByteBuffer, RPCError>)
    /// The connection took it no more: it did not run, and may go to another.
    case unsent(RPCError)
  }

  enum Answer: Sendable {
    case unary(CheckedContinuation<Outcome, Never>)
    case stream(StreamBuffer)
  }

  let request: ByteBuffer
  let deadline: NIODeadline?
  private let answer: Mutex<Answer?>
  /// Set from any thread when the caller has gone.
  ///
  /// Told apart from the call, because the task may be cancelled before the call exists.
  let isCancelled: CancellationFlag

  init(request: ByteBuffer, deadline: NIODeadline?, isCancelled: CancellationFlag, answer: Answer) {
    self.request = request
    self.deadline = deadline
    self.isCancelled = isCancelled
    self.answer = Mutex(answer)
  }

  var stream: StreamBuffer? {
    answer.withLock {
      if case .stream(let stream) = $0 { stream } else { nil }
    }
  }

  /// Wakes the caller of a call that no server has seen.
  func finishUnsent(_ error: RPCError) {
    switch answer.withLock({ $0.take() }) {
    case .unary(let caller): caller.resume(returning: .unsent(error))
    case .stream(let stream): stream.finish(error)
    case nil: break
    }
  }

  /// Wakes the caller; only the first time counts.
  func finish(_ result: Result<ByteBuffer, RPCError>) {
    let answer = answer.withLock { $0.take() }
    switch (answer, result) {
    case (.unary(let caller), _): caller.resume(returning: .answered(result))
    case (.stream(let stream), .failure(let error)): stream.finish(error)
    case (.stream(let stream), .success(let payload)):
      // A unary answer to a streaming call: a stream of one message.
      _ = stream.append(payload)
      stream.finish(nil)
    case (nil, _): break
    }
  }
}

internal import NIOCore
internal import Synchronization

/// Hands the messages of a stream from its handler to its reader, one at a time: a handler continues when its message is
/// taken.
final class LocalStream: MessageSink {
  typealias Message = Result<ByteBuffer?, RPCError>

  private typealias Waiting = (message: ByteBuffer, sender: CheckedContinuation<RPCError?, Never>)

  private struct State {
    // More than one only where a handler sends from several tasks at once.
    var waiting = Queue<Waiting>()
    var reader: CheckedContinuation<Message, Never>?
    /// Nil while the stream continues; a failure, or no message at its good end.
    var end: Message?
  }

  private let state = Mutex(State())

  func send(payloadSize: Int, compresses: Bool, _ body: (inout ByteBuffer) -> Void) async throws(RPCError) {
    var message = ByteBuffer()
    message.reserveCapacity(payloadSize)
    body(&message)
    let failure = await withCheckedContinuation { sender in
      let (reader, answer) = state.withLock { [message] state -> (CheckedContinuation<Message, Never>?, RPCError??) in
        if let end = state.end { return (nil, .some(end.failure ?? .cancelled)) }
        if let reader = state.reader.take() { return (reader, .some(nil)) }
        state.waiting.append((message, sender))
        return (nil, nil)
      }
      reader?.resume(returning: .success(message))
      if let answer { sender.resume(returning: answer) }
    }
    if let failure { throw failure }
  }

  func next() async throws(RPCError) -> ByteBuffer? {
    let message: Message = await withCheckedContinuation { reader in
      let (sender, message) = state.withLock { state -> (CheckedContinuation<RPCError?, Never>?, Message?) in
        if let waiting = state.waiting.popFirst() { return (waiting.sender, .success(waiting.message)) }
        if let end = state.end { return (nil, end) }
        state.reader = reader
        return (nil, nil)
      }
      sender?.resume(returning: nil)
      if let message { reader.resume(returning: message) }
    }
    return try message.get()
  }

  /// Ends the stream; what its handler still wants to send is refused.
  func finish(_ failure: RPCError?) {
    let end: Message = failure.map { .failure($0) } ?? .success(nil)
    var (reader, waiting) = state.withLock { state in
      if state.end == nil { state.end = end }
      defer { state.waiting = Queue() }
      return (state.reader.take(), state.waiting)
    }
    reader?.resume(returning: end)
    while let waiting = waiting.popFirst() { waiting.sender.resume(returning: failure ?? .cancelled) }
  }
}

extension Result where Failure == RPCError {
  fileprivate var failure: RPCError? {
    if case .failure(let error) = self { error } else { nil }
  }
}

/// The reader's end of a `LocalStream`: runs the handler, and stops it when the reader is released.
final class LocalStreamReader: PayloadSource {
  private let stream: LocalStream
  private let task: Task<Void, Never>
  private let alarm: Task<Void, Never>?

  init(timeout: Duration?, _ handler: @escaping @Sendable (LocalStream) async throws(RPCError) -> Void) {
    let stream = LocalStream()
    let task = Task {
      do throws(RPCError) {
        try await handler(stream)
        stream.finish(nil)
      } catch {
        stream.finish(error)
      }
    }
    self.stream = stream
    self.task = task
    alarm = timeout.map { timeout in
      Task {
        guard (try? await Task.sleep(for: timeout)) != nil else { return }
        stream.finish(.deadlineExceeded)
        task.cancel()
      }
    }
  }

  // Leaving the loop releases the iterator, and with it this reader.
  deinit {
    alarm?.cancel()
    task.cancel()
    stream.finish(.cancelled)
  }

  func next() async throws(RPCError) -> ByteBuffer? {
    let result: LocalStream.Message = await withTaskCancellationHandler {
      do throws(RPCError) {
        return .success(try await stream.next())
      } catch {
        return .failure(error)
      }
    } onCancel: {
      task.cancel()
      stream.finish(.cancelled)
    }
    return try result.get()
  }
}

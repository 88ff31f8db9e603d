internal import NIOCore
internal import Synchronization

/// The messages of a stream between the event loop that reads them and the task that wants them.
final class StreamBuffer: Sendable {
  fileprivate struct State {
    var messages = Queue<ByteBuffer>()
    var bytes = 0
    var end: RPCError?? = nil
    var reader: CheckedContinuation<Result<ByteBuffer?, RPCError>, Never>?
    var isFull = false
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: in bytes, from which the sender is to pause.
  init(limit: Int) {
    self.limit = limit
  }

  /// - Returns: whether there is room for more.
  func append(_ message: ByteBuffer) -> Bool {
    let (reader, hasRoom) = state.withLock { state in
      guard state.end == nil else { return (state.reader.take(), true) }
      if let reader = state.reader.take() { return (reader, true) }
      state.messages.append(message)
      state.bytes += message.readableBytes
      // Once full, only the reader makes room: the sender has paused, and waits to be told.
      if state.bytes >= limit { state.isFull = true }
      return (nil, !state.isFull)
    }
    reader?.resume(returning: .success(message))
    return hasRoom
  }

  /// - Parameter error: nil at the stream's good end. What came before is still read.
  func finish(_ error: RPCError?) {
    let reader = state.withLock { state in
      guard state.end == nil else { return nil as CheckedContinuation<Result<ByteBuffer?, RPCError>, Never>? }
      state.end = .some(error)
      return state.reader.take()
    }
    reader?.resume(returning: error.map { .failure($0) } ?? .success(nil))
  }

  /// The next message; nil at the end.
  ///
  /// - Parameter onRoom: called when the sender may continue.
  func next(onRoom: () -> Void) async throws(RPCError) -> ByteBuffer? {
    let (ready, madeRoom) = state.withLock { $0.take(limit: limit) }
    if madeRoom { onRoom() }
    if let ready { return try ready.get() }
    let result = await withCheckedContinuation { reader in
      let ready = state.withLock { state in
        let (ready, _) = state.take(limit: limit)
        if ready == nil { state.reader = reader }
        return ready
      }
      if let ready { reader.resume(returning: ready) }
    }
    return try result.get()
  }
}

extension StreamBuffer.State {
  /// What a reader gets now, if anything, and whether that made room.
  fileprivate mutating func take(limit: Int) -> (Result<ByteBuffer?, RPCError>?, madeRoom: Bool) {
    guard let message = messages.popFirst() else {
      guard let end else { return (nil, false) }
      return (end.map { .failure($0) } ?? .success(nil), false)
    }
    bytes -= message.readableBytes
    let madeRoom = isFull && bytes < limit / 2
    if madeRoom { isFull = false }
    return (.success(message), madeRoom)
  }
}

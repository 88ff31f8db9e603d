internal import NIOCore

/// A call that outlives the frame that began it: asynchronous, streaming or on the pool.
struct OpenCall {
  enum Work {
    case task(Task<Void, Never>)
    case pooled(CancellationFlag)
  }

  let call: ReadyCall
  let began: NIODeadline
  let work: Work
  let alarm: Scheduled<Void>?

  /// Tells the handler that the caller has stopped waiting.
  func stop() {
    switch work {
    case .task(let task): task.cancel()
    case .pooled(let flag): flag.set()
    }
  }

  var isPooled: Bool {
    if case .pooled = work { true } else { false }
  }
}

/// The calls of one connection that are in flight, and their messages that wait for the socket.
struct OpenCalls: ~Copyable {
  typealias Sent = CheckedContinuation<RPCError?, Never>

  private let limit: Int
  private var share: BudgetShare
  private var calls: [UInt32: OpenCall] = [:]
  private var waiters: [(streamID: UInt32, sent: Sent)] = []
  private(set) var pooledCount = 0

  init(limit: Int, of budget: Budget) {
    self.limit = limit
    share = BudgetShare(of: budget)
  }

  var isEmpty: Bool { calls.isEmpty }
  var streamIDs: [UInt32] { calls.keys.sorted() }

  func contains(_ streamID: UInt32) -> Bool { calls[streamID] != nil }

  /// Takes room for one more call; `insert` fills it.
  ///
  /// - Returns: false if there are too many, here or on the server.
  mutating func reserve() -> Bool {
    calls.count < limit && share.hold(calls.count + 1)
  }

  mutating func insert(_ call: OpenCall) {
    calls[call.call.streamID] = call
    if call.isPooled { pooledCount += 1 }
  }

  /// Ends a call, from either side.
  ///
  /// - Returns: nil if it had ended: nothing more may be sent on it then.
  mutating func remove(_ streamID: UInt32) -> OpenCall? {
    guard let call = calls.removeValue(forKey: streamID) else { return nil }
    call.alarm?.cancel()
    if call.isPooled { pooledCount -= 1 }
    _ = share.hold(calls.count)
    return call
  }

  // MARK: Messages that wait for the socket

  mutating func wait(on streamID: UInt32, _ sent: Sent) {
    waiters.append((streamID, sent))
  }

  mutating func takeWaiters() -> [Sent] {
    defer { waiters.removeAll() }
    return waiters.map(\.sent)
  }

  mutating func takeWaiters(on streamID: UInt32) -> [Sent] {
    let taken = waiters.filter { $0.streamID == streamID }.map(\.sent)
    if !taken.isEmpty { waiters.removeAll { $0.streamID == streamID } }
    return taken
  }
}

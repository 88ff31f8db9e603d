internal import NIOCore
internal import Synchronization

/// Unary calls: answered at once, in their turn, or on the pool.
extension ServerConnection: TurnTaker {
  func takeTurn(for credit: TimeAmount) -> (used: TimeAmount, hasMore: Bool) {
    guard pressure.isFlowing, !isWorking else { return (.zero, false) }
    isWorking = true
    now = scheduler.clock()
    let began = now
    expireWaiting()
    while now - began < credit, let item = waiting.popFirst() {
      answer(item)
      guard batch.isFull else { continue }
      flush()
      guard pressure.isFlowing else { break }
    }
    noteWaiting()
    isWorking = false
    // Frames may have been left where they were, because the socket was full.
    if framing.isInsideFrame { receiveFrames() }
    sendReplies()
    return (now - began, pressure.isFlowing && !waiting.isEmpty)
  }

  private func answer(_ item: CallQueue.Item) {
    if let queueTime, now - item.arrival > queueTime {
      return drop(item, RPCError(.resourceExhausted, "the call waited too long for its turn; try again later"))
    }
    switch item {
    case .compressed(let streamID, let payload, let arrival):
      admitCompressed(streamID, payload, arrival: arrival, inTurn: true)
    case .call(let call):
      guard case .unary(let handler) = call.method.descriptor.kind else { return }
      answer(call, handler)
    }
  }

  /// Runs a handler here and now, and writes its answer behind those that wait to be sent.
  func answer(_ call: ReadyCall, _ handler: MethodDescriptor.Unary) {
    if call.hasExpired(now) { return expire(call) }
    let began = now
    let (code, size, saved) = batch.reply(
      on: call.streamID, offersZlib: state.takeOffer(), compresses: state.clientReadsZlib
    ) { reply throws(RPCError) in
      try handler(call.payload, call.context, &reply)
      now = scheduler.clock()
      // Never OK after the caller has stopped waiting.
      if call.hasExpired(now) { throw .deadlineExceeded }
    }
    if code != .ok { now = scheduler.clock() }
    if saved > 0 { environment.tally.bytesSavedSending.add(UInt64(saved), ordering: .relaxed) }
    environment.note(call, code, began: began, ended: now, responseSize: size)
  }

  // MARK: Waiting

  /// Lets a call wait for its turn.
  func enqueue(_ item: CallQueue.Item) {
    waiting.append(item)
    guard !noteWaiting() else { return }
    _ = waiting.cancel(item.streamID)
    noteWaiting()
    drop(item, RPCError(.resourceExhausted, "too many calls are waiting; try again later"))
  }

  /// Lets a call wait for its turn on the pool.
  private func enqueueForPool(_ call: ReadyCall) {
    waitingForPool.append(.call(call.compact))
    guard !noteWaiting() else { return }
    _ = waitingForPool.cancel(call.streamID)
    noteWaiting()
    fail(call, RPCError(.resourceExhausted, "too many calls are waiting; try again later"))
  }

  /// Pays for the calls that wait.
  ///
  /// - Returns: false if there are too many, here or on the server, or they take too much memory.
  @discardableResult
  func noteWaiting() -> Bool {
    let count = waiting.count + waitingForPool.count
    let change = count - waitingShare.amount
    guard
      count <= environment.configuration.maximumQueuedCallsPerConnection || change <= 0,
      waitingShare.hold(count)
    else { return false }
    scheduler.load.waitingCalls.add(change, ordering: .relaxed)
    return waitingMemory.hold(waiting.bytes + waitingForPool.bytes)
  }

  /// Removes a call from its queue after its caller has stopped waiting.
  func cancelWaiting(_ streamID: UInt32) {
    guard let item = waiting.cancel(streamID) ?? waitingForPool.cancel(streamID) else { return }
    noteWaiting()
    if case .call(let call) = item { environment.note(call, .cancelled, began: now, ended: now) }
  }

  private func expireWaiting() {
    for call in waiting.takeExpired(now: now) { expire(call) }
    for call in waitingForPool.takeExpired(now: now) { expire(call) }
  }

  private func drop(_ item: CallQueue.Item, _ error: RPCError) {
    switch item {
    case .call(let call): fail(call, error)
    case .compressed(let streamID, _, _): refuse(streamID, error)
    }
  }

  // MARK: Errors

  /// Answers a request that reached no method.
  func refuse(_ streamID: UInt32, _ error: RPCError) {
    environment.tally.strays.count(error.code)
    batch.fail(streamID, error, offersZlib: state.takeOffer())
  }

  /// Answers a call whose handler did not run.
  func fail(_ call: ReadyCall, _ error: RPCError) {
    batch.fail(call.streamID, error, offersZlib: state.takeOffer())
    environment.note(call, error.code, began: now, ended: now)
  }

  private func expire(_ call: ReadyCall) {
    environment.tally.expiredWaiting.add(1, ordering: .relaxed)
    fail(call, .deadlineExceeded)
  }

  // MARK: Pool

  /// Runs a handler on the pool, or lets it wait until this connection has room there.
  func answerOnPool(_ call: ReadyCall, _ handler: @escaping MethodDescriptor.Unary) {
    guard let pool = environment.pool else { return answer(call, handler) }
    guard open.pooledCount < pool.width else { return enqueueForPool(call) }
    runOnPool(call, handler, pool)
  }

  /// Continues with those that wait for the pool.
  func resumePool() {
    guard let pool = environment.pool else { return }
    now = scheduler.clock()
    while open.pooledCount < pool.width, case .call(let call)? = waitingForPool.popFirst() {
      guard case .unary(let handler) = call.method.descriptor.kind else { continue }
      runOnPool(call, handler, pool)
    }
    noteWaiting()
  }

  private func runOnPool(_ call: ReadyCall, _ handler: @escaping MethodDescriptor.Unary, _ pool: CallPool) {
    let flag = CancellationFlag()
    var context = call.context
    context.cancellation = flag
    start(call) { [context] connection in
      pool.run {
        let answer: Result<ByteBuffer, RPCError>
        do throws(RPCError) {
          try context.checkDeadline()
          answer = .success(try ReplyEncoder.payload(of: handler, call.payload, context))
        } catch {
          answer = .failure(error)
        }
        connection.execute { $0.finish(call.streamID, answer) }
      }
      return .pooled(flag)
    }
  }
}

extension ReadyCall {
  func hasExpired(_ now: NIODeadline) -> Bool {
    guard let deadline else { return false }
    return deadline <= now
  }

  /// The same call, with no more memory than it needs.
  var compact: ReadyCall {
    ReadyCall(
      streamID: streamID, method: method, payload: payload.compact, context: context, arrival: arrival,
      deadline: deadline)
  }
}

extension ByteBuffer {
  /// The same bytes, copied where they are a small part of what they keep in memory.
  var compact: ByteBuffer {
    guard storageCapacity > 1024, readableBytes < storageCapacity / 4 else { return self }
    var copy = ByteBuffer()
    copy.writeImmutableBuffer(self)
    return copy
  }
}

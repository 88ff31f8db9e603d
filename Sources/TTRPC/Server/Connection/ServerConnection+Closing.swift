internal import NIOCore
internal import Synchronization

/// The end of a connection: drained, left by its client, or cut.
extension ServerConnection {
  /// Whether calls wait or are in flight, or answers are not sent.
  var isBusy: Bool {
    !waiting.isEmpty || !waitingForPool.isEmpty || !open.isEmpty || !batch.isEmpty || !pressure.isFlowing
  }

  /// Whether every request received has been answered, though the responses may not have been sent yet.
  var isAllAnswered: Bool {
    waiting.isEmpty && waitingForPool.isEmpty && open.isEmpty && !framing.isInsideFrame && pressure.isFlowing
  }

  /// Brings the connection to its end as soon as the client has its answers.
  func drain() {
    switch state.drain() {
    case .ignore: break
    case .sendGoaway(let last): sendGoaway(last)
    case .settle:
      watch.noteBytes()
      startTimer(every: environment.configuration.quietTime) { connection, _ in connection.closeIfQuiet() }
    }
  }

  func sendGoaway(_ last: UInt32) {
    batch.append(FrameHeader(length: 0, streamID: last, type: .goaway))
    if !isWorking { flush() }
  }

  private func closeIfQuiet() {
    if watch.wasQuiet(), isAllAnswered, state.noteAllAnswered() { closeOutput() }
  }

  /// Sends the last answers together with our end of the connection, and waits for the client's.
  func closeOutput() {
    guard let context else { return }
    // In one segment, so that the client sees the end before it asks again.
    context.channel.holdSegments()
    flush()
    let channel = context.channel
    context.close(mode: .output).whenFailure { _ in channel.close(promise: nil) }
    startTimer(every: environment.configuration.lingerTimeout) { connection, _ in
      connection.context?.close(promise: nil)
    }
  }

  /// The client sends no more.
  func endInput() {
    switch state.inputEnded(isBusy: isBusy) {
    case .ignore: break
    case .close: end()
    case .finish: if !isWorking { sendReplies() }
    }
  }

  /// Closes a connection whose client sends no more, once everything is answered.
  func endIfIdle() {
    guard state.closesWhenIdle, !isWorking, !isBusy else { return }
    end()
  }

  /// Sends what is written, and closes then.
  func end() {
    guard let context, state.phase != .closed else { return }
    state.close()
    flush()
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in channel.close(promise: nil) }
  }

  /// Ends what is left with UNAVAILABLE: the time for it is over.
  func cut() {
    let error = RPCError(.unavailable, "the server is shutting down")
    for streamID in open.streamIDs where abandon(streamID, error) {
      batch.fail(streamID, error)
      environment.tally.cutCalls.add(1, ordering: .relaxed)
    }
    while let item = waiting.popFirst() ?? waitingForPool.popFirst() {
      batch.fail(item.streamID, error)
      environment.tally.cutCalls.add(1, ordering: .relaxed)
    }
    noteWaiting()
    end()
  }

  /// Forgets every call: the connection is gone.
  func endCalls() {
    state.close()
    for timer in timers { timer.cancel() }
    timers.removeAll()
    now = scheduler.clock()
    for streamID in open.streamIDs { abandon(streamID, .cancelled) }
    while let item = waiting.popFirst() ?? waitingForPool.popFirst() {
      if case .call(let call) = item { environment.note(call, .cancelled, began: now, ended: now) }
    }
    noteWaiting()
  }
}

extension Channel {
  /// Keeps what is written until the segment is full or the connection's end is sent, where the system can.
  fileprivate func holdSegments() {
    #if os(Linux)
      // TCP_CORK of tcp(7).
      _ = try? syncOptions?.setOption(.tcpOption(NIOBSDSocket.Option(rawValue: 3)), value: 1)
    #endif
  }
}

internal import NIOCore
internal import Synchronization

/// Calls that take their time: asynchronous, streaming, and on the pool.
extension ServerConnection {
  /// Begins an asynchronous call.
  func start(_ call: ReadyCall, _ handler: @escaping MethodDescriptor.Asynchronous) {
    let executor = call.method.descriptor.staysOnEventLoop ? scheduler.executor : nil
    start(call) { connection in
      .task(
        Task(executorPreference: executor) {
          let answer: Result<ByteBuffer, RPCError>
          do throws(RPCError) {
            answer = .success(try await handler(call.payload, call.context))
          } catch {
            answer = .failure(error)
          }
          connection.execute { $0.finish(call.streamID, answer) }
        })
    }
  }

  /// Begins a call that answers with a stream.
  func start(_ call: ReadyCall, _ handler: @escaping MethodDescriptor.ServerStreaming) {
    let configuration = environment.configuration
    let threshold = state.clientReadsZlib ? configuration.compressionThreshold : nil
    start(call) { connection in
      let sender = StreamSender(
        connection: connection, streamID: call.streamID, limit: configuration.maximumFrameSize,
        compressionThreshold: threshold)
      return .task(
        Task {
          var failure: RPCError? = nil
          do throws(RPCError) {
            try await handler(call.payload, sender, call.context)
          } catch {
            failure = error
          }
          connection.execute { [failure] in $0.finishStream(call.streamID, failure) }
        })
    }
  }

  /// Keeps a call until its work has ended or its caller has stopped waiting.
  func start(_ call: ReadyCall, _ work: (NIOLoopBound<ServerConnection>) -> OpenCall.Work) {
    guard !call.hasExpired(now) else { return fail(call, .deadlineExceeded) }
    guard open.reserve() else {
      return fail(call, RPCError(.resourceExhausted, "too many calls are in flight; try again later"))
    }
    let connection = NIOLoopBound(self, eventLoop: scheduler.eventLoop)
    let streamID = call.streamID
    let alarm = call.deadline.map { deadline in
      scheduler.eventLoop.scheduleTask(deadline: deadline) { connection.value.expireOpen(streamID) }
    }
    open.insert(OpenCall(call: call, began: now, work: work(connection), alarm: alarm))
  }

  func sendData(
    _ frame: ByteBuffer, saved: Int, on streamID: UInt32, _ sent: CheckedContinuation<RPCError?, Never>
  ) {
    guard context != nil, open.contains(streamID) else { return sent.resume(returning: .cancelled) }
    environment.tally.bytesSavedSending.add(UInt64(max(0, saved)), ordering: .relaxed)
    flush()
    write(frame)
    if pressure.isFlowing {
      sent.resume(returning: nil)
    } else {
      open.wait(on: streamID, sent)
    }
  }

  /// Ends a call that has one answer.
  func finish(_ streamID: UInt32, _ answer: Result<ByteBuffer, RPCError>) {
    guard let done = open.remove(streamID) else { return afterFinish(wasPooled: true) }
    let (code, size, saved) = batch.reply(
      on: streamID, offersZlib: state.takeOffer(), compresses: state.clientReadsZlib
    ) { reply throws(RPCError) in
      try reply.succeed(with: try answer.get())
    }
    environment.tally.bytesSavedSending.add(UInt64(saved), ordering: .relaxed)
    note(done, code, responseSize: size)
    afterFinish(wasPooled: done.isPooled)
  }

  /// Ends a stream whose handler has returned.
  func finishStream(_ streamID: UInt32, _ failure: RPCError?) {
    guard let done = open.remove(streamID) else { return }
    if let failure {
      batch.fail(streamID, failure, offersZlib: state.takeOffer())
    } else {
      batch.append(FrameHeader(length: 0, streamID: streamID, type: .data, flags: [.remoteClosed, .noData]))
    }
    note(done, failure?.code ?? .ok)
    afterFinish(wasPooled: false)
  }

  private func afterFinish(wasPooled: Bool) {
    if wasPooled, !waitingForPool.isEmpty { resumePool() }
    if !isWorking { sendReplies() }
  }

  /// The caller gave up a call, wherever it is.
  func cancel(_ streamID: UInt32) {
    if !abandon(streamID, .cancelled) { cancelWaiting(streamID) }
  }

  private func expireOpen(_ streamID: UInt32) {
    guard abandon(streamID, .deadlineExceeded) else { return }
    batch.fail(streamID, .deadlineExceeded, offersZlib: state.takeOffer())
    afterFinish(wasPooled: true)
  }

  /// Stops the handler of a call that is in flight.
  ///
  /// - Returns: false if it was not.
  @discardableResult
  func abandon(_ streamID: UInt32, _ error: RPCError) -> Bool {
    guard let call = open.remove(streamID) else { return false }
    call.stop()
    for sent in open.takeWaiters(on: streamID) { sent.resume(returning: error) }
    note(call, error.code)
    return true
  }

  private func note(_ call: OpenCall, _ code: RPCStatusCode, responseSize: Int = 0) {
    environment.note(
      call.call, code, began: call.began, ended: scheduler.clock(), responseSize: responseSize)
  }
}

internal import Logging
internal import NIOCore
internal import Synchronization

/// From frames to calls.
extension ServerConnection {
  /// Reads the frames that have arrived, and answers what may be answered at once.
  func receiveFrames() {
    guard !isWorking, pressure.isFlowing else { return }
    isWorking = true
    now = scheduler.clock()
    let began = now
    answersUntil = scheduler.mayWorkAtOnce(turnID) ? now + slice : nil
    readFrames()
    answersUntil = nil
    isWorking = false
    scheduler.noteWork(turnID, used: now - began, hasMore: !waiting.isEmpty)
  }

  private func readFrames() {
    while state.phase != .closed {
      if batch.isFull {
        flush()
        // What has arrived stays where it is until the client takes its answers.
        guard pressure.isFlowing else { break }
      }
      switch framing.next() {
      case .frame(let header, let payload):
        watch.noteFrame()
        receive(header, payload)
      case .oversized(let header): perform(state.receiveOversized(header), on: header)
      case nil: return settleFraming()
      }
    }
    settleFraming()
  }

  private func settleFraming() {
    guard let header = framing.settle() else { return }
    let error = RPCError(.resourceExhausted, "the server has no memory for this frame; try again later")
    perform(state.receiveSkipped(header, error), on: header)
  }

  private func receive(_ header: FrameHeader, _ payload: ByteBuffer) {
    let action = state.receive(header)
    guard action == .answer else { return perform(action, on: header) }
    guard header.flags.contains(.zlib) else { return admit(header.streamID, payload, arrival: now) }
    // What inflates takes time and memory: not before its turn.
    guard mayAnswerAtOnce else {
      return enqueue(.compressed(streamID: header.streamID, payload.compact, arrival: now))
    }
    admitCompressed(header.streamID, payload, arrival: now)
  }

  private func perform(_ action: ServerConnectionState.FrameAction, on header: FrameHeader) {
    switch action {
    case .ignore, .answer: break
    case .refuse(let error): refuse(header.streamID, error)
    case .cancel: cancel(header.streamID)
    case .tooLate: environment.tally.cutCalls.add(1, ordering: .relaxed)
    }
  }

  /// Whether a call that has just arrived is answered before the next frame is read.
  var mayAnswerAtOnce: Bool {
    guard let answersUntil, now < answersUntil else { return false }
    return waiting.isEmpty
  }

  /// Inflates a request and takes it in.
  func admitCompressed(_ streamID: UInt32, _ payload: ByteBuffer, arrival: NIODeadline, inTurn: Bool = false) {
    do throws(ProtocolViolation) {
      let plain = try framing.inflate(payload)
      environment.tally.bytesSavedReceiving.add(
        UInt64(max(0, plain.readableBytes - payload.readableBytes)), ordering: .relaxed)
      admit(streamID, plain, arrival: arrival, inTurn: inTurn)
    } catch {
      environment.tally.protocolViolations.add(1, ordering: .relaxed)
      environment.logger.debug(
        "closing a connection that breaks the protocol", metadata: ["reason": "\(error)", "peer": "\(peer)"])
      end()
    }
  }

  /// Finds the method that a request names, and answers it or lets it wait.
  ///
  /// - Parameter inTurn: whether the request has waited for its turn already.
  func admit(_ streamID: UInt32, _ frame: ByteBuffer, arrival: NIODeadline, inTurn: Bool = false) {
    var call: ReadyCall
    do throws(RPCError) {
      let envelope = try RequestEnvelope(frame.readableBytesSpan, limits: environment.configuration.metadata)
      if !envelope.metadata.entries.isEmpty, let last = state.learn(from: envelope.metadata) { sendGoaway(last) }
      call = try ready(streamID, envelope, in: frame, arrival: arrival)
    } catch {
      return refuse(streamID, error)
    }
    if !environment.interceptors.isEmpty {
      do throws(RPCError) {
        try environment.interceptors.intercept(&call.context)
      } catch {
        return fail(call, error)
      }
    }
    dispatch(call, atOnce: inTurn || mayAnswerAtOnce)
  }

  private func ready(
    _ streamID: UInt32, _ envelope: RequestEnvelope, in frame: ByteBuffer, arrival: NIODeadline
  ) throws(RPCError) -> ReadyCall {
    let bytes = frame.readableBytesUInt8Span
    let method = try environment.methods.find(
      service: bytes.extracting(envelope.service), method: bytes.extracting(envelope.method))
    let payload = frame.getSlice(
      at: frame.readerIndex + envelope.payload.lowerBound, length: envelope.payload.count)
    // The caller's time runs from the arrival; one that is negative has passed already.
    let timeout = envelope.timeout == 0 ? nil : max(0, envelope.timeout)
    let context = CallContext(
      service: method.service, method: method.descriptor.name, metadata: envelope.metadata,
      deadline: timeout.map { .now + .nanoseconds($0) - .nanoseconds((now - arrival).nanoseconds) }, peer: peer)
    return ReadyCall(
      streamID: streamID, method: method, payload: payload ?? ByteBuffer(), context: context, arrival: arrival,
      deadline: timeout.map { arrival + .nanoseconds($0) })
  }

  private func dispatch(_ call: ReadyCall, atOnce: Bool) {
    switch call.method.descriptor.kind {
    case .unary(let handler):
      switch call.method.descriptor.execution {
      case .atOnce: answer(call, handler)
      case .inTurn where atOnce: answer(call, handler)
      case .inTurn: enqueue(.call(call.compact))
      case .pooled: answerOnPool(call, handler)
      }
    case .asynchronous(let handler): start(call, handler)
    case .serverStreaming(let handler): start(call, handler)
    }
  }
}

internal import NIOCore
internal import ProtobufCoding
internal import Synchronization

/// One connection of a client: does what the protocol's state says with a socket and a clock, on its event loop.
final class ClientConnectionHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let address: ServerAddress
  private let configuration: ClientConfiguration
  private let tally: ClientTally
  /// Called once, when the connection is not to be used for new calls any more.
  private var onLeave: (@Sendable () -> Void)?

  private var state = ClientConnectionState<PendingCall>()
  private var decoder: FrameDecoder
  private var inflater: FrameInflater
  private var compressor: FrameCompressor
  private var output = ByteBuffer()
  /// The metadata that says what is read here, as fields of a request.
  private let announcement: ByteBuffer
  private var context: ChannelHandlerContext?
  private var alarm: (deadline: NIODeadline, task: Scheduled<Void>)?
  private var isPaused = false
  private var isReadPending = false

  init(
    address: ServerAddress, configuration: ClientConfiguration, tally: ClientTally,
    onLeave: @escaping @Sendable () -> Void
  ) {
    self.address = address
    self.configuration = configuration
    self.tally = tally
    self.onLeave = onLeave
    var announced = CallMetadata([CallMetadata.Entry(key: Extension.acceptGoaway, value: "1")])
    if configuration.usesCompression {
      announced.entries.insert(CallMetadata.Entry(key: Extension.acceptCompression, value: Extension.zlib), at: 0)
    }
    announcement = ByteBuffer(metadata: announced)
    decoder = FrameDecoder(limit: configuration.maximumFrameSize)
    inflater = FrameInflater(limit: configuration.maximumFrameSize)
    compressor = FrameCompressor(threshold: configuration.compressionThreshold)
  }

  // MARK: Channel

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    tally.bytesReceived.add(UInt64(bytes.readableBytes), ordering: .relaxed)
    decoder.append(bytes)
    while state.phase != .closed {
      switch decoder.next() {
      case .frame(let header, let payload): receive(header, payload)
      case .oversized(let header): receiveOversized(header)
      case nil:
        decoder.reclaim()
        return
      }
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(RPCError(.unavailable, "the connection to \(address) closed before the response arrived"))
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(RPCError(.unavailable, "the connection to \(address) failed: \(error)"))
    context.close(promise: nil)
  }

  func read(context: ChannelHandlerContext) {
    if isPaused {
      isReadPending = true
    } else {
      context.read()
    }
  }

  func resumeReading() {
    isPaused = false
    guard isReadPending, let context else { return }
    isReadPending = false
    context.read()
  }

  // MARK: Calls

  func send(_ call: PendingCall) {
    guard !call.isCancelled.isSet else { return call.finish(.failure(.cancelled)) }
    guard state.calls.count < configuration.maximumCallsPerConnection else {
      let limit = configuration.maximumCallsPerConnection
      return call.finish(
        .failure(RPCError(.resourceExhausted, "\(limit) calls to \(address) are already in flight; try again later")))
    }
    guard let id = state.open(call) else {
      return call.finishUnsent(RPCError(.unavailable, "the connection to \(address) accepts no more calls"))
    }
    let start = output.writerIndex
    output.writeImmutableBuffer(call.request)
    output.setInteger(id, at: start + 4)
    if state.owesAnnouncement { announce(from: start) }
    if state.serverReadsZlib, configuration.usesCompression {
      let plain = output.writerIndex
      compressor.compressLastFrame(of: &output, from: start)
      tally.bytesSavedSending.add(UInt64(max(0, plain - output.writerIndex)), ordering: .relaxed)
    }
    if let deadline = call.deadline { wake(at: deadline) }
  }

  /// Tells the server in the request that begins at `start` what is read here. A request that has no room for it leaves
  /// it to the next.
  private func announce(from start: Int) {
    let length = output.writerIndex - start - FrameHeader.byteCount + announcement.readableBytes
    guard let length = UInt32(exactly: length), length <= configuration.maximumFrameSize else { return }
    output.writeImmutableBuffer(announcement)
    output.setInteger(length, at: start)
    state.noteAnnounced()
  }

  func cancel(_ flag: CancellationFlag) {
    guard let id = state.calls.first(where: { $0.value.isCancelled === flag })?.key else { return }
    abandon(id, .cancelled)
  }

  private func abandon(_ id: UInt32, _ error: RPCError) {
    guard let call = state.close(id) else { return }
    output.write(FrameHeader(length: 0, streamID: id, type: .cancel))
    call.finish(.failure(error))
    closeIfDone()
  }

  private func wake(at deadline: NIODeadline) {
    guard let context else { return }
    if let alarm {
      guard deadline < alarm.deadline else { return }
      alarm.task.cancel()
    }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    alarm = (deadline, context.eventLoop.scheduleTask(deadline: deadline) { bound.value.expireCalls() })
  }

  private func expireCalls() {
    alarm = nil
    let now = NIODeadline.now()
    for (id, call) in state.calls {
      guard let deadline = call.deadline, deadline <= now else { continue }
      abandon(id, .deadlineExceeded)
    }
    if let next = state.calls.values.lazy.compactMap(\.deadline).min() { wake(at: next) }
    flushOutput()
  }

  // MARK: Frames

  private func receive(_ header: FrameHeader, _ payload: ByteBuffer) {
    let plain: ByteBuffer
    do throws(ProtocolViolation) {
      plain = try plainPayload(header, payload)
    } catch {
      end(RPCError(.internal, "\(address) broke the protocol: \(error)"))
      context?.close(promise: nil)
      return
    }
    switch state.receive(header) {
    case .ignore: break
    case .finish(let call): finish(call, with: plain)
    case .message(let call): deliver(plain, to: call)
    case .end(let call, let hasMessage):
      if hasMessage { deliver(plain, to: call) }
      endStream(call)
    case .leave: leave()
    }
    closeIfDone()
  }

  private func receiveOversized(_ header: FrameHeader) {
    guard let call = state.close(header.streamID) else { return }
    let limit = configuration.maximumFrameSize
    call.finish(
      .failure(
        RPCError(.resourceExhausted, "message length \(header.length) exceed maximum message size of \(limit)")))
  }

  private func plainPayload(_ header: FrameHeader, _ payload: ByteBuffer) throws(ProtocolViolation) -> ByteBuffer {
    guard header.flags.contains(.zlib), header.type == .response || header.type == .data else { return payload }
    let plain = try inflater.inflate(payload)
    tally.bytesSavedReceiving.add(
      UInt64(max(0, plain.readableBytes - payload.readableBytes)), ordering: .relaxed)
    return plain
  }

  private func finish(_ call: PendingCall, with frame: ByteBuffer) {
    do throws(ProtobufError) {
      let envelope = try ResponseEnvelope(frame.readableBytesSpan)
      if envelope.acceptsZlib { state.noteServerReadsZlib() }
      guard
        envelope.code == .ok,
        let payload = frame.getSlice(
          at: frame.readerIndex + envelope.payload.lowerBound, length: envelope.payload.count)
      else { return call.finish(.failure(RPCError(envelope.code, envelope.message, info: envelope.info))) }
      call.finish(.success(payload))
    } catch {
      call.finish(.failure(RPCError(.internal, "cannot decode the response from \(address): \(error)")))
    }
  }

  private func deliver(_ message: ByteBuffer, to call: PendingCall) {
    guard let stream = call.stream else {
      return call.finish(.failure(RPCError(.internal, "\(address) answered a unary call with a stream")))
    }
    if !stream.append(message) { isPaused = true }
  }

  private func endStream(_ call: PendingCall) {
    guard let stream = call.stream else {
      return call.finish(.failure(RPCError(.internal, "\(address) answered a unary call with a stream")))
    }
    stream.finish(nil)
  }

  /// Leaves the server as if it had asked for that.
  func retire() {
    if case .leave = state.leave() { leave() }
    closeIfDone()
  }

  private func leave() {
    onLeave?()
    onLeave = nil
  }

  private func closeIfDone() {
    if state.isDone { context?.close(promise: nil) }
  }

  private func end(_ error: RPCError) {
    alarm?.task.cancel()
    alarm = nil
    for (_, call) in state.end() { call.finish(.failure(error)) }
    leave()
  }

  func flushOutput() {
    guard output.readableBytes > 0, let context else { return }
    var batch = output
    output = ByteBuffer()
    tally.bytesSent.add(UInt64(batch.readableBytes), ordering: .relaxed)
    context.writeAndFlush(wrapOutboundOut(batch), promise: nil)
    guard output.readableBytes == 0, batch.capacity <= 128 * 1024 else { return }
    batch.clear()
    output = batch
  }
}

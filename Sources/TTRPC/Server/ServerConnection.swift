internal import Logging
internal import NIOCore
internal import ProtobufCoding
internal import Synchronization

/// One connection of a server: does what the protocol's state says with a socket, handlers and a clock.
///
/// Everything here happens on the connection's event loop.
final class ServerConnection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// A call that outlives the frame that began it.
  struct OpenStream {
    var task: Task<Void, Never>
    var deadline: Scheduled<Void>?
    var counters: MethodCounters
  }

  /// Replies are handed to the socket when the frames of one read are answered, or when there are this many bytes.
  private static let batchSize = 64 * 1024

  private let methods: MethodTable
  private let configuration: ServerConfiguration
  private let interceptors: [any CallInterceptor]
  private let tally: ServerTally
  private let logger: Logger

  private var peer = Peer()
  private var state: ServerConnectionState<OpenStream>
  private var decoder: FrameDecoder
  private var inflater: FrameInflater
  private var compressor: FrameCompressor
  private var output = ByteBuffer()
  private var waiters: [(streamID: UInt32, sent: CheckedContinuation<RPCError?, Never>)] = []
  private var context: ChannelHandlerContext?
  private var isProcessing = false
  private var isReadPending = false
  private var watch = SilenceWatch()
  private var timers: [RepeatedTask] = []

  init(
    methods: MethodTable, configuration: ServerConfiguration, interceptors: [any CallInterceptor], tally: ServerTally,
    logger: Logger
  ) {
    self.methods = methods
    self.configuration = configuration
    self.interceptors = interceptors
    self.tally = tally
    self.logger = logger
    state = ServerConnectionState(
      maximumStreams: configuration.maximumStreamsPerConnection, maximumFrameSize: configuration.maximumFrameSize)
    decoder = FrameDecoder(limit: configuration.maximumFrameSize)
    inflater = FrameInflater(limit: configuration.maximumFrameSize)
    compressor = FrameCompressor(threshold: configuration.compressionThreshold)
  }

  // MARK: Channel

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = Peer(address: context.remoteAddress)
    startTimer(every: min(configuration.frameTimeout, configuration.idleTimeout)) { $0.checkSilence(after: $1) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let news = event as? PeerEvent {
      peer = Peer(address: news.address ?? peer.address, identity: news.identity ?? peer.identity)
    }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    tally.bytesReceived.add(UInt64(bytes.readableBytes), ordering: .relaxed)
    watch.noteBytes()
    decoder.append(bytes)
    process(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    flushOutput(context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    guard context.channel.isWritable else { return }
    let waiters = self.waiters
    self.waiters.removeAll()
    for waiter in waiters { waiter.sent.resume(returning: nil) }
    process(context)
    flushOutput(context)
    if isReadPending, context.channel.isWritable {
      isReadPending = false
      context.read()
    }
  }

  // A client that does not take its answers is not asked for more requests: they would only fill memory.
  func read(context: ChannelHandlerContext) {
    if context.channel.isWritable {
      context.read()
    } else {
      isReadPending = true
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    for timer in timers { timer.cancel() }
    timers.removeAll()
    for (_, stream) in state.end() { stop(stream, code: .cancelled) }
    let waiters = self.waiters
    self.waiters.removeAll()
    for waiter in waiters { waiter.sent.resume(returning: .cancelled) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    logger.debug("connection failed", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  // MARK: Frames

  private func process(_ context: ChannelHandlerContext) {
    // A flush may find the channel writable again and come back here.
    guard !isProcessing, context.channel.isWritable else { return }
    isProcessing = true
    defer { isProcessing = false }
    while state.phase != .closed {
      if output.readableBytes >= Self.batchSize {
        flushOutput(context)
        guard context.channel.isWritable else { return }
      }
      switch decoder.next() {
      case .frame(let header, let payload):
        watch.noteFrame()
        receive(header, payload)
      case .oversized(let header):
        if case .refuse(let error) = state.receiveOversized(header) { refuse(header.streamID, error) }
      case nil:
        decoder.reclaim()
        return
      }
    }
  }

  private func receive(_ header: FrameHeader, _ payload: ByteBuffer) {
    switch state.receive(header) {
    case .ignore: break
    case .refuse(let error): refuse(header.streamID, error)
    case .cancel: closeStream(header.streamID, code: .cancelled)
    case .answer:
      do throws(ProtocolViolation) {
        answer(header.streamID, try plainPayload(header, payload))
      } catch {
        end(for: error)
      }
    }
  }

  private func plainPayload(_ header: FrameHeader, _ payload: ByteBuffer) throws(ProtocolViolation) -> ByteBuffer {
    guard header.flags.contains(.zlib) else { return payload }
    let plain = try inflater.inflate(payload)
    tally.bytesSavedReceiving.add(
      UInt64(max(0, plain.readableBytes - payload.readableBytes)), ordering: .relaxed)
    return plain
  }

  private func end(for violation: ProtocolViolation) {
    tally.protocolViolations.add(1, ordering: .relaxed)
    logger.debug("closing a connection that breaks the protocol", metadata: ["reason": "\(violation)"])
    close()
  }

  private func close() {
    guard let context else { return }
    flushOutput(context)
    context.close(promise: nil)
  }

  private func refuse(_ streamID: UInt32, _ error: RPCError) {
    tally.strays.count(error.code)
    output.writeFailure(streamID: streamID, acceptsZlib: false, error)
  }

  // MARK: Calls

  private func answer(_ streamID: UInt32, _ frame: ByteBuffer) {
    let envelope: RequestEnvelope
    do throws(RPCError) {
      envelope = try RequestEnvelope(frame.readableBytesSpan, limits: configuration.metadata)
    } catch {
      return refuse(streamID, error)
    }
    var acceptsZlib = false
    if !envelope.metadata.entries.isEmpty {
      acceptsZlib = state.learn(from: envelope.metadata)
      sendGoawayIfDue()
    }
    let bytes = frame.readableBytesUInt8Span
    let service = bytes.extracting(envelope.service)
    let method = bytes.extracting(envelope.method)
    guard
      let entry = methods.find(service: service, method: method),
      let payload = frame.getSlice(
        at: frame.readerIndex + envelope.payload.lowerBound, length: envelope.payload.count)
    else {
      return refuse(streamID, methods.refusal(service: service, method: method))
    }
    var context = CallContext(
      service: entry.service, method: entry.method.name, metadata: envelope.metadata,
      deadline: envelope.timeout == 0 ? nil : .now + .nanoseconds(envelope.timeout), peer: peer)
    do throws(RPCError) {
      try interceptors.intercept(&context)
    } catch {
      return fail(streamID, entry.counters, error)
    }
    let call = context

    switch entry.method.kind {
    case .unary(let handler):
      reply(on: streamID, entry.counters, acceptsZlib: acceptsZlib) { reply throws(RPCError) in
        try call.checkDeadline()
        try handler(payload, call, &reply)
        // Never OK when nobody waits any more.
        try call.checkDeadline()
      }
    case .asynchronous(let handler):
      start(streamID, entry.counters, call, envelope.timeout) { [acceptsZlib] connection, _ in
        let answer: Result<ByteBuffer, RPCError>
        do throws(RPCError) {
          answer = .success(try await handler(payload, call))
        } catch {
          answer = .failure(error)
        }
        connection.execute { $0.finish(streamID, acceptsZlib: acceptsZlib, answer) }
      }
    case .serverStreaming(let handler):
      start(streamID, entry.counters, call, envelope.timeout) { connection, sender in
        var failure: RPCError? = nil
        do throws(RPCError) {
          try await handler(payload, sender, call)
        } catch {
          failure = error
        }
        connection.execute { [failure] in $0.finish(streamID, failure) }
      }
    }
  }

  /// Writes a response behind those that wait, or the error of the attempt.
  private func reply(
    on streamID: UInt32, _ counters: MethodCounters, acceptsZlib: Bool,
    _ body: (inout ReplyEncoder) throws(RPCError) -> Void
  ) {
    // The output moves into the encoder and back: a second owner would make each write copy it.
    var reply = ReplyEncoder(
      output: ByteBuffer(), streamID: streamID, acceptsZlib: acceptsZlib, limit: configuration.maximumFrameSize)
    swap(&reply.output, &output)
    defer { swap(&reply.output, &output) }
    let start = reply.output.writerIndex
    do throws(RPCError) {
      try body(&reply)
      counters.count(.ok)
    } catch {
      reply.output.moveWriterIndex(to: start)
      reply.fail(error)
      counters.count(error.code)
    }
    guard state.clientReadsZlib else { return }
    let plain = reply.output.writerIndex
    compressor.compressLastFrame(of: &reply.output, from: start)
    tally.bytesSavedSending.add(UInt64(max(0, plain - reply.output.writerIndex)), ordering: .relaxed)
  }

  // MARK: Streams

  /// Begins a call that has a task of its own.
  private func start(
    _ streamID: UInt32, _ counters: MethodCounters, _ call: CallContext, _ timeout: Int64,
    _ body: @escaping @Sendable (NIOLoopBound<ServerConnection>, StreamSender) async -> Void
  ) {
    guard let context else { return }
    guard !call.hasExpired else { return fail(streamID, counters, .deadlineExceeded) }
    guard state.hasRoom, tally.admitCall(limit: configuration.maximumStreams) else {
      return fail(streamID, counters, RPCError(.resourceExhausted, "too many calls are in flight; try again later"))
    }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let sender = StreamSender(
      connection: bound, streamID: streamID, limit: configuration.maximumFrameSize,
      compressionThreshold: state.clientReadsZlib ? configuration.compressionThreshold : nil)
    let deadline =
      timeout == 0
      ? nil
      : context.eventLoop.scheduleTask(in: .nanoseconds(timeout)) { bound.value.expire(streamID) }
    let task = Task { await body(bound, sender) }
    state.open(OpenStream(task: task, deadline: deadline, counters: counters), id: streamID)
  }

  private func fail(_ streamID: UInt32, _ counters: MethodCounters, _ error: RPCError) {
    counters.count(error.code)
    output.writeFailure(streamID: streamID, acceptsZlib: false, error)
  }

  private func expire(_ streamID: UInt32) {
    guard closeStream(streamID, code: .deadlineExceeded) else { return }
    output.writeFailure(streamID: streamID, acceptsZlib: false, .deadlineExceeded)
    flushOutput()
  }

  func sendData(
    _ frame: ByteBuffer, saved: Int, on streamID: UInt32, _ sent: CheckedContinuation<RPCError?, Never>
  ) {
    guard let context, state.streams[streamID] != nil else { return sent.resume(returning: .cancelled) }
    tally.bytesSavedSending.add(UInt64(max(0, saved)), ordering: .relaxed)
    flushOutput(context)
    write(frame, context)
    if context.channel.isWritable {
      sent.resume(returning: nil)
    } else {
      waiters.append((streamID, sent))
    }
  }

  /// Ends an asynchronous call with its answer.
  func finish(_ streamID: UInt32, acceptsZlib: Bool, _ answer: Result<ByteBuffer, RPCError>) {
    guard let stream = state.close(streamID) else { return }
    release(stream)
    reply(on: streamID, stream.counters, acceptsZlib: acceptsZlib) { reply throws(RPCError) in
      try reply.succeed(with: try answer.get())
    }
    flushOutput()
  }

  /// Ends a stream whose handler has returned.
  func finish(_ streamID: UInt32, _ failure: RPCError?) {
    guard let stream = state.close(streamID) else { return }
    release(stream)
    if let failure {
      fail(streamID, stream.counters, failure)
    } else {
      stream.counters.count(.ok)
      output.write(FrameHeader(length: 0, streamID: streamID, type: .data, flags: [.remoteClosed, .noData]))
    }
    flushOutput()
  }

  /// Stops the handler of a stream, if it is still open.
  @discardableResult
  private func closeStream(_ streamID: UInt32, code: RPCStatusCode) -> Bool {
    guard let stream = state.close(streamID) else { return false }
    stop(stream, code: code)
    let error: RPCError = code == .deadlineExceeded ? .deadlineExceeded : .cancelled
    for waiter in waiters where waiter.streamID == streamID { waiter.sent.resume(returning: error) }
    waiters.removeAll { $0.streamID == streamID }
    return true
  }

  private func stop(_ stream: OpenStream, code: RPCStatusCode) {
    stream.task.cancel()
    stream.counters.count(code)
    release(stream)
  }

  private func release(_ stream: OpenStream) {
    stream.deadline?.cancel()
    tally.callsInFlight.subtract(1, ordering: .relaxed)
  }

  // MARK: Output

  private func flushOutput() {
    if let context { flushOutput(context) }
  }

  private func flushOutput(_ context: ChannelHandlerContext) {
    guard output.readableBytes > 0 else { return }
    var batch = output
    // Emptied before the write: a write may come back here.
    output = ByteBuffer()
    write(batch, context)
    guard output.readableBytes == 0, batch.capacity <= 2 * Self.batchSize else { return }
    // The socket has taken the bytes most of the time, and the memory serves again.
    batch.clear()
    output = batch
  }

  private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext) {
    tally.bytesSent.add(UInt64(bytes.readableBytes), ordering: .relaxed)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
  }

  // MARK: Time

  private func startTimer(every interval: Duration, _ body: @escaping @Sendable (ServerConnection, Duration) -> Void) {
    guard let context else { return }
    let delay = TimeAmount(interval)
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    timers.append(
      context.eventLoop.scheduleRepeatedTask(initialDelay: delay, delay: delay) { _ in
        body(bound.value, interval)
      })
  }

  private func checkSilence(after interval: Duration) {
    let verdict = watch.check(
      after: interval, isInsideFrame: decoder.isInsideFrame, hasStreams: !state.streams.isEmpty,
      idleTimeout: configuration.idleTimeout)
    switch verdict {
    case .fine: break
    case .stalled, .idle:
      logger.debug("closing a silent connection", metadata: ["reason": "\(verdict)"])
      close()
    }
  }

  /// Ends the connection as soon as it is quiet, and at the latest after `grace`.
  func drain(grace: Duration) {
    guard let context, state.phase == .open else { return }
    state.drain()
    sendGoawayIfDue()
    flushOutput(context)
    watch.noteBytes()
    startTimer(every: configuration.quietTime) { connection, _ in connection.closeIfQuiet() }
    startTimer(every: grace) { connection, _ in connection.closeNow() }
  }

  private func sendGoawayIfDue() {
    guard let last = state.goawayDue() else { return }
    output.write(FrameHeader(length: 0, streamID: last, type: .goaway))
  }

  private func closeIfQuiet() {
    // A client that heeds goaway closes when it is ready: closing first could cross a call on its way.
    guard !state.clientHeedsGoaway, state.streams.isEmpty, watch.wasQuiet() else { return }
    close()
  }

  private func closeNow() {
    for streamID in state.streams.keys.sorted() where closeStream(streamID, code: .unavailable) {
      output.writeFailure(
        streamID: streamID, acceptsZlib: false, RPCError(.unavailable, "the server is shutting down"))
    }
    close()
  }
}

internal import Logging
internal import NIOCore
internal import Synchronization

/// One connection of a server: does what its parts decide, with a socket.
///
/// Frames come in here and are judged by `ServerConnectionState`; `+Requests` finds their methods, `+Calls` answers them,
/// `+Streams` keeps those that take their time, and `+Closing` ends the connection. Everything happens on the
/// connection's event loop.
final class ServerConnection: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  let environment: ServerEnvironment
  let scheduler: LoopScheduler
  var context: ChannelHandlerContext?
  var peer = Peer()

  var state: ServerConnectionState
  var framing: RequestFraming
  var pressure = BackPressure.flowing
  var waiting = CallQueue()
  var waitingForPool = CallQueue()
  var open: OpenCalls
  var batch: ReplyBatch
  var watch: SilenceWatch
  var timers: [RepeatedTask] = []

  /// The place of this connection among those of its event loop.
  private(set) var turnID: LoopScheduler.ID = 0
  /// The event loop's time, as last read.
  var now: NIODeadline
  /// Until when calls that arrive are answered at once; nil if they wait for a turn.
  var answersUntil: NIODeadline?
  var isWorking = false

  var waitingShare: BudgetShare
  var waitingMemory: BudgetShare
  private var unsentMemory: BudgetShare
  /// How long calls are answered at once.
  let slice: TimeAmount
  /// How long a call may have to wait; nil for no limit.
  let queueTime: TimeAmount?
  private var socket: NIOBSDSocket.Handle?
  private var bytesHandedOver: UInt64 = 0

  init(_ environment: ServerEnvironment, _ scheduler: LoopScheduler) {
    self.environment = environment
    self.scheduler = scheduler
    let configuration = environment.configuration
    state = ServerConnectionState(maximumFrameSize: configuration.maximumFrameSize)
    framing = RequestFraming(configuration, environment.memory)
    open = OpenCalls(limit: configuration.maximumStreamsPerConnection, of: environment.callsInFlight)
    batch = ReplyBatch(
      limit: configuration.maximumFrameSize, compressionThreshold: configuration.compressionThreshold,
      memory: scheduler.replyMemory)
    slice = TimeAmount(configuration.slice)
    queueTime = configuration.maximumQueueTime > .zero ? TimeAmount(configuration.maximumQueueTime) : nil
    watch = SilenceWatch(configuration.patience)
    now = scheduler.clock()
    waitingShare = BudgetShare(of: environment.waitingCalls)
    waitingMemory = BudgetShare(of: environment.memory)
    unsentMemory = BudgetShare(of: environment.memory)
  }

  // MARK: Channel

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = Peer(address: context.remoteAddress)
    turnID = scheduler.join(self)
    socket = try? context.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { $0 }
    if let socket { scheduler.watch(socket) }
    startTimer(every: environment.configuration.patience.interval) { $0.checkSilence(after: $1) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    scheduler.leave(turnID)
    if let socket { scheduler.forget(socket) }
    self.context = nil
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if let news = event as? PeerEvent {
      peer = Peer(address: news.address ?? peer.address, identity: news.identity ?? peer.identity)
      if !environment.registry.move(context.channel, to: peer.address?.ipAddress) {
        environment.tally.refusedConnections.add(1, ordering: .relaxed)
        context.close(promise: nil)
      }
    }
    if case .inputClosed? = event as? ChannelEvent { endInput() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    environment.tally.bytesReceived.add(UInt64(bytes.readableBytes), ordering: .relaxed)
    watch.noteBytes()
    framing.append(bytes)
    receiveFrames()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    sendReplies()
    stayAwake()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    guard case .unblock(let reads) = pressure.note(isWritable: context.channel.isWritable) else { return }
    _ = unsentMemory.hold(0)
    for sent in open.takeWaiters() { sent.resume(returning: nil) }
    // A flush may find the socket writable again and re-enter here; the code that flushed then continues.
    if !isWorking {
      if !waiting.isEmpty { scheduler.waitForTurn(turnID) }
      receiveFrames()
      sendReplies()
    }
    if reads { context.read() }
  }

  func read(context: ChannelHandlerContext) {
    if pressure.shouldRead() { context.read() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    endCalls()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    environment.logger.debug("connection failed", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  // MARK: Output

  /// Sends the replies of what has been done, and ends the connection where that was the last.
  func sendReplies() {
    if state.phase == .settling, !batch.isEmpty, isAllAnswered, state.noteAllAnswered() { return closeOutput() }
    flush()
    endIfIdle()
  }

  /// Hands the replies that wait to the socket.
  func flush() {
    guard let bytes = batch.take() else { return }
    write(bytes)
    batch.recycle(bytes)
  }

  func write(_ bytes: ByteBuffer) {
    guard let context else { return }
    bytesHandedOver += UInt64(bytes.readableBytes)
    environment.tally.bytesSent.add(UInt64(bytes.readableBytes), ordering: .relaxed)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    stayAwake()
    guard !pressure.isFlowing, !unsentMemory.hold(unsentBytes) else { return }
    environment.logger.warning(
      "disconnecting a client that does not read its responses: the memory budget is used up",
      metadata: ["peer": "\(peer)"])
    context.close(promise: nil)
  }

  /// Lets the loop poll before it sleeps, unless what it would not see is waited for: calls that end elsewhere.
  private func stayAwake() {
    if environment.callsInFlight.used == 0 { scheduler.stayAwake() }
  }

  /// How many bytes the socket has not taken.
  private var unsentBytes: Int {
    (try? context?.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }

  // MARK: Time

  func startTimer(every interval: Duration, _ body: @escaping @Sendable (ServerConnection, Duration) -> Void) {
    let delay = TimeAmount(interval)
    let bound = NIOLoopBound(self, eventLoop: scheduler.eventLoop)
    timers.append(
      scheduler.eventLoop.scheduleRepeatedTask(initialDelay: delay, delay: delay) { _ in
        body(bound.value, interval)
      })
  }

  private func checkSilence(after interval: Duration) {
    let unsent = pressure.isFlowing ? 0 : unsentBytes
    let verdict = watch.check(
      after: interval,
      SilenceWatch.Facts(
        isInsideFrame: framing.isInsideFrame, isBusy: isBusy, bytesTaken: bytesHandedOver - UInt64(unsent),
        hasUnsent: unsent > 0))
    guard verdict != .fine else { return }
    environment.logger.debug("closing an idle connection", metadata: ["reason": "\(verdict)", "peer": "\(peer)"])
    // A client that does not read will not read the rest either.
    if verdict == .notReading { context?.close(promise: nil) } else { end() }
  }
}

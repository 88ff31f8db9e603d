internal import Logging
internal import NIOCore

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Accepts connections at the pace that `AcceptPace` gives, each on the loop that has the least to do.
///
/// A process without descriptors does not spin: it accepts later, says so once, and once more when it goes on.
final class AcceptGate: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias OutboundIn = Never

  private let loops: LoopTable
  private let logger: Logger
  private var pace: AcceptPace
  private var isReadScheduled = false

  init(_ loops: LoopTable, rate: Int, logger: Logger) {
    self.loops = loops
    self.logger = logger
    pace = AcceptPace(rate: rate)
  }

  func read(context: ChannelHandlerContext) {
    guard !isReadScheduled else { return }
    let now = context.eventLoop.now
    let due = pace.next(now: now)
    guard due > now else {
      loops.turnToLeastBusy()
      context.read()
      return
    }
    isReadScheduled = true
    let gate = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(deadline: due) {
      let (gate, context) = gate.value
      gate.isReadScheduled = false
      gate.read(context: context)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if pace.noteAccepted(now: context.eventLoop.now) { logger.notice("accepting connections again") }
    loops.count(unwrapInboundIn(data))
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError, Self.shortages.contains(error.errnoCode) else {
      return context.fireErrorCaught(error)
    }
    let isNew = pace.noteShortage(now: context.eventLoop.now)
    pause(context)
    guard isNew else { return }
    logger.error(
      "cannot accept connections for now: raise the limit of open files, or lower the limits of connections",
      metadata: ["reason": "\(error)"])
  }

  /// Takes the listening socket out of the loop's view until the next attempt: it stays readable, so that the loop would
  /// fail at it again and again.
  private func pause(_ context: ChannelHandlerContext) {
    let channel = context.channel
    try? channel.syncOptions?.setOption(.autoRead, value: false)
    let gate = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(deadline: pace.next(now: context.eventLoop.now)) {
      gate.value.loops.turnToLeastBusy()
      // Fails where the socket has been closed meanwhile.
      try? channel.syncOptions?.setOption(.autoRead, value: true)
    }
  }

  private static let shortages: Set<CInt> = [EMFILE, ENFILE, ENOBUFS, ENOMEM]
}

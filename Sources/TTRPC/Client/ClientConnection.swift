internal import NIOCore
internal import Synchronization

/// A connection as callers see it, from any thread.
final class ClientConnection: PooledConnection {
  private enum Command: Sendable {
    case call(PendingCall)
    case cancel(CancellationFlag)
  }

  private struct Queue {
    var commands: [Command] = []
    var isScheduled = false
  }

  let channel: any Channel
  let address: ServerAddress
  private let handler: NIOLoopBound<ClientConnectionHandler>
  private let queue = Mutex(Queue())
  private let inFlight = Atomic<Int>(0)

  init(channel: any Channel, address: ServerAddress, handler: NIOLoopBound<ClientConnectionHandler>) {
    self.channel = channel
    self.address = address
    self.handler = handler
  }

  var callsInFlight: Int { inFlight.load(ordering: .relaxed) }

  /// Sends a call and waits for its end.
  func ask(_ frame: ByteBuffer, until deadline: NIODeadline?) async -> PendingCall.Outcome {
    let isCancelled = CancellationFlag()
    inFlight.add(1, ordering: .relaxed)
    defer { inFlight.subtract(1, ordering: .relaxed) }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { caller in
        submit(PendingCall(request: frame, deadline: deadline, isCancelled: isCancelled, answer: .unary(caller)))
      }
    } onCancel: {
      cancel(isCancelled)
    }
  }

  /// Whether the server says within the probe's time that it wants calls.
  func answers(_ probe: HealthProbe) async -> Bool {
    var frame = ByteBuffer()
    let head = RequestHead(
      service: probe.service, method: probe.method, timeout: TimeAmount(probe.timeout).nanoseconds, metadata: [],
      flags: [])
    guard frame.writeRequest(head, payloadSize: probe.request.readableBytes, limit: .max) else { return false }
    frame.writeImmutableBuffer(probe.request)
    guard case .answered(.success(let answer)) = await ask(frame, until: .now() + TimeAmount(probe.timeout)) else {
      return false
    }
    return probe.isServing(answer)
  }

  func submit(_ call: PendingCall) {
    enqueue(.call(call))
  }

  func cancel(_ flag: CancellationFlag) {
    flag.set()
    enqueue(.cancel(flag))
  }

  /// Continues reading after a stream's buffer was full.
  func resumeReading() {
    handler.execute { $0.resumeReading() }
  }

  /// Begins nothing new, and closes when what waits is answered.
  func retire() {
    handler.execute { $0.retire() }
  }

  func close() {
    channel.close(promise: nil)
  }

  // Many callers wake the event loop once.
  private func enqueue(_ command: Command) {
    let isFirst = queue.withLock { queue in
      queue.commands.append(command)
      defer { queue.isScheduled = true }
      return !queue.isScheduled
    }
    if isFirst { handler.execute { [self] in run(in: $0) } }
  }

  private func run(in handler: ClientConnectionHandler) {
    let commands = queue.withLock { queue in
      queue.isScheduled = false
      defer { queue.commands = [] }
      return queue.commands
    }
    for command in commands {
      switch command {
      case .call(let call): handler.send(call)
      case .cancel(let flag): handler.cancel(flag)
      }
    }
    handler.flushOutput()
  }
}

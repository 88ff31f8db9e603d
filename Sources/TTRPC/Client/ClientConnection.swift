internal import NIOCore
internal import Synchronization

/// A connection as callers see it, from any thread.
final class ClientConnection: Sendable {
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

  init(channel: any Channel, address: ServerAddress, handler: NIOLoopBound<ClientConnectionHandler>) {
    self.channel = channel
    self.address = address
    self.handler = handler
  }

  func submit(_ call: PendingCall) {
    enqueue(.call(call))
  }

  func cancel(_ flag: CancellationFlag) {
    flag.set()
    enqueue(.cancel(flag))
  }

  /// Goes on reading after a stream's buffer was full.
  func resumeReading() {
    handler.execute { $0.resumeReading() }
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

internal import NIOCore
internal import Synchronization

/// The listening sockets and connections of a server, and how many come from each address.
final class ConnectionRegistry: Sendable {
  struct Connection: Sendable {
    let channel: any Channel
    let handler: NIOLoopBound<ServerConnection>
    fileprivate var address: String?
  }

  fileprivate struct State {
    var listeners: [ObjectIdentifier: any Channel] = [:]
    var connections: [ObjectIdentifier: Connection] = [:]
    var perAddress: [String: Int] = [:]
    var isDraining = false
    /// The task that waits for channels to close.
    var waiter: (isOver: @Sendable (State) -> Bool, end: AsyncStream<Bool>.Continuation)?
  }

  private let limit: Int
  private let limitPerAddress: Int
  private let state = Mutex(State())

  init(limit: Int, limitPerAddress: Int) {
    self.limit = limit
    self.limitPerAddress = limitPerAddress
  }

  var listeners: [any Channel] { state.withLock { Array($0.listeners.values) } }
  var connections: [Connection] { state.withLock { Array($0.connections.values) } }

  func add(listener: any Channel) {
    let key = ObjectIdentifier(listener)
    let isDraining = state.withLock { state in
      state.listeners[key] = listener
      return state.isDraining
    }
    listener.closeFuture.whenComplete { _ in
      self.state.withLock { state in
        state.listeners[key] = nil
        state.tellWaiter()
      }
    }
    if isDraining { listener.close(promise: nil) }
  }

  /// - Parameter address: that counts the connection; nil while only a proxy knows it.
  /// - Returns: false if the connection exceeds the limit, in all or from its address.
  func admit(_ channel: any Channel, from address: String?, _ handler: NIOLoopBound<ServerConnection>) -> Bool {
    let key = ObjectIdentifier(channel)
    let isAdmitted = state.withLock { state in
      guard state.connections.count < limit, state.count(address, limit: limitPerAddress) else { return false }
      state.connections[key] = Connection(channel: channel, handler: handler, address: address)
      return true
    }
    guard isAdmitted else { return false }
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { state in
        state.uncount(state.connections.removeValue(forKey: key)?.address)
        state.tellWaiter()
      }
    }
    return true
  }

  /// Records the connection's real address, as reported by a proxy.
  ///
  /// - Returns: false if there are too many from there.
  func move(_ channel: any Channel, to address: String?) -> Bool {
    state.withLock { state in
      let key = ObjectIdentifier(channel)
      guard let old = state.connections[key], old.address != address else { return true }
      guard state.count(address, limit: limitPerAddress) else { return false }
      state.uncount(old.address)
      state.connections[key]?.address = address
      return true
    }
  }

  /// Whether connections that are admitted now are to be drained at once.
  var isDraining: Bool { state.withLock { $0.isDraining } }

  func beginDraining() {
    state.withLock { $0.isDraining = true }
  }

  /// Waits until no socket listens any more.
  ///
  /// - Returns: false if some did after `timeout`.
  func waitUntilDeaf(within timeout: Duration) async -> Bool {
    await wait(within: timeout) { $0.listeners.isEmpty }
  }

  /// Waits until every channel has closed.
  ///
  /// - Returns: false if some were open after `timeout`.
  func waitUntilEmpty(within timeout: Duration) async -> Bool {
    await wait(within: timeout) { $0.listeners.isEmpty && $0.connections.isEmpty }
  }

  // On no event loop: they may all be busy.
  private func wait(
    within timeout: Duration, until isOver: @escaping @Sendable (State) -> Bool
  ) async -> Bool {
    let (ends, end) = AsyncStream.makeStream(of: Bool.self)
    state.withLock { state in
      state.waiter = (isOver, end)
      state.tellWaiter()
    }
    let alarm = Task {
      try? await Task.sleep(for: timeout)
      end.yield(false)
    }
    defer { alarm.cancel() }
    for await isOver in ends { return isOver }
    return false
  }
}

extension ConnectionRegistry.State {
  fileprivate func tellWaiter() {
    if let waiter, waiter.isOver(self) { waiter.end.yield(true) }
  }

  fileprivate mutating func count(_ address: String?, limit: Int) -> Bool {
    guard let address else { return true }
    let count = perAddress[address, default: 0]
    guard count < limit else { return false }
    perAddress[address] = count + 1
    return true
  }

  fileprivate mutating func uncount(_ address: String?) {
    guard let address, let count = perAddress[address] else { return }
    perAddress[address] = count > 1 ? count - 1 : nil
  }
}

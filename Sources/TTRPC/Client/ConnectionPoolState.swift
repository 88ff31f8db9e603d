internal import NIOCore

/// Which connections a pool has, and who waits for one; no sockets and no clock of its own.
struct ConnectionPoolState {
  typealias Waiter = CheckedContinuation<Result<ClientConnection, RPCError>, Never>

  enum Decision {
    /// Take this one; and meanwhile connect those slots.
    case use(ClientConnection, connect: [Int])
    case wait(connect: [Int])
    case fail(RPCError)
  }

  private enum Slot {
    case idle
    case connecting
    case ready(ClientConnection)
    /// Not to be tried before.
    case resting(until: NIODeadline)
  }

  static let closedError = RPCError(.unavailable, "the client is closed")

  private var slots: [Slot]
  private var backoffs: [Backoff]
  private var waiters: [UInt64: Waiter] = [:]
  /// Who gave up before it began to wait.
  private var lapsed: [UInt64: RPCError] = [:]
  private var tickets: Set<UInt64> = []
  private var lastTicket: UInt64 = 0
  private var lastIndex = 0
  private var lastFailure = RPCError(.unavailable, "no server address is given")
  private var isClosed = false

  init(slots count: Int) {
    slots = Array(repeating: .idle, count: count)
    backoffs = Array(repeating: Backoff(first: .milliseconds(100), longest: .seconds(10)), count: count)
    // Clients that start together do not all begin with the first server.
    lastIndex = count > 1 ? Int.random(in: 0..<count) : 0
  }

  mutating func nextIndex() -> Int {
    guard !slots.isEmpty else { return 0 }
    lastIndex = (lastIndex + 1) % slots.count
    return lastIndex
  }

  mutating func choose(now: NIODeadline) -> Decision {
    guard !isClosed else { return .fail(Self.closedError) }
    let first = nextIndex()
    var choice: ClientConnection? = nil
    var isConnecting = false
    var connect: [Int] = []
    for offset in slots.indices {
      let index = (first + offset) % slots.count
      switch slots[index] {
      case .ready(let connection): choice = choice ?? connection
      case .connecting: isConnecting = true
      case .resting(let until) where until > now: break
      case .idle, .resting:
        slots[index] = .connecting
        connect.append(index)
      }
    }
    if let choice { return .use(choice, connect: connect) }
    return isConnecting || !connect.isEmpty ? .wait(connect: connect) : .fail(lastFailure)
  }

  // MARK: Waiting

  mutating func takeTicket() -> UInt64 {
    lastTicket += 1
    tickets.insert(lastTicket)
    return lastTicket
  }

  /// - Returns: what the waiter gets at once, if it need not wait.
  mutating func wait(_ waiter: Waiter, ticket: UInt64) -> Result<ClientConnection, RPCError>? {
    if let error = lapsed.removeValue(forKey: ticket) { return .failure(error) }
    if isClosed { return .failure(Self.closedError) }
    for slot in slots {
      if case .ready(let connection) = slot { return .success(connection) }
    }
    guard slots.contains(where: { if case .connecting = $0 { true } else { false } }) else {
      return .failure(lastFailure)
    }
    waiters[ticket] = waiter
    return nil
  }

  mutating func giveUp(_ ticket: UInt64, _ error: RPCError) -> Waiter? {
    if let waiter = waiters.removeValue(forKey: ticket) { return waiter }
    if tickets.contains(ticket) { lapsed[ticket] = error }
    return nil
  }

  /// The holder of the ticket waits no more, whatever the reason.
  mutating func forget(_ ticket: UInt64) {
    tickets.remove(ticket)
    lapsed.removeValue(forKey: ticket)
  }

  // MARK: Connecting

  /// Notes how an attempt to connect went.
  ///
  /// - Returns: those who get the answer, if there is one.
  mutating func settle(
    _ index: Int, _ result: Result<ClientConnection, RPCError>, now: NIODeadline
  ) -> ([Waiter], Result<ClientConnection, RPCError>?) {
    switch result {
    case .success(let connection):
      guard !isClosed else {
        connection.close()
        return ([], nil)
      }
      slots[index] = .ready(connection)
      backoffs[index].reset()
      return (takeWaiters(), result)
    case .failure(let error):
      lastFailure = error
      slots[index] = .resting(until: now + TimeAmount(backoffs[index].next()))
      let isHopeless = !slots.contains { if case .connecting = $0 { true } else { false } }
      return isHopeless ? (takeWaiters(), result) : ([], nil)
    }
  }

  /// The connection of a slot is not to be used any more.
  mutating func leave(_ index: Int) {
    if case .ready = slots[index] { slots[index] = .idle }
  }

  private mutating func takeWaiters() -> [Waiter] {
    defer { waiters.removeAll() }
    return Array(waiters.values)
  }

  mutating func close() -> ([ClientConnection], [Waiter]) {
    isClosed = true
    let connections = slots.compactMap { if case .ready(let connection) = $0 { connection } else { nil } }
    return (connections, takeWaiters())
  }
}

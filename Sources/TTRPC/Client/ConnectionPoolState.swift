internal import NIOCore

/// What a pool knows of one connection.
protocol PooledConnection: AnyObject, Sendable {
  var callsInFlight: Int { get }
}

// A pool has slots, some for each address behind the names of its servers:
//
//     idle ──► connecting ──► ready ──► idle, when the connection breaks or its server leaves
//                  └──────► resting ──► connecting, after a pause that grows with each failure
//
// Calls go to the ready connection with the fewest calls; one whose server does not want calls, or whose address is
// behind its name no more, only where there is no other.

/// Which connections a pool has, and who waits for one; no sockets and no clock of its own.
struct ConnectionPoolState<Connection: PooledConnection, Waiter: Sendable>: Sendable {
  typealias Answer = Result<Connection, RPCError>

  /// One connection to one address.
  struct SlotID: Hashable, Sendable {
    let address: SocketAddress
    let index: Int
  }

  /// What is to be done beside the answer.
  struct Work: Equatable, Sendable {
    var connect: [SlotID] = []
    var resolve = false
  }

  enum Choice: Sendable {
    case use(Connection)
    case wait
    case fail(RPCError)
  }

  private enum Phase: Sendable {
    case idle
    case connecting
    case ready(Connection)
    /// Not to be tried before.
    case resting(until: NIODeadline)
  }

  private struct Slot: Sendable {
    var phase = Phase.idle
    var backoff = Backoff(first: .milliseconds(100), longest: .seconds(10))
    /// The server answered lately that it takes no calls: others are asked first until then.
    var avoidedUntil: NIODeadline?
    /// The last probe said that the server does not want calls.
    var isNotServing = false
  }

  private enum Resolution: Sendable {
    case never
    case underWay
    case done(at: NIODeadline)
  }

  private let slotsPerAddress: Int
  private let resolveInterval: TimeAmount
  private var order: [SlotID] = []
  private var slots: [SlotID: Slot] = [:]
  private var resolution = Resolution.never
  private var waiters: [UInt64: Waiter] = [:]
  /// Tickets that were given up before their holders began to wait.
  private var lapsed: [UInt64: RPCError] = [:]
  private var tickets: Set<UInt64> = []
  private var lastTicket: UInt64 = 0
  private var rotation: Int
  private var lastFailure = RPCError(.unavailable, "no server address was given")
  private var isClosed = false

  static var closedError: RPCError { RPCError(.unavailable, "the client is closed") }

  /// - Parameter rotation: where to begin, so that clients that start together do not all take the first server.
  init(slotsPerAddress: Int, resolveInterval: TimeAmount, rotation: Int = .random(in: 0..<1 << 20)) {
    self.slotsPerAddress = max(1, slotsPerAddress)
    self.resolveInterval = resolveInterval
    self.rotation = rotation
  }

  // MARK: Choosing

  /// - Parameter last: the connection that the call has failed on; used only if there is no other.
  mutating func choose(now: NIODeadline, otherThan last: Connection? = nil) -> (Choice, Work) {
    guard !isClosed else { return (.fail(Self.closedError), Work()) }
    let work = takeWork(now: now)
    if let connection = best(now: now, otherThan: last) { return (.use(connection), work) }
    return (isHopeless ? .fail(lastFailure) : .wait, work)
  }

  /// The addresses, the best first, to make a connection for one stream.
  mutating func addressesInTurn(now: NIODeadline) -> ([SocketAddress], Work) {
    rotation += 1
    let firsts = order.filter { $0.index == 0 }
    guard !firsts.isEmpty else { return ([], takeWork(now: now)) }
    let turned = firsts.indices.map { firsts[($0 + rotation) % firsts.count] }
    let ranked = turned.enumerated().sorted { (rank($0.element, now), $0.offset) < (rank($1.element, now), $1.offset) }
    return (ranked.map(\.element.address), takeWork(now: now))
  }

  private mutating func best(now: NIODeadline, otherThan last: Connection?) -> Connection? {
    rotation += 1
    var best: (connection: Connection, rank: Int, load: Int)? = nil
    for offset in order.indices {
      let id = order[(offset + rotation) % order.count]
      guard case .ready(let connection)? = slots[id]?.phase else { continue }
      let rank = connection === last ? 2 : rank(id, now)
      let load = connection.callsInFlight
      if let best, (best.rank, best.load) <= (rank, load) { continue }
      best = (connection, rank, load)
    }
    return best?.connection
  }

  /// 0 for a server that takes calls, as far as is known; 1 for one that does not.
  private func rank(_ id: SlotID, _ now: NIODeadline) -> Int {
    guard let slot = slots[id] else { return 1 }
    if slot.isNotServing { return 1 }
    if case .resting(let until) = slot.phase, until > now { return 1 }
    return slot.avoidedUntil.map { $0 > now } ?? false ? 1 : 0
  }

  /// Takes what is to be done now: names to look up, slots to connect.
  private mutating func takeWork(now: NIODeadline) -> Work {
    var work = Work()
    switch resolution {
    case .never: work.resolve = true
    case .done(let at) where at + resolveInterval <= now: work.resolve = true
    case .done, .underWay: break
    }
    if work.resolve { resolution = .underWay }
    work.connect = takeIdle(now: now)
    return work
  }

  private mutating func takeIdle(now: NIODeadline) -> [SlotID] {
    order.filter { id in
      switch slots[id]?.phase {
      case .idle: break
      case .resting(let until) where until <= now: break
      default: return false
      }
      slots[id]?.phase = .connecting
      return true
    }
  }

  /// Whether nothing is under way that could bring a connection.
  private var isHopeless: Bool {
    if case .underWay = resolution { return false }
    return !slots.values.contains { if case .connecting = $0.phase { true } else { false } }
  }

  // MARK: Waiting

  mutating func takeTicket() -> UInt64 {
    lastTicket += 1
    tickets.insert(lastTicket)
    return lastTicket
  }

  /// - Returns: what the waiter gets at once, if it need not wait.
  mutating func wait(_ waiter: Waiter, ticket: UInt64, now: NIODeadline) -> Answer? {
    if let error = lapsed.removeValue(forKey: ticket) { return .failure(error) }
    if isClosed { return .failure(Self.closedError) }
    if let connection = best(now: now, otherThan: nil) { return .success(connection) }
    if isHopeless { return .failure(lastFailure) }
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
    lapsed[ticket] = nil
  }

  private mutating func takeWaiters() -> [Waiter] {
    defer { waiters.removeAll() }
    return Array(waiters.values)
  }

  // MARK: Names

  /// Notes the addresses behind the servers' names.
  ///
  /// - Parameters:
  ///   - addresses: every address that was found.
  ///   - failure: of a name that could not be looked up; the addresses that were known stay then.
  /// - Returns: the connections to leave, because their address is behind no name any more; the slots to connect; and
  ///   those who wait in vain.
  mutating func noteResolved(
    _ addresses: [SocketAddress], failure: RPCError?, now: NIODeadline
  ) -> (retire: [Connection], connect: [SlotID], waiters: [Waiter], RPCError) {
    resolution = .done(at: now)
    guard !isClosed else { return ([], [], takeWaiters(), Self.closedError) }
    if let failure { lastFailure = failure }
    var retired: [Connection] = []
    if failure == nil {
      let wanted = Set(addresses)
      for id in order where !wanted.contains(id.address) {
        if case .ready(let connection)? = slots.removeValue(forKey: id)?.phase { retired.append(connection) }
      }
      order.removeAll { slots[$0] == nil }
    }
    for address in addresses {
      for index in 0..<slotsPerAddress where slots[SlotID(address: address, index: index)] == nil {
        let id = SlotID(address: address, index: index)
        order.append(id)
        slots[id] = Slot()
      }
    }
    let connect = takeIdle(now: now)
    return (retired, connect, isHopeless ? takeWaiters() : [], lastFailure)
  }

  // MARK: Connecting

  /// Notes how an attempt to connect went.
  ///
  /// - Returns: those who get the answer, if there is one; nil for a connection that is not wanted any more.
  mutating func settle(_ id: SlotID, _ result: Answer, now: NIODeadline) -> (waiters: [Waiter], Answer)? {
    guard !isClosed, slots[id] != nil else { return nil }
    switch result {
    case .success(let connection):
      slots[id]?.phase = .ready(connection)
      slots[id]?.backoff.reset()
      return (takeWaiters(), result)
    case .failure(let error):
      lastFailure = error
      if let pause = slots[id]?.backoff.next() { slots[id]?.phase = .resting(until: now + TimeAmount(pause)) }
      // The name may have moved.
      if case .done = resolution { resolution = .done(at: now - resolveInterval + .seconds(1)) }
      return (isHopeless ? takeWaiters() : [], result)
    }
  }

  /// The connection of a slot is not to be used any more.
  mutating func leave(_ connection: Connection) {
    guard let id = id(of: connection) else { return }
    slots[id]?.phase = .idle
    slots[id]?.isNotServing = false
  }

  /// A server answered that it takes no calls.
  mutating func avoid(_ connection: Connection, until: NIODeadline) {
    guard let id = id(of: connection) else { return }
    slots[id]?.avoidedUntil = until
  }

  /// A probe of a connection has had its answer.
  mutating func noteProbe(_ connection: Connection, isServing: Bool) {
    guard let id = id(of: connection) else { return }
    slots[id]?.isNotServing = !isServing
  }

  private func id(of connection: Connection) -> SlotID? {
    order.first { id in
      if case .ready(let other)? = slots[id]?.phase { other === connection } else { false }
    }
  }

  mutating func close() -> ([Connection], [Waiter]) {
    isClosed = true
    let connections = slots.values.compactMap { if case .ready(let connection) = $0.phase { connection } else { nil } }
    slots.removeAll()
    order.removeAll()
    return (connections, takeWaiters())
  }
}

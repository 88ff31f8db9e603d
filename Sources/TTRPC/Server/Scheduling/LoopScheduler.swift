internal import NIOCore

/// Work that is cut into turns: the calls that wait on one connection.
protocol TurnTaker: AnyObject {
  /// Works for about as long as `credit`, and says how long it was and whether there is more to do.
  func takeTurn(for credit: TimeAmount) -> (used: TimeAmount, hasMore: Bool)
}

/// Gives the connections of one event loop their turns, and the loop the time to look at its sockets between them.
///
/// Everything here happens on the event loop.
final class LoopScheduler {
  typealias ID = UInt64

  // An event loop runs tasks that are due until there are none, before it looks at its sockets again. A task that is
  // due a moment later lets it look, and costs no more than that moment.
  private static let gap = TimeAmount.microseconds(25)

  let eventLoop: any EventLoop
  /// For tasks that stay on the loop.
  let executor: EventLoopExecutor
  let load: LoopLoad
  let replyMemory = ReplyMemory()
  /// What tells how long work takes: the event loop's time, unless a test has another.
  let clock: () -> NIODeadline
  /// Nil where the loop sleeps as soon as it has nothing to do.
  private var busyPoll: BusyPoll?
  private var isPollScheduled = false
  private var queue: FairQueue<ID>
  private var members: [ID: any TurnTaker] = [:]
  private var lastID: ID = 0
  private var isTurnScheduled = false
  /// How long connections have worked out of turn since the loop looked at its sockets.
  private var usedSincePoll = TimeAmount.zero
  private var isPollMarked = false

  init(
    eventLoop: any EventLoop, load: LoopLoad, slice: TimeAmount, busyPoll: TimeAmount = .zero,
    clock: (() -> NIODeadline)? = nil
  ) {
    let clock = clock ?? { eventLoop.now }
    self.eventLoop = eventLoop
    executor = EventLoopExecutor(eventLoop)
    self.load = load
    self.clock = clock
    self.busyPoll = busyPoll > .zero ? BusyPoll(for: busyPoll, clock: clock) : nil
    queue = FairQueue(quantum: max(slice, .nanoseconds(1)))
  }

  func join(_ member: any TurnTaker) -> ID {
    lastID += 1
    members[lastID] = member
    return lastID
  }

  func leave(_ id: ID) {
    members[id] = nil
    queue.remove(id)
  }

  // MARK: Polling

  func watch(_ socket: CInt) {
    busyPoll?.watch(socket)
  }

  func forget(_ socket: CInt) {
    busyPoll?.forget(socket)
  }

  /// Something has come in or gone out, and more is likely to come soon: when all that has come is done, the loop polls its
  /// sockets before it sleeps.
  func stayAwake() {
    guard let busyPoll, busyPoll.isUseful, !isPollScheduled else { return }
    isPollScheduled = true
    let scheduler = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.execute { scheduler.value.poll() }
  }

  private func poll() {
    isPollScheduled = false
    if !isTurnScheduled { busyPoll?.wait() }
  }

  // MARK: Turns

  /// Whether calls that have just arrived may be answered at once; otherwise they wait for a turn.
  ///
  /// A connection that waits already may not, and nobody may where many have at this look at the sockets: what has
  /// arrived on the others must be seen first.
  func mayWorkAtOnce(_ id: ID) -> Bool {
    guard usedSincePoll < queue.quantum + queue.quantum else { return false }
    return queue.isEmpty || !queue.contains(id)
  }

  /// A connection has worked out of turn.
  func noteWork(_ id: ID, used: TimeAmount, hasMore: Bool) {
    queue.account(id, used: used, hasMore: hasMore)
    if hasMore { scheduleTurn() }
    // Short work is left out: the mark would cost more than it tells.
    guard used >= .microseconds(100) else { return }
    usedSincePoll = usedSincePoll + used
    guard !isPollMarked else { return }
    isPollMarked = true
    let scheduler = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.execute {
      scheduler.value.isPollMarked = false
      scheduler.value.usedSincePoll = .zero
    }
  }

  /// A connection has calls that wait.
  func waitForTurn(_ id: ID) {
    queue.append(id)
    scheduleTurn()
  }

  private func scheduleTurn() {
    guard !isTurnScheduled else { return }
    isTurnScheduled = true
    let scheduler = NIOLoopBound(self, eventLoop: eventLoop)
    eventLoop.scheduleTask(in: Self.gap) { scheduler.value.takeTurns() }
  }

  private func takeTurns() {
    // Calls that come up meanwhile schedule no turn of their own: it would be due before this one ends, and the loop would
    // go from turn to turn without a look at its sockets.
    var left = queue.quantum
    while left > .zero, let turn = queue.next() {
      let (used, hasMore) = members[turn.id]?.takeTurn(for: turn.credit) ?? (.zero, false)
      queue.finish(turn.id, used: used, hasMore: hasMore)
      left = left - used
    }
    isTurnScheduled = false
    if !queue.isEmpty { scheduleTurn() }
  }
}

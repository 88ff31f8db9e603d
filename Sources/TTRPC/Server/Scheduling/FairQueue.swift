internal import NIOCore

// Deficit round robin with a list for newcomers (RFC 8290, section 4), over time in place of bytes:
//
//     A flow gets a quantum of time a round. What it uses beyond that, it owes: it waits until later rounds have paid.
//     A flow that was silent comes before those that always have work, once a round: short calls pass long queues.

/// Shares the time of an event loop between flows that have work waiting; no clock of its own.
struct FairQueue<ID: Hashable & Sendable>: Sendable {
  struct Turn: Equatable, Sendable {
    let id: ID
    /// How long the flow may work; it may exceed that by one piece of work, and owes the rest.
    let credit: TimeAmount
  }

  private struct Flow {
    var credit: TimeAmount
    var isNew: Bool
  }

  let quantum: TimeAmount
  private var flows: [ID: Flow] = [:]
  private var newcomers = Queue<ID>()
  private var regulars = Queue<ID>()

  // A flow never owes more rounds than these: a single long call is not held against it forever.
  private static var longestDebt: Int64 { 64 }

  init(quantum: TimeAmount) {
    self.quantum = quantum
  }

  /// Whether no flow is waiting for a turn.
  var isEmpty: Bool { flows.isEmpty }

  /// Whether the flow waits for a turn, or has had one in this round.
  func contains(_ id: ID) -> Bool { flows[id] != nil }

  /// A flow has work: it waits for its turn from now on.
  mutating func append(_ id: ID) {
    guard flows[id] == nil else { return }
    flows[id] = Flow(credit: quantum, isNew: true)
    newcomers.append(id)
  }

  /// A flow that was not waiting has worked out of turn.
  ///
  /// - Parameter hasMore: whether it has more to do.
  mutating func account(_ id: ID, used: TimeAmount, hasMore: Bool) {
    // Without other flows, nothing is owed.
    guard hasMore || !isEmpty, flows[id] == nil else { return }
    endTurn(id, credit: remaining(quantum, used))
  }

  /// The flow whose turn it is; `finish` ends it.
  mutating func next() -> Turn? {
    while let id = newcomers.popFirst() ?? regulars.popFirst() {
      guard let flow = flows[id] else { continue }
      if flow.credit > .zero { return Turn(id: id, credit: flow.credit) }
      // A flow that is alone keeps nobody waiting, so its debt is cancelled.
      endTurn(id, credit: flows.count == 1 ? .zero : flow.credit)
    }
    return nil
  }

  /// The flow has had its turn.
  ///
  /// - Parameter hasMore: whether it has more to do.
  mutating func finish(_ id: ID, used: TimeAmount, hasMore: Bool) {
    guard let flow = flows[id] else { return }
    // A newcomer stays for a round even without work; otherwise it would be new again at once, and always first.
    guard hasMore || flow.isNew && flows.count > 1 else {
      flows[id] = nil
      return
    }
    endTurn(id, credit: remaining(flow.credit, used))
  }

  mutating func remove(_ id: ID) {
    flows[id] = nil
  }

  /// Puts a flow behind the others; a flow that has used up its credit gets that of the next round.
  private mutating func endTurn(_ id: ID, credit: TimeAmount) {
    flows[id] = Flow(credit: credit > .zero ? credit : credit + quantum, isNew: false)
    regulars.append(id)
  }

  private func remaining(_ credit: TimeAmount, _ used: TimeAmount) -> TimeAmount {
    max(credit - used, .nanoseconds(-Self.longestDebt * quantum.nanoseconds))
  }
}

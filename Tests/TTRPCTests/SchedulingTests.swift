import NIOCore
import Testing

@testable import TTRPC

@Suite struct `A queue` {
  @Test func `elements come out in the order in which they went in`() {
    var generator = SplitMix(seed: 1)
    var queue = Queue<Int>()
    var model: [Int] = []
    for step in 0..<20_000 {
      if generator.next() % 3 != 0 {
        queue.append(step)
        model.append(step)
      } else {
        #expect(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
      }
      #expect(queue.count == model.count)
      if let index = model.indices.randomElement(using: &generator) { #expect(queue[index] == model[index]) }
    }
  }
}

@Suite struct `A fair queue` {
  private let quantum = TimeAmount.milliseconds(1)

  /// Lets `flows` work, each for the time that one of its pieces takes, for as long as `total`.
  private func shares(_ pieces: [Int: TimeAmount], total: TimeAmount) -> [Int: TimeAmount] {
    var queue = FairQueue<Int>(quantum: quantum)
    var used: [Int: TimeAmount] = [:]
    var spent = TimeAmount.zero
    for id in pieces.keys.sorted() { queue.append(id) }
    while spent < total, let turn = queue.next() {
      let piece = pieces[turn.id] ?? .zero
      var slice = TimeAmount.zero
      while slice < turn.credit { slice = slice + piece }
      used[turn.id, default: .zero] = used[turn.id, default: .zero] + slice
      spent = spent + slice
      queue.finish(turn.id, used: slice, hasMore: true)
    }
    return used
  }

  @Test func `those that always have work share the time, whatever their pieces take`() {
    let used = shares([1: .microseconds(10), 2: .milliseconds(3), 3: .microseconds(700)], total: .seconds(3))
    for (_, time) in used { #expect(abs(time.nanoseconds - 1_000_000_000) < 10_000_000) }
    #expect(used.count == 3)
  }

  @Test func `a flow alone has all the time`() {
    let used = shares([7: .milliseconds(500)], total: .seconds(5))
    #expect(used[7] == .seconds(5))
  }

  @Test func `a newcomer comes before those that wait, once a round`() {
    var queue = FairQueue<String>(quantum: quantum)
    queue.append("greedy")
    queue.append("greedier")
    for _ in 0..<2 {
      if let turn = queue.next() { queue.finish(turn.id, used: quantum, hasMore: true) }
    }
    queue.append("short")
    #expect(queue.next()?.id == "short")
    queue.finish("short", used: .microseconds(5), hasMore: false)
    // It comes again at once, and waits for the others now.
    #expect(queue.contains("short"))
    queue.append("short")
    #expect(queue.next()?.id == "greedy")
    queue.finish("greedy", used: quantum, hasMore: true)
    #expect(queue.next()?.id == "greedier")
    queue.finish("greedier", used: quantum, hasMore: true)
    #expect(queue.next()?.id == "short")
    queue.finish("short", used: .zero, hasMore: false)
    #expect(!queue.contains("short"))
  }

  @Test func `work out of turn is paid for where others wait, and only there`() {
    var queue = FairQueue<Int>(quantum: quantum)
    queue.account(1, used: .milliseconds(1), hasMore: false)
    #expect(queue.isEmpty)
    queue.append(2)
    queue.account(1, used: .milliseconds(3), hasMore: true)
    var order: [Int] = []
    for _ in 0..<6 {
      guard let turn = queue.next() else { break }
      order.append(turn.id)
      queue.finish(turn.id, used: quantum, hasMore: true)
    }
    #expect(order == [2, 2, 2, 1, 2, 1])
  }

  @Test func `whoever leaves has no more turns`() {
    var queue = FairQueue<Int>(quantum: quantum)
    for id in 1...3 { queue.append(id) }
    queue.remove(1)
    #expect(queue.next()?.id == 2)
    queue.remove(2)
    queue.finish(2, used: quantum, hasMore: true)
    #expect(queue.next()?.id == 3)
    queue.finish(3, used: quantum, hasMore: false)
    #expect(queue.next() == nil)
    #expect(queue.isEmpty)
  }
}

@Suite struct `Calls that wait` {
  private func call(_ streamID: UInt32, deadline: Int64? = nil, size: Int = 10) -> CallQueue.Item {
    let method = Method(.raw("Echo") { payload, _ in payload }, of: "bench.Echo")
    return .call(
      ReadyCall(
        streamID: streamID, method: method, payload: ByteBuffer(repeating: 0, count: size),
        context: CallContext(service: "bench.Echo", method: "Echo"), arrival: .uptimeNanoseconds(0),
        deadline: deadline.map { .uptimeNanoseconds(UInt64($0)) }))
  }

  @Test func `calls leave in order, when they are cancelled, and when their time is over`() {
    var generator = SplitMix(seed: 2)
    var queue = CallQueue()
    var model: [(id: UInt32, deadline: Int64?, size: Int)] = []
    var lastID: UInt32 = 1
    for now in 0..<10_000 {
      switch generator.next() % 8 {
      case 0...3:
        lastID += 2
        let deadline = generator.next() % 2 == 0 ? Int64(now) + Int64(generator.next() % 300) : nil
        let size = Int(generator.next() % 50)
        queue.append(call(lastID, deadline: deadline, size: size))
        model.append((lastID, deadline, size))
      case 4...5:
        #expect(queue.popFirst()?.streamID == (model.isEmpty ? nil : model.removeFirst().id))
      case 6:
        let id = UInt32(generator.next() % UInt64(lastID + 4))
        let index = model.firstIndex { $0.id == id }
        #expect(queue.cancel(id)?.streamID == index.map { model[$0].id })
        if let index { model.remove(at: index) }
      default:
        let expired = queue.takeExpired(now: .uptimeNanoseconds(UInt64(now))).map(\.streamID)
        #expect(expired == model.filter { ($0.deadline ?? .max) <= now }.map(\.id))
        model.removeAll { ($0.deadline ?? .max) <= now }
      }
      #expect(queue.count == model.count)
      #expect(queue.bytes == model.reduce(0) { $0 + $1.size + CallQueue.overhead })
    }
  }
}

@Suite struct `Budgets` {
  @Test func `shares take from a budget until it is spent, and give back`() {
    let budget = Budget(limit: 100)
    var first = BudgetShare(of: budget)
    do {
      var second = BudgetShare(of: budget)
      #expect(first.hold(60) == true)
      #expect(second.hold(41) == false)
      #expect(second.hold(40) == true)
      #expect(budget.used == 100)
      #expect(first.hold(61) == false)
      #expect(first.hold(10) == true)
      #expect(second.hold(90) == true)
    }
    #expect(budget.used == 10)
    #expect(first.hold(0) == true)
    #expect(budget.used == 0)
  }
}

@Suite struct `Accepting` {
  private func time(_ milliseconds: Int64) -> NIODeadline {
    .uptimeNanoseconds(0) + .milliseconds(10_000 + milliseconds)
  }

  @Test func `connections come at a steady rate after a burst`() {
    var pace = AcceptPace(rate: 100)
    var accepted = 0
    while pace.next(now: time(0)) == time(0) {
      _ = pace.noteAccepted(now: time(0))
      accepted += 1
    }
    #expect(abs(accepted - 100) <= 1)
    for step in 1...50 {
      let now = pace.next(now: time(0))
      #expect(now > time(Int64(step - 1) * 10) && now <= time(Int64(step) * 10))
      _ = pace.noteAccepted(now: now)
    }
  }

  @Test func `attempts without descriptors come later each time, until one succeeds`() {
    var pace = AcceptPace(rate: 1000)
    var now = time(0)
    var begins: [Bool] = []
    var pauses: [Int64] = []
    for _ in 0..<8 {
      begins.append(pace.noteShortage(now: now))
      let next = pace.next(now: now)
      pauses.append((next - now).nanoseconds / 1_000_000)
      now = next
    }
    #expect(pauses == [50, 100, 200, 400, 800, 1000, 1000, 1000])
    #expect(begins == [true] + Array(repeating: false, count: 7))
    #expect(pace.noteAccepted(now: now) == true)
    #expect(pace.noteAccepted(now: now) == false)
    #expect(pace.next(now: now) == now)
  }

  @Test func `a descriptor that comes and goes neither ends a shortage nor begins another`() {
    var pace = AcceptPace(rate: 1000)
    var begins = [pace.noteShortage(now: time(0))]
    var ends: [Bool] = []
    for step in 1...10 as ClosedRange<Int64> {
      ends.append(pace.noteAccepted(now: time(step * 100)))
      #expect(pace.next(now: time(step * 100)) == time(step * 100))
      begins.append(pace.noteShortage(now: time(step * 100 + 1)))
    }
    ends.append(pace.noteAccepted(now: time(2_000)))
    #expect(begins == [true] + Array(repeating: false, count: 10))
    #expect(ends == Array(repeating: false, count: 11))
    let isOver = pace.noteAccepted(now: time(2_001))
    let isNew = pace.noteShortage(now: time(2_002))
    #expect(isOver && isNew)
  }
}

/// The generator SplitMix64: the same numbers in each run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

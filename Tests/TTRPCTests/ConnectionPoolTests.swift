import NIOCore
import Synchronization
import Testing

@testable import TTRPC

@Suite struct `A connection pool's state` {
  /// A connection that is only counted.
  private final class Line: PooledConnection {
    let name: String
    let calls: Int

    init(_ name: String, calls: Int = 0) {
      self.name = name
      self.calls = calls
    }

    var callsInFlight: Int { calls }
  }

  private typealias State = ConnectionPoolState<Line, String>

  private func address(_ number: Int) throws -> SocketAddress {
    try SocketAddress(ipAddress: "192.0.2.\(number)", port: 7420)
  }

  private func time(_ milliseconds: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .milliseconds(milliseconds) }

  private func name(_ choice: State.Choice) -> String {
    switch choice {
    case .use(let line): line.name
    case .wait: "wait"
    case .fail(let error): "fail \(error.message)"
    }
  }

  /// A pool of `count` addresses, each with a ready connection named after it.
  private func ready(_ count: Int, calls: [Int] = []) throws -> State {
    var state = State(slotsPerAddress: 1, resolveInterval: .seconds(30), rotation: 0)
    _ = state.choose(now: time(0))
    let (_, connect, _, _) = state.noteResolved(try (1...count).map(address), failure: nil, now: time(0))
    for (number, slot) in connect.enumerated() {
      let line = Line("\(number + 1)", calls: number < calls.count ? calls[number] : 0)
      _ = state.settle(slot, .success(line), now: time(0))
    }
    return state
  }

  @Test func `the first call looks up the names, connects every address and waits`() throws {
    var state = State(slotsPerAddress: 2, resolveInterval: .seconds(30), rotation: 0)
    let (first, work) = state.choose(now: time(0))
    #expect(name(first) == "wait" && work.resolve && work.connect.isEmpty)
    let again = state.choose(now: time(0))
    #expect(name(again.0) == "wait" && !again.1.resolve)
    let ticket = state.takeTicket()
    #expect(state.wait("caller", ticket: ticket, now: time(0)) == nil)
    let found = state.noteResolved([try address(1), try address(2)], failure: nil, now: time(1))
    #expect(found.connect.count == 4 && found.waiters.isEmpty)
    let settled = state.settle(found.connect[1], .success(Line("a")), now: time(2))
    #expect(settled?.waiters == ["caller"])
    #expect(name(state.choose(now: time(3)).0) == "a")
  }

  @Test func `calls go to the connection with the fewest, in turn where they are equal`() throws {
    var state = try ready(3, calls: [2, 1, 2])
    for _ in 0..<3 { #expect(name(state.choose(now: time(1)).0) == "2") }
    var equal = try ready(3)
    let names = (0..<30).map { _ in name(equal.choose(now: time(1)).0) }
    for number in ["1", "2", "3"] { #expect(names.count { $0 == number } == 10) }
  }

  @Test func `servers that do not want calls get them only where no other does`() throws {
    var state = try ready(3)
    var lines: [String: Line] = [:]
    for _ in 0..<3 {
      if case .use(let line) = state.choose(now: time(1)).0 { lines[line.name] = line }
    }
    let (one, two, three) = (try #require(lines["1"]), try #require(lines["2"]), try #require(lines["3"]))
    state.noteProbe(one, isServing: false)
    state.avoid(two, until: time(1000))
    for _ in 0..<4 { #expect(name(state.choose(now: time(2)).0) == "3") }
    #expect(name(state.choose(now: time(2), otherThan: three).0) != "3")
    let later = Set((0..<6).map { _ in name(state.choose(now: time(1001)).0) })
    #expect(later == ["2", "3"])
    state.noteProbe(one, isServing: true)
    #expect(Set((0..<6).map { _ in name(state.choose(now: time(1001)).0) }) == ["1", "2", "3"])
  }

  @Test func `a broken connection is made anew, and a failed one later each time`() throws {
    var state = try ready(1)
    guard case .use(let line) = state.choose(now: time(1)).0 else { return }
    state.leave(line)
    let slot = State.SlotID(address: try address(1), index: 0)
    var now = time(2)
    var pauses: [Int64] = []
    for _ in 0..<10 {
      let (choice, work) = state.choose(now: now)
      #expect(name(choice) == "wait" && work.connect == [slot])
      _ = state.settle(slot, .failure(RPCError(.unavailable, "refused")), now: now)
      #expect(name(state.choose(now: now).0) == "fail refused" || name(state.choose(now: now).0) == "wait")
      if case (_, let work) = state.choose(now: now), work.resolve {
        _ = state.noteResolved([try address(1)], failure: nil, now: now)
      }
      var pause: Int64 = 0
      while state.choose(now: now + .milliseconds(pause)).1.connect.isEmpty { pause += 10 }
      // The probing above has begun the attempt: let it fail as the next round's.
      pauses.append(pause)
      _ = state.settle(slot, .failure(RPCError(.unavailable, "refused")), now: now + .milliseconds(pause))
      now = now + .milliseconds(pause) + .seconds(20)
    }
    #expect(pauses.allSatisfy { $0 >= 50 && $0 <= 10_000 })
    #expect((pauses.last ?? 0) >= 4_000)
  }

  @Test func `addresses that are behind no name any more are left, and new ones taken`() throws {
    var state = try ready(2)
    let (_, work) = state.choose(now: time(31_000))
    #expect(work.resolve)
    let moved = state.noteResolved([try address(2), try address(3)], failure: nil, now: time(31_000))
    #expect(moved.retire.map(\.name) == ["1"])
    #expect(moved.connect == [State.SlotID(address: try address(3), index: 0)])
    // A name that cannot be looked up loses nobody.
    _ = state.choose(now: time(62_000))
    let failed = state.noteResolved([], failure: RPCError(.unavailable, "no such name"), now: time(62_000))
    #expect(failed.retire.isEmpty)
    #expect(name(state.choose(now: time(62_000)).0) == "2")
  }

  @Test func `who waits gets the reason when there is no hope, and what was given up is not waited for`() throws {
    var state = State(slotsPerAddress: 1, resolveInterval: .seconds(30), rotation: 0)
    _ = state.choose(now: time(0))
    let (first, second) = (state.takeTicket(), state.takeTicket())
    #expect(state.giveUp(second, .cancelled) == nil)
    if case .failure(let error)? = state.wait("second", ticket: second, now: time(0)) {
      #expect(error == .cancelled)
    } else {
      Issue.record("a call that was cancelled waits")
    }
    state.forget(second)
    #expect(state.wait("first", ticket: first, now: time(0)) == nil)
    let failed = state.noteResolved([], failure: RPCError(.unavailable, "no such name"), now: time(1))
    #expect(failed.waiters == ["first"])
    #expect(failed.3.message == "no such name")
  }

  @Test func `a closed pool gives nothing`() throws {
    var state = try ready(2)
    let (connections, _) = state.close()
    #expect(Set(connections.map(\.name)) == ["1", "2"])
    #expect(name(state.choose(now: time(1)).0) == "fail the client is closed")
    #expect(state.settle(State.SlotID(address: try address(1), index: 0), .success(Line("late")), now: time(1)) == nil)
  }
}

@Suite(.timeLimit(.minutes(2))) struct `A client of several servers` {
  private func server(_ name: String, _ answer: @escaping @Sendable () throws(RPCError) -> Void = {}) async throws -> (
    RPCServer, Int
  ) {
    let service = ServiceDescriptor(
      name: "test.Name",
      methods: [
        .raw("Say") { _, _ throws(RPCError) in
          try answer()
          return ByteBuffer(string: name)
        },
        .asynchronous("Later") { (_: TTRPCKeyValue, _) async throws(RPCError) in
          if name == "slow" { try? await Task.sleep(for: .seconds(20)) }
          return TTRPCKeyValue(key: name)
        },
        .raw("Healthy") { _, _ throws(RPCError) in ByteBuffer(string: name == "draining" ? "no" : "yes") },
      ])
    let server = RPCServer(services: [service])
    return (server, try await server.listen(host: "127.0.0.1", port: 0))
  }

  private final class Counter: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
  }

  private func say(_ client: RPCClient) async throws -> String {
    String(buffer: try await client.raw(service: "test.Name", method: "Say", ByteBuffer()))
  }

  @Test func `every read has a second attempt, though many fail at once`() async throws {
    let (bad, badPort) = try await server("bad") { () throws(RPCError) in throw RPCError(.unavailable, "not now") }
    let (good, goodPort) = try await server("good")
    try await withClient(badPort, goodPort) { client in
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<200 { group.addTask { try await say(client) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: "good", count: 200))
    }
    await bad.drain(within: .milliseconds(50))
    await good.drain(within: .milliseconds(50))
  }

  @Test func `a server whose probe says no gets no calls`() async throws {
    let (draining, first) = try await server("draining")
    let (good, second) = try await server("good")
    var configuration = ClientConfiguration()
    configuration.healthProbe = HealthProbe(service: "test.Name", method: "Healthy", interval: .milliseconds(20)) {
      String(buffer: $0) == "yes"
    }
    try await withClient(first, second, configuration: configuration) { client in
      _ = try await say(client)
      let isKnown = try await eventually {
        draining.counters.calls.contains { $0.method == "Healthy" }
          && good.counters.calls.contains { $0.method == "Healthy" }
      }
      #expect(isKnown)
      try await Task.sleep(for: .milliseconds(20))
      for _ in 0..<20 {
        let name = try await say(client)
        #expect(name == "good")
      }
    }
    await draining.drain(within: .milliseconds(50))
    await good.drain(within: .milliseconds(50))
  }

  @Test func `a hedged read takes the answer of the faster server`() async throws {
    let (slow, first) = try await server("slow")
    let (fast, second) = try await server("fast")
    try await withClient(first, second) { client in
      // Both are connected before it counts.
      for _ in 0..<20 { _ = try await say(client) }
      for _ in 0..<6 {
        let answer: TTRPCKeyValue = try await client.unary(
          service: "test.Name", method: "Later", TTRPCKeyValue(),
          options: CallOptions(hedgeDelay: .milliseconds(20)))
        #expect(answer.key == "fast")
      }
      #expect(client.counters.hedges > 0)
      // The calls that lost are cancelled.
      let isOver = try await eventually { slow.counters.callsInFlight == 0 }
      #expect(isOver)
    }
    await slow.drain(within: .milliseconds(50))
    await fast.drain(within: .milliseconds(50))
  }

  @Test func `a name is looked up, and a literal is itself`() async throws {
    let literal = try await HostResolver.addresses(of: ServerAddress(host: "::1", port: 7)).get()
    #expect(literal == [try SocketAddress(ipAddress: "::1", port: 7)])
    let local = try await HostResolver.addresses(of: ServerAddress(host: "localhost", port: 7)).get()
    #expect(local.contains { $0.ipAddress == "127.0.0.1" || $0.ipAddress == "::1" })
    #expect(local.allSatisfy { $0.port == 7 })
    let nowhere = await HostResolver.addresses(of: ServerAddress(host: "nowhere.invalid", port: 7))
    let error = #expect(throws: RPCError.self) { try nowhere.get() }
    #expect(error?.code == .unavailable && error?.message.contains("nowhere.invalid") == true)
  }

  @Test func `metadata of the client goes with every call`() async throws {
    let counter = Counter()
    var configuration = ClientConfiguration()
    configuration.metadata = { ["authorization": "token \(counter.next())"] }
    try await withServer { _, port in
      try await withClient(port, configuration: configuration) { client in
        for expected in ["token 1", "token 2"] {
          let value = try await client.raw(
            service: "bench.Echo", method: "Metadata", ByteBuffer(string: "authorization"))
          #expect(String(buffer: value) == expected)
        }
      }
    }
  }
}

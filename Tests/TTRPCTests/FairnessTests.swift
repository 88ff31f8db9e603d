import Foundation
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import TTRPC

/// Greedy clients beside modest ones, over sockets.
@Suite(.timeLimit(.minutes(2))) struct `Fairness` {
  /// A service whose calls keep the thread busy for about a millisecond, and count how many do at once.
  private final class Busy: Sendable {
    let runs = Atomic<Int>(0)
    let atOnce = Atomic<Int>(0)
    let mostAtOnce = Atomic<Int>(0)
    /// How many long calls may go on to work; the others wait for it, as long as somebody waits for them.
    let permits = Atomic<Int>(0)

    var service: ServiceDescriptor {
      ServiceDescriptor(
        name: "test.Busy",
        methods: [
          .raw("Work") { payload, _ throws(RPCError) in
            self.work(.milliseconds(1))
            return payload
          },
          .raw("Long") { payload, call throws(RPCError) in
            let now = self.atOnce.add(1, ordering: .relaxed).newValue
            if now > self.mostAtOnce.load(ordering: .relaxed) { self.mostAtOnce.store(now, ordering: .relaxed) }
            defer { self.atOnce.subtract(1, ordering: .relaxed) }
            while !self.takePermit() {
              try call.checkDeadline()
              Thread.sleep(forTimeInterval: 0.001)
            }
            for _ in 0..<50 {
              self.work(.milliseconds(1))
              try call.checkDeadline()
            }
            return payload
          },
          .raw("Check") { payload, _ throws(RPCError) in payload },
        ]
      ).running(.atOnce, methods: ["Check"]).running(.pooled, methods: ["Long"])
    }

    private func takePermit() -> Bool {
      let left = permits.load(ordering: .relaxed)
      return left > 0 && permits.compareExchange(expected: left, desired: left - 1, ordering: .relaxed).exchanged
    }

    private func work(_ time: Duration) {
      runs.add(1, ordering: .relaxed)
      let end = ContinuousClock.now + time
      while ContinuousClock.now < end {}
    }
  }

  private func withBusyServer(
    _ configuration: ServerConfiguration = ServerConfiguration(),
    _ body: (RPCServer, Busy, _ port: Int) async throws -> Void
  ) async throws {
    let busy = Busy()
    // One loop for all: nobody can be lucky.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = RPCServer(services: [busy.service], configuration: configuration, group: group)
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    try await body(server, busy, port)
    await server.drain(within: .milliseconds(100))
    try await group.shutdownGracefully()
  }

  private func requests(_ method: String, _ count: Int, timeout: Int64 = 0) -> ByteBuffer {
    var bytes = ByteBuffer()
    for stream in streams(count) {
      bytes.writeImmutableBuffer(.request("test.Busy", method, stream: stream, timeout: timeout))
    }
    return bytes
  }

  @Test func `health and short calls pass greedy clients`() async throws {
    try await withBusyServer { server, busy, port in
      let greedy = [try await RawConnection.open(port), try await RawConnection.open(port)]
      for connection in greedy { await connection.send(requests("Work", 1000)) }
      let areWaiting = try await eventually { server.counters.callsWaiting > 1500 }
      #expect(areWaiting)
      try await withClient(port) { client in
        for _ in 0..<20 {
          for method in ["Check", "Work"] {
            _ = try await client.raw(service: "test.Busy", method: method, ByteBuffer())
          }
        }
      }
      // The greedy ones have most of their calls before them still.
      #expect(server.counters.callsWaiting > 500)
      for connection in greedy { await connection.close() }
      let areDropped = try await eventually { server.counters.callsWaiting == 0 }
      #expect(areDropped)
      #expect(busy.runs.load(ordering: .relaxed) < 1500)
    }
  }

  @Test func `calls whose deadlines pass while they wait are answered and not computed`() async throws {
    try await withBusyServer { server, busy, port in
      let greedy = try await RawConnection.open(port)
      await greedy.send(requests("Work", 1000, timeout: 20_000_000))
      let frames = try await greedy.frames(1000)
      let codes = try frames.map { try ResponseEnvelope($0.payload.readableBytesSpan).code }
      #expect(codes.count == 1000)
      #expect(codes.count { $0 == .deadlineExceeded } > 900)
      let uncomputed = server.counters.callsExpiredWaiting
      #expect(uncomputed > 900)
      #expect(busy.runs.load(ordering: .relaxed) + Int(uncomputed) == 1000)
      await greedy.close()
    }
  }

  @Test func `long calls run on the pool, few at once, and stop when their caller leaves`() async throws {
    var configuration = ServerConfiguration()
    configuration.poolWidth = 2
    try await withBusyServer(configuration) { server, busy, port in
      let greedy = try await RawConnection.open(port)
      await greedy.send(requests("Long", 40))
      let areRunning = try await eventually { busy.atOnce.load(ordering: .relaxed) == 2 }
      #expect(areRunning)
      let doWait = try await eventually { server.counters.callsWaiting == 38 }
      #expect(doWait)
      try await withClient(port) { client in
        for _ in 0..<20 { _ = try await client.raw(service: "test.Busy", method: "Work", ByteBuffer()) }
        // The two that run, and one more before the turn of the other connection.
        busy.permits.store(4, ordering: .relaxed)
        let answer = try await client.raw(service: "test.Busy", method: "Long", ByteBuffer(string: "mine"))
        #expect(String(buffer: answer) == "mine")
      }
      await greedy.send(.frame(.cancel, stream: 79))
      let isCancelled = try await eventually {
        server.counters.calls.contains { $0.code == .cancelled && $0.method == "Long" }
      }
      #expect(isCancelled)
      await greedy.close()
      // A peer that has closed may still read; that it does not shows when it is answered.
      busy.permits.store(8, ordering: .relaxed)
      let isOver = try await eventually {
        server.counters.callsInFlight == 0 && server.counters.callsWaiting == 0
          && busy.atOnce.load(ordering: .relaxed) == 0
      }
      #expect(isOver)
      #expect(busy.mostAtOnce.load(ordering: .relaxed) == 2)
      #expect(busy.runs.load(ordering: .relaxed) <= 20 + 12 * 50)
    }
  }

  @Test func `a drain ends at its grace though every loop is held`() async throws {
    let release = Atomic<Bool>(false)
    let service = ServiceDescriptor(
      name: "test.Stuck",
      methods: [
        .raw("Hold") { payload, _ throws(RPCError) in
          while !release.load(ordering: .relaxed) {}
          return payload
        }
      ])
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = RPCServer(services: [service], group: group)
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let connection = try await RawConnection.open(port)
    await connection.send(.request("test.Stuck", "Hold"))
    try await Task.sleep(for: .milliseconds(50))
    let phases = Mutex<[DrainPhase]>([])
    await server.drain(within: .milliseconds(100)) { phase in phases.withLock { $0.append(phase) } }
    #expect(phases.withLock { $0 } == [.announced, .closing, .ended(cut: 1)])
    release.store(true, ordering: .relaxed)
    await connection.close()
    try await group.shutdownGracefully()
  }

  @Test func `a client that sends no more has all its answers`() async throws {
    try await withBusyServer { _, _, port in
      let connection = try await RawConnection.open(port)
      await connection.send(requests("Work", 400))
      try await connection.endOutput()
      let frames = try await connection.frames(400)
      #expect(frames.count == 400)
      let isClosed = try await eventually { connection.isClosed }
      #expect(isClosed)
    }
  }

  @Test func `new connections go to the loop that has the least to do`() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 3)
    let server = RPCServer(services: [EchoServices.echo], group: group)
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    var connections: [RawConnection] = []
    for _ in 0..<9 {
      let connection = try await RawConnection.open(port)
      await connection.send(.request())
      _ = try await connection.frames(1)
      connections.append(connection)
    }
    #expect(server.connectionsPerLoop == [3, 3, 3])
    // Those of one loop leave; the next ones take their places, but for one that was on its way.
    for index in [0, 3, 6] { await connections[index].close() }
    let haveLeft = try await eventually { server.counters.openConnections == 6 }
    #expect(haveLeft)
    for _ in 0..<3 {
      let connection = try await RawConnection.open(port)
      await connection.send(.request())
      _ = try await connection.frames(1)
      connections.append(connection)
    }
    #expect(server.connectionsPerLoop.allSatisfy { $0 >= 2 })
    for connection in connections { await connection.close() }
    await server.drain(within: .seconds(1))
    try await group.shutdownGracefully()
  }
}

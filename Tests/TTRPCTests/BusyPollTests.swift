import NIOCore
import NIOPosix
import Testing

@testable import TTRPC

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct `Polling before sleep` {
  /// A clock that goes on by a microsecond whenever it is read.
  private final class Clock {
    private(set) var reads: Int64 = 0

    func now() -> NIODeadline {
      reads += 1
      return .uptimeNanoseconds(UInt64(reads) * 1_000)
    }
  }

  private func withPipe(_ body: (_ reads: CInt, _ writes: CInt) throws -> Void) rethrows {
    var ends: [CInt] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    try body(ends[0], ends[1])
  }

  @Test func `ends when the time is over, or something has come`() {
    withPipe { reads, writes in
      let clock = Clock()
      var poll = BusyPoll(for: .microseconds(50), clock: clock.now)
      poll.wait()
      #expect(!poll.isUseful && clock.reads == 0)
      poll.watch(reads)
      poll.wait()
      #expect(clock.reads == 51)
      #expect(unsafe write(writes, "x", 1) == 1)
      poll.wait()
      #expect(clock.reads == 52)
      poll.forget(reads)
      poll.wait()
      #expect(!poll.isUseful && clock.reads == 52)
    }
  }

  @Test func `does not poll more sockets than it pays for`() {
    withPipe { reads, _ in
      let clock = Clock()
      var poll = BusyPoll(for: .microseconds(50), clock: clock.now)
      for _ in 0..<65 { poll.watch(reads) }
      poll.wait()
      #expect(!poll.isUseful && clock.reads == 0)
    }
  }

  @Test func `a socket that is closed ends the wait`() {
    let clock = Clock()
    var poll = BusyPoll(for: .microseconds(50), clock: clock.now)
    withPipe { reads, _ in poll.watch(reads) }
    poll.wait()
    #expect(clock.reads == 1)
  }

  /// A server with a loop of its own: while it polls, nobody else's calls wait.
  private func withPollingServer(for span: Duration, _ body: (_ port: Int) async throws -> Void) async throws {
    var configuration = ServerConfiguration()
    configuration.busyPoll = span
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let server = RPCServer(
      services: [EchoServices.echo, EchoServices.typed], configuration: configuration, group: group)
    try await body(try await server.listen(host: "127.0.0.1", port: 0))
    await server.drain(within: .seconds(1))
    try await group.shutdownGracefully()
  }

  @Test(arguments: [1, 4, 70]) func `a polling server answers, and ends`(connections: Int) async throws {
    try await withPollingServer(for: .microseconds(200)) { port in
      let clients = (0..<connections).map { _ in
        RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
      }
      for number in 0..<200 {
        let (client, sent) = (clients[number % connections], ByteBuffer(integer: number))
        #expect(try await client.raw(service: "bench.Echo", method: "Echo", sent) == sent)
        // Some calls find it asleep.
        if number % 20 == 0 { try await Task.sleep(for: .milliseconds(2)) }
      }
      for client in clients { await client.close() }
    }
  }

  @Test func `a server does not poll while calls are in flight that end on other threads`() async throws {
    try await withPollingServer(for: .seconds(20)) { port in
      let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
      let begin = ContinuousClock.now
      let pair = TTRPCKeyValue(key: "a", value: "b")
      let answer: TTRPCKeyValue = try await client.unary(service: "test.Typed", method: "Pause", pair)
      #expect(answer == pair)
      #expect(ContinuousClock.now - begin < .seconds(15))
      await client.close()
    }
  }
}

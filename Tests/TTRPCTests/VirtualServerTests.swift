import NIOCore
import NIOEmbedded
import Testing

@testable import TTRPC

@Suite struct `A connection on virtual time` {
  // MARK: Turns

  @Test func `what arrives at once is answered in slices`() throws {
    let server = VirtualServer(work: .microseconds(400))
    let client = try server.connect()
    try client.ask("Work", streams(10))
    #expect(try client.answers().count == 3)
    // The loop looks at its sockets, and then goes on for a slice and what is left of the one before.
    server.run(for: .microseconds(24))
    #expect(try client.answers().isEmpty)
    server.run(for: .microseconds(1))
    #expect(try client.answers().count == 5)
    server.run(for: .microseconds(25))
    #expect(try client.answers().count == 2)
    #expect(server.environment.waitingCalls.used == 0)
  }

  @Test func `a short call passes the long queues of others`() throws {
    let server = VirtualServer(work: .microseconds(400))
    let greedy = try server.connect()
    let greedier = try server.connect()
    let modest = try server.connect()
    try greedy.ask("Work", streams(1000))
    try greedier.ask("Work", streams(1000))
    try modest.ask("Check", [1])
    #expect(try modest.answers() == [1: .ok])
    server.run(for: .microseconds(30))
    try modest.ask("Work", [3])
    server.run(for: .microseconds(60))
    #expect(try modest.answers() == [3: .ok])
    #expect(server.runs.value < 20)
    // The two share the time of the loop.
    for _ in 0..<100 { server.run(for: .microseconds(30)) }
    let answered = (try greedy.answers().count, try greedier.answers().count)
    #expect(abs(answered.0 - answered.1) <= 6 && answered.0 > 100)
  }

  @Test func `a call whose turn comes too late is refused, and not run`() throws {
    var configuration = ServerConfiguration()
    configuration.maximumQueueTime = .milliseconds(10)
    let server = VirtualServer(configuration)
    let client = try server.connect()
    try client.ask("Heavy", [1, 3, 5])
    #expect(try client.answers() == [1: .ok])
    server.run(for: .microseconds(25))
    #expect(try client.answers() == [3: .ok])
    server.run(for: .microseconds(25))
    #expect(try client.answers() == [5: .resourceExhausted])
    try client.ask("Work", streams(10, from: 7))
    for _ in 0..<10 { server.run(for: .microseconds(25)) }
    #expect(try client.answers().values.allSatisfy { $0 == .ok })
    #expect(server.runs.value == 12)
    #expect(server.environment.waitingCalls.used == 0)
  }

  @Test func `who asks again and again takes turns with those that wait`() throws {
    let server = VirtualServer(work: .microseconds(900))
    let greedy = try server.connect()
    try greedy.ask("Work", streams(1000))
    let busy = try server.connect()
    var next: UInt32 = 1
    var answered = 0
    for _ in 0..<100 {
      try busy.ask("Work", [next])
      next += 2
      server.run(for: .microseconds(30))
      answered += try busy.answers().count
    }
    let others = try greedy.answers().count
    #expect(answered > 20 && others > 20)
  }

  @Test func `a health check is answered at once, however many calls wait before it`() throws {
    let server = VirtualServer()
    let client = try server.connect()
    try client.ask("Work", streams(1000))
    _ = try client.answers()
    try client.ask("Check", [2001])
    #expect(try client.answers() == [2001: .ok])
  }

  // MARK: Waiting

  @Test func `calls that wait beyond their deadline are not computed`() throws {
    let server = VirtualServer(work: .milliseconds(1))
    let client = try server.connect()
    try client.ask("Work", streams(1000), timeout: 5_000_000)
    var answers = try client.answers()
    for _ in 0..<10 {
      server.run(for: .milliseconds(1))
      answers.merge(try client.answers()) { first, _ in first }
    }
    #expect(answers.count == 1000)
    #expect(server.runs.value <= 6)
    #expect(answers.values.count { $0 == .deadlineExceeded } >= 994)
    #expect(server.environment.tally.read(server.environment).callsExpiredWaiting >= 994)
    #expect(server.environment.memory.used == 0)
  }

  @Test func `an answer that is ready too late is none`() throws {
    let server = VirtualServer(work: .milliseconds(20))
    let client = try server.connect()
    try client.ask("Work", [1], timeout: 10_000_000)
    #expect(try client.answers() == [1: .deadlineExceeded])
    #expect(server.runs.value == 1)
  }

  @Test func `calls that are cancelled while they wait are neither computed nor answered`() throws {
    let server = VirtualServer(work: .milliseconds(1))
    let client = try server.connect()
    try client.ask("Work", streams(100))
    var cancels = ByteBuffer()
    for stream in streams(100) where stream % 4 == 3 {
      cancels.writeImmutableBuffer(.frame(.cancel, stream: stream))
    }
    try client.send(cancels)
    var answers = try client.answers()
    for _ in 0..<100 {
      server.run(for: .milliseconds(1))
      answers.merge(try client.answers()) { first, _ in first }
    }
    #expect(answers.keys.sorted() == streams(100).filter { $0 % 4 == 1 })
    #expect(server.runs.value == 50)
    let codes = server.environment.tally.read(server.environment).calls
    #expect(codes.first { $0.code == .cancelled }?.count == 50)
  }

  @Test func `the calls of a client that is gone are dropped`() throws {
    let server = VirtualServer(work: .milliseconds(1))
    let client = try server.connect()
    try client.ask("Work", streams(1000))
    try client.channel.close().wait()
    server.run(for: .seconds(10))
    #expect(server.runs.value <= 2)
    #expect(server.environment.waitingCalls.used == 0)
    #expect(server.environment.memory.used == 0)
  }

  @Test func `calls beyond the limits of waiting are refused at once`() throws {
    var configuration = ServerConfiguration()
    configuration.maximumQueuedCallsPerConnection = 5
    configuration.maximumQueuedCalls = 7
    let server = VirtualServer(configuration, work: .milliseconds(2))
    let first = try server.connect()
    let second = try server.connect()
    try first.ask("Work", streams(10))
    #expect(
      try first.answers() == [
        1: .ok, 13: .resourceExhausted, 15: .resourceExhausted, 17: .resourceExhausted, 19: .resourceExhausted,
      ])
    server.run(for: .zero)
    try second.ask("Work", streams(5))
    #expect(try second.answers() == [1: .ok, 7: .resourceExhausted, 9: .resourceExhausted])
    for _ in 0..<50 { server.run(for: .milliseconds(1)) }
    #expect(try first.answers().count == 5)
    #expect(try second.answers().count == 2)
    // There is room again.
    try first.ask("Work", [21])
    #expect(try first.answers() == [21: .ok])
  }

  @Test func `calls that wait keep no more memory than they need, and not more than there is`() throws {
    var configuration = ServerConfiguration()
    configuration.memoryBudget = 200_000
    let server = VirtualServer(configuration, work: .milliseconds(2))
    let client = try server.connect()
    let payload = ByteBuffer(repeating: 1, count: 50_000)
    var bytes = ByteBuffer()
    for stream in streams(6) {
      bytes.writeImmutableBuffer(.request("test.Virtual", "Work", stream: stream, payload: payload))
    }
    try client.send(bytes)
    #expect(server.environment.memory.used <= 200_000)
    #expect(try client.answers() == [1: .ok, 9: .resourceExhausted, 11: .resourceExhausted])
    for _ in 0..<20 { server.run(for: .milliseconds(1)) }
    #expect(try client.answers().count == 3)
    #expect(server.environment.memory.used == 0)
  }

  // MARK: Memory of frames

  @Test func `a frame that there is no memory for is refused and skipped`() throws {
    var configuration = ServerConfiguration()
    configuration.memoryBudget = 1_000_000
    let server = VirtualServer(configuration)
    let connections = try (0..<4).map { _ in try server.connect() }
    let frame = ByteBuffer.request("test.Virtual", "Work", payload: ByteBuffer(repeating: 1, count: 400_000))
    let half = frame.getSlice(at: 0, length: 200_000) ?? ByteBuffer()
    for client in connections { try client.send(half) }
    #expect(server.environment.memory.used <= 1_000_000)
    let refused = try connections.map { try $0.answers() }
    #expect(refused == [[:], [:], [1: .resourceExhausted], [1: .resourceExhausted]])
    for client in connections {
      try client.send(frame.getSlice(at: 200_000, length: frame.readableBytes - 200_000) ?? ByteBuffer())
      try client.ask("Check", [3])
    }
    let answered = try connections.map { try $0.answers() }
    #expect(answered == [[1: .ok, 3: .ok], [1: .ok, 3: .ok], [3: .ok], [3: .ok]])
    #expect(server.environment.memory.used == 0)
  }

  // MARK: Writing

  @Test func `a client that does not read is asked for no more, and goes on where it was`() throws {
    let server = VirtualServer()
    let client = try server.connect()
    client.channel.isWritable = false
    client.channel.pipeline.fireChannelWritabilityChanged()
    try client.ask("Work", streams(100))
    #expect(server.runs.value == 0)
    client.channel.isWritable = true
    client.channel.pipeline.fireChannelWritabilityChanged()
    for _ in 0..<100 { server.run(for: .milliseconds(1)) }
    #expect(try client.answers().count == 100)
  }

  // MARK: Time

  @Test func `a silent connection is closed in its time, and one that is busy is not`() throws {
    let server = VirtualServer()
    let silent = try server.connect()
    let mute = try server.connect()
    let busy = try server.connect()
    try silent.ask("Check", [1])
    try busy.ask("Wait", [1])
    server.run(for: .seconds(59))
    #expect(mute.isOpen)
    server.run(for: .seconds(20))
    #expect(!mute.isOpen)
    server.run(for: .seconds(800))
    #expect(silent.isOpen && busy.isOpen)
    server.run(for: .seconds(100))
    #expect(!silent.isOpen && busy.isOpen)
    try busy.channel.close().wait()
  }

  @Test func `a frame that does not end is waited for half a minute`() throws {
    let server = VirtualServer()
    let client = try server.connect()
    try client.ask("Check", [1])
    try client.send(ByteBuffer(bytes: [0, 0]))
    server.run(for: .seconds(29))
    #expect(client.isOpen)
    server.run(for: .seconds(30))
    #expect(!client.isOpen)
  }

  // MARK: The end

  @Test func `a client that sends no more gets an answer to everything, and then the end`() throws {
    let server = VirtualServer(work: .milliseconds(1))
    let client = try server.connect()
    try client.ask("Work", streams(400))
    client.endInput()
    #expect(client.isOpen)
    for _ in 0..<500 { server.run(for: .milliseconds(1)) }
    #expect(try client.answers().values.count { $0 == .ok } == 400)
    #expect(!client.isOpen)
    let idle = try server.connect()
    try idle.ask("Check", [1])
    idle.endInput()
    #expect(!idle.isOpen)
  }

  @Test func `a drain ends a busy connection with the answers to all that has come`() throws {
    let server = VirtualServer(work: .microseconds(400))
    let client = try server.connect()
    try client.ask("Work", streams(8))
    client.handler.drain()
    #expect(client.isOpen)
    try client.send(ByteBuffer.request("test.Virtual", "Work", stream: 101).getSlice(at: 0, length: 20) ?? ByteBuffer())
    for _ in 0..<10 { server.run(for: .milliseconds(1)) }
    #expect(try client.answers().count == 8)
    // A part of a request has come: the rest is waited for.
    #expect(client.isOpen)
    let whole = ByteBuffer.request("test.Virtual", "Work", stream: 101)
    try client.send(whole.getSlice(at: 20, length: whole.readableBytes - 20) ?? ByteBuffer())
    #expect(try client.answers() == [101: .ok])
    #expect(!client.isOpen)
  }

  @Test func `a drain ends a silent connection after a quiet moment`() throws {
    let server = VirtualServer()
    let client = try server.connect()
    try client.ask("Check", [1])
    client.handler.drain()
    server.run(for: .milliseconds(99))
    #expect(client.isOpen)
    server.run(for: .milliseconds(110))
    #expect(!client.isOpen)
  }

  @Test func `a drain tells a client that heeds goaway, and answers it until it leaves`() throws {
    let server = VirtualServer(work: .microseconds(10))
    let client = try server.connect()
    try client.send(.request("test.Virtual", "Work", stream: 5, metadata: ["accept-goaway": "1"]))
    client.handler.drain()
    try client.ask("Work", [7])
    server.run(for: .seconds(5))
    #expect(try client.frames().map(\.header.type) == [.response, .goaway, .response])
    #expect(client.isOpen)
    client.endInput()
    #expect(!client.isOpen)
  }

  @Test func `what is left at the end of the grace gets UNAVAILABLE`() throws {
    let server = VirtualServer(work: .milliseconds(1))
    let client = try server.connect()
    try client.ask("Wait", [1])
    try client.ask("Work", streams(10, from: 3))
    _ = try client.answers()
    client.handler.drain()
    client.handler.cut()
    #expect(server.environment.tally.read(server.environment).callsCut == 10)
    let answers = try client.answers()
    #expect(answers.count == 10 && Set(answers.values) == [.unavailable])
    #expect(!client.isOpen)
    #expect(server.environment.callsInFlight.used == 0)
  }
}

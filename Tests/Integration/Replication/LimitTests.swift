import EntenteSchema
import EntenteZlib
import Foundation
import ProtobufCoding
import Testing

/// Each limit of a replica through its flag, at the edge and past it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `Limits of a replica` {
  private let corpus: PublishedCorpus
  private static let resourceExhausted: UInt64 = 8

  init() throws {
    corpus = try PublishedCorpus()
    try corpus.publish(try corpus.image(generation: 3), as: "current")
  }

  private func start(_ port: Int, _ flags: String...) throws -> RunningProgram {
    try RunningProgram(
      "entente-query",
      ["--snapshot", corpus.path("current"), "--listen", "127.0.0.1:\(port)", "--drain-delay", "0", "--grace", "1"]
        + flags, until: "listening on")
  }

  private func mustBeOpen(_ connection: BareConnection, stream: UInt32 = 1) async throws {
    try await connection.send(BareFrame.request(stream: stream))
    let code = try await connection.code(of: stream)
    #expect(code == 0)
  }

  private func mustClose(_ connection: BareConnection) async throws {
    try await eventually("the end of the connection") { connection.isClosed }
  }

  @Test func `as many connections as are allowed, in all and from each address, and not one more`() async throws {
    let port = try freePorts(1)[0]
    let replica = try start(port, "--max-connections", "3", "--max-connections-per-address", "2")
    let first = try await BareConnection(port)
    try await mustBeOpen(first)
    let second = try await BareConnection(port)
    try await mustBeOpen(second)
    try await mustClose(try await BareConnection(port))
    let third = try await BareConnection(port, from: "127.0.0.2")
    try await mustBeOpen(third)
    try await mustClose(try await BareConnection(port, from: "127.0.0.3"))
    // Whoever leaves makes room.
    await first.close()
    try await eventually("room") {
      let next = try await BareConnection(port)
      defer { Task { await next.close() } }
      try? await next.send(BareFrame.request(stream: 1))
      return try await next.code(of: 1) == 0
    }
    try await mustBeOpen(second, stream: 3)
    #expect(replica.stop() == 0)
  }

  @Test func `whoever takes too long is closed, and whoever takes a little less is not`() async throws {
    let port = try freePorts(1)[0]
    let replica = try start(port, "--header-timeout", "2", "--frame-timeout", "1", "--idle-timeout", "3")
    let request = BareFrame.request(stream: 1)
    let (mute, late) = (try await BareConnection(port), try await BareConnection(port))
    let (stuck, slow) = (try await BareConnection(port), try await BareConnection(port))
    try await stuck.send(Array(request.prefix(12)))
    try await slow.send(Array(request.prefix(12)))
    try await Task.sleep(for: .milliseconds(400))
    try await slow.send(Array(request.dropFirst(12)))
    let slowCode = try await slow.code(of: 1)
    #expect(slowCode == 0)
    try await mustBeOpen(late)
    try await mustClose(stuck)
    try await mustClose(mute)
    #expect(stuck.answers.isEmpty)
    // Asking now and then keeps a connection; the other one has been silent for too long by then.
    for call in 1...4 as ClosedRange<UInt32> {
      try await mustBeOpen(late, stream: call * 2 + 1)
      try await Task.sleep(for: .seconds(1))
    }
    try await mustClose(slow)
    try await mustBeOpen(late, stream: 99)
    #expect(replica.stop() == 0)
  }

  @Test func `a frame, its inflated form and its metadata may be so large, and no larger`() async throws {
    let port = try freePorts(1)[0]
    let replica = try start(
      port, "--max-frame-size", "2048", "--max-inflated-size", "1024", "--max-metadata-size", "100")
    let connection = try await BareConnection(port)
    // An unknown field of the request fills the frame: its number 15, its length in two bytes.
    func envelope(of size: Int) -> [UInt8] {
      let head = BareFrame.envelope("entente.v1.Health", "Check", [])
      let filler = size - head.count - 3
      return head + [15 << 3 | 2, UInt8(filler & 0x7F) | 0x80, UInt8(filler >> 7)]
        + [UInt8](repeating: 0, count: filler)
    }
    try await connection.send(BareFrame.frame(envelope(of: 2_048), stream: 1))
    let code1 = try await connection.code(of: 1)
    #expect(code1 == 0)
    try await connection.send(BareFrame.frame(envelope(of: 2_049), stream: 3))
    let code3 = try await connection.code(of: 3)
    #expect(code3 == Self.resourceExhausted)

    // Key and value take 1 and 95 bytes, and two each for what stands before them.
    for (stream, size, code) in [(5, 95, 0), (7, 96, Self.resourceExhausted)] as [(UInt32, Int, UInt64)] {
      let metadata = [("k", String(repeating: "v", count: size))]
      try await connection.send(BareFrame.request(stream: stream, metadata: metadata))
      let found = try await connection.code(of: stream)
      #expect(found == code)
    }

    func compressed(_ size: Int) throws -> [UInt8] {
      let plain = envelope(of: size)
      var deflater = try Deflater(level: 6)
      var output: [UInt8] = []
      try deflater.compress(unsafe plain.span.bytes, into: &output)
      return BareFrame.bigEndian(UInt32(plain.count)) + output
    }
    try await connection.send(BareFrame.frame(try compressed(1_024), stream: 101, flags: 0x80))
    let code101 = try await connection.code(of: 101)
    #expect(code101 == 0)
    try await connection.send(BareFrame.frame(try compressed(1_025), stream: 103, flags: 0x80))
    try await mustClose(connection)
    #expect(replica.stop() == 0)
  }

  @Test func `so many calls wait, and the rest is refused at once`() async throws {
    let port = try freePorts(1)[0]
    let replica = try start(port, "--queue-per-connection", "10")
    let search = SearchRequest(query: "OTAN Japon", pageSize: 50).protobufBytes()
    let connection = try await BareConnection(port)
    let calls = 200
    try await connection.send(
      (0..<calls).flatMap {
        BareFrame.request("entente.v1.Query", "Search", stream: UInt32($0 * 2 + 1), payload: search)
      })
    try await eventually("all answers") { connection.answers.count == calls }
    let refused = connection.answers.count { $0.code == Self.resourceExhausted }
    let answered = connection.answers.count { $0.code == 0 }
    #expect(answered >= 10 && refused >= calls / 2 && answered + refused == calls, "\(answered) \(refused)")
    try await mustBeOpen(connection, stream: 999)
    #expect(replica.stop() == 0)
  }

  @Test func `without descriptors it waits, says so once, keeps whom it has, and goes on`() async throws {
    let port = try freePorts(1)[0]
    let replica = try RunningProgram(
      "/bin/sh",
      [
        "-c",
        "ulimit -n 48; exec '\(Products.path("entente-query"))' --snapshot '\(corpus.path("current"))' "
          + "--listen 127.0.0.1:\(port) --drain-delay 0 --grace 1",
      ], until: "listening on")
    let old = try await BareConnection(port)
    try await mustBeOpen(old)
    var others: [BareConnection] = []
    for _ in 0..<80 { others.append(try await BareConnection(port)) }
    try await eventually("a complaint") { replica.text.contains("cannot accept connections for now") }
    let before = replica.processorTime
    for call in 1...6 as ClosedRange<UInt32> {
      try await mustBeOpen(old, stream: call * 2 + 1)
      try await Task.sleep(for: .milliseconds(500))
    }
    // Three seconds without room: a loop that spins would take most of them.
    #expect(replica.processorTime - before < 1)
    #expect(replica.text.components(separatedBy: "cannot accept connections for now").count == 2)
    for other in others { await other.close() }
    try await eventually("the good news") {
      let next = try await BareConnection(port)
      try await mustBeOpen(next)
      await next.close()
      return replica.text.contains("accepting connections again")
    }
    #expect(replica.text.components(separatedBy: "cannot accept connections for now").count == 2)
    #expect(replica.stop() == 0)
  }

  @Test func `a flag that makes no sense is refused with what it takes`() throws {
    let bad = [
      ["--max-connections", "0"], ["--queue", "-1"], ["--max-frame-size", "4194305"], ["--max-frame-size", "1023"],
      ["--idle-timeout", "0"], ["--memory-budget", "1000"], ["--accept-proxy", "balancer"], ["--open-health"],
      ["--tls-certificate", "server.pem"], ["--handshake-timeout", "0"],
    ]
    for flags in bad {
      let result = try Products.run(
        Products.path("entente-query"), ["--snapshot", corpus.path("current"), "--listen", "127.0.0.1:0"] + flags)
      #expect(result.status == 64, "\(flags): \(result)")
      #expect(result.errors.contains(flags[0]), "\(flags): \(result.errors)")
    }
    let files = [
      ["--tls-certificate", "/nowhere.pem", "--tls-key", "/nowhere.key"], ["--tokens", "/nowhere"],
      ["--tls-client-ca", "/nowhere"],
    ]
    for flags in files {
      let result = try Products.run(
        Products.path("entente-query"), ["--snapshot", corpus.path("current"), "--listen", "127.0.0.1:0"] + flags)
      #expect(result.status == 66 && result.errors.contains("/nowhere"), "\(flags): \(result)")
    }
  }
}

import Foundation
import NIOCore
import NIOPosix
import TTRPC
import Testing

@testable import EntenteSecurity

/// The header that a proxy sends for a client at 192.0.2.7:40000 that called 10.0.0.1:7420.
private func header(
  command: UInt8 = 0x21, family: UInt8 = 0x11, source: [UInt8] = [192, 0, 2, 7], target: [UInt8] = [10, 0, 0, 1],
  extensions: [UInt8] = []
) -> [UInt8] {
  let body = source + target + [0x9C, 0x40, 0x1C, 0xFC] + extensions
  return ProxyHeader.signature + [command, family, UInt8(body.count >> 8), UInt8(body.count & 0xFF)] + body
}

@Suite struct `The head of a proxied connection` {
  private func read(_ bytes: [UInt8]) throws(ProxyHeader.Failure) -> (ProxyHeader?, rest: Int) {
    var buffer = ByteBuffer(bytes: bytes)
    let found = try ProxyHeader(from: &buffer)
    return (found, buffer.readableBytes)
  }

  @Test func `it tells the client's address, of both families, and leaves what follows`() throws {
    let (four, rest) = try read(header() + [1, 2, 3])
    #expect(four?.source == (try SocketAddress(ipAddress: "192.0.2.7", port: 40_000)))
    #expect(rest == 3)
    let source: [UInt8] = [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [9]
    let (six, _) = try read(header(family: 0x21, source: source, target: source, extensions: [4, 0, 1, 0]))
    #expect(six?.source == (try SocketAddress(ipAddress: "2001:db8::9", port: 40_000)))
  }

  @Test func `a proxy that calls for itself, or for a client without an address, tells none`() throws {
    #expect(try read(header(command: 0x20)).0?.source == nil)
    #expect(try read(header(command: 0x20)).0 != nil)
    #expect(try read(ProxyHeader.signature + [0x20, 0x00, 0, 0]).0 != nil)
    #expect(try read(header(family: 0x31)).0?.source == nil)
  }

  @Test func `a piece of it is waited for, whatever its length`() throws {
    let whole = header(extensions: [3, 0, 4, 1, 2, 3, 4])
    for end in whole.indices {
      let (found, rest) = try read(Array(whole[..<end]))
      #expect(found == nil && rest == end)
    }
    #expect(try read(whole).0 != nil)
  }

  @Test func `anything else is refused at the first byte that tells`() throws {
    for index in ProxyHeader.signature.indices {
      var bytes = Array(header()[...index])
      bytes[index] ^= 1
      #expect(throws: ProxyHeader.Failure.notThere) { try self.read(bytes) }
    }
    #expect(throws: ProxyHeader.Failure.unknownVersion) { try self.read(header(command: 0x11)) }
    #expect(throws: ProxyHeader.Failure.unknownVersion) { try self.read(header(command: 0x22)) }
    #expect(throws: ProxyHeader.Failure.tooShort) { try self.read(header(source: [1], target: [2])) }
    let longest = header(extensions: [UInt8](repeating: 0, count: 4_096 - 12))
    #expect(try read(longest).0 != nil)
    #expect(throws: ProxyHeader.Failure.tooLong) {
      try self.read(header(extensions: [UInt8](repeating: 0, count: 4_085)))
    }
  }

  @Test func `flipped bits give a header or an error`() {
    let whole = header(extensions: [3, 0, 4, 1, 2, 3, 4])
    for index in whole.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped[index] ^= 1 << bit
        _ = try? read(flipped)
      }
    }
  }

  @Test func `ranges hold the addresses that begin with their bits`() throws {
    func address(_ text: String) throws -> SocketAddress { try SocketAddress(ipAddress: text, port: 1) }
    let ranges: [(String, inside: [String], outside: [String])] = [
      ("10.0.0.0/8", ["10.0.0.0", "10.255.255.255", "::ffff:10.1.2.3"], ["11.0.0.0", "9.255.255.255", "::1"]),
      ("192.168.4.0/22", ["192.168.4.0", "192.168.7.255"], ["192.168.3.255", "192.168.8.0"]),
      ("127.0.0.1", ["127.0.0.1"], ["127.0.0.2"]), ("::1", ["::1"], ["::2", "127.0.0.1"]),
      ("2001:db8::/33", ["2001:db8:7fff::1"], ["2001:db8:8000::1"]), ("0.0.0.0/0", ["1.2.3.4"], ["::1"]),
    ]
    for (text, inside, outside) in ranges {
      let range = try #require(AddressRange(text))
      for other in inside { #expect(range.contains(try address(other)), "\(text) \(other)") }
      for other in outside { #expect(!range.contains(try address(other)), "\(text) \(other)") }
    }
    for text in ["", "localhost", "10.0.0.0/33", "::1/129", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/8/8", "10.0.0/8"] {
      #expect(AddressRange(text) == nil, "\(text)")
    }
  }
}

@Suite(.timeLimit(.minutes(2))) struct `Proxies that tell the caller's address` {
  private let log = KeptLog()

  private func proxies(_ ranges: String...) -> ProxyProtocol {
    ProxyProtocol(from: ranges.compactMap { AddressRange($0) }, logger: log.logger)
  }

  /// A client that stands behind a proxy: the header goes before its first byte.
  private func behind(_ bytes: [UInt8]) -> ConnectionSetup {
    ConnectionSetup { channel, _ in
      try channel.pipeline.syncOperations.addHandler(Prefix(bytes), position: .first)
    }
  }

  private final class Prefix: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func channelActive(context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
      context.fireChannelActive()
    }
  }

  @Test func `the caller's address is the one that the proxy tells, in the clear and before TLS`() async throws {
    try await withServer(setup: proxies("127.0.0.0/8").setup) { _, port in
      let answer1 = try await ask(port, setup: behind(header()))
      #expect(answer1 == "- - 192.0.2.7 false")
      let answer2 = try await ask(port, setup: behind(header(command: 0x20)))
      #expect(answer2 == "- - 127.0.0.1 false")
    }
    let certificates = try DevelopmentCertificates()
    let tls = try ServerTLS(certificates.server, logger: log.logger)
    let client = try ClientTLS(certificates.anonymousClient, logger: log.logger)
    try await withServer(setup: proxies("127.0.0.1").setup.then(tls.setup)) { _, port in
      let answer3 = try await ask(port, setup: client.setup.then(behind(header())))
      #expect(answer3 == "- - 192.0.2.7 false")
    }
  }

  @Test func `a listed proxy without a header is closed, and the log says so once`() async throws {
    try await withServer(setup: proxies("127.0.0.1").setup) { server, port in
      for _ in 0..<3 {
        let error = await failure { try await ask(port) }
        #expect(error?.code == .unavailable)
      }
      #expect(server.counters.calls.isEmpty)
    }
    #expect(log.lines.all.count { $0.contains("no proper header") } == 1)
  }

  @Test func `whoever is not listed is not believed`() async throws {
    try await withServer(setup: proxies("10.0.0.0/8").setup) { server, port in
      let answer4 = try await ask(port)
      #expect(answer4 == "- - 127.0.0.1 false")
      let liar = RPCClient(
        addresses: [ServerAddress(host: "127.0.0.1", port: port)], setup: behind(header()))
      let error = await failure {
        try await liar.raw(
          service: "test.Who", method: "Calls", ByteBuffer(), options: CallOptions(timeout: .milliseconds(500)))
      }
      #expect(error != nil)
      #expect(server.counters.calls.map(\.count) == [1])
      await liar.close()
    }
  }

  @Test func `a proxy's connections count against no address until they tell whose they are`() async throws {
    var configuration = ServerConfiguration()
    configuration.maximumConnectionsPerAddress = 2
    try await withServer(setup: proxies("127.0.0.1").setup, configuration) { server, port in
      var opened: [any Channel] = []
      for _ in 0..<5 {
        opened.append(
          try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port).get())
      }
      let areAccepted = try await eventually { server.counters.acceptedConnections == 5 }
      #expect(areAccepted)
      for (last, channel) in zip([1, 1, 2, 2, 2] as [UInt8], opened) {
        try await channel.writeAndFlush(ByteBuffer(bytes: header(source: [192, 0, 2, last])))
      }
      let isOneRefused = try await eventually { server.counters.refusedConnections == 1 }
      #expect(isOneRefused)
      let isOneClosed = try await eventually { opened.count { $0.isActive } == 4 }
      #expect(isOneClosed)
      for channel in opened { try? await channel.close() }
    }
  }

  @Test func `connections are counted by the caller's address, up to the limit and no further`() async throws {
    var configuration = ServerConfiguration()
    configuration.maximumConnectionsPerAddress = 2
    try await withServer(setup: proxies("127.0.0.1").setup, configuration) { server, port in
      func open(_ source: [UInt8]) async throws -> any Channel {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .connect(host: "127.0.0.1", port: port).get()
        try await channel.writeAndFlush(ByteBuffer(bytes: header(source: source)))
        return channel
      }
      var opened: [any Channel] = []
      for last in [1, 1, 2, 2, 3] as [UInt8] { opened.append(try await open([192, 0, 2, last])) }
      let areOpen = try await eventually { server.counters.acceptedConnections == 5 }
      #expect(areOpen)
      let third = try await open([192, 0, 2, 1])
      let isClosed = try await eventually { !third.isActive }
      #expect(isClosed)
      #expect(opened.count { $0.isActive } == 5)
      #expect(server.counters.refusedConnections == 1)
      for channel in opened { try? await channel.close() }
    }
  }
}

import EntenteSecurity
import Foundation
import NIOCore
import NIOPosix
import TTRPC
import Testing

@Suite(.timeLimit(.minutes(3))) struct `TLS` {
  private let log = KeptLog()

  private func server(_ files: TLSFiles, handshakeTimeout: Duration = .seconds(10)) throws -> ServerTLS {
    try ServerTLS(files, handshakeTimeout: handshakeTimeout, logger: log.logger)
  }

  private func client(_ files: TLSFiles, name: String? = nil) throws -> ConnectionSetup {
    try ClientTLS(files, name: name, logger: log.logger).setup
  }

  @Test func `calls of every size go both ways, and the server is who it says, by name or address`() async throws {
    let certificates = try DevelopmentCertificates(names: "query.example.org")
    let tls = try server(certificates.server)
    try await withServer(setup: tls.setup) { _, port in
      let setup = try client(certificates.anonymousClient)
      let answer1 = try await ask(port, setup: setup)
      #expect(answer1 == "- - 127.0.0.1 false")
      let answer2 = try await ask(port, host: "localhost", setup: setup)
      #expect(answer2.hasPrefix("- - "))
      let named = try client(certificates.anonymousClient, name: "query.example.org")
      for size in [0, 1, 20_000, 3_000_000] {
        let text = String(repeating: "x", count: size)
        let answer = try await ask(port, "Echo", setup: named, payload: ByteBuffer(string: text))
        #expect(answer == text)
      }
    }
    #expect(tls.handshakes == (6, 0))
    #expect(tls.expiry > Int(Date.now.timeIntervalSince1970) + 300 * 86_400)
  }

  @Test func `a server that proves another name, or by another authority, is not called`() async throws {
    let (certificates, others) = (try DevelopmentCertificates(), try DevelopmentCertificates())
    try await withServer(setup: try server(certificates.server).setup) { server, port in
      let otherName = try client(certificates.anonymousClient, name: "query.example.org")
      let wrongName = await failure { try await ask(port, setup: otherName) }
      #expect(wrongName?.code == .unavailable)
      #expect(wrongName?.message.contains("for another name") == true, "\(wrongName?.message ?? "")")
      let wild = try DevelopmentCertificates(names: "*.example.org")
      try await withServer(setup: try self.server(wild.server).setup) { _, port in
        for (name, isRight) in [
          ("query.example.org", true), ("QUERY.example.org", true), ("a.query.example.org", false),
          ("example.org", false), ("query.example.com", false),
        ] {
          let setup = try client(wild.anonymousClient, name: name)
          let error = await failure { try await ask(port, setup: setup) }
          #expect((error == nil) == isRight, "\(name)")
        }
      }
      let otherAuthority = try client(others.anonymousClient)
      let wrongAuthority = await failure { try await ask(port, setup: otherAuthority) }
      let reason = wrongAuthority?.message ?? ""
      #expect(reason.contains("no authority that is trusted"), "\(reason)")
      #expect(server.counters.calls.isEmpty)
    }
  }

  @Test func `a caller proves its name by a certificate, and without one nobody is heard`() async throws {
    let certificates = try DevelopmentCertificates(client: "analyst")
    let others = try DevelopmentCertificates()
    let access = try AccessControl(callers: nil, logger: log.logger)
    let tls = try server(certificates.strictServer)
    try await withServer(setup: tls.setup, interceptors: [access]) { server, port in
      let answer3 = try await ask(port, setup: try client(certificates.client))
      #expect(answer3 == "analyst analyst 127.0.0.1 false")
      let nobody = await failure { try await ask(port, setup: try client(certificates.anonymousClient)) }
      #expect(nobody?.code == .unavailable)
      #expect(nobody?.message.contains("asks for a certificate") == true, "\(nobody?.message ?? "")")
      let foreign = TLSFiles(
        certificate: others.path("client.pem"), key: others.path("client.key"),
        authorities: certificates.path("ca.pem"))
      let stranger = await failure { try await ask(port, setup: try client(foreign)) }
      #expect(stranger?.code == .unavailable)
      #expect(server.counters.calls.map(\.count) == [1])
    }
    #expect(tls.handshakes.done == 1 && tls.handshakes.failed >= 2)
  }

  @Test func `a renewed certificate is shown to new connections, and old ones go on`() async throws {
    let certificates = try DevelopmentCertificates()
    let tls = try server(certificates.server)
    try await withServer(setup: tls.setup) { _, port in
      let old = RPCClient(
        addresses: [ServerAddress(host: "127.0.0.1", port: port)], setup: try client(certificates.anonymousClient))
      _ = try await old.raw(service: "test.Who", method: "Calls", ByteBuffer())
      let renamed = try client(certificates.anonymousClient, name: "new.example.org")
      let tooEarly = await failure { try await ask(port, setup: renamed) }
      #expect(tooEarly != nil)
      try certificates.renew(names: ["new.example.org"])
      let isNew = try await eventually { await failure { try await ask(port, setup: renamed) } == nil }
      #expect(isNew)
      _ = try await old.raw(service: "test.Who", method: "Calls", ByteBuffer())
      #expect(old.counters.connectionsOpened == 1)
      await old.close()
    }
    #expect(log.lines.all.contains { $0.hasPrefix("info reloaded") })
  }

  @Test func `files that cannot be used leave the old ones in use, and the log says why`() async throws {
    let certificates = try DevelopmentCertificates()
    try await withServer(setup: try server(certificates.server).setup) { _, port in
      let setup = try client(certificates.anonymousClient)
      try "no certificate".write(toFile: certificates.path("server.pem"), atomically: true, encoding: .utf8)
      let isSaid = try await eventually { log.lines.all.contains { $0.contains("holds no certificate in PEM") } }
      #expect(isSaid)
      let answer4 = try await ask(port, setup: setup)
      #expect(answer4.hasPrefix("-"))
    }
  }

  @Test func `a key that does not belong to the certificate is refused before it is used`() async throws {
    let certificates = try DevelopmentCertificates()
    var files = certificates.server
    files.key = certificates.path("client.key")
    #expect(throws: SecurityError.self) { try self.server(files) }
    files.key = nil
    #expect(throws: SecurityError.self) { try self.server(files) }
    files.key = certificates.path("nothing.key")
    let missing = #expect(throws: SecurityError.self) { try self.server(files) }
    #expect(missing?.description.hasSuffix("nothing.key: No such file or directory") == true)
    #expect(throws: SecurityError.self) { try self.client(certificates.anonymousClient, name: "10.0.0.1") }
  }

  @Test func `nothing older than TLS 1.3 is spoken, and stock peers need not name the protocol`() async throws {
    let certificates = try DevelopmentCertificates()
    try await withServer(setup: try server(certificates.server).setup) { _, port in
      func connect(_ more: String...) async throws -> String {
        try await output(
          of: "/usr/bin/openssl",
          ["s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", certificates.path("ca.pem")] + more)
      }
      let named = try await connect("-tls1_3", "-alpn", "ttrpc")
      #expect(named.contains("ALPN protocol: ttrpc"), "\(named)")
      #expect(named.contains("Verify return code: 0"))
      let unnamed = try await connect("-tls1_3")
      #expect(unnamed.contains("No ALPN negotiated") && unnamed.contains("Verify return code: 0"))
      let older = try await connect("-tls1_2")
      #expect(older.contains("protocol version") && !older.contains("Cipher is TLS_"), "\(older)")
    }
  }

  @Test func `whoever connects and does not shake hands is closed in time, and those who do are not`() async throws {
    let certificates = try DevelopmentCertificates()
    let tls = try server(certificates.server, handshakeTimeout: .milliseconds(300))
    try await withServer(setup: tls.setup) { server, port in
      let silent = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "127.0.0.1", port: port).get()
      let patient = RPCClient(
        addresses: [ServerAddress(host: "127.0.0.1", port: port)], setup: try client(certificates.anonymousClient))
      _ = try await patient.raw(service: "test.Who", method: "Calls", ByteBuffer())
      let isClosed = try await eventually { !silent.isActive }
      #expect(isClosed)
      try await Task.sleep(for: .milliseconds(400))
      _ = try await patient.raw(service: "test.Who", method: "Calls", ByteBuffer())
      #expect(patient.counters.connectionsOpened == 1)
      #expect(tls.handshakes == (1, 1))
      await patient.close()
    }
  }

  @Test func `clients and servers that speak no TLS are told apart from those that do`() async throws {
    let certificates = try DevelopmentCertificates()
    let tls = try server(certificates.server)
    try await withServer(setup: tls.setup) { server, port in
      let plain = await failure { try await ask(port) }
      #expect(plain?.code == .unavailable)
      #expect(server.counters.calls.isEmpty)
      #expect(tls.handshakes == (0, 1))
    }
    try await withServer { _, port in
      let setup = try ClientTLS(
        certificates.anonymousClient, handshakeTimeout: .milliseconds(500), logger: log.logger
      ).setup
      let error = await failure { try await ask(port, setup: setup) }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains("TLS") == true, "\(error?.message ?? "")")
    }
  }

  @Test func `a drain over TLS answers what was asked, and ends`() async throws {
    let certificates = try DevelopmentCertificates()
    let tls = try server(certificates.server)
    let first = RPCServer(services: [WhoService.descriptor], setup: tls.setup)
    let second = RPCServer(services: [WhoService.descriptor], setup: tls.setup)
    let ports = [
      try await first.listen(host: "127.0.0.1", port: 0), try await second.listen(host: "127.0.0.1", port: 0),
    ]
    let client = RPCClient(
      addresses: ports.map { ServerAddress(host: "127.0.0.1", port: $0) },
      setup: try client(certificates.anonymousClient))
    let load = Task {
      var failures: [RPCError] = []
      while !Task.isCancelled {
        if let error = await failure({ try await client.raw(service: "test.Who", method: "Calls", ByteBuffer()) }) {
          failures.append(error)
        }
      }
      return failures.filter { $0.code != .cancelled }
    }
    let isBusy = try await eventually { (first.counters.calls.first?.count ?? 0) > 20 }
    #expect(isBusy)
    await first.drain(within: .seconds(10))
    let isLeft = try await eventually { first.counters.openConnections == 0 }
    #expect(isLeft)
    try await Task.sleep(for: .milliseconds(100))
    load.cancel()
    let answer5 = await load.value.isEmpty
    #expect(answer5)
    await client.close()
    await second.drain(within: .seconds(1))
  }
}

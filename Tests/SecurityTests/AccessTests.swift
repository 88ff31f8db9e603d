import Foundation
import NIOCore
import TTRPC
import Testing

@testable import EntenteSecurity

/// A file that goes with the value.
final class TemporaryFile {
  let path = FileManager.default.temporaryDirectory.path + "/file-\(UUID().uuidString)"

  init(_ text: String) throws { try replace(text) }

  func replace(_ text: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

// SHA-256 of "opensesame" and of "letmein", as sha256sum prints them.
private let sesame = "sha256:d9fb92e3bbe65be1f1aad4a82eef4567f7a1ebe2cd110c8049b9698be7a70c88"
private let letMeIn = "sha256:1c8bfe8f801d79745c4631d09fff36c82aa37fc4cce4fc946683d7b336b63032"

@Suite(.timeLimit(.minutes(3))) struct `Who may call` {
  private let log = KeptLog()

  private func bearer(_ token: String) -> CallMetadata { ["authorization": "Bearer \(token)"] }

  private func access(_ file: TemporaryFile, open: [MethodPattern] = []) throws -> AccessControl {
    try AccessControl(callers: file.path, open: open, logger: log.logger)
  }

  @Test func `a token says who calls, and goes no further than that`() async throws {
    let file = try TemporaryFile("# callers\nanalyst \(sesame)\nother\t\(letMeIn)  *\n\n")
    try await withServer(interceptors: [try access(file)]) { _, port in
      let answer1 = try await ask(port, metadata: bearer("opensesame"))
      #expect(answer1 == "analyst - 127.0.0.1 false")
      let answer2 = try await ask(port, metadata: ["authorization": "bearer letmein"])
      #expect(answer2 == "other - 127.0.0.1 false")
    }
  }

  @Test func `whoever is not known learns nothing but that`() async throws {
    let file = try TemporaryFile("analyst \(sesame)\n")
    try await withServer(interceptors: [try access(file)]) { server, port in
      let refusals: [CallMetadata] = [
        [:], bearer(""), bearer("opensesam"), bearer("opensesame "), bearer(String(repeating: "x", count: 10_000)),
        ["authorization": "Basic opensesame"], ["authorization": "opensesame"], ["Authorization": "Bearer opensesame"],
        ["authorization": "Bearer wrong", "x": "Bearer opensesame"],
      ]
      for metadata in refusals {
        let error = await failure { try await ask(port, metadata: metadata) }
        #expect(error == RPCError(.unauthenticated, "unauthenticated"))
      }
      #expect(server.counters.calls.map(\.code) == [.unauthenticated])
    }
  }

  @Test func `a caller may call the methods of its line, and no others`() async throws {
    let file = try TemporaryFile(
      "one \(sesame) test.Who/Echo\nall \(letMeIn) test.Health/*,test.Who/*\n")
    try await withServer(interceptors: [try access(file)]) { _, port in
      let answer3 = try await ask(port, "Echo", metadata: bearer("opensesame"))
      #expect(answer3 == "")
      for (service, method) in [("test.Who", "Calls"), ("test.Health", "Check")] {
        let error = await failure { try await ask(port, method, service: service, metadata: bearer("opensesame")) }
        #expect(error == RPCError(.permissionDenied, "permission denied"))
        _ = try await ask(port, method, service: service, metadata: bearer("letmein"))
      }
    }
  }

  @Test func `open methods ask nobody, and still tell who calls`() async throws {
    let file = try TemporaryFile("analyst \(sesame) test.Who/*\n")
    let open = [MethodPattern(service: "test.Health")]
    try await withServer(interceptors: [try access(file, open: open)]) { _, port in
      func check(_ metadata: CallMetadata) async throws -> String {
        try await ask(port, "Check", service: "test.Health", metadata: metadata)
      }
      let answer4 = try await check([:])
      #expect(answer4 == "-")
      let answer5 = try await check(bearer("wrong"))
      #expect(answer5 == "-")
      let answer6 = try await check(bearer("opensesame"))
      #expect(answer6 == "analyst")
      let error = await failure { try await ask(port) }
      #expect(error?.code == .unauthenticated)
    }
  }

  @Test func `a token is changed without a gap by replacing the file`() async throws {
    let file = try TemporaryFile("analyst \(sesame)\n")
    try await withServer(interceptors: [try access(file)]) { _, port in
      let answer7 = await failure { try await ask(port, metadata: bearer("letmein")) }
      #expect(answer7 != nil)
      try file.replace("analyst \(sesame)\nanalyst \(letMeIn)\n")
      let isTaken = try await eventually { await failure { try await ask(port, metadata: bearer("letmein")) } == nil }
      #expect(isTaken)
      let answer8 = try await ask(port, metadata: bearer("opensesame"))
      #expect(answer8.hasPrefix("analyst"))
      try file.replace("analyst \(letMeIn)\n")
      let isGone = try await eventually { await failure { try await ask(port, metadata: bearer("opensesame")) } != nil }
      #expect(isGone)
      // A broken file locks nobody out, and lets nobody in.
      try file.replace("analyst \(sesame) no-pattern\n")
      let isSaid = try await eventually { log.lines.all.contains { $0.contains("line 1: methods are") } }
      #expect(isSaid)
      let answer9 = try await ask(port, metadata: bearer("letmein"))
      #expect(answer9.hasPrefix("analyst"))
      let answer10 = await failure { try await ask(port, metadata: bearer("opensesame")) }
      #expect(answer10 != nil)
      #expect(!log.lines.all.contains { $0.contains(letMeIn.suffix(64)) || $0.contains("letmein") })
    }
  }

  @Test func `a certificate grants what its line grants`() async throws {
    let certificates = try DevelopmentCertificates(client: "replica")
    let tls = try ServerTLS(certificates.strictServer, logger: log.logger)
    let setup = try ClientTLS(certificates.client, logger: log.logger).setup
    let file = try TemporaryFile("replica certificate test.Who/Calls\nanalyst \(sesame)\n")
    try await withServer(setup: tls.setup, interceptors: [try access(file)]) { _, port in
      let answer11 = try await ask(port, setup: setup)
      #expect(answer11 == "replica replica 127.0.0.1 false")
      let denied = await failure { try await ask(port, "Echo", setup: setup) }
      #expect(denied?.code == .permissionDenied)
      // A token counts before the certificate, for better and for worse.
      let answer12 = try await ask(port, "Echo", setup: setup, metadata: bearer("opensesame"))
      #expect(answer12 == "")
      let wrong = await failure { try await ask(port, setup: setup, metadata: bearer("wrong")) }
      #expect(wrong?.code == .unauthenticated)
    }
    let nobody = try TemporaryFile("somebody certificate\n")
    try await withServer(setup: tls.setup, interceptors: [try access(nobody)]) { _, port in
      let answer13 = await failure { try await ask(port, setup: setup) }?.code
      #expect(answer13 == .unauthenticated)
    }
  }

  @Test func `a client shows the token of its file, also after the file has changed`() async throws {
    let file = try TemporaryFile("analyst \(letMeIn)\n")
    let token = try TemporaryFile("opensesame\n")
    var configuration = ClientConfiguration()
    configuration.metadata = try TokenFile(token.path, logger: log.logger).metadata
    try await withServer(interceptors: [try access(file)]) { _, port in
      let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)], configuration: configuration)
      func call() async -> RPCError? {
        await failure { try await client.raw(service: "test.Who", method: "Calls", ByteBuffer()) }
      }
      let answer14 = await call()?.code
      #expect(answer14 == .unauthenticated)
      try token.replace("letmein")
      let isTaken = try await eventually { await call() == nil }
      #expect(isTaken)
      await client.close()
    }
    for text in ["", "\n", "two words", "caf\u{E9}", String(repeating: "x", count: 4_097)] {
      let bad = try TemporaryFile(text)
      #expect(throws: SecurityError.self) { try TokenFile(bad.path, logger: log.logger) }
    }
    let longest = try TemporaryFile(String(repeating: "x", count: 4_096))
    _ = try TokenFile(longest.path, logger: log.logger)
  }
}

@Suite struct `The file of callers` {
  private func reason(_ text: String) -> String? {
    do throws(SecurityError) {
      _ = try CallerList(Array(text.utf8), path: "callers")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `what is wrong is told by line, and never by content`() throws {
    let hash = String(sesame.dropFirst(7))
    let bad = [
      "a", "a b", "a sha256:", "a sha256:\(hash.dropLast())", "a sha256:\(hash)0", "a sha256:\(hash.dropLast())g",
      "a \(sesame) x", "a \(sesame) x/", "a \(sesame) /x", "a \(sesame) x/y/z", "a \(sesame) * *",
      "a \(sesame) s*/m", "a \(sesame) s/m*", "a certificate ,",
    ]
    for line in bad {
      let text = "# fine\nb \(letMeIn)\n\(line)\n"
      let said = try #require(reason(text), "\(line)")
      #expect(said.hasPrefix("callers: line 3: "), "\(said)")
      #expect(!said.contains(hash.prefix(8)) && !said.contains(letMeIn.suffix(8)))
    }
    #expect(reason("") != nil)
    #expect(reason("# nobody\n\n") != nil)
    #expect(reason("a \(sesame.uppercased().replacing("SHA256", with: "sha256"))") == nil)
  }

  @Test func `there is a limit, and it is exact`() throws {
    let line = "a \(sesame)\n"
    #expect(reason(String(repeating: line, count: 1_024)) == nil)
    #expect(reason(String(repeating: line, count: 1_025))?.contains("line 1025") == true)
  }

  @Test func `flipped bits and truncations never do more than fail`() throws {
    let whole = Array("analyst \(sesame) test.Who/*\nreplica certificate *\n".utf8)
    for end in whole.indices { _ = try? CallerList(Array(whole[..<end]), path: "") }
    for index in whole.indices {
      for bit in 0..<8 {
        var flipped = whole
        flipped[index] ^= 1 << bit
        // Nobody gains the token of another by it.
        if let list = try? CallerList(flipped, path: ""), (8..<79).contains(index) {
          #expect(list.holders(of: "opensesame").isEmpty || flipped[index] & 0xDF == whole[index] & 0xDF)
        }
      }
    }
  }

  @Test func `a method pattern matches what it says`() throws {
    let all = try #require(MethodPattern("*"))
    let service = try #require(MethodPattern("a.B/*"))
    let method = try #require(MethodPattern("a.B/C"))
    let expected = [(all, [true, true, true]), (service, [true, true, false]), (method, [true, false, false])]
    for (pattern, found) in expected {
      #expect(pattern.contains(service: "a.B", method: "C") == found[0])
      #expect(pattern.contains(service: "a.B", method: "D") == found[1])
      #expect(pattern.contains(service: "a.BC", method: "C") == found[2])
    }
  }
}

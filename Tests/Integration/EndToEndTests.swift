import EntenteClient
import EntenteSchema
import Foundation
import ProtobufCoding
import TTRPC
import Testing

/// The real programs, over real sockets, with a stock client that nobody here wrote.
@Suite(.serialized, .timeLimit(.minutes(5))) struct EndToEndTests {
  func entente(_ arguments: String...) throws -> Products.Result {
    try Products.run(Products.path("entente"), arguments)
  }

  @Test func `the file and the server give the same answers`() throws {
    let replica = try Replica()
    for command in [
      ["programme"], ["documents"], ["status"], ["search", "cyberdéfense"], ["goals"], ["timeline"], ["goal", "1"],
      ["suggest", "cyb"], ["entities"], ["entity", "ministère"], ["quotes"], ["document", "002_3654df32c9d3724f"],
      ["related", "002_3654df32c9d3724f"], ["quotes", "--by", "nobody"], ["search", "zzzz"],
    ] {
      let fromServer = try Products.run(Products.path("entente"), command + ["--json", "--server", replica.address])
      let fromFile = try Products.run(Products.path("entente"), command + ["--json", "--snapshot", replica.snapshot])
      #expect(fromServer.output == fromFile.output, "\(command)")
      if fromFile.status == 0 {
        _ = try JSONSerialization.jsonObject(with: Data(fromFile.output.utf8))
        let text = try (
          Products.run(Products.path("entente"), command + ["--server", replica.address]).output,
          Products.run(Products.path("entente"), command + ["--snapshot", replica.snapshot]).output
        )
        // A server's status goes on with a table of its replicas, which a file has none of.
        let isSame = command == ["status"] ? text.0.hasPrefix(text.1) : text.0 == text.1
        #expect(isSame && !text.1.isEmpty, "\(command)")
      }
      #expect(fromServer.status == fromFile.status)
    }
    #expect(replica.stop() == 0)
  }

  @Test func `the programme has the parts, objectives, priorities and goals that are printed`() throws {
    let replica = try Replica()
    let json = try entente("programme", "--json", "--server", replica.address).output
    let answer = try JSONDecoder().decode(GetProgrammeResponse.self, from: Data(json.utf8))
    let programme = try #require(answer.programme)
    #expect(programme.parts.count == 3)
    #expect(programme.strategicObjectives.count == 3)
    #expect(programme.priorities.map(\.goals.count) == [5, 3, 6, 2])
    let text = try JSONDecoder().decode(
      GetDocumentResponse.self,
      from: Data(try entente("document", programme.documentID, "--json", "--server", replica.address).output.utf8))
    let bytes = Array(try #require(text.document).text.utf8)
    for goal in programme.priorities.flatMap(\.goals) {
      let span = try #require(goal.span)
      let item = String(decoding: bytes[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self)
      #expect(item.hasPrefix(goal.title))
      #expect(item.hasSuffix(goal.commitment))
    }
  }

  @Test(arguments: [
    "cyberdéfense", "cyberdefense", "CYBERDÉFENSE", "l'OTAN", "\"sécurité maritime\"", "Indo-Pacifique",
    "indopacifique",
    "O.T.A.N.",
  ]) func `what a French reader types is found, with the words that match marked`(query: String) async throws {
    let replica = try Replica()
    let address = try #require(ServerAddress(replica.address))
    let client = RPCClient(addresses: [address])
    let answer = try await QueryClient(client).search(SearchRequest(query: query))
    #expect(!answer.hits.isEmpty)
    let passage = try #require(answer.hits.first?.passage)
    #expect(!passage.highlights.isEmpty)
    await client.close()
  }

  @Test func `a stock Go client is answered, and ours moves fewer bytes by zlib frames`() async throws {
    let replica = try Replica()
    let request = SearchRequest(query: "OTAN Japon coopération", pageSize: 10)
    let peer = FileManager.default.temporaryDirectory.path + "/gopeer-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: peer) }
    let build = try Products.run(Products.root.appendingPathComponent("scripts/build-go-peers").path, [peer])
    try #require(build.status == 0, "\(build.errors)")
    let hex = request.protobufBytes().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    let stock = try Products.run(peer, ["call", replica.address, "entente.v1.Query", "Search", "10000", hex])
    let answerHex = try #require(
      stock.output.split(separator: " ").last?.trimmingCharacters(in: .whitespacesAndNewlines))
    #expect(stock.output.hasPrefix("OK "))
    let digits = Array(answerHex)
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
    let stockAnswer = try SearchResponse(protobuf: bytes)
    #expect(stockAnswer.hits.count == 5)

    let address = try #require(ServerAddress(replica.address))
    var sizes: [Bool: UInt64] = [:]
    for usesCompression in [true, false] {
      var configuration = ClientConfiguration()
      configuration.usesCompression = usesCompression
      let client = RPCClient(addresses: [address], configuration: configuration)
      let corpus = QueryClient(client)
      // The first response tells that the server reads zlib; the server knows from the first request.
      for _ in 0..<3 {
        let answer = try await corpus.search(request)
        #expect(answer == stockAnswer)
      }
      sizes[usesCompression] = client.counters.bytesReceived
      await client.close()
    }
    let (compressed, plain) = (try #require(sizes[true]), try #require(sizes[false]))
    print("three answers: \(compressed) bytes in zlib frames, \(plain) bytes in plain ones")
    #expect(compressed < plain)
  }

  @Test(arguments: [["entity"], ["entities", "--name"], ["timeline", "--organisation"], ["search"]])
  func `an English name or acronym means the organisation that the corpus knows in French`(
    command: [String]
  ) throws {
    let replica = try Replica()
    func ids(_ name: String) throws -> [String] {
      let name = command == ["search"] ? "organisation:\"\(name)\"" : name
      let answer = try Products.run(
        Products.path("entente"), command + [name, "--json", "--server", replica.address])
      #expect(answer.status == 0, "\(command) \(name): \(answer.errors)")
      return answer.output.matches(of: /"(id|documentId)"\s*:\s*"([^"]+)"/).map { String($0.2) }
    }
    let known = try ids("OTAN")
    #expect(!known.isEmpty)
    for name in ["NATO", "North Atlantic Treaty Organization"] {
      let meant = try ids(name)
      #expect(meant == known, "\(command) \(name)")
    }
  }

  @Test func `errors say what to do, and exit statuses tell scripts`() throws {
    let replica = try Replica()
    let unknown = try entente("document", "nothing-of-the-kind", "--server", replica.address)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("entente documents --server \(replica.address)"))
    let query = try entente("search", "(", "--server", replica.address)
    #expect(query.status == 64)
    #expect(query.errors.contains("character 1"))
    #expect(try entente("search", "zzzzzz", "--server", replica.address).status == 1)
    #expect(try entente("status", "--snapshot", "/nowhere.snapshot").status == 66)
    #expect(try entente("status", "--snapshot", #filePath).status == 65)
    #expect(replica.stop() == 0)
    let gone = try entente("status", "--server", replica.address)
    #expect(gone.status == 69)
    #expect(gone.errors.contains("Is a server running"))
  }

  @Test func `a service refuses a damaged snapshot, with the reason`() throws {
    let replica = try Replica()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: replica.snapshot))
    bytes.removeLast(100)
    let damaged = replica.snapshot + ".damaged"
    try bytes.write(to: URL(fileURLWithPath: damaged))
    defer { try? FileManager.default.removeItem(atPath: damaged) }
    let refused = try Products.run(
      Products.path("entente-query"), ["--snapshot", damaged, "--listen", "127.0.0.1:0"])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("truncated"))
  }
}

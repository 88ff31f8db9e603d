import EntenteCorpus
import EntenteQuery
import EntenteSchema
import Foundation
import Synchronization
import TTRPC
import TestCorpora
import Testing

/// What a caller over RPC sees of a corpus: status codes, and the generation that answers.
@Suite(.timeLimit(.minutes(2))) struct StatusTests {
  private static func context(deadline: ContinuousClock.Instant? = nil) -> CallContext {
    CallContext(service: "entente.v1.Query", method: "", deadline: deadline)
  }

  private static func code<Answer>(_ call: () throws(RPCError) -> Answer) -> RPCStatusCode? {
    do throws(RPCError) {
      _ = try call()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `each error of a corpus has a status of its own`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let other = try await CorpusFixture.make((0..<30).map { (id: "d\($0)", title: "", text: "otan \($0)") })
    let service = QueryService { corpus }
    let context = Self.context()
    #expect(
      Self.code { () throws(RPCError) in try service.search(SearchRequest(query: "(otan"), context: context) }
        == .invalidArgument)
    #expect(
      Self.code { () throws(RPCError) in try service.getEntity(GetEntityRequest(id: "nobody"), context: context) }
        == .notFound)
    let token = try other.search(SearchRequest(query: "otan")).nextPageToken
    #expect(!token.isEmpty)
    #expect(
      Self.code { () throws(RPCError) in
        try service.search(SearchRequest(query: "otan", pageToken: token), context: context)
      } == .failedPrecondition)
    #expect(
      Self.code { () throws(RPCError) in
        try service.describe(DescribeRequest(minimumGeneration: 9), context: context)
      } == .unavailable)
    #expect(
      Self.code { () throws(RPCError) in
        try service.describe(DescribeRequest(), context: Self.context(deadline: .now - .seconds(1)))
      } == .deadlineExceeded)
  }

  @Test func `an error says for programs what its message says for people`() async throws {
    let corpus = try await CorpusFixture.seeds()
    let service = QueryService { corpus }
    func info<Answer>(_ call: () throws(RPCError) -> Answer) -> RPCErrorInfo? {
      do throws(RPCError) {
        _ = try call()
        return nil
      } catch {
        return error.info
      }
    }
    func search(_ query: String) -> RPCErrorInfo? {
      info { () throws(RPCError) in try service.search(SearchRequest(query: query), context: Self.context()) }
    }
    let quotation = search("otan \"ouvert")
    #expect(quotation?.reason == "UNCLOSED_QUOTATION")
    #expect(quotation?.metadata == ["position": "5", "sign": "\""])
    let person = search("otan person:Stoltenbreg")
    #expect(person?.reason == "UNKNOWN_NAME" && person?.metadata["position"] == "5")
    #expect(person?.metadata["suggestions"] == "Jens Stoltenberg")
    #expect(search("date:hier")?.reason == "NOT_A_DATE")
    let entity = info { () throws(RPCError) in
      try service.getEntity(GetEntityRequest(id: "nobody"), context: Self.context())
    }
    #expect(entity?.reason == "UNKNOWN_NAME" && entity?.metadata["name"] == "nobody")
    // What the code says already needs no more words.
    #expect(
      info { () throws(RPCError) in
        try service.describe(DescribeRequest(minimumGeneration: 9), context: Self.context())
      } == nil)
  }

  @Test func `the page of the protocol lists every reason`() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schema/WIRE.md"),
      encoding: .utf8)
    for kind in RequestFault.Kind.allCases {
      #expect(page.firstMatch(of: try Regex("[|,] \(kind.rawValue)[ ,]")) != nil, "\(kind.rawValue)")
    }
  }

  @Test func `a call over RPC that is too costly or too long is refused before it costs anything`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let service = QueryService { corpus }
    let name = String(repeating: "e", count: 4 << 20)
    #expect(
      Self.code { () throws(RPCError) in
        try service.listEntities(ListEntitiesRequest(name: name), context: Self.context())
      } == .invalidArgument)
    #expect(
      Self.code { () throws(RPCError) in
        try service.listEvents(ListEventsRequest(person: name), context: Self.context())
      } == .invalidArgument)
  }

  @Test func `each call asks once for its corpus, so that a generation may be swapped between calls`() async throws {
    let first = try await CorpusFixture.make(CorpusFixture.spellings, generation: 1)
    let second = try await CorpusFixture.make(CorpusFixture.spellings, generation: 2)
    let asked = Atomic(0)
    let service = QueryService {
      asked.add(1, ordering: .relaxed).newValue.isMultiple(of: 2) ? second : first
    }
    for generation: UInt64 in [1, 2, 1, 2] {
      let answer = try service.getEntity(GetEntityRequest(id: "otan"), context: Self.context())
      #expect(answer.snapshot?.generation == generation)
    }
    #expect(asked.load(ordering: .relaxed) == 4)
  }

  @Test func `health tells the generation that is served, and when it drains`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings, generation: 5)
    let health = HealthService { corpus }
    let context = CallContext(service: "entente.v1.Health", method: "Check")
    #expect(try health.check(HealthCheckRequest(), context: context).status == .serving)
    #expect(try health.check(HealthCheckRequest(), context: context).generation == 5)
    health.beginDraining()
    #expect(try health.check(HealthCheckRequest(), context: context).status == .notServing)
  }
}

import EntenteCorpus
import EntenteQuery
import EntenteSchema
import NIOCore
import ProtobufCoding
import TTRPC
import TestCorpora
import Testing

/// Queries that mean harm, over a socket: each is refused at a character or answered, and the next call is served.
@Suite(.timeLimit(.minutes(2))) struct HostileCallTests {
  /// A query, and what of the refusal must be said; nil where it is answered.
  private static let queries: [(text: String, says: String?)] = [
    (String(repeating: "mot ", count: 300_000), "the limit is 32768"),
    ((0..<10_000).map { "m\($0)" }.joined(separator: " "), "the limit is"),
    (String(repeating: "a ", count: 10_000), "more than 1024 words"),
    ((0..<1_000).map { "mot\($0)" }.joined(separator: " "), nil),
    (String(repeating: "otan ", count: 1_000), nil),
    ("\"" + String(repeating: "otan ", count: 300) + "\"", "character 1: a phrase has at most 128 words"),
    (String(repeating: "é", count: 300) + "~", "character 1: ~ applies to words of at most 64 letters"),
    ("otan " + String(repeating: "secrite~ ", count: 9), "more than 8 words with ~"),
    ("a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p*", nil),
    (String(repeating: "a* ", count: 17), "more than 16 words with *"),
    (String(repeating: "(", count: 5_000), "character 33: parentheses are nested deeper than 32"),
    (String(repeating: "(", count: 30) + "otan" + String(repeating: ")", count: 30), nil),
    ("le la les", nil), ("NOT le", nil), ("\"ouvert", "character 1: this quotation mark is never closed"),
    ("japon « paix", "character 7: this quotation mark"), ("*", "character 1: * alone"),
    ("~", "character 1: ~ must follow"),
    ("otan )", "character 6: this parenthesis has no match"), ("", "there is nothing to search for"),
    ("\u{0}", "there is nothing to search for"),
    ("kind:\"\"", "kind: needs a value"), ("(kind:rien) otan", "character 2: unknown kind"),
    ("date:31-02", "character 1: date: is \"31-02\""), ("日本 -日", nil), ("e\u{301}te\u{301}~ \u{202E}otan", nil),
  ]

  @Test func `every query over a socket is answered or refused at its character`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    try await Self.serve(corpus) { client in
      for (text, says) in Self.queries {
        let request = SearchRequest(query: text, facets: [.year, .documentKind, .person])
        do throws(RPCError) {
          let response: SearchResponse = try await client.unary(
            service: "entente.v1.Query", method: "Search", request)
          #expect(says == nil && response.hits.count <= 10, "\(text.prefix(40))")
        } catch {
          #expect(error.code == .invalidArgument, "\(text.prefix(40)): \(error)")
          #expect(error.message.contains(says ?? "an answer"), "\(text.prefix(40)): \(error.message)")
        }
      }
      let response: SearchResponse = try await client.unary(
        service: "entente.v1.Query", method: "Search", SearchRequest(query: "otan"))
      #expect(response.hits.count == 2)
    }
  }

  @Test func `a query that is no UTF-8 is refused with its offset`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    try await Self.serve(corpus) { client in
      do throws(RPCError) {
        _ = try await client.raw(
          service: "entente.v1.Query", method: "Search", ByteBuffer(bytes: [0x0A, 0x03, 0x6F, 0xFF, 0x6E]))
        Issue.record("bytes that are no text were answered")
      } catch {
        #expect(error.code == .invalidArgument && error.message.contains("byte"), "\(error)")
      }
    }
  }

  @Test func `a deadline that has passed ends a search`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let late = CallContext(service: "entente.v1.Query", method: "Search", deadline: .now - .seconds(1))
    for query in ["otan", "a* b* c*", "kind:news", "(kind:news) otan", "NOT otan", "\"sécurité maritime\""] {
      do throws(RPCError) {
        _ = try QueryService { corpus }.search(SearchRequest(query: query, facets: [.person, .year]), context: late)
        Issue.record("\(query) was answered too late")
      } catch {
        #expect(error.code == .deadlineExceeded)
      }
    }
  }

  private static func serve(
    _ corpus: Corpus, _ body: (RPCClient) async throws -> Void
  ) async throws {
    let server = RPCServer(services: [QueryService { corpus }.queryService])
    let port = try await server.listen(host: "127.0.0.1", port: 0)
    let client = RPCClient(addresses: [ServerAddress(host: "127.0.0.1", port: port)])
    do {
      try await body(client)
    } catch {
      Issue.record(error)
    }
    await client.close()
    await server.drain(within: .seconds(1))
  }
}

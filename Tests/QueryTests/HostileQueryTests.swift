import EntenteQuery
import EntenteSchema
import TTRPC
import Testing

@Suite struct HostileQueryTests {
  @Test func `any query is answered or refused, and the service lives on`() async throws {
    let corpus = try await CorpusFixture(CorpusFixture.spellings)
    let queries = [
      String(repeating: "mot ", count: 300_000), String(repeating: "a ", count: 10_000), "le la les", "\"", "*", "~",
      "-", "+",
      String(repeating: "(", count: 5_000), String(repeating: "é", count: 300) + "~", "\u{0}\u{FFFD}", "date:..",
      "kind:\"\"",
      String(repeating: "otan ", count: 1_000), "NOT otan", "-otan", "(otan) (", "a*", "日本 -日",
    ]
    for query in queries {
      do throws(RPCError) {
        _ = try corpus.service.search(SearchRequest(query: query, facets: [.year]), context: corpus.context)
      } catch {
        #expect(error.code == .invalidArgument && !error.message.isEmpty)
      }
    }
    let response = try corpus.service.search(SearchRequest(query: "otan"), context: corpus.context)
    #expect(response.hits.count == 2)
  }
}

import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

@Suite struct HostileQueryTests {
  @Test func `any query is answered or refused, and the service lives on`() async throws {
    let corpus = try await CorpusFixture.make(CorpusFixture.spellings)
    let queries = [
      String(repeating: "mot ", count: 300_000), String(repeating: "a ", count: 10_000), "le la les", "\"", "*", "~",
      "-", "+",
      String(repeating: "(", count: 5_000), String(repeating: "é", count: 300) + "~", "\u{0}\u{FFFD}", "date:..",
      "kind:\"\"",
      String(repeating: "otan ", count: 1_000), "NOT otan", "-otan", "(otan) (", "a*", "日本 -日",
    ]
    for query in queries {
      let failure = failure { () throws(CorpusError) in
        try corpus.search(SearchRequest(query: query, facets: [.year]))
      }
      #expect(failure?.isInvalidArgument ?? true, "\(query.prefix(40))")
    }
    let response = try corpus.search(SearchRequest(query: "otan"))
    #expect(response.hits.count == 2)
  }
}

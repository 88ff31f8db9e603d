import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

/// What a search finds and what it does not: each test is of a kind, on words that no rule was written for.
@Suite struct SearchMeaningTests {
  private static func corpus(_ texts: [String]) async throws -> Corpus {
    try await CorpusFixture.make(texts.enumerated().map { ("d\($0.offset)", "Note", $0.element) })
  }

  private static func found(_ corpus: Corpus, _ query: String) throws -> [String] {
    try corpus.search(SearchRequest(query: query)).hits.map { $0.document?.id ?? "" }.sorted()
  }

  @Test func `a phrase has exactly its words, and what it shows is marked`() async throws {
    let corpus = try await Self.corpus([
      "Un accord de défense a été signé.", "Un accord sans défense.", "Le chef quitte notre marine.",
      "Le chef de la marine.",
      "La mise en œuvre du programme.", "La mise hors œuvre du programme.",
    ])
    #expect(try Self.found(corpus, "\"accord de défense\"") == ["d0"])
    #expect(try Self.found(corpus, "« chef de la marine »") == ["d3"])
    #expect(try Self.found(corpus, "\"mise en œuvre\"") == ["d4"])
    #expect(try Self.found(corpus, "accord -\"accord de défense\"") == ["d1"])
    #expect(try Self.found(corpus, "\"sans défense\" OR \"notre marine\"") == ["d1", "d2"])
    let hit = try #require(try corpus.search(SearchRequest(query: "\"accord de défense\"")).hits.first)
    #expect(hit.passage?.highlights.count == 2)
    var facets = SearchRequest(query: "\"accord de défense\"")
    facets.facets = [.documentKind]
    #expect(try corpus.search(facets).facets.first?.counts.map(\.count) == [1])
  }

  @Test func `stop words alone are answered, by documents that hold them as they are`() async throws {
    let corpus = try await Self.corpus([
      "On ignore où il est parti.", "Elle part ou elle reste ici.", "De fortes sommes, nous sommes prêts.",
      "Que la paix soit.", "Rien.",
    ])
    // « où » and « ou » fold alike.
    #expect(try Self.found(corpus, "où") == ["d0", "d1"])
    #expect(try Self.found(corpus, "sommes") == ["d2"])
    #expect(try Self.found(corpus, "soit") == ["d3"])
    #expect(try Self.found(corpus, "\"nous sommes\"") == ["d2"])
    #expect(try Self.found(corpus, "+la +soit") == ["d3"])
    #expect(try Self.found(corpus, "sommes -prêts").isEmpty)
    let hit = try #require(try corpus.search(SearchRequest(query: "soit")).hits.first)
    #expect(hit.passage?.highlights.count == 1)
  }

  @Test func `numbers are found however their thousands are set, and not by their parts`() async throws {
    let corpus = try await Self.corpus([
      "Mille hommes : 1 000.", "1\u{202F}000 drones", "1.000 obus", "1000 chars",
      "Plus de 12\u{A0}500 soldats, 3,5 % du total.",
    ])
    for query in ["1000", "1 000", "1\u{A0}000", "1.000", "\"1 000\""] {
      #expect(try Self.found(corpus, query) == ["d0", "d1", "d2", "d3"], "\(query)")
    }
    #expect(try Self.found(corpus, "000").isEmpty)
    #expect(try Self.found(corpus, "500").isEmpty)
    #expect(try Self.found(corpus, "12 500 soldats").contains("d4"))
    #expect(try Self.found(corpus, "3.5") == ["d4"])
  }

  @Test func `codes and ligatures are found as they may be written`() async throws {
    let corpus = try await Self.corpus([
      "Un C-130 se pose.", "Le F35 décolle, le SU-27 aussi.", "L'A-400M d'Airbus.", "Une bataille eﬃcace et ﬁnale.",
      "T‑72 et S-400",
    ])
    for (query, document) in [
      ("C-130", "d0"), ("c130", "d0"), ("F-35", "d1"), ("F35", "d1"), ("Su-27", "d1"), ("A400M", "d2"),
      ("A-400M", "d2"), ("efficace", "d3"),
      ("finale", "d3"), ("T-72", "d4"), ("S400", "d4"),
    ] { #expect(try Self.found(corpus, query) == [document], "\(query)") }
    #expect(try Self.found(corpus, "130").isEmpty)
  }
}

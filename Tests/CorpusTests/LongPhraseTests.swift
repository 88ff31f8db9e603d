import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

/// Phrases that would take more text to look up than a call reads.
@Suite(.timeLimit(.minutes(5))) struct LongPhraseTests {
  /// Documents that hold « chef de marine », in turn with others that hold the same words otherwise: 6 MB in all.
  private static func corpus() async throws -> Corpus {
    let filler = String(repeating: " — —", count: 12_500)
    return try await CorpusFixture.make(
      (0..<60).map { number in
        let phrase = number.isMultiple(of: 2) ? "Le chef de marine part." : "Le chef sans marine part."
        return ("d\(100 + number)", "Note", phrase + filler)
      })
  }

  private static func holds(_ hit: SearchHit) -> Bool {
    Int(hit.document?.id.dropFirst() ?? "").map { $0.isMultiple(of: 2) } ?? false
  }

  @Test(arguments: [SearchSort.unspecified, .date])
  func `what was not looked up is not shown, and the total is a lower bound`(sort: SearchSort) async throws {
    let corpus = try await Self.corpus()
    for query in ["\"chef de marine\"", "\"chef de marine\" OR \"chef de guerre\""] {
      let found = try corpus.search(
        SearchRequest(query: query, pageSize: 100, facets: [.documentKind], withoutPassages: true, sort: sort))
      #expect(!found.totalIsExact)
      #expect(found.totalHits > 10 && found.totalHits < 30, "\(found.totalHits)")
      #expect(found.hits.count == Int(found.totalHits))
      #expect(found.hits.allSatisfy(Self.holds))
      #expect(found.facets.first?.counts.map(\.count) == [found.totalHits])
      // What the first call found out does not change what the second finds.
      let again = try corpus.search(
        SearchRequest(query: query, pageSize: 100, facets: [.documentKind], withoutPassages: true, sort: sort))
      #expect(again == found)
    }
  }

  @Test func `the latest are looked up first where they are wanted first`() async throws {
    let corpus = try await Self.corpus()
    let found = try corpus.search(
      SearchRequest(query: "\"chef de marine\"", pageSize: 3, withoutPassages: true, sort: .date))
    #expect(found.hits.map { $0.document?.effectiveDate?.start } == ["2023-07-18", "2023-07-18", "2023-07-18"])
  }

  @Test func `a phrase that stands in a title alone is found`() async throws {
    let corpus = try await CorpusFixture.make([
      ("d1", "Le chef de la marine", "Il part."), ("d2", "Le chef sans la marine", "Il reste."),
      ("d3", "Nous sommes là", "Rien."),
    ])
    for (query, document) in [("\"chef de la marine\"", "d1"), ("\"nous sommes\"", "d3")] {
      let hits = try corpus.search(SearchRequest(query: query)).hits
      #expect(hits.map { $0.document?.id } == [document], "\(query)")
    }
  }
}

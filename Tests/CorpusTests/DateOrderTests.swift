import EntenteCorpus
import EntenteSchema
import EntenteTextAnalysis
import TestCorpora
import Testing

/// Hits by date against a sort of all hits.
@Suite(.timeLimit(.minutes(5))) struct DateOrderTests {
  private static let queries = [
    "Japon", "OTAN OR coopération", "partenariat AND Japon", "\"cadre de\"", "\"sécurité maritime\"", "coop*",
    "Japon -OTAN",
    "Japon date:2023", "qui a rencontré le ministre japonais ?", "NOT Japon", "kind:other", "rien-de-tel",
  ]

  private func hits(
    _ corpus: Corpus, _ query: String, _ sort: SearchSort, pageSize: UInt32, facets: [FacetKind] = []
  ) throws(CorpusError) -> [SearchHit] {
    try Pages.all { token throws(CorpusError) in
      let page = try corpus.search(
        SearchRequest(
          query: query, pageSize: pageSize, pageToken: token, facets: facets, withoutPassages: true, sort: sort))
      return (page.hits, page.nextPageToken)
    }
  }

  /// Every hit, sorted in the plainest way.
  private func expected(_ corpus: Corpus, _ query: String) throws(CorpusError) -> [String] {
    let scored = try hits(corpus, query, .unspecified, pageSize: 200)
    func key(_ hit: SearchHit) -> (start: String, end: String) {
      (hit.document?.effectiveDate?.start ?? "", hit.document?.effectiveDate?.end ?? "")
    }
    return scored.sorted { left, right in
      let (first, second) = (key(left), key(right))
      if first != second { return first > second }
      if left.score != right.score { return left.score > right.score }
      return (left.document?.id ?? "") < (right.document?.id ?? "")
    }.compactMap { $0.document?.id }
  }

  @Test(arguments: [31, 32, 33]) func `the latest come first, then the best, on pages of any size`(seed: UInt64)
    async throws
  {
    var mixer = try SentenceMixer(seed: seed)
    let corpus = try await CorpusFixture.make(mixer.documents(80, programmes: 1))
    var random = SplitMix64(state: seed)
    for query in Self.queries where !query.hasSuffix("?") {
      let all = try expected(corpus, query)
      for _ in 0..<3 {
        let size = UInt32.random(in: 1...30, using: &random)
        let found = try hits(corpus, query, .date, pageSize: size, facets: Bool.random(using: &random) ? [.year] : [])
        #expect(found.compactMap { $0.document?.id } == all, "\(query) by \(size)")
      }
      let page = try corpus.search(SearchRequest(query: query, pageSize: 2, sort: .date))
      #expect(page.totalIsExact && page.totalHits == UInt64(all.count), "\(query)")
    }
  }

  @Test func `a question finds the same documents by date`() async throws {
    var mixer = try SentenceMixer(seed: 34)
    let corpus = try await CorpusFixture.make(mixer.documents(60, programmes: 1))
    let question = try #require(Self.queries.first { $0.hasSuffix("?") })
    let ranked = try hits(corpus, question, .unspecified, pageSize: 200)
    let dated = try hits(corpus, question, .date, pageSize: 7)
    #expect(!dated.isEmpty && Set(dated.compactMap { $0.document?.id }) == Set(ranked.compactMap { $0.document?.id }))
  }

  @Test func `documents of one day are in the order of their scores, undated ones come last`() async throws {
    let corpus = try await CorpusFixture.make(
      [
        (id: "often", title: "Un", text: "Japon, Japon, Japon, Japon."),
        (id: "once", title: "Un", text: "Le Japon et cinq autres pays amis."),
        (id: "undated", title: "Japon", text: "Japon."), (id: "late", title: "Un", text: "Le Japon est loin."),
      ]
    ) { ["often": "2023-05-02", "once": "2023-05-02", "late": "2023-05-03"][$0] }
    let dated = try hits(corpus, "Japon", .date, pageSize: 1)
    #expect(dated.compactMap { $0.document?.id } == ["late", "often", "once", "undated"])
  }

  @Test func `a page token holds for its order alone`() async throws {
    var mixer = try SentenceMixer(seed: 35)
    let corpus = try await CorpusFixture.make(mixer.documents(40, programmes: 1))
    let first = try corpus.search(SearchRequest(query: "Japon OTAN", pageSize: 3, sort: .date))
    #expect(!first.nextPageToken.isEmpty)
    let refused = failure { () throws(CorpusError) in
      try corpus.search(SearchRequest(query: "Japon OTAN", pageSize: 3, pageToken: first.nextPageToken))
    }
    #expect(refused?.isInvalidArgument == true)
    #expect(
      failure { () throws(CorpusError) in
        try corpus.search(SearchRequest(query: "Japon", sort: .unrecognized(7)))
      }?.isInvalidArgument == true)
  }
}

import EntenteCorpus
import EntenteSchema
import TestCorpora
import Testing

/// The five seeds have one date of publication; the others are dated by the manifest or by what they tell.
@Suite struct EffectiveDateTests {
  private func listed(_ corpus: Corpus) throws -> [DocumentSummary] {
    try corpus.documents(ListDocumentsRequest(pageSize: 50)).documents
  }

  @Test func `every document of the seeds has a date, and says of what`() async throws {
    let documents = try listed(try await CorpusFixture.seeds())
    let subjects = documents.compactMap { $0.effectiveDate?.subject }
    #expect(documents.count == 5 && subjects.count == 5)
    #expect(subjects.filter { $0 == .publication }.count == 1)
    #expect(subjects.filter { $0 == .reference }.count == 3)
    #expect(subjects.filter { $0 == .latestTold }.count == 1)
    for document in documents {
      #expect((document.effectiveDate?.subject == .publication) == (document.published != nil), "\(document.id)")
      #expect((document.effectiveDate?.subject == .reference) == (document.effectiveDate?.basis == .manifest))
    }
  }

  @Test func `lists are in the order of effective dates`() async throws {
    let days = try listed(try await CorpusFixture.seeds()).compactMap { $0.effectiveDate?.start }
    #expect(days == ["2023-07-12", "2023-11-15", "2024-07-12", "2025-04-09", "2025-10-31"])
  }

  @Test(arguments: [
    ("date:2025", ["2025-04-09", "2025-10-31"]), ("date:2025-04", ["2025-04-09"]), ("date:2023-11", ["2023-11-15"]),
    ("date:2022", []), ("-date:2025", ["2023-07-12", "2023-11-15", "2024-07-12"]),
  ])
  func `filters take effective dates`(_ query: String, _ expected: [String]) async throws {
    let hits = try await CorpusFixture.seeds().search(SearchRequest(query: query, pageSize: 20)).hits
    #expect(hits.compactMap { $0.document?.effectiveDate?.start }.sorted() == expected)
  }

  @Test func `years are counted by effective dates`() async throws {
    let facets = try await CorpusFixture.seeds().search(SearchRequest(query: "otan", facets: [.year])).facets
    let counts = try #require(facets.first { $0.kind == .year }).counts
    #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.value, $0.count) }) == ["2023": 2, "2024": 1, "2025": 2])
  }

  @Test func `a document shows the words that date it`() async throws {
    let corpus = try await CorpusFixture.seeds()
    let told = try #require(try listed(corpus).first { $0.effectiveDate?.subject == .latestTold })
    let document = try #require(try corpus.document(GetDocumentRequest(id: told.id)).document)
    let source = try #require(document.effectiveDate?.source)
    let span = try #require(source.span)
    let bytes = Array(document.text.utf8)
    let cut = bytes[Int(span.offset)..<Int(span.offset + span.length)]
    #expect(String(decoding: cut, as: UTF8.self) == source.text)
    #expect(document.effectiveDate == told.effectiveDate)
  }
}

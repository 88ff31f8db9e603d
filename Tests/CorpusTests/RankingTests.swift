import EntenteCorpus
import EntenteSchema
import Foundation
import TestCorpora
import Testing

/// How high the documents stand that answer the questions of `Benchmarks/Ranking`.
///
/// The floors are a little below what was measured when they were set, so that a change that ranks worse fails. One that
/// ranks better may raise them.
@Suite struct RankingTests {
  private struct Document: Decodable {
    let id, title, text: String
  }

  private struct Question: Decodable {
    let question: String
    let ids: Set<String>
  }

  private static func read<Value: Decodable>(_ name: String, _: Value.Type) throws -> [Value] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../Benchmarks/Ranking")
    let lines = try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n"))
    return try lines.map { try JSONDecoder().decode(Value.self, from: $0) }
  }

  @Test func `the documents that answer questions stand high`() async throws {
    let documents = try Self.read("documents.jsonl", Document.self)
    let questions = try Self.read("questions.jsonl", Question.self)
    let corpus = try await CorpusFixture.make(documents.map { ($0.id, $0.title, $0.text) })
    #expect(Set(questions.flatMap(\.ids)).isSubset(of: documents.map(\.id)))

    var (inverseRanks, among) = (0.0, 0)
    for question in questions {
      var request = SearchRequest(query: question.question)
      request.withoutPassages = true
      let hits = try corpus.search(request).hits
      guard let rank = hits.firstIndex(where: { question.ids.contains($0.document?.id ?? "") }) else { continue }
      inverseRanks += 1 / Double(rank + 1)
      among += 1
    }
    let count = Double(questions.count)
    #expect(inverseRanks / count >= 0.87)
    #expect(Double(among) / count >= 0.95)
  }

  @Test func `the pages of a question follow each other, best first`() async throws {
    let documents = try Self.read("documents.jsonl", Document.self)
    let corpus = try await CorpusFixture.make(documents.map { ($0.id, $0.title, $0.text) })
    var request = SearchRequest(query: "dans quel délai l'employeur doit-il répondre à une demande ?", pageSize: 60)
    request.withoutPassages = true
    let whole = try corpus.search(request).hits
    #expect(whole.count > 30)
    #expect(whole.map(\.score) == whole.map(\.score).sorted(by: >))

    request.pageSize = 7
    var paged: [SearchHit] = []
    repeat {
      let page = try corpus.search(request)
      paged += page.hits
      request.pageToken = page.nextPageToken
    } while !request.pageToken.isEmpty && paged.count < whole.count
    #expect(paged.prefix(whole.count).map { $0.document?.id } == whole.prefix(paged.count).map { $0.document?.id })
  }

  @Test func `key words, phrases and operators keep the order of their scores`() async throws {
    let corpus = try await CorpusFixture.make([
      (id: "late", title: "", text: String(repeating: "rien ", count: 30) + "préavis préavis démission démission"),
      (id: "early", title: "", text: "préavis démission " + String(repeating: "rien ", count: 32)),
    ])
    func first(_ query: String) throws -> String? {
      try corpus.search(SearchRequest(query: query)).hits.first?.document?.id
    }
    for query in ["préavis démission", "préavis AND démission", "\"préavis\" le démission", "préavis* le démission"] {
      #expect(try first(query) == "late", "\(query)")
    }
    #expect(try first("le préavis de ma démission") == "early")
  }
}

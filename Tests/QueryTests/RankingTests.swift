import Foundation
import Query
import Schema
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
    let corpus = try await CorpusFixture(documents.map { ($0.id, $0.title, $0.text) })
    #expect(Set(questions.flatMap(\.ids)).isSubset(of: documents.map(\.id)))

    var (inverseRanks, among) = (0.0, 0)
    for question in questions {
      var request = SearchRequest(query: question.question)
      request.withoutPassages = true
      let hits = try corpus.service.search(request, context: corpus.context).hits
      guard let rank = hits.firstIndex(where: { question.ids.contains($0.document?.id ?? "") }) else { continue }
      inverseRanks += 1 / Double(rank + 1)
      among += 1
    }
    let count = Double(questions.count)
    #expect(inverseRanks / count >= 0.87)
    #expect(Double(among) / count >= 0.95)
  }
}

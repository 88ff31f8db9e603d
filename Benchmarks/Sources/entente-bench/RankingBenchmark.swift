import ArgumentParser
import EntenteCorpus
import EntenteSchema
import Foundation

/// Asks questions whose answers are known, and tells how high they stand.
struct RankingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking", abstract: "Tell how high the documents stand that answer questions.",
    discussion: """
      The questions are JSON Lines with "question" and "ids", of the documents that answer it, as in Ranking/questions.jsonl.
      Prints the mean of the inverse ranks of the first that does among the ten best (MRR@10), and the shares of questions
      where it is the first and among the ten.
      """)

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: ArgumentHelp("The questions, as JSON Lines.", valueName: "file")) var questions: String

  private struct Question: Decodable {
    let question: String
    let ids: Set<String>
  }

  private struct Result: Encodable {
    let questions: Int
    let meanInverseRank: Double
    let first: Double
    let amongTen: Double
    let refused: Int
  }

  func run() throws {
    let corpus = try Corpus(path: snapshot)
    let lines = try Data(contentsOf: URL(fileURLWithPath: questions)).split(separator: UInt8(ascii: "\n"))
    var (sum, first, among, refused) = (0.0, 0, 0, 0)
    for line in lines {
      let question = try JSONDecoder().decode(Question.self, from: line)
      var request = SearchRequest(query: question.question)
      request.withoutPassages = true
      do throws(CorpusError) {
        let hits = try corpus.search(request).hits
        guard let rank = hits.firstIndex(where: { question.ids.contains($0.document?.id ?? "") }) else { continue }
        sum += 1 / Double(rank + 1)
        first += rank == 0 ? 1 : 0
        among += 1
      } catch {
        refused += 1
        complain("\(question.question): \(error)")
      }
    }
    let count = Double(max(lines.count, 1))
    try printLine(
      Result(
        questions: lines.count, meanInverseRank: sum / count, first: Double(first) / count,
        amongTen: Double(among) / count, refused: refused))
  }

  private func complain(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}

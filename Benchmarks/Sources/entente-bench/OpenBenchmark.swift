import ArgumentParser
import EntenteCorpus
import EntenteSchema
import TTRPC

/// Opens a snapshot and asks once, as a replica that has just been started is asked.
struct OpenBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Time opening a snapshot and the first answer.",
    discussion: "Prints also what memory that took beyond the mapped file.")

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: "What is searched for.") var query = "sécurité"

  private struct Result: Encodable {
    let openMilliseconds: Double
    let firstAnswerMilliseconds: Double
    let secondAnswerMilliseconds: Double
    let anonymousBytes: Int
    let hits: Int
  }

  func run() throws {
    let before = Memory.anonymous
    let start = ContinuousClock.now
    let corpus = try Corpus(path: snapshot)
    let opened = ContinuousClock.now
    let request = SearchRequest(query: query)
    let response = try corpus.search(request)
    let answered = ContinuousClock.now
    _ = try corpus.search(request)
    let again = ContinuousClock.now
    try printLine(
      Result(
        openMilliseconds: (opened - start) / .milliseconds(1),
        firstAnswerMilliseconds: (answered - start) / .milliseconds(1),
        secondAnswerMilliseconds: (again - answered) / .milliseconds(1),
        anonymousBytes: Memory.anonymous - before, hits: response.hits.count))
  }
}

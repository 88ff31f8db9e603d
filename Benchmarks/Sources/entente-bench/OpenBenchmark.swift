import ArgumentParser
import EntenteQuery
import EntenteSchema
import EntenteSnapshot
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
    let service = QueryService(try SnapshotReader(path: snapshot))
    let opened = ContinuousClock.now
    let request = SearchRequest(query: query)
    let context = CallContext(service: "entente.v1.Query", method: "Search")
    let response = try service.search(request, context: context)
    let answered = ContinuousClock.now
    _ = try service.search(request, context: context)
    let again = ContinuousClock.now
    try printLine(
      Result(
        openMilliseconds: (opened - start) / .milliseconds(1),
        firstAnswerMilliseconds: (answered - start) / .milliseconds(1),
        secondAnswerMilliseconds: (again - answered) / .milliseconds(1),
        anonymousBytes: Memory.anonymous - before, hits: response.hits.count))
  }
}

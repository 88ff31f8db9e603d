import ArgumentParser
import EntenteCorpus
import EntenteSchema

/// Answers searches with ten hits and their highlighted passages, in process, on one thread.
struct PassageBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages", abstract: "Time searches that show ten highlighted passages.",
    discussion: "Takes the queries that `search` takes. The last of the rounds counts: the cache is warm by then.")

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: ArgumentHelp("The queries, as JSON.", valueName: "file")) var queries: String
  @Option(help: "How often each class is run.") var rounds = 3
  @Option(help: "How many queries of each class: fewer, and their texts all stay in the cache.") var count = 500

  func run() throws {
    let corpus = try Corpus(path: snapshot)
    let asked = try QueryWords.read(queries)
    for name in QueryWords.classes {
      let requests = (asked[name] ?? []).prefix(count).map { SearchRequest(query: $0.typed(name)) }
      guard !requests.isEmpty else { continue }
      var times: [Double] = []
      var hits = 0
      for _ in 0..<max(rounds, 1) {
        times.removeAll(keepingCapacity: true)
        hits = 0
        for request in requests {
          let start = ContinuousClock.now
          hits += try corpus.search(request).hits.count
          times.append((ContinuousClock.now - start) / .microseconds(1))
        }
      }
      try printLine(Timing(class: name, microseconds: times, hits: hits))
    }
  }
}

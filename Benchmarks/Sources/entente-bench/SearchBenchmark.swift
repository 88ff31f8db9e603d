import ArgumentParser
import EntenteFileMapping
import EntenteSearchIndex
import EntenteSnapshot

/// Searches in process, on one thread, the ten best documents without passages: what the peers' programs do.
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Time searches of a snapshot, class by class.",
    discussion: """
      QUERIES is a JSON object: classes "term" (a word), "and2" (two words, both required), "or3" (three words, any) and
      "phrase" (two adjacent words), each an array of queries. The last of the rounds counts.
      """)

  @Option(help: "The snapshot.") var snapshot: String
  @Option(help: ArgumentHelp("The queries, as JSON.", valueName: "file")) var queries: String
  @Option(help: "How often each class is run.") var rounds = 5

  func run() throws {
    let reader = try SnapshotReader(path: snapshot)
    let index = try IndexReader(sections: reader.sections(withPrefix: SectionName.searchIndexPrefix))
    let asked = try QueryWords.read(queries)
    for name in QueryWords.classes {
      let parsed = (asked[name] ?? []).map { $0.query(name) }
      guard !parsed.isEmpty else { continue }
      var times: [Double] = []
      var hits = 0
      for _ in 0..<max(rounds, 1) {
        times.removeAll(keepingCapacity: true)
        hits = 0
        for query in parsed {
          let start = ContinuousClock.now
          hits += try index.search(query, limit: 10, counting: 0).hits.count
          times.append((ContinuousClock.now - start) / .microseconds(1))
        }
      }
      try printLine(Timing(class: name, microseconds: times, hits: hits))
    }
  }
}

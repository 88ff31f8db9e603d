import ArgumentParser
import FileMapping
import Foundation
import SearchIndex
import Snapshot
import TextAnalysis

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

  private struct Result: Encodable {
    let `class`: String
    let meanMicroseconds: Double
    let medianMicroseconds: Double
    let slowMicroseconds: Double
    let hits: Int

    private enum CodingKeys: String, CodingKey {
      case `class`, hits
      case meanMicroseconds = "mean_us"
      case medianMicroseconds = "p50_us"
      case slowMicroseconds = "p99_us"
    }
  }

  func run() throws {
    let reader = try SnapshotReader(path: snapshot)
    let index = try IndexReader(sections: reader.sections(withPrefix: SectionName.searchIndexPrefix))
    let asked = try JSONDecoder().decode(
      [String: [QueryWords]].self, from: Data(contentsOf: URL(fileURLWithPath: queries)))
    for name in ["term", "and2", "or3", "phrase"] {
      let parsed = (asked[name] ?? []).map { $0.query(name) }
      guard !parsed.isEmpty else { continue }
      var times: [Double] = []
      var hits = 0
      for _ in 0..<max(rounds, 1) {
        times.removeAll(keepingCapacity: true)
        hits = 0
        for query in parsed {
          let start = ContinuousClock.now
          hits += try index.search(query, limit: 10, countsAll: false).hits.count
          times.append((ContinuousClock.now - start) / .microseconds(1))
        }
      }
      times.sort()
      let result = Result(
        class: name, meanMicroseconds: times.reduce(0, +) / Double(times.count),
        medianMicroseconds: times[times.count / 2], slowMicroseconds: times[times.count * 99 / 100], hits: hits)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      print(String(decoding: try encoder.encode(result), as: UTF8.self))
    }
  }
}

/// A word, or several.
private struct QueryWords: Decodable {
  let words: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    words = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
  }

  func query(_ class: String) -> SearchQuery {
    let terms = words.map { word -> SearchQuery in
      Analyzer.analyzeQueryWord(word).parts.first.map { .term($0.term) } ?? .none
    }
    switch `class` {
    case "term": return terms.first ?? .none
    // A stop word stands in every document: as with the peers' analysers, it requires nothing, and finds nothing alone.
    case "and2":
      let words = terms.filter { $0 != .none }
      return words.isEmpty ? .none : .boolean(must: words, should: [], mustNot: [])
    case "or3": return .boolean(must: [], should: terms.filter { $0 != .none }, mustNot: [])
    default:
      let slots = Analyzer.analyzeQueryWord(words.joined(separator: " ")).parts
      return .phrase(slots.map { PhraseSlot(term: $0.term, position: UInt32($0.position)) })
    }
  }
}

import Foundation

/// A line of the JSON Lines that `entente-ingest` reads.
struct NewsDocument: Encodable {
  let id: String
  let title: String?
  let text: String
  let date: String?
  let publisher: String
  let source: String
}

/// Generates news and partnership programmes.
struct NewsGenerator {
  private let words: NewsWords
  private let seed: UInt64

  init(seed: UInt64) throws {
    words = try NewsWords()
    self.seed = seed
  }

  /// The document of a number: the same whatever comes before it.
  func document(_ number: Int) -> NewsDocument {
    var writer = NewsWriter(words, number: number, seed: seed)
    let isProgramme = number % 5 == 4
    let lines = isProgramme ? writer.programme() : writer.news()
    let digits = String(number)
    let name = String(repeating: "0", count: max(7 - digits.count, 0)) + digits
    return NewsDocument(
      id: (isProgramme ? "programme-" : "news-") + name,
      title: number % 3 == 0 ? lines.title : nil,
      text: number % 3 == 0 ? lines.body : lines.title + "\n\n" + lines.body,
      date: number % 2 == 0 ? writer.published : nil, publisher: ["OTAN", "Kyodo News", "Zone Armée"][number % 3],
      source: "https://example.org/\(name)")
  }
}

/// The vocabulary: files beside the benchmarks' package.
struct NewsWords {
  /// By kind; each entry with its fields.
  private let entries: [String: [[String]]]

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "News")
    var entries: [String: [[String]]] = [:]
    for name in ["words", "sentences", "goals"] {
      let text = try String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t").map(String.init)
        if let kind = fields.first { entries[kind, default: []].append(Array(fields.dropFirst())) }
      }
    }
    self.entries = entries
  }

  subscript(kind: String) -> [[String]] { entries[kind] ?? [] }
}

import ArgumentParser
import EntenteCorpus
import EntenteSchema
import Glibc

/// Times the costliest calls that anybody can construct, in process, on one thread.
struct CostBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "costs", abstract: "Time the costliest calls that can be constructed.",
    discussion: """
      Each family of calls grows until the corpus refuses it; the greatest one that it answers is timed. Words are the most
      frequent ones of the corpus, by what it suggests for each letter.
      """)

  @Option(help: "The snapshot.") var snapshot: String

  private struct Cost: Encodable {
    let call: String
    /// How many parts the greatest call that is answered has, and how many were tried first.
    let parts: Int
    let tried: Int
    let milliseconds: Double
    let answers: Int
    /// Why more parts are refused.
    let refusal: String
  }

  func run() throws {
    let corpus = try Corpus(path: snapshot)
    let words = try frequentWords(of: corpus)
    let letters = "abcdefghilmnoprst".map(String.init)
    let names = try corpus.entities(ListEntitiesRequest(pageSize: 200)).entities.map(\.id)
    let organisations = try corpus.entities(ListEntitiesRequest(pageSize: 200, kind: .organisation)).entities.map(\.id)
    let everyFacet: [FacetKind] = [.documentKind, .year, .goal, .person, .organisation, .country]
    func search(_ query: String, facets: [FacetKind] = [], size: UInt32 = 200) throws(CorpusError) -> Int {
      try corpus.search(SearchRequest(query: query, pageSize: size, facets: facets)).hits.count
    }
    func list(_ count: Int, _ joiner: String = " ", _ part: (Int) -> String) -> String {
      (0..<count).map(part).joined(separator: joiner)
    }
    let prefixes = { (count: Int) in list(count) { letters[$0 % letters.count] + "*" } }

    try measure("prefixes", 16) { n throws(CorpusError) in try search(prefixes(n)) }
    try measure("prefixes with every facet", 16) { n throws(CorpusError) in try search(prefixes(n), facets: everyFacet)
    }
    try measure("one prefix many times in phrases' company", 16) { n throws(CorpusError) in
      try search(list(n) { _ in "c*" } + " \"\(words[0]) \(words[1])\"")
    }
    try measure("exclusion of prefixes", 16) { n throws(CorpusError) in try search("NOT (\(prefixes(n)))") }
    try measure("exclusions", 1000) { n throws(CorpusError) in try search(list(n) { "NOT " + words[$0 % words.count] })
    }
    try measure("words", 1024) { n throws(CorpusError) in try search(list(n) { words[$0 % words.count] }) }
    try measure("words with every facet", 1024) { n throws(CorpusError) in
      try search(list(n) { words[$0 % words.count] }, facets: everyFacet)
    }
    try measure("words that must all be there", 1024) { n throws(CorpusError) in
      try search(list(n, " AND ") { words[$0 % 40] })
    }
    try measure("phrases of two words", 500) { n throws(CorpusError) in
      try search(list(n) { "\"\(words[$0 % 30]) \(words[($0 / 30 + $0 + 1) % 30])\"" })
    }
    try measure("a phrase", 128) { n throws(CorpusError) in try search("\"" + list(n) { words[$0 % 8] } + "\"") }
    try measure("near words", 8) { n throws(CorpusError) in try search(list(n) { words[$0 % words.count] + "xe~2" }) }
    try measure("a question", 1000) { n throws(CorpusError) in
      try search("comment " + list(n) { words[$0 % words.count] })
    }
    try measure("filters in parentheses", 64) { n throws(CorpusError) in
      try search("(" + list(n, " OR ") { "date:19\(10 + $0 % 90)..2026" } + ") " + words[0], facets: everyFacet)
    }
    try measure("filters by name", 64) { n throws(CorpusError) in
      try search(list(n) { "organisation:\"\(organisations[$0 % organisations.count])\"" }, facets: everyFacet)
    }
    try measure("filters by source", 64) { n throws(CorpusError) in
      try search("(" + list(n, " OR ") { "source:\($0)a" } + ") " + words[0])
    }
    try measure("nested groups", 30) { n throws(CorpusError) in
      try search(String(repeating: "(", count: n) + list(n) { "\(words[$0]) -\(words[$0 + 40]))" })
    }
    try measure("a mixture", 16) { n throws(CorpusError) in
      try search(
        prefixes(n) + " " + list(n * 8) { "\"\(words[$0 % 30]) \(words[($0 + 7) % 30])\"" } + " "
          + list(n * 20) { "-" + words[60 + $0] }, facets: everyFacet)
    }
    try measure("unknown words", 4) { n throws(CorpusError) in try search(list(n) { "zq\($0)" + words[$0] }) }
    try measure("suggestions", 50) { n throws(CorpusError) in
      try corpus.suggest(SuggestRequest(prefix: "c", limit: UInt32(n))).suggestions.count
    }
    try measure("related documents", 50) { n throws(CorpusError) in
      let document = try corpus.documents(ListDocumentsRequest(pageSize: 1)).documents.first?.id ?? ""
      return try corpus.related(ListRelatedRequest(documentID: document, limit: UInt32(n))).related.count
    }
    try measure("documents", 200) { n throws(CorpusError) in
      try corpus.documents(ListDocumentsRequest(pageSize: UInt32(n))).documents.count
    }
    try measure("entities by a letter", 200) { n throws(CorpusError) in
      try corpus.entities(ListEntitiesRequest(pageSize: UInt32(n), name: "e")).entities.count
    }
    try measure("entities by a long name", 4 << 20) { n throws(CorpusError) in
      try corpus.entities(ListEntitiesRequest(name: String(repeating: "e", count: n))).entities.count
    }
    try measure("an unknown entity", 4 << 20) { n throws(CorpusError) in
      do throws(CorpusError) {
        return try corpus.entity(GetEntityRequest(id: String(repeating: "e", count: n))).documents.count
      } catch {
        if case .notFound = error { return 0 }
        throw error
      }
    }
    try measure("the most mentioned entity", 200) { n throws(CorpusError) in
      try corpus.entity(GetEntityRequest(id: names[0], pageSize: UInt32(n))).documents.count
    }
    try measure("events", 200) { n throws(CorpusError) in
      try corpus.events(ListEventsRequest(pageSize: UInt32(n), since: "1000", status: .past)).events.count
    }
    try measure("quotations", 200) { n throws(CorpusError) in
      try corpus.quotations(ListQuotationsRequest(pageSize: UInt32(n), since: "1000")).quotations.count
    }
    try measure("goals", 200) { n throws(CorpusError) in
      try corpus.goals(ListGoalsRequest(pageSize: UInt32(n))).goals.count
    }
  }

  /// The most frequent first.
  private func frequentWords(of corpus: Corpus) throws -> [String] {
    var words: [(text: String, count: UInt64)] = []
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      let suggested = try corpus.suggest(SuggestRequest(prefix: String(letter), limit: 50)).suggestions
      words += suggested.map { ($0.text, $0.documentCount) }
    }
    words.sort { $0.count > $1.count }
    guard words.count > 100 else { throw ValidationError("the corpus has too few words") }
    return words.map(\.text)
  }

  /// Times the greatest call of a family that is answered, in processor time: of three runs the fastest.
  private func measure(_ name: String, _ most: Int, _ call: (Int) throws(CorpusError) -> Int) throws {
    var parts = most
    var refusal = ""
    while parts > 0 {
      do throws(CorpusError) {
        let answers = try call(parts)
        var best = Double.infinity
        for _ in 0..<3 {
          let start = clock()
          _ = try call(parts)
          best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
        }
        try? printLine(
          Cost(call: name, parts: parts, tried: most, milliseconds: best, answers: answers, refusal: refusal))
        return
      } catch {
        refusal = "\(error)"
        parts = min(parts - 1, parts * 9 / 10)
      }
    }
    try printLine(Cost(call: name, parts: 0, tried: most, milliseconds: 0, answers: 0, refusal: refusal))
  }
}

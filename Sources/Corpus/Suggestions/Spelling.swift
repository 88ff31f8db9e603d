internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

/// Finds how documents spell the word of a term.
struct Spelling {
  let index: IndexReader
  let snapshot: SnapshotReader
  let finders: FinderPool

  /// How much of a text is read, in bytes: a word occurs early in the documents that match it best.
  private static let readBytes = 64 << 10
  /// How many documents are read for a term.
  private static let readDocuments = 3

  /// The most frequent spelling in the best documents for the term, the shortest among equals, in lower case unless a name.
  func word(of term: [UInt8], _ cancellation: Cancellation) throws(CorpusError) -> String? {
    let read = try documents(for: term, cancellation)
    return Self.word(read.map(\.spellings)) { word in
      read.allSatisfy { $0.spellings[word] == nil || Self.startsSentences(word, $0.text) }
    }
  }

  /// How each of the best documents for a term writes it; what ``word(_:)`` needs of them.
  func sightings(of term: [UInt8], _ cancellation: Cancellation) throws(CorpusError) -> [TermSighting] {
    try documents(for: term, cancellation).map { document in
      TermSighting(
        ordinal: document.hit.document, score: document.hit.score,
        spellings: document.spellings.sorted { Self.isBetter($0, $1) }.map { text, count in
          TermSpelling(
            text: text, count: UInt32(clamping: count), beginsSentences: Self.startsSentences(text, document.text))
        })
    }
  }

  /// The word that the best of all documents write for a term.
  ///
  /// - Parameter sightings: of several shards.
  static func word(_ sightings: [TermSighting]) -> String? {
    let best = sightings.sorted { $0.score != $1.score ? $0.score > $1.score : $0.ordinal < $1.ordinal }
      .prefix(readDocuments)
    let spellings = best.map { sighting in
      Dictionary(sighting.spellings.map { ($0.text, Int($0.count)) }, uniquingKeysWith: { first, _ in first })
    }
    return word(spellings) { word in
      best.allSatisfy { $0.spellings.first { $0.text == word }?.beginsSentences ?? true }
    }
  }

  private typealias ReadDocument = (hit: Hit, text: String, spellings: [String: Int])

  private func documents(
    for term: [UInt8], _ cancellation: Cancellation
  ) throws(CorpusError) -> [ReadDocument] {
    let found = try searching { () throws(IndexError) in
      try index.search(.term(term), limit: Self.readDocuments, counting: 0) { cancellation.isCancelled }
    }
    var read: [ReadDocument] = []
    for hit in found.hits {
      let document = try reading { () throws(SnapshotError) in try snapshot.document(Int(hit.document)) }
      let text = document.title + "\n" + document.text.trimmed(to: Self.readBytes)
      read.append((hit, text, finders.withFinder { $0.spellings(of: term, in: text) }))
    }
    return read
  }

  /// - Parameter startsSentences: whether a word stands only where sentences begin, wherever it is written so.
  private static func word(_ spellings: [[String: Int]], startsSentences: (String) -> Bool) -> String? {
    var counts: [String: Int] = [:]
    for document in spellings {
      counts.merge(document) { $0.addingReportingOverflow($1).partialValue }
    }
    guard let written = counts.min(by: isBetter)?.key else { return nil }
    // Neither a capital at the start of a sentence nor a long word in capitals makes a name.
    let lower = written.lowercased()
    if written == lower || counts[lower] != nil { return lower }
    if written.count > 6, written == written.uppercased() { return lower }
    return startsSentences(written) ? lower : written
  }

  private static func isBetter(_ left: (key: String, value: Int), _ right: (key: String, value: Int)) -> Bool {
    if left.value != right.value { return left.value > right.value }
    if left.key.utf8.count != right.key.utf8.count { return left.key.utf8.count < right.key.utf8.count }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// Whether the word stands only where a sentence begins.
  private static func startsSentences(_ word: String, _ text: String) -> Bool {
    text.ranges(of: " " + word).allSatisfy { range in
      let before = text[..<range.lowerBound].last
      return before.map { ".!?…:»\n".contains($0) } ?? true
    }
  }
}

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

  /// The most frequent spelling in the best documents for the term, the shortest among equals, in lower case unless a name.
  func word(of term: [UInt8], _ cancellation: Cancellation) throws(CorpusError) -> String? {
    let found = try searching { () throws(IndexError) in
      try index.search(.term(term), limit: 3, counting: 0) { cancellation.isCancelled }
    }
    var counts: [String: Int] = [:]
    var texts: [String] = []
    for hit in found.hits {
      let document = try reading { () throws(SnapshotError) in try snapshot.document(Int(hit.document)) }
      let text = document.title + "\n" + document.text.trimmed(to: Self.readBytes)
      finders.withFinder { finder in
        counts.merge(finder.spellings(of: term, in: text), uniquingKeysWith: +)
      }
      texts.append(text)
    }
    guard let written = counts.min(by: Self.isBetter)?.key else { return nil }
    // Neither a capital at the start of a sentence nor a long word in capitals makes a name.
    let lower = written.lowercased()
    if written == lower || counts[lower] != nil { return lower }
    if written.count > 6, written == written.uppercased() { return lower }
    return texts.allSatisfy { startsSentences(written, $0) } ? lower : written
  }

  private static func isBetter(_ left: (key: String, value: Int), _ right: (key: String, value: Int)) -> Bool {
    if left.value != right.value { return left.value > right.value }
    if left.key.utf8.count != right.key.utf8.count { return left.key.utf8.count < right.key.utf8.count }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }

  /// Whether the word stands only where a sentence begins.
  private func startsSentences(_ word: String, _ text: String) -> Bool {
    text.ranges(of: " " + word).allSatisfy { range in
      let before = text[..<range.lowerBound].last
      return before.map { ".!?…:»\n".contains($0) } ?? true
    }
  }
}

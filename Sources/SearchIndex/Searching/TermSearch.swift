extension IndexReader {
  /// The best documents for one term, from the blocks that may hold one: those of the highest bounds first, until no
  /// bound reaches the worst of the best.
  func search(term: [UInt8], limit: Int) throws(IndexError) -> SearchResult {
    var result = SearchResult()
    guard let entry = try entry(term) else { return result }
    let cursor = try cursor(entry)
    let idf = BM25.idf(documentFrequency: entry.documentFrequency, documentCount: documentCount)
    var bounds: [(block: Int, score: Float)] = []
    bounds.reserveCapacity(cursor.blocks)
    for block in 0..<cursor.blocks {
      let bound = try cursor.bounds(block)
      let frequency = bound.weight == .max ? Float.greatestFiniteMagnitude.squareRoot() : Float(bound.weight)
      // A little more, so that rounding never puts a score above its bound.
      bounds.append((block, scoring.score(idf: idf, frequency: frequency, length: bound.length) * 1.00001))
    }
    bounds.sort { $0.score != $1.score ? $0.score > $1.score : $0.block < $1.block }
    var best = TopHits(limit: max(limit, 0))
    for (block, bound) in bounds {
      // An equal score may still win, by a lower document.
      if let threshold = best.threshold, bound < threshold { break }
      try cursor.visit(block: block) { (document, value) throws(IndexError) in
        let length = try lengths.byte(Int(document))
        best.add(Hit(document: document, score: scoring.score(idf: idf, value: value, length: length)))
      }
    }
    result.hits = best.sorted()
    result.total = entry.documentFrequency
    return result
  }
}

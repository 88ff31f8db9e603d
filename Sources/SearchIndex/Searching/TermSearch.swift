/// The best documents for one term: only blocks whose bound reaches the worst of the best are decoded.
struct TermSearch {
  private let cursor: PostingCursor
  private let scorer: TermScorer

  init(_ term: ScoredTerm, _ index: IndexReader) throws(IndexError) {
    cursor = try index.cursor(term.entry)
    scorer = TermScorer(index, scale: term.scale)
  }

  func run(limit: Int, isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    var best = TopHits(limit: limit)
    for number in 0..<cursor.blockCount {
      if best.threshold > UInt64(scorer.greatest(try cursor.impactBound(number))) { continue }
      if number % 64 == 63, isCancelled() {
        return SearchResult(hits: best.sorted(), total: cursor.documentFrequency, isExact: false)
      }
      try cursor.load(number)
      try cursor.readFrequencies()
      let block = cursor.block
      for place in 0..<block.count {
        let document = block.document(place)
        best.add(document, UInt64(scorer.score(weight: block.weight(place), document: document)))
      }
    }
    return SearchResult(hits: best.sorted(), total: cursor.documentFrequency)
  }
}

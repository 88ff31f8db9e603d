/// The best documents for one term.
///
/// Blocks are read in the order of their bounds, the greatest first: the first few hold most of the best documents, and
/// all blocks whose bound does not reach the worst of these are left unread.
struct TermSearch {
  private let cursor: PostingCursor
  private let scorer: TermScorer

  init(_ term: ScoredTerm, _ index: IndexReader) throws(IndexError) {
    cursor = try index.cursor(term.entry)
    scorer = TermScorer(index, scale: term.scale)
  }

  func run(limit: Int, isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    var best = TopHits(limit: limit)
    if cursor.blockCount == 1 {
      try score(0, &best)
    } else {
      var blocks = try BlocksByBound(cursor)
      var count = 0
      while let (number, bound) = blocks.next(), best.threshold <= UInt64(scorer.greatest(bound)) {
        count += 1
        if count % 64 == 0, isCancelled() {
          return SearchResult(hits: best.sorted(), total: cursor.count, isExact: false)
        }
        try score(number, &best)
      }
    }
    return SearchResult(hits: best.sorted(), total: cursor.count)
  }

  private func score(_ number: Int, _ best: inout TopHits) throws(IndexError) {
    try cursor.load(number)
    try cursor.readFrequencies()
    let block = cursor.block
    var threshold = best.threshold
    var least = scorer.leastImpact(reaching: threshold)
    for place in 0..<block.count {
      let document = block.document(place)
      let impact = scorer.impact(weight: block.weight(place), document: document)
      if impact < least { continue }
      best.add(document, UInt64(BM25.score(scale: scorer.scale, impact: impact)))
      if best.threshold != threshold {
        threshold = best.threshold
        least = scorer.leastImpact(reaching: threshold)
      }
    }
  }
}

/// The blocks of a term, by the greatest impact that they may hold, falling; equal ones in their order.
private struct BlocksByBound {
  /// By bound: the first block of it, and after each block the next one of the same bound.
  private var first = InlineArray<256, Int32>(repeating: -1)
  private var following: [Int32]
  private var bound = 255

  init(_ cursor: PostingCursor) throws(IndexError) {
    following = Array(repeating: -1, count: cursor.blockCount)
    for number in (0..<cursor.blockCount).reversed() {
      let bound = Int(try cursor.impactByte(number))
      following[number] = first[bound]
      first[bound] = Int32(truncatingIfNeeded: number)
    }
  }

  mutating func next() -> (number: Int, bound: UInt32)? {
    while bound >= 0 {
      let number = Int(first[bound])
      if number >= 0 {
        first[bound] = following[number]
        return (number, ImpactBound.decode(UInt8(truncatingIfNeeded: bound)))
      }
      bound -= 1
    }
    return nil
  }
}

/// The best documents that hold any of several terms.
///
/// Documents are scored a window at a time: scores add up in an array, term by term. Terms whose bounds together do not
/// reach the worst of the best ("MaxScore": Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995)
/// are only looked up for documents that the other terms have found.
struct DisjunctionSearch {
  private var terms: [WindowTerm] = []
  private let documents: Range<Int>
  /// So many matches are counted exactly.
  private let counted: Int
  private var best: TopHits
  private var total = 0
  private var isExact = true
  private let scores = WindowScores()

  /// Whether the sum of all terms stays within what a window holds.
  static func fits(_ terms: [ScoredTerm]) -> Bool { fitting(terms[...]) == terms.count }

  /// How many of the first terms do.
  static func fitting(_ terms: ArraySlice<ScoredTerm>) -> Int {
    var sum: UInt64 = 0
    for (number, term) in terms.enumerated() {
      sum += UInt64(term.scale) + 1
      if sum > UInt64(UInt32.max) { return number }
    }
    return terms.count
  }

  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, counting counted: Int) throws(IndexError) {
    for term in terms { self.terms.append(try WindowTerm(term, index)) }
    documents = index.documents
    self.counted = counted
    best = TopHits(limit: limit)
  }

  mutating func run(isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    // The first windows are small: they find what the worst of the best scores at little cost.
    var size = 256
    var start = documents.lowerBound
    while start < documents.upperBound {
      if isCancelled() {
        isExact = false
        break
      }
      let end = min(start + size, documents.upperBound)
      try score(UInt32(start)..<UInt32(end))
      size = min(size * 2, WindowScores.count)
      start = end
    }
    return SearchResult(hits: best.sorted(), total: total, isExact: isExact)
  }

  private mutating func score(_ window: Range<UInt32>) throws(IndexError) {
    var essential = terms.startIndex
    var rest: UInt64 = 0
    if total >= counted, best.threshold > 0 {
      for index in terms.indices { try terms[index].findBound(in: window) }
      terms.sort { $0.bound < $1.bound }
      while essential < terms.count, rest + UInt64(terms[essential].bound) < best.threshold {
        rest += UInt64(terms[essential].bound)
        essential += 1
      }
      if essential > 0 { isExact = false }
      // Nothing in the window can be among the best.
      if essential == terms.count { return }
    }
    // Other documents are none of the best, whatever the rest of the terms adds.
    scores.begin(window.count, least: UInt32(clamping: max(best.threshold, rest + 1) - rest))
    for index in terms[essential...].indices { try terms[index].add(to: scores, in: window) }
    total += essential == 0 ? scores.scoredCount : scores.reachingCount
    if essential > 0, scores.reachingCount > 0 {
      scores.sortReaching()
      // The greatest first, so that few are left for the others.
      for index in terms[..<essential].indices.reversed() {
        rest -= UInt64(terms[index].bound)
        try terms[index].addToReaching(scores, in: window, missing: best.threshold - min(rest, best.threshold))
      }
    }
    for number in 0..<scores.reachingCount {
      let place = scores.reaching(number)
      let score = UInt64(scores[place])
      if score >= best.threshold { best.add(window.lowerBound + UInt32(place), score) }
    }
  }
}

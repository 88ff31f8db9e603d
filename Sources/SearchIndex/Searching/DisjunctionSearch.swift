/// The best documents that hold any of several terms.
///
/// Documents are scored a window at a time: scores add up in an array, term by term. Terms whose bounds together do not
/// reach the worst of the best ("MaxScore": Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995)
/// are only looked up for documents that the other terms have found.
struct DisjunctionSearch {
  private var terms: [WindowTerm] = []
  private let documentCount: Int
  private let countsAll: Bool
  private var best: TopHits
  private var total = 0
  private var isExact = true
  private let scores = WindowScores()

  /// Whether the sum of all terms stays within what a window holds.
  static func fits(_ terms: [ScoredTerm]) -> Bool {
    terms.reduce(UInt64(0)) { $0 + UInt64($1.scale) + 1 } <= UInt64(UInt32.max)
  }

  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, countsAll: Bool) throws(IndexError) {
    for term in terms { self.terms.append(try WindowTerm(term, index)) }
    documentCount = index.documentCount
    self.countsAll = countsAll
    best = TopHits(limit: limit)
  }

  mutating func run(isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    // The first windows are small: they find what the worst of the best scores at little cost.
    var size = 256
    var start = 0
    while start < documentCount {
      if isCancelled() {
        isExact = false
        break
      }
      let end = min(start + size, documentCount)
      try score(UInt32(start)..<UInt32(end))
      size = min(size * 2, WindowScores.count)
      start = end
    }
    return SearchResult(hits: best.sorted(), total: total, isExact: isExact)
  }

  private mutating func score(_ window: Range<UInt32>) throws(IndexError) {
    var essential = terms.startIndex
    var rest: UInt64 = 0
    if !countsAll, best.threshold > 0 {
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
    scores.begin(least: UInt32(clamping: max(best.threshold, rest + 1) - rest))
    for index in terms[essential...].indices { try terms[index].add(to: scores, in: window) }
    total += countsAll ? scores.scoredCount : scores.reachingCount
    try collect(window, essential, rest)
  }

  /// Takes the documents of the window that may be among the best.
  private mutating func collect(_ window: Range<UInt32>, _ essential: Int, _ rest: UInt64) throws(IndexError) {
    if essential > 0 { scores.sortReaching() }
    for number in 0..<scores.reachingCount {
      let place = scores.reaching(number)
      let document = window.lowerBound + UInt32(place)
      var sum = UInt64(scores[place])
      // What the terms not looked up yet may add, the greatest first.
      var left = rest
      var index = essential
      while index > 0, sum + left >= best.threshold {
        index -= 1
        left -= UInt64(terms[index].bound)
        sum += UInt64(try terms[index].score(document))
      }
      if index == 0 { best.add(document, sum) }
    }
  }
}

/// A term of a disjunction, and how far it has come.
private struct WindowTerm {
  private let cursor: PostingCursor
  private let scorer: TermScorer
  /// What no document of the window scores.
  private(set) var bound: UInt32 = 0
  private var hasEnded = false

  init(_ term: ScoredTerm, _ index: IndexReader) throws(IndexError) {
    cursor = try index.cursor(term.entry)
    scorer = TermScorer(index, scale: term.scale)
  }

  mutating func findBound(in window: Range<UInt32>) throws(IndexError) {
    bound = hasEnded ? 0 : scorer.greatest(try cursor.impactBound(within: window))
  }

  /// Adds the scores of the window's documents to theirs.
  mutating func add(to scores: WindowScores, in window: Range<UInt32>) throws(IndexError) {
    try seek(window.lowerBound)
    while !hasEnded, cursor.document < window.upperBound {
      try cursor.readFrequencies()
      let place = scores.add(cursor.block, from: cursor.place, window, scorer)
      if place < cursor.block.count {
        cursor.move(to: place)
      } else if cursor.blockNumber + 1 < cursor.blockCount {
        try cursor.load(cursor.blockNumber + 1)
      } else {
        hasEnded = true
      }
    }
  }

  /// Of a document, which lies not before one that was asked for earlier.
  mutating func score(_ document: UInt32) throws(IndexError) -> UInt32 {
    try seek(document)
    guard !hasEnded, cursor.document == document else { return 0 }
    return scorer.score(weight: try cursor.weight(), document: document)
  }

  private mutating func seek(_ target: UInt32) throws(IndexError) {
    guard !hasEnded else { return }
    try cursor.advance(to: target)
    hasEnded = cursor.document == PostingCursor.end
  }
}

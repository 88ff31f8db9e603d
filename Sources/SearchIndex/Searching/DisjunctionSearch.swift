/// The best documents that hold any of several terms.
///
/// Documents are scored a window at a time: scores add up in an array, term by term. Terms whose bounds together do not
/// reach the worst of the best ("MaxScore": Turtle and Flood, "Query Evaluation: Strategies and Optimizations", 1995)
/// are only looked up for documents that the other terms have found.
struct DisjunctionSearch {
  private var terms: [WindowTerm] = []
  private let documentCount: Int
  /// So many matches are counted exactly.
  private let counted: Int
  private var best: TopHits
  private var total = 0
  private var isExact = true
  private let scores = WindowScores()

  /// Whether the sum of all terms stays within what a window holds.
  static func fits(_ terms: [ScoredTerm]) -> Bool {
    terms.reduce(UInt64(0)) { $0 + UInt64($1.scale) + 1 } <= UInt64(UInt32.max)
  }

  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, counting counted: Int) throws(IndexError) {
    for term in terms { self.terms.append(try WindowTerm(term, index)) }
    documentCount = index.documentCount
    self.counted = counted
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

  /// Adds the scores of documents that reach the bound of the window, where they may come to be among the best.
  ///
  /// - Parameter missing: what a document must score by this term and those before it to be among the best.
  func addToReaching(_ scores: WindowScores, in window: Range<UInt32>, missing: UInt64) throws(IndexError) {
    var next = max(cursor.blockNumber, 0)
    var number = 0
    while number < scores.reachingCount {
      let document = window.lowerBound + UInt32(scores.reaching(number))
      guard let block = try cursor.block(from: next, holding: document) else { return }
      let bound = UInt64(scorer.greatest(try cursor.impactBound(block)))
      let least = UInt32(clamping: max(missing, bound + 1) - bound)
      let last = try cursor.lastDocument(block)
      var isWanted = false
      repeat {
        isWanted = isWanted || scores[scores.reaching(number)] >= least
        number += 1
      } while number < scores.reachingCount && window.lowerBound + UInt32(scores.reaching(number)) <= last
      if isWanted {
        if block != cursor.blockNumber { try cursor.load(block) }
        try cursor.readFrequencies()
        scores.add(cursor.block, window, scorer, reaching: least)
      }
      next = block
    }
  }

  private mutating func seek(_ target: UInt32) throws(IndexError) {
    guard !hasEnded else { return }
    try cursor.advance(to: target)
    hasEnded = cursor.document == PostingCursor.end
  }
}

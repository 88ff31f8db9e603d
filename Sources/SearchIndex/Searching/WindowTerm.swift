/// A term of a disjunction, and how far it has come.
struct WindowTerm {
  private let cursor: PostingCursor
  private let scorer: TermScorer
  /// What no document of the window scores.
  private(set) var bound: UInt32 = 0
  private(set) var hasEnded = false

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

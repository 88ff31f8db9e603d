/// A term of a disjunction, and how far it has come.
struct WindowTerm {
  private let cursor: PostingCursor
  private let scorer: TermScorer
  /// What no document of the window scores.
  private(set) var bound: UInt32 = 0
  private(set) var hasEnded = false
  /// So few documents are looked up in a block one by one; for more, the block is decoded.
  private static let few = 8

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
    var number = 0
    while number < scores.reachingCount {
      let document = window.lowerBound + UInt32(scores.reaching(number))
      guard let block = try cursor.block(from: cursor.frontier, holding: document) else { return }
      cursor.pass(to: block)
      let first = number
      let bound = UInt64(scorer.greatest(try cursor.impactBound(block)))
      let least = UInt32(clamping: max(missing, bound + 1) - bound)
      let last = try cursor.lastDocument(block)
      var isWanted = false
      repeat {
        isWanted = isWanted || scores[scores.reaching(number)] >= least
        number += 1
      } while number < scores.reachingCount && window.lowerBound + UInt32(scores.reaching(number)) <= last
      guard isWanted else { continue }
      if number - first <= Self.few, block != cursor.blockNumber {
        try look(for: first..<number, in: block, scores, window, reaching: least)
      } else {
        if block != cursor.blockNumber { try cursor.load(block) }
        try cursor.readFrequencies()
        scores.add(cursor.block, window, scorer, reaching: least)
      }
    }
  }

  /// Looks a few of the reaching documents up in a block, and adds the scores of those whose sum reaches `least`.
  private func look(
    for numbers: Range<Int>, in block: Int, _ scores: WindowScores, _ window: Range<UInt32>, reaching least: UInt32
  ) throws(IndexError) {
    var encoded = try cursor.encodedBlock(block)
    for number in numbers {
      let index = scores.reaching(number)
      guard scores[index] >= least else { continue }
      let document = window.lowerBound + UInt32(index)
      guard let place = encoded.place(of: document) else { continue }
      if let found = encoded.frequency(at: place) {
        scores.add(scorer.score(weight: found.weight, document: document), at: index)
      } else {
        if block != cursor.blockNumber { try cursor.load(block) }
        try cursor.readFrequencies()
        scores.add(scorer.score(weight: cursor.block.weight(place), document: document), at: index)
      }
    }
  }

  private mutating func seek(_ target: UInt32) throws(IndexError) {
    guard !hasEnded else { return }
    try cursor.advance(to: target)
    hasEnded = cursor.document == PostingCursor.end
  }
}

/// The best documents that hold all of several terms, or a phrase of them.
///
/// The rarest term leads. Of each of its blocks, the documents that may be among the best are candidates: what they score
/// for the rarest term and what the blocks of the others may add must reach the worst of the best. Candidates are found
/// in the blocks of the second rarest term, and what is left is looked up in the others.
struct ConjunctionSearch {
  private let cursors: [PostingCursor]
  private let first: PostingCursor
  private let second: PostingCursor
  private let others: [PostingCursor]
  private let scorers: [TermScorer]
  private let phrase: PhraseMatcher?
  /// Of the phrase, else of the rarest term.
  private let leadScorer: TermScorer
  /// So many matches are counted exactly.
  private let counted: Int
  private var best: TopHits
  private var total = 0
  private let candidates = Candidates()
  /// Where it stands in the block of the second rarest term.
  private var right = 0
  private var isExact = true

  /// - Parameter terms: at least two.
  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, counting counted: Int) throws(IndexError) {
    let terms = terms.sorted { $0.entry.documentFrequency < $1.entry.documentFrequency }
    scorers = terms.map { TermScorer(index, scale: $0.scale) }
    cursors = try index.cursors(terms.map(\.entry))
    phrase = nil
    leadScorer = scorers[0]
    (first, second) = (cursors[0], cursors[1])
    others = Array(cursors.dropFirst(2))
    best = TopHits(limit: limit)
    self.counted = counted
  }

  /// - Parameter phrase: of at least two terms.
  init(_ phrase: PhraseTerms, _ index: IndexReader, limit: Int, counting counted: Int) throws(IndexError) {
    scorers = []
    cursors = try index.cursors(phrase.slots.map(\.entry))
    self.phrase = try PhraseMatcher(phrase, cursors, index)
    leadScorer = TermScorer(index, scale: phrase.scale)
    (first, second) = (cursors[0], cursors[1])
    others = Array(cursors.dropFirst(2))
    best = TopHits(limit: limit)
    self.counted = counted
  }

  mutating func run(isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    for cursor in others { try cursor.load(0) }
    for number in 0..<first.blockCount {
      if number % 16 == 15, isCancelled() {
        isExact = false
        break
      }
      guard let least = try leastImpact(number) else {
        isExact = false
        continue
      }
      try first.load(number)
      try first.readFrequencies()
      var place = 0
      while place < first.block.count {
        place = gather(from: place, least)
        if candidates.count > 0, try !searchSecond() { return finish() }
      }
    }
    return finish()
  }

  private func finish() -> SearchResult { SearchResult(hits: best.sorted(), total: total, isExact: isExact) }

  /// What an impact of the rarest term must reach in a block of it for a document to be among the best; nil where none can.
  private func leastImpact(_ number: Int) throws(IndexError) -> UInt32? {
    if total < counted || best.threshold == 0 { return 0 }
    let start = number == 0 ? 0 : try first.lastDocument(number - 1) &+ 1
    let range = try start..<max(start, first.lastDocument(number)) + 1
    let bound = try first.impactBound(number)
    var rest: UInt64 = 0
    for (number, cursor) in cursors.enumerated().dropFirst() {
      let other = try cursor.impactBound(within: range)
      if phrase == nil {
        rest += UInt64(scorers[number].greatest(other))
      } else if UInt64(leadScorer.greatest(other)) < best.threshold {
        // A phrase occurs no more often than any of its terms.
        return nil
      }
    }
    let least = leadScorer.leastImpact(reaching: best.threshold - min(rest, best.threshold))
    return least <= bound ? least : nil
  }

  /// Takes as candidates what stands in the current block of the rarest term, from a place on, in one window.
  ///
  /// - Returns: the place after them.
  private mutating func gather(from place: Int, _ least: UInt32) -> Int {
    let (block, scorer) = (first.block, leadScorer)
    if least == 0 { return candidates.take(block, from: place) { _, _ in true } }
    let end = candidates.take(block, from: place) { scorer.impact(weight: block.weight($0), document: $1) >= least }
    if candidates.count < end - place { isExact = false }
    return end
  }

  /// Finds the candidates in the blocks of the second rarest term, and scores what both hold.
  ///
  /// - Returns: false at the end of that term.
  private mutating func searchSecond() throws(IndexError) -> Bool {
    var candidate = 1
    while candidate <= candidates.count {
      let next = right < second.block.count ? second.blockNumber : second.blockNumber + 1
      guard let wanted = try second.block(from: next, holding: candidates.document(candidate)) else { return false }
      if wanted != second.blockNumber {
        try second.load(wanted)
        right = 0
      }
      right = candidates.search(second.block, from: right)
      try take()
      if right < second.block.count { break }
      let last = second.block.document(second.block.count - 1)
      while candidate <= candidates.count, candidates.document(candidate) <= last { candidate += 1 }
    }
    return true
  }

  /// Scores the documents that both of the rarest terms hold.
  private mutating func take() throws(IndexError) {
    if candidates.matchCount == 0 { return }
    try second.readFrequencies()
    if let phrase { return try take(phrase) }
    let (left, right, leftScorer, rightScorer) = (first.block, second.block, scorers[0], scorers[1])
    for number in 0..<candidates.matchCount {
      let (place, other) = candidates.match(number)
      let document = left.document(place)
      if !others.isEmpty, try !othersHold(document) { continue }
      total &+= 1
      var score = UInt64(leftScorer.score(weight: left.weight(place), document: document))
      score &+= UInt64(rightScorer.score(weight: right.weight(other), document: document))
      for index in others.indices {
        score &+= UInt64(scorers[index + 2].score(weight: try others[index].weight(), document: document))
      }
      if score >= best.threshold { best.add(document, score) }
    }
  }

  private mutating func take(_ phrase: PhraseMatcher) throws(IndexError) {
    let (left, right, scorer) = (first.block, second.block, leadScorer)
    for number in 0..<candidates.matchCount {
      let (place, other) = candidates.match(number)
      let document = left.document(place)
      if !others.isEmpty, try !othersHold(document) { continue }
      if total >= counted, best.threshold > 0 {
        let greatest = scorer.score(weight: min(left.frequency(place), right.frequency(other)), document: document)
        if UInt64(greatest) < best.threshold {
          isExact = false
          continue
        }
      }
      first.move(to: place)
      second.move(to: other)
      let frequency = try phrase.frequency()
      if frequency == 0 { continue }
      total &+= 1
      best.add(document, UInt64(scorer.score(weight: frequency, document: document)))
    }
  }

  private func othersHold(_ document: UInt32) throws(IndexError) -> Bool {
    for cursor in others {
      try cursor.advance(to: document)
      if cursor.document != document { return false }
    }
    return true
  }
}

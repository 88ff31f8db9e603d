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
  /// The scorer of the phrase, else of the rarest term.
  private let leadScorer: TermScorer
  /// So many matches are counted exactly.
  private let counted: Int
  private var best: TopHits
  private var total = 0
  private let candidates = Candidates()
  /// Where it stands in the block of the second rarest term.
  private var right = 0
  /// So few candidates are looked up in a block of it one by one; for more, the block is decoded.
  private let few: Int
  private var isExact = true

  /// - Parameter terms: at least two.
  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, counting counted: Int) throws(IndexError) {
    let terms = terms.sorted { $0.entry.postingCount < $1.entry.postingCount }
    scorers = terms.map { TermScorer(index, scale: $0.scale) }
    cursors = try index.cursors(terms.map(\.entry))
    phrase = nil
    few = 8
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
    // Positions are found in a decoded block alone.
    few = 3
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

  /// What an impact of the rarest term must reach in a block of it for a document to be among the best; nil if none can.
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
      guard let wanted = try second.block(from: max(next, second.frontier), holding: candidates.document(candidate))
      else { return false }
      if wanted != second.blockNumber {
        second.pass(to: wanted)
        let count = candidates.count(from: candidate, upTo: try second.lastDocument(wanted))
        if count <= few {
          try look(for: candidate..<candidate + count, in: wanted)
          candidate += count
          continue
        }
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

  /// Looks a few candidates up in a block of the second rarest term, and scores what both hold.
  private mutating func look(for numbers: Range<Int>, in block: Int) throws(IndexError) {
    var encoded = try second.encodedBlock(block)
    for number in numbers {
      let document = candidates.document(number)
      guard let other = encoded.place(of: document) else { continue }
      if !others.isEmpty, try !othersHold(document) { continue }
      let place = candidates.place(number)
      let found: (occurrences: UInt32, weight: UInt32)
      if let read = encoded.frequency(at: other) { found = read } else { found = try decoded(other, of: block) }
      if let phrase {
        try take(phrase, place, other, most: min(first.block.frequency(place), found.occurrences), document, in: block)
      } else {
        add(document, first.block.weight(place), found.weight, try scoreOfOthers(document))
      }
    }
  }

  private mutating func decoded(_ place: Int, of block: Int) throws(IndexError) -> (occurrences: UInt32, weight: UInt32)
  {
    try decode(block)
    return (second.block.frequency(place), second.block.weight(place))
  }

  /// Decodes a block of the second rarest term, all of it.
  private mutating func decode(_ block: Int) throws(IndexError) {
    if second.blockNumber != block {
      try second.load(block)
      right = 0
    }
    try second.readFrequencies()
  }

  private func scoreOfOthers(_ document: UInt32) throws(IndexError) -> UInt64 {
    var score: UInt64 = 0
    for index in others.indices {
      score &+= UInt64(scorers[index + 2].score(weight: try others[index].weight(), document: document))
    }
    return score
  }

  /// Counts and scores a document that holds all terms.
  @inline(__always)
  private mutating func add(_ document: UInt32, _ left: UInt32, _ right: UInt32, _ rest: UInt64) {
    total &+= 1
    let score =
      UInt64(scorers[0].score(weight: left, document: document))
      &+ UInt64(scorers[1].score(weight: right, document: document)) &+ rest
    if score >= best.threshold { best.add(document, score) }
  }

  /// Scores the documents that both of the rarest terms hold.
  private mutating func take() throws(IndexError) {
    if candidates.matchCount == 0 { return }
    try second.readFrequencies()
    if let phrase { return try take(phrase) }
    let (left, right) = (first.block, second.block)
    for number in 0..<candidates.matchCount {
      let (place, other) = candidates.match(number)
      let document = left.document(place)
      if !others.isEmpty, try !othersHold(document) { continue }
      add(document, left.weight(place), right.weight(other), try scoreOfOthers(document))
    }
  }

  private mutating func take(_ phrase: PhraseMatcher) throws(IndexError) {
    let (left, right) = (first.block, second.block)
    for number in 0..<candidates.matchCount {
      let (place, other) = candidates.match(number)
      let document = left.document(place)
      if !others.isEmpty, try !othersHold(document) { continue }
      let most = min(left.frequency(place), right.frequency(other))
      try take(phrase, place, other, most: most, document, in: second.blockNumber)
    }
  }

  /// Scores a document that holds all terms, if they stand as the phrase asks.
  ///
  /// - Parameters:
  ///   - place, other: where it stands in the blocks of the two rarest terms.
  ///   - most: how often the phrase can occur.
  ///   - block: of the second rarest term.
  private mutating func take(
    _ phrase: PhraseMatcher, _ place: Int, _ other: Int, most: UInt32, _ document: UInt32, in block: Int
  ) throws(IndexError) {
    if total >= counted, best.threshold > 0,
      UInt64(leadScorer.score(weight: most, document: document)) < best.threshold
    {
      isExact = false
      return
    }
    try decode(block)
    first.move(to: place)
    second.move(to: other)
    let frequency = try phrase.frequency()
    if frequency == 0 { return }
    total &+= 1
    best.add(document, UInt64(leadScorer.score(weight: frequency, document: document)))
  }

  private func othersHold(_ document: UInt32) throws(IndexError) -> Bool {
    for cursor in others {
      try cursor.advance(to: document)
      if cursor.document != document { return false }
    }
    return true
  }
}

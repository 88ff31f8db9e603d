/// The best documents that hold all of several terms, or a phrase of them.
///
/// The two rarest terms are intersected block by block; what is left is looked up in the others. A block of the rarest
/// is left out where the bounds of all terms together do not reach the worst of the best.
struct ConjunctionSearch {
  private let cursors: [PostingCursor]
  private let first: PostingCursor
  private let second: PostingCursor
  private let others: [PostingCursor]
  private let scorers: [TermScorer]
  private var phrase: PhraseMatcher?
  private var phraseScorer: TermScorer
  private let countsAll: Bool
  private var best: TopHits
  private var total = 0
  private let common = BlockIntersection()
  private var isExact = true

  /// - Parameter terms: at least two.
  init(_ terms: [ScoredTerm], _ index: IndexReader, limit: Int, countsAll: Bool) throws(IndexError) {
    let terms = terms.sorted { $0.entry.documentFrequency < $1.entry.documentFrequency }
    var cursors: [PostingCursor] = []
    for term in terms { cursors.append(try index.cursor(term.entry)) }
    self.cursors = cursors
    (first, second) = (cursors[0], cursors[1])
    others = Array(cursors.dropFirst(2))
    scorers = terms.map { TermScorer(index, scale: $0.scale) }
    phraseScorer = scorers[0]
    best = TopHits(limit: limit)
    self.countsAll = countsAll
  }

  /// - Parameter phrase: of at least two terms.
  init(_ phrase: PhraseTerms, _ index: IndexReader, limit: Int, countsAll: Bool) throws(IndexError) {
    let terms = phrase.slots.map { ScoredTerm(entry: $0.entry, scale: 0) }
    try self.init(terms, index, limit: limit, countsAll: countsAll)
    let slots = zip(cursors, phrase.slots).map { (cursor: $0, position: $1.position) }
    self.phrase = PhraseMatcher(slots)
    phraseScorer = TermScorer(index, scale: phrase.scale)
  }

  mutating func run(isCancelled: () -> Bool) throws(IndexError) -> SearchResult {
    for cursor in others { try cursor.load(0) }
    for number in 0..<first.blockCount {
      if !countsAll, best.threshold > 0, try bound(of: number) < best.threshold {
        isExact = false
        continue
      }
      if number % 16 == 15, isCancelled() {
        isExact = false
        break
      }
      try first.load(number)
      common.left = 0
      while common.left < first.block.count {
        let next = common.right < second.block.count ? second.blockNumber : second.blockNumber + 1
        guard let wanted = try second.block(from: next, holding: first.block.document(common.left)) else {
          return finish()
        }
        if wanted != second.blockNumber {
          try second.load(wanted)
          common.right = 0
        }
        common.run(first.block, second.block)
        try take()
      }
    }
    return finish()
  }

  private func finish() -> SearchResult { SearchResult(hits: best.sorted(), total: total, isExact: isExact) }

  /// What no document of a block of the rarest term scores.
  private func bound(of number: Int) throws(IndexError) -> UInt64 {
    let start = number == 0 ? 0 : try first.lastDocument(number - 1) &+ 1
    let range = try start..<max(start, first.lastDocument(number)) + 1
    var bounds = [try first.impactBound(number)]
    for cursor in cursors.dropFirst() { bounds.append(try cursor.impactBound(within: range)) }
    // A phrase occurs no more often than any of its terms.
    if phrase != nil { return UInt64(phraseScorer.greatest(bounds.min() ?? 0)) }
    return zip(scorers, bounds).reduce(0) { $0 + UInt64($1.0.greatest($1.1)) }
  }

  /// Scores the documents that both of the rarest terms hold.
  private mutating func take() throws(IndexError) {
    if common.count == 0 { return }
    try first.readFrequencies()
    try second.readFrequencies()
    let (left, right, leftScorer, rightScorer) = (first.block, second.block, scorers[0], scorers[1])
    for number in 0..<common.count {
      let (place, other) = (common.leftPlace(number), common.rightPlace(number))
      let document = left.document(place)
      if !others.isEmpty, try !othersHold(document) { continue }
      if let phrase {
        first.move(to: place)
        second.move(to: other)
        try take(phrase, document)
        continue
      }
      total &+= 1
      var score = UInt64(leftScorer.score(weight: left.weight(place), document: document))
      score &+= UInt64(rightScorer.score(weight: right.weight(other), document: document))
      for index in others.indices {
        score &+= UInt64(scorers[index + 2].score(weight: try others[index].weight(), document: document))
      }
      if score >= best.threshold { best.add(document, score) }
    }
  }

  private func othersHold(_ document: UInt32) throws(IndexError) -> Bool {
    for cursor in others {
      try cursor.advance(to: document)
      if cursor.document != document { return false }
    }
    return true
  }

  private mutating func take(_ phrase: PhraseMatcher, _ document: UInt32) throws(IndexError) {
    if !countsAll, best.threshold > 0 {
      let greatest = phraseScorer.score(weight: try phrase.greatestFrequency(), document: document)
      if UInt64(greatest) < best.threshold {
        isExact = false
        return
      }
    }
    let frequency = try phrase.frequency()
    guard frequency > 0 else { return }
    total += 1
    best.add(document, UInt64(phraseScorer.score(weight: frequency, document: document)))
  }
}

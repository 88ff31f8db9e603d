internal import EntenteFileMapping

/// The terms of a phrase, found in the index. It is scored as a term that occurs as often as the phrase does, and is as
/// rare as all of its terms together.
struct PhraseTerms {
  /// The rarest first.
  let slots: [(entry: TermEntry, position: UInt32)]
  let scale: UInt32

  init(_ slots: [(entry: TermEntry, position: UInt32)], weight: Float, _ index: IndexReader) {
    self.slots = slots.sorted { $0.entry.documentFrequency < $1.entry.documentFrequency }
    let idf = slots.reduce(Float(0)) { sum, slot in
      sum + BM25.idf(documentFrequency: slot.entry.documentFrequency, documentCount: index.documentCount)
    }
    scale = BM25.scale(idf: idf, weight: weight)
  }
}

/// Documents that hold a phrase.
final class PhraseCursor: DocumentCursor {
  private let cursors: [PostingCursor]
  private let scorer: TermScorer
  private let matcher: PhraseMatcher
  private let interruption: Interruption
  private var current: UInt32 = 0
  private var frequency: UInt32 = 0

  init(_ phrase: PhraseTerms, _ index: IndexReader, _ interruption: Interruption) throws(IndexError) {
    self.interruption = interruption
    cursors = try index.cursors(phrase.slots.map(\.entry))
    matcher = try PhraseMatcher(phrase, cursors, index)
    scorer = TermScorer(index, scale: phrase.scale)
  }

  override func begin() throws(IndexError) {
    for cursor in cursors { try cursor.load(0) }
    current = try match(from: 0)
  }

  override var document: UInt32 { current }
  override var cost: Int { cursors.first?.count ?? 0 }

  override func advance(to target: UInt32) throws(IndexError) {
    if current < target { current = try match(from: target) }
  }

  override func score() throws(IndexError) -> UInt64 { UInt64(scorer.score(weight: frequency, document: current)) }

  override func mayBeInTitle() throws(IndexError) -> Bool {
    for cursor in cursors where try cursor.weight() == cursor.frequency() { return false }
    return true
  }

  private func match(from target: UInt32) throws(IndexError) -> UInt32 {
    var candidate = target
    while true {
      candidate = try align(from: candidate)
      if candidate == Self.end { return candidate }
      frequency = try matcher.frequency()
      if frequency > 0 { return candidate }
      candidate += 1
    }
  }

  private func align(from target: UInt32) throws(IndexError) -> UInt32 {
    var candidate = target
    while true {
      if interruption.interrupts() { return Self.end }
      let before = candidate
      for cursor in cursors {
        try cursor.advance(to: candidate)
        candidate = cursor.document
        if candidate == Self.end { return Self.end }
      }
      if candidate == before { return candidate }
    }
  }
}

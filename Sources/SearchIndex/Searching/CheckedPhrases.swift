internal import EntenteTextAnalysis

/// Counts phrases in the texts of some documents.
struct CheckedPhrases {
  /// Where phrases may be looked for.
  let documents: OrdinalSet
  private let texts: PhraseLookup

  init(_ documents: OrdinalSet, _ texts: PhraseLookup) {
    self.documents = documents
    self.texts = texts
  }

  func counter(of phrase: ExactPhrase) -> PhraseLookup.Counter { texts.counter(phrase) }
}

/// Those of some documents that hold a phrase word for word.
final class CheckedPhraseCursor: DocumentCursor {
  private let candidates: DocumentCursor
  private let phrase: ExactPhrase
  private let counter: PhraseLookup.Counter
  private let scorer: TermScorer
  private var frequency: UInt32 = 0

  init(_ candidates: DocumentCursor, _ phrase: ExactPhrase, _ phrases: CheckedPhrases, _ scorer: TermScorer) {
    self.candidates = candidates
    self.phrase = phrase
    counter = phrases.counter(of: phrase)
    self.scorer = scorer
  }

  override func begin() throws(IndexError) {
    try candidates.begin()
    try skipOthers()
  }

  override var document: UInt32 { candidates.document }
  override var cost: Int { candidates.cost }

  override func advance(to target: UInt32) throws(IndexError) {
    guard candidates.document < target else { return }
    try candidates.advance(to: target)
    try skipOthers()
  }

  private func skipOthers() throws(IndexError) {
    while candidates.document != Self.end {
      // Of stop words the index does not tell.
      let mayBeInTitle = phrase.slots.isEmpty ? true : try candidates.mayBeInTitle()
      frequency = UInt32(clamping: counter(candidates.document, mayBeInTitle))
      if frequency > 0 { return }
      try candidates.next()
    }
  }

  override func score() throws(IndexError) -> UInt64 { UInt64(scorer.score(weight: frequency, document: document)) }
}

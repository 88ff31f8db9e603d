internal import EntenteTextAnalysis

/// How often phrases stand in the texts of some documents, each text looked at once.
final class CheckedPhrases {
  /// Where phrases may be looked for.
  let documents: OrdinalSet
  private let known: KnownPhrases

  init(_ documents: OrdinalSet, _ known: KnownPhrases) {
    self.documents = documents
    self.known = known
  }

  func count(_ phrase: ExactPhrase, in document: UInt32, mayBeInTitle: Bool) -> UInt32 {
    known.count(phrase, in: document, mayBeInTitle: mayBeInTitle)
  }
}

/// What texts were found to hold.
final class KnownPhrases {
  private struct Place: Hashable {
    let phrase: ExactPhrase
    let document: UInt32
  }

  private let texts: PhraseLookup
  private var counts: [Place: UInt32] = [:]

  init(_ texts: PhraseLookup) { self.texts = texts }

  func count(_ phrase: ExactPhrase, in document: UInt32, mayBeInTitle: Bool) -> UInt32 {
    let place = Place(phrase: phrase, document: document)
    if let count = counts[place] { return count }
    let count = UInt32(clamping: texts.count(phrase, document, mayBeInTitle))
    counts[place] = count
    return count
  }
}

/// Those of some documents that hold a phrase word for word.
final class CheckedPhraseCursor: DocumentCursor {
  private let candidates: DocumentCursor
  private let phrase: ExactPhrase
  private let phrases: CheckedPhrases
  private let scorer: TermScorer
  private var frequency: UInt32 = 0

  init(_ candidates: DocumentCursor, _ phrase: ExactPhrase, _ phrases: CheckedPhrases, _ scorer: TermScorer) {
    self.candidates = candidates
    self.phrase = phrase
    self.phrases = phrases
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
      frequency = phrases.count(phrase, in: candidates.document, mayBeInTitle: mayBeInTitle)
      if frequency > 0 { return }
      try candidates.next()
    }
  }

  override func score() throws(IndexError) -> UInt64 { UInt64(scorer.score(weight: frequency, document: document)) }
}

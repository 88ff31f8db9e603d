/// Walks the documents that match a query, in order.
class DocumentCursor {
  static let end = PostingCursor.end

  /// `end` after the last one.
  var document: UInt32 { DocumentCursor.end }
  /// An upper bound on the number of documents: the rarest cursor leads.
  var cost: Int { 0 }

  /// Moves to the first document; called once, before anything else.
  func begin() throws(IndexError) {}

  /// Moves to the first document that is not before `target`.
  func advance(to target: UInt32) throws(IndexError) {}

  /// The BM25 score of the current document.
  func score() throws(IndexError) -> UInt64 { 0 }

  /// Whether the title of the current document may hold what it was found by.
  func mayBeInTitle() throws(IndexError) -> Bool { true }

  final func next() throws(IndexError) {
    let current = document
    if current != DocumentCursor.end { try advance(to: current + 1) }
  }
}

/// A term.
final class TermCursor: DocumentCursor {
  private let postings: PostingCursor
  private let scorer: TermScorer

  init(_ term: ScoredTerm, _ index: IndexReader) throws(IndexError) {
    postings = try index.cursor(term.entry)
    scorer = TermScorer(index, scale: term.scale)
  }

  override func begin() throws(IndexError) { try postings.load(0) }

  override var document: UInt32 { postings.document }
  override var cost: Int { postings.count }

  override func advance(to target: UInt32) throws(IndexError) {
    if target == postings.document &+ 1 { try postings.next() } else { try postings.advance(to: target) }
  }

  override func score() throws(IndexError) -> UInt64 {
    UInt64(scorer.score(weight: try postings.weight(), document: document))
  }

  override func mayBeInTitle() throws(IndexError) -> Bool { try postings.weight() != postings.frequency() }
}

/// Documents that hold all of them; the rarest leads. The score is the sum.
final class ConjunctionCursor: DocumentCursor {
  private let cursors: [DocumentCursor]
  private let interruption: Interruption
  private var current: UInt32 = 0

  init(_ cursors: [DocumentCursor], _ interruption: Interruption) {
    self.cursors = cursors.sorted { $0.cost < $1.cost }
    self.interruption = interruption
  }

  override func begin() throws(IndexError) {
    for cursor in cursors { try cursor.begin() }
    current = try align(from: 0)
  }

  override var document: UInt32 { current }
  override var cost: Int { cursors.first?.cost ?? 0 }

  override func advance(to target: UInt32) throws(IndexError) {
    if current < target { current = try align(from: target) }
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

  override func score() throws(IndexError) -> UInt64 {
    var sum: UInt64 = 0
    for cursor in cursors { sum &+= try cursor.score() }
    return sum
  }

  /// Only where all of them may be.
  override func mayBeInTitle() throws(IndexError) -> Bool {
    for cursor in cursors where try !cursor.mayBeInTitle() { return false }
    return true
  }
}

/// Documents of the first, with the score of the second added where that has them too.
final class BoostedCursor: DocumentCursor {
  private let required: DocumentCursor
  private let optional: DocumentCursor

  init(_ required: DocumentCursor, optional: DocumentCursor) {
    self.required = required
    self.optional = optional
  }

  override func begin() throws(IndexError) {
    try required.begin()
    try optional.begin()
  }

  override var document: UInt32 { required.document }
  override var cost: Int { required.cost }
  override func advance(to target: UInt32) throws(IndexError) { try required.advance(to: target) }

  override func score() throws(IndexError) -> UInt64 {
    try optional.advance(to: document)
    let score = try required.score()
    return optional.document == document ? score &+ (try optional.score()) : score
  }
}

/// Documents of the first that the second does not have.
final class ExclusionCursor: DocumentCursor {
  private let included: DocumentCursor
  private let excluded: DocumentCursor
  private let interruption: Interruption
  private var hasEnded = false

  init(_ included: DocumentCursor, excluding excluded: DocumentCursor, _ interruption: Interruption) {
    self.included = included
    self.excluded = excluded
    self.interruption = interruption
  }

  override func begin() throws(IndexError) {
    try included.begin()
    try excluded.begin()
    try skipExcluded()
  }

  override var document: UInt32 { hasEnded ? Self.end : included.document }
  override var cost: Int { included.cost }

  override func advance(to target: UInt32) throws(IndexError) {
    try included.advance(to: target)
    try skipExcluded()
  }

  private func skipExcluded() throws(IndexError) {
    while included.document != Self.end {
      if interruption.interrupts() {
        hasEnded = true
        return
      }
      try excluded.advance(to: included.document)
      guard excluded.document == included.document else { return }
      try included.next()
    }
  }

  override func score() throws(IndexError) -> UInt64 { try included.score() }
}

/// A given set of documents; scores nothing.
final class SetCursor: DocumentCursor {
  private let set: OrdinalSet
  private let range: Range<Int>
  private let documents: Int
  private var current: UInt32 = 0

  /// - Parameter range: the documents of the index: what the set holds beyond is left out.
  init(_ set: OrdinalSet, within range: Range<Int>) {
    self.set = set
    self.range = range
    documents = set.population
  }

  override func begin() { current = find(from: 0) }
  override var document: UInt32 { current }
  override var cost: Int { documents }
  override func advance(to target: UInt32) { if current < target { current = find(from: target) } }

  private func find(from target: UInt32) -> UInt32 {
    guard let found = set.first(from: max(Int(target), range.lowerBound)), found < range.upperBound else {
      return Self.end
    }
    return UInt32(found)
  }
}

/// Every document of the index; scores nothing.
final class AllCursor: DocumentCursor {
  private let end: UInt32
  private var current: UInt32
  override var cost: Int { documents }
  private let documents: Int

  init(_ range: Range<Int>) {
    current = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
    documents = range.count
  }

  override var document: UInt32 { current < end ? current : Self.end }
  override func advance(to target: UInt32) throws(IndexError) { current = max(current, target) }
}

/// Documents that hold any of many terms. The score is the sum of those that it holds.
///
/// The terms are read a window of documents at a time, and their scores add up in an array: the cost is that of their
/// postings, however many terms there are.
final class TermUnionCursor: DocumentCursor {
  /// After a leap, in documents: a window that continues from the last one is twice as large.
  private static let firstWindow = 128

  private var terms: [WindowTerm] = []
  private let first: UInt32
  /// The document after the last one.
  private let end: UInt32
  private let scores = WindowScores()
  private let interruption: Interruption
  private var window: Range<UInt32> = 0..<0
  private var current: UInt32 = 0
  private let documents: Int

  /// - Parameter terms: whose sum fits a window (`DisjunctionSearch.fits`).
  init(_ terms: [ScoredTerm], _ index: IndexReader, _ interruption: Interruption) throws(IndexError) {
    for term in terms { self.terms.append(try WindowTerm(term, index)) }
    first = UInt32(clamping: index.documents.lowerBound)
    end = UInt32(clamping: index.documents.upperBound)
    documents = terms.reduce(0) { $0 + $1.entry.postingCount }
    self.interruption = interruption
  }

  override var document: UInt32 { current }
  override var cost: Int { min(documents, Int(end - first)) }

  override func begin() throws(IndexError) { current = try find(from: first) }

  override func advance(to target: UInt32) throws(IndexError) {
    if current < target { current = try find(from: target) }
  }

  override func score() throws(IndexError) -> UInt64 { UInt64(scores[Int(current &- window.lowerBound)]) }

  private func find(from target: UInt32) throws(IndexError) -> UInt32 {
    var target = target
    while target < end {
      if target >= window.upperBound {
        if terms.isEmpty || interruption.interrupts() { return Self.end }
        try readWindow(at: target)
      }
      if let place = scores.firstScored(from: Int(target &- window.lowerBound), to: window.count) {
        return window.lowerBound + UInt32(place)
      }
      target = window.upperBound
    }
    return Self.end
  }

  private func readWindow(at start: UInt32) throws(IndexError) {
    let size = start == window.upperBound ? min(window.count * 2, WindowScores.count) : Self.firstWindow
    window = start..<min(start + UInt32(max(size, Self.firstWindow)), end)
    scores.begin(window.count, least: .max)
    for index in terms.indices { try terms[index].add(to: scores, in: window) }
    terms.removeAll(where: \.hasEnded)
  }
}

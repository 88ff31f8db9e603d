/// Documents that hold terms at fixed positions from each other. Scored as a term that occurs as often as the phrase
/// does, and is as rare as all of its terms together.
final class PhraseCursor: DocumentCursor {
  fileprivate struct Slot {
    let postings: PostingCursor
    let position: UInt32
  }

  /// The rarest first: it leads.
  private let slots: [Slot]
  private let idf: Float
  private let index: IndexReader
  private var current: UInt32 = 0
  private var frequency = 0
  private var starts: [UInt32] = []
  private var positions: [UInt32] = []

  init(_ terms: [(postings: PostingCursor, position: UInt32)], _ index: IndexReader) {
    slots = terms.map { Slot(postings: $0.postings, position: $0.position) }
      .sorted { $0.postings.documentFrequency < $1.postings.documentFrequency }
    idf = terms.reduce(0) { sum, term in
      sum + BM25.idf(documentFrequency: term.postings.documentFrequency, documentCount: index.documentCount)
    }
    self.index = index
  }

  override func begin() throws(IndexError) { current = try match(from: 0) }

  override var document: UInt32 { current }
  override var cost: Int { slots.first?.postings.documentFrequency ?? 0 }

  override func advance(to target: UInt32) throws(IndexError) {
    if current < target { current = try match(from: target) }
  }

  override func score() throws(IndexError) -> Float {
    index.scoring.score(idf: idf, frequency: Float(frequency), length: try index.lengths.byte(Int(current)))
  }

  private func match(from target: UInt32) throws(IndexError) -> UInt32 {
    var candidate = target
    while true {
      candidate = try align(from: candidate)
      if candidate == Self.end { return candidate }
      frequency = try countMatches()
      if frequency > 0 { return candidate }
      candidate += 1
    }
  }

  private func align(from target: UInt32) throws(IndexError) -> UInt32 {
    var candidate = target
    while true {
      let before = candidate
      for slot in slots {
        try slot.postings.advance(to: candidate)
        candidate = slot.postings.document
        if candidate == Self.end { return Self.end }
      }
      if candidate == before { return candidate }
    }
  }

  /// How often the phrase stands in the current document.
  private func countMatches() throws(IndexError) -> Int {
    for (number, slot) in slots.enumerated() {
      try slot.postings.readPositions(into: &positions)
      if number == 0 {
        starts = positions.filter { $0 >= slot.position }.map { $0 - slot.position }
      } else {
        keepStarts(at: slot.position)
      }
      if starts.isEmpty { return 0 }
    }
    return starts.count
  }

  /// Keeps the starts at which the term in `positions` stands in its place; both are in order.
  private func keepStarts(at offset: UInt32) {
    var place = 0
    starts.removeAll { start in
      while place < positions.count, positions[place] < start + offset { place += 1 }
      return place == positions.count || positions[place] != start + offset
    }
  }
}

/// Counts how often terms stand at fixed positions from each other in a document.
final class PhraseMatcher {
  private let slots: [(cursor: PostingCursor, position: UInt32)]
  private let first: PostingCursor
  private let second: PostingCursor
  /// Of the second slot from the first.
  private let distance: UInt32
  private var starts: [UInt32] = []
  private var positions: [UInt32] = []

  /// - Parameter slots: at least two, the rarest first; it leads.
  init(_ slots: [(cursor: PostingCursor, position: UInt32)]) {
    self.slots = slots
    (first, second) = (slots[0].cursor, slots[1].cursor)
    distance = slots[1].position &- slots[0].position
  }

  /// What the phrase's frequency does not exceed in the document at which all cursors stand.
  func greatestFrequency() throws(IndexError) -> UInt32 {
    var least = min(try first.frequency(), try second.frequency())
    for slot in slots.dropFirst(2) { least = min(least, try slot.cursor.frequency()) }
    return least
  }

  /// How often the phrase stands in the document at which all cursors stand.
  func frequency() throws(IndexError) -> UInt32 {
    if slots.count == 2, try first.frequency() == 1, try second.frequency() == 1 { return try singleFrequency() }
    var count = 0
    for (number, slot) in slots.enumerated() {
      if number == 0 {
        count = try slot.cursor.readPositions(into: &starts)
        // A start before the document's first position is none.
        var kept = 0
        for index in 0..<count where starts[index] >= slot.position {
          starts[kept] = starts[index] - slot.position
          kept += 1
        }
        count = kept
      } else {
        let others = try slot.cursor.readPositions(into: &positions)
        count = keepStarts(count, at: slot.position, others)
      }
      if count == 0 { return 0 }
    }
    return UInt32(clamping: count)
  }

  /// The commonest case: two terms that occur once each.
  private func singleFrequency() throws(IndexError) -> UInt32 {
    try first.locatePositions()
    try second.locatePositions()
    return first.singlePosition() &+ distance == second.singlePosition() ? 1 : 0
  }

  /// Keeps the starts at which the term in `positions` stands in its place; both are in order.
  private func keepStarts(_ count: Int, at offset: UInt32, _ others: Int) -> Int {
    var place = 0
    var kept = 0
    for index in 0..<count {
      let wanted = starts[index] &+ offset
      while place < others, positions[place] < wanted { place += 1 }
      guard place < others else { break }
      if positions[place] == wanted {
        starts[kept] = starts[index]
        kept += 1
      }
    }
    return kept
  }
}

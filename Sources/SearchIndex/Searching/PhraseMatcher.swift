/// Counts how often terms stand at fixed positions from each other in a document.
final class PhraseMatcher {
  /// A term, and where it stands from the first one's position.
  private struct Slot {
    let positions: PositionCursor
    let distance: Int
  }

  private let first: PositionCursor
  private let second: Slot
  private let others: [Slot]

  /// - Parameters:
  ///   - phrase: of at least two terms, the rarest first; it leads.
  ///   - cursors: of its terms.
  init(_ phrase: PhraseTerms, _ cursors: [PostingCursor], _ index: IndexReader) throws(IndexError) {
    var slots: [Slot] = []
    for (slot, cursor) in zip(phrase.slots, cursors) {
      let distance = Int(slot.position) - Int(phrase.slots[0].position)
      slots.append(Slot(positions: try PositionCursor(cursor, slot.entry, index), distance: distance))
    }
    first = slots[0].positions
    second = slots[1]
    others = Array(slots.dropFirst(2))
  }

  /// How often the phrase stands in the document at which all cursors stand.
  func frequency() throws(IndexError) -> UInt32 {
    try first.locate()
    try second.positions.locate()
    let (left, right) = (first.postings, second.positions.postings)
    if others.isEmpty, left.block.frequency(left.place) == 1, right.block.frequency(right.place) == 1 {
      // The commonest case: two terms that occur once each.
      return Int(first.single(left.place)) + second.distance == Int(second.positions.single(right.place)) ? 1 : 0
    }
    // The positions at which the first term stands as the phrase asks so far.
    var (count, starts) = unsafe try first.read()
    count = try unsafe keep(starts, count, second)
    for slot in others where count > 0 {
      try slot.positions.locate()
      count = try unsafe keep(starts, count, slot)
    }
    return UInt32(clamping: count)
  }

  /// Keeps the starts from which a term stands in its place.
  ///
  /// - Returns: how many there are.
  private func keep(_ starts: UnsafeMutablePointer<UInt32>, _ count: Int, _ slot: Slot) throws(IndexError) -> Int {
    let (others, positions) = unsafe try slot.positions.read()
    var place = 0
    var kept = 0
    for index in 0..<count {
      let wanted = unsafe Int(starts[index]) + slot.distance
      while place < others, unsafe Int(positions[place]) < wanted { place += 1 }
      guard place < others else { break }
      if unsafe Int(positions[place]) == wanted {
        unsafe starts[kept] = starts[index]
        kept += 1
      }
    }
    return kept
  }
}

/// The folded words of the lexicon and their numbers: an open-addressing hash table, with the first eight bytes of each word
/// in its place and what is left of longer ones in an arena.
struct Vocabulary: Sendable {
  /// A place of the table; number 0 is free.
  private struct Slot: Sendable {
    var first: UInt64 = 0
    var number: UInt32 = 0
    /// Where the rest of the word begins in the arena, and in the last three bits how much of it there is.
    var rest: UInt32 = 0
  }

  private var arena: [UInt64] = []
  /// By number; the first is the unknown word's.
  private var hashes: [UInt64] = [0]
  /// A power of two, at most three quarters full.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// Set once all words are known.
  private var filter: HashFilter?

  /// Numbers given so far, the unknown word's included.
  var count: Int { hashes.count }

  /// The number of a folded word; unknown when no entry uses it.
  @inline(__always)
  func word(_ folded: borrowing FoldedWord) -> WordID {
    let hash = folded.hash
    if let filter, !filter.mayHold(hash) { return .unknown }
    var place = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[place].number != 0 {
      if slots[place].first == folded[0], isRest(slots[place].rest, of: folded) {
        return WordID(rawValue: slots[place].number)
      }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return .unknown
  }

  /// The same for a word of fifteen bytes or fewer: its first eight, and the others.
  @inline(__always)
  func word(_ first: UInt64, _ second: UInt64, count: Int) -> WordID {
    let hash = FoldedWord.hash(first, second, count: count)
    if let filter, !filter.mayHold(hash) { return .unknown }
    let rest: UInt32 = count > 8 ? 1 : 0
    var place = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[place].number != 0 {
      let slot = slots[place]
      if slot.first == first, slot.rest & 7 == rest, rest == 0 || arena[Int(slot.rest >> 3)] == second {
        return WordID(rawValue: slot.number)
      }
      place = (place &+ 1) & (slots.count &- 1)
    }
    return .unknown
  }

  @inline(__always)
  private func isRest(_ rest: UInt32, of folded: borrowing FoldedWord) -> Bool {
    guard Int(rest & 7) + 1 == folded.count else { return false }
    for index in 1..<folded.count where arena[Int(rest >> 3) + index - 1] != folded[index] { return false }
    return true
  }

  /// The number of a folded word, given now if it has none.
  mutating func insert(_ folded: borrowing FoldedWord) -> WordID {
    filter = nil
    guard !folded.isTooLong, folded.length > 0 else { return .unknown }
    let known = word(folded)
    if known != .unknown { return known }
    let slot = Slot(
      first: folded[0], number: UInt32(count), rest: UInt32(arena.count) << 3 | UInt32(folded.count - 1))
    for index in 1..<folded.count { arena.append(folded[index]) }
    hashes.append(folded.hash)
    place(slot)
    if count * 4 > slots.count * 3 { grow() }
    return WordID(rawValue: slot.number)
  }

  /// Says that no word will be added, so that unknown ones are told fast.
  mutating func seal() { filter = HashFilter(hashes.dropFirst()) }

  private mutating func place(_ slot: Slot) {
    var place = Int(truncatingIfNeeded: hashes[Int(slot.number)]) & (slots.count - 1)
    while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number != 0 { place(slot) }
  }
}

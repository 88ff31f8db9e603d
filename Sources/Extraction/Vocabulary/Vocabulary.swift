/// The folded words of the lexicon and their numbers: an open-addressing hash table over one arena of bytes.
struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  /// Where each word begins in the arena, by its number; the first is the unknown word's, and empty.
  private var starts: [UInt32] = [0, 0]
  /// Word numbers by hash; 0 is free. A power of two, at most half full.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)

  /// Numbers given so far, the unknown word's included.
  var count: Int { starts.count - 1 }

  /// The number of the first `count` bytes of `folded`; unknown when no entry uses the word.
  @inline(__always)
  func word(_ folded: borrowing InlineArray<64, UInt8>, count: Int) -> WordID {
    var hash = Self.seed
    for index in 0..<count { hash = Self.mixed(hash, folded[index]) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      let start = Int(starts[number])
      if Int(starts[number + 1]) - start == count {
        var index = 0
        while index < count, arena[start + index] == folded[index] { index += 1 }
        if index == count { return WordID(rawValue: slots[slot]) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .unknown
  }

  /// The number of a folded word, given now if it has none.
  mutating func insert(_ folded: [UInt8]) -> WordID {
    guard folded.count <= 64, !folded.isEmpty else { return .unknown }
    var word = InlineArray<64, UInt8>(repeating: 0)
    for index in folded.indices { word[index] = folded[index] }
    let known = self.word(word, count: folded.count)
    if known != .unknown { return known }
    let number = UInt32(count)
    arena += folded
    starts.append(UInt32(arena.count))
    place(number, hash: Self.hash(folded))
    if count * 2 > slots.count { grow() }
    return WordID(rawValue: number)
  }

  private mutating func place(_ number: UInt32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 1..<count {
      place(UInt32(number), hash: Self.hash(arena[Int(starts[number])..<Int(starts[number + 1])]))
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a with the high bits folded down, for the table takes the low ones.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    return product ^ (product >> 29)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { mixed($0, $1) }
  }
}

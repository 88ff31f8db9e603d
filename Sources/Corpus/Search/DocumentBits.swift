/// A set of documents, by ordinal: one bit each.
struct DocumentBits: Sendable {
  private(set) var words: [UInt64]
  let count: Int

  init(count: Int, all: Bool = false) {
    self.count = count
    words = Array(repeating: all ? ~0 : 0, count: (count + 63) / 64)
    if all, count % 64 != 0, !words.isEmpty { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  /// Those for which `isIncluded` is true.
  init(count: Int, where isIncluded: (Int) -> Bool) {
    self.init(count: count)
    for place in words.indices {
      var word: UInt64 = 0
      let first = place << 6
      for bit in 0..<min(64, count - first) where isIncluded(first + bit) { word |= 1 << UInt64(bit) }
      words[place] = word
    }
  }

  func contains(_ ordinal: Int) -> Bool {
    ordinal >= 0 && ordinal < count && words[ordinal >> 6] & (1 << UInt64(ordinal & 63)) != 0
  }

  mutating func insert(_ ordinal: Int) {
    guard ordinal >= 0, ordinal < count else { return }
    words[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
  }

  mutating func formIntersection(_ other: DocumentBits) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  mutating func subtract(_ other: DocumentBits) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  mutating func formUnion(_ other: DocumentBits) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
  }

  /// In ascending order.
  func forEachOrdinal(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body((index << 6) + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// In ascending order.
  var ordinals: [UInt32] {
    var ordinals: [UInt32] = []
    forEachOrdinal { ordinals.append(UInt32(truncatingIfNeeded: $0)) }
    return ordinals
  }

  /// How many there are.
  var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}

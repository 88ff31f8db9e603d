import Testing

@testable import EntenteTextAnalysis

@Suite struct `Table of words` {
  /// 65,536 strings of eight bytes whose products with `multiplier` have the same upper half.
  private func collisions(under multiplier: UInt64) -> [[UInt8]] {
    var inverse = multiplier
    // Newton's iteration doubles the number of right bits.
    for _ in 0..<6 { inverse &*= 2 &- multiplier &* inverse }
    return (UInt64(0)..<65_536).map { product in
      let head = inverse &* product
      return (0..<8).map { UInt8(truncatingIfNeeded: head >> ($0 * 8)) }
    }
  }

  private func fullestSlot(_ words: [[UInt8]], _ key: (Span<UInt8>) -> ByteTable.Key) -> Int {
    var loads: [Int: Int] = [:]
    for word in words { loads[key(word.span).slot(bits: 17), default: 0] += 1 }
    return loads.values.max() ?? 0
  }

  @Test func `words made to collide do so only for who knows the secret`() {
    let known: UInt64 = 0x9E37_79B9_7F4A_7C15
    let words = collisions(under: known)
    #expect(fullestSlot(words) { ByteTable.Key($0, 0..<8, multiplier: known) } == words.count)
    #expect(fullestSlot(words) { ByteTable.Key($0, 0..<8) } < 1_000)
  }

  @Test func `numbers follow the order of appearance, and every string is found again`() {
    var table = ByteTable()
    let words = collisions(under: 0x9E37_79B9_7F4A_7C15).map { $0 + $0.prefix(Int($0[0] % 9)) }
    for (number, word) in words.enumerated() {
      let span = word.span
      #expect(table.intern(span, 0..<word.count, ByteTable.Key(span, 0..<word.count)) == number)
    }
    for (number, word) in words.enumerated() {
      let span = word.span
      #expect(table.find(span, 0..<word.count, ByteTable.Key(span, 0..<word.count)) == number)
      #expect(Array(table.bytes(number)) == word)
    }
  }
}

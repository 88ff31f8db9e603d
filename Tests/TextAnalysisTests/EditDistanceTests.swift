import EntenteTextAnalysis
import Testing

@Suite struct EditDistanceTests {
  /// By the recurrence, without bounds: G. Navarro, "A Guided Tour to Approximate String Matching" (2001), with swaps.
  private func reference(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [Array(0...b.count)]
    for i in 1..<a.count + 1 {
      var row = [i]
      for j in 1..<b.count + 1 {
        var cost = min(rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[i - 2][j - 2] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }

  @Test func `bounded distances are those of the whole table`() {
    var generator = SplitMix(state: 11)
    for _ in 0..<4000 {
      func word() -> [UInt8] {
        (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }
      }
      let (a, b) = (word(), word())
      let distance = reference(a, b)
      for limit in 0...EditDistance.greatestLimit {
        #expect(EditDistance.distance(a, b, limit: limit) == (distance <= limit ? distance : nil))
      }
    }
  }

  @Test func `a swap is one edit, and long words cost no more than their length`() {
    #expect(EditDistance.isWithin(1, Array("stoltenberg".utf8), Array("stoltenbreg".utf8)))
    #expect(!EditDistance.isWithin(1, Array("otan".utf8), Array("nato".utf8)))
    let long = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(EditDistance.distance(long, long + [0x62], limit: 9) == 1)
    #expect(EditDistance.distance([], [], limit: 0) == 0)
    #expect(EditDistance.distance([1], [1], limit: -1) == nil)
  }
}

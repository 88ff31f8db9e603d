import Testing

@testable import EntenteIngest

@Suite struct TextOrderTests {
  /// Words that no two calls share.
  private func words(_ seed: Int, _ count: Int = 60) -> String {
    (0..<count).map { "mot\(seed)x\($0)" }.joined(separator: " ")
  }

  private func order(_ texts: [String]) -> [Int] { TextOrder(texts.map { TextSketch($0) }).ordinals }

  @Test func `texts that share a passage stand side by side, the others stay where they are`() {
    let texts = [words(1), words(2), words(3), words(1) + " " + words(4, 10), words(5), words(3, 50) + " fin"]
    #expect(order(texts) == [0, 3, 1, 2, 5, 4])
  }

  @Test func `the text that shares the most comes first`() {
    let whole = words(1, 200)
    let half = words(1, 100) + " " + words(2, 100)
    let most = words(1, 190) + " " + words(3, 10)
    #expect(order([whole, half, most]) == [0, 2, 1])
  }

  @Test func `short and empty texts share nothing`() {
    #expect(order(["", "un mot", "", "un mot"]) == [0, 1, 2, 3])
    #expect(order([]) == [])
  }

  @Test func `hundreds of equal texts keep their order`() {
    let texts = (0..<400).map { $0 % 2 == 0 ? words(1) : words(2) }
    #expect(order(texts) == Array(stride(from: 0, to: 400, by: 2)) + Array(stride(from: 1, to: 400, by: 2)))
  }

  @Test func `places are where the ordinals stand`() {
    let order = TextOrder([words(1), words(2), words(1)].map { TextSketch($0) })
    #expect(order.ordinals == [0, 2, 1])
    #expect(order.slots == [0, 2, 1])
    for (place, ordinal) in order.ordinals.enumerated() { #expect(order.slots[ordinal] == place) }
  }
}

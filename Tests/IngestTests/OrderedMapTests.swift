import Synchronization
import Testing

@testable import EntenteIngest

@Suite struct OrderedMapTests {
  private struct Failure: Error {}

  /// How many pieces are worked on, and the most that were at once.
  private final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func measure(_ work: () -> Void) {
      state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      work()
      state.withLock { $0.now -= 1 }
    }
  }

  private func squares(_ count: Int, _ workers: Workers, _ gauge: Gauge) async throws -> [Int] {
    var pieces = (0..<count).makeIterator()
    var results: [Int] = []
    try await orderedMap(workers) {
      pieces.next()
    } work: { piece in
      gauge.measure { for _ in 0..<(piece * 7919) % 5000 { _ = Int.random(in: 0..<9) } }
      return piece * piece
    } consume: {
      results.append($0)
    }
    return results
  }

  @Test(arguments: [1, 2, 7])
  func `steps side by side give their results in order, and do no more at once than there are workers`(
    count: Int
  ) async throws {
    let (workers, gauge) = (Workers(count), Gauge())
    async let first = squares(200, workers, gauge)
    async let second = squares(100, workers, gauge)
    async let third = workers.run { 1 }
    let results = try await (first, second, third)
    #expect(results.0 == (0..<200).map { $0 * $0 })
    #expect(results.1 == (0..<100).map { $0 * $0 })
    #expect(gauge.most <= count)
  }

  @Test func `an error of any closure ends the work, and leaves the workers to others`() async throws {
    let (workers, gauge) = (Workers(2), Gauge())
    await #expect(throws: Failure.self) {
      try await orderedMap(workers, next: { throw Failure() }, work: { (piece: Int) in piece }, consume: { _ in })
    }
    await #expect(throws: Failure.self) {
      try await orderedMap(
        workers, next: { 1 }, work: { (_: Int) -> Int in throw Failure() }, consume: { _ in })
    }
    await #expect(throws: Failure.self) {
      try await orderedMap(workers, next: { 1 }, work: { (piece: Int) in piece }, consume: { _ in throw Failure() })
    }
    let results = try await squares(10, workers, gauge)
    #expect(results.count == 10)
  }
}

/// The results of `work` over `count` pieces, in order, with at most `threads` pieces under way.
func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: count)
    var next = 0
    func start() {
      guard next < count else { return }
      let piece = next
      next += 1
      group.addTask { (piece, try work(piece)) }
    }
    for _ in 0..<max(threads, 1) { start() }
    for try await (piece, result) in group {
      results[piece] = result
      start()
    }
    return results.compactMap(\.self)
  }
}

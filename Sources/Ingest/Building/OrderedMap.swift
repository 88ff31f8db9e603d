/// Works on pieces in parallel, and takes the results in the order of the pieces.
///
/// Pieces and results that wait are bounded by the number of threads, so memory does not grow with the pieces. Errors of
/// any of the closures end the work.
///
/// - Parameters:
///   - workers: do the work, beside that of other steps.
///   - next: the next piece; nil after the last one. Called by one task at a time, as is `consume`.
///   - work: called in parallel.
///   - consume: takes the results.
func orderedMap<Piece: Sendable, Result: Sendable>(
  _ workers: Workers, next: () throws -> Piece?, work: @escaping @Sendable (Piece) throws -> Result,
  consume: (Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var (begun, consumed) = (0, 0)
    var isAtEnd = false
    func begin() throws {
      // More than can be worked on at once, so that nobody waits for the next piece.
      while !isAtEnd, begun - consumed < 3 * workers.count {
        // When a step beside this one has failed.
        try Task.checkCancellation()
        guard let piece = try next() else {
          isAtEnd = true
          return
        }
        let number = begun
        begun += 1
        group.addTask { (number, try await workers.run { try work(piece) }) }
      }
    }
    try begin()
    while let (number, result) = try await group.next() {
      waiting[number] = result
      while let result = waiting.removeValue(forKey: consumed) {
        consumed += 1
        try consume(result)
        try begin()
      }
    }
  }
}

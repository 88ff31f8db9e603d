/// Works on pieces in parallel, and takes the results in the order of the pieces.
///
/// Pieces and results that wait are bounded by the number of threads, so memory does not grow with the pieces. Errors of
/// any of the closures end the work.
///
/// - Parameters:
///   - next: the next piece; nil after the last one. Called by one task at a time, as is `consume`.
///   - work: called in parallel.
///   - consume: takes the results.
func orderedMap<Piece: Sendable, Result: Sendable>(
  threads: Int, next: () throws -> Piece?, work: @escaping @Sendable (Piece) throws -> Result,
  consume: (Result) throws -> Void
) async throws {
  let threads = max(threads, 1)
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var (begun, consumed, underWay) = (0, 0, 0)
    var isAtEnd = false
    func begin() throws {
      while !isAtEnd, underWay < threads, begun - consumed < 4 * threads {
        guard let piece = try next() else {
          isAtEnd = true
          return
        }
        let number = begun
        (begun, underWay) = (begun + 1, underWay + 1)
        group.addTask { (number, try work(piece)) }
      }
    }
    try begin()
    while let (number, result) = try await group.next() {
      underWay -= 1
      waiting[number] = result
      try begin()
      while let result = waiting.removeValue(forKey: consumed) {
        consumed += 1
        try consume(result)
        try begin()
      }
    }
  }
}

/// Works on pieces in parallel, and takes the results in the order of the pieces.
///
/// Pieces and results that wait are bounded by the number of threads and by their weight, so memory does not grow with the
/// pieces. Errors of any of the closures end the work.
///
/// - Parameters:
///   - workers: do the work, beside that of other steps.
///   - weightLimit: of the pieces under way, but for one that weighs more alone.
///   - next: the next piece; nil after the last one. Called by one task at a time, as is `consume`.
///   - weight: of a piece: what it takes of memory, in bytes.
///   - work: called in parallel.
///   - consume: takes the results.
func orderedMap<Piece: Sendable, Result: Sendable>(
  _ workers: Workers, weightLimit: Int = .max, next: () throws -> Piece?, weight: (Piece) -> Int = { _ in 0 },
  work: @escaping @Sendable (Piece) throws -> Result,
  consume: (Result) throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    var waiting: [Int: Result] = [:]
    var (begun, consumed) = (0, 0)
    var isAtEnd = false
    // A piece that is too heavy to begin it yet.
    var postponed: Piece?
    var weights: [Int: Int] = [:]
    var weightUnderWay = 0
    func begin() throws {
      // More than can be worked on at once, so that no worker waits for the next piece.
      while !isAtEnd, begun - consumed < 3 * workers.count {
        // When a step beside this one has failed.
        try Task.checkCancellation()
        guard let piece = try postponed ?? next() else {
          isAtEnd = true
          return
        }
        let size = weight(piece)
        guard begun == consumed || weightUnderWay + size <= weightLimit else {
          postponed = piece
          return
        }
        postponed = nil
        let number = begun
        begun += 1
        weights[number] = size
        weightUnderWay += size
        group.addTask { (number, try await workers.run { try work(piece) }) }
      }
    }
    try begin()
    while let (number, result) = try await group.next() {
      waiting[number] = result
      while let result = waiting.removeValue(forKey: consumed) {
        weightUnderWay -= weights.removeValue(forKey: consumed) ?? 0
        consumed += 1
        try consume(result)
        try begin()
      }
    }
  }
}

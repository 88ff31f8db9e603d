/// How much is done at once by steps that run next to each other.
///
/// ```swift
/// let workers = Workers(2)
/// async let order = workers.run { TextOrder(sketches) }
/// ```
actor Workers {
  /// The most pieces of work that are under way at once.
  nonisolated let count: Int
  private var free: Int
  /// In the order in which they came.
  private var waiting: ArraySlice<CheckedContinuation<Void, Never>> = []

  /// - Parameter count: 1 at the least.
  init(_ count: Int) {
    self.count = max(count, 1)
    free = max(count, 1)
  }

  /// Does a piece of work once its turn has come; it must not wait for other work.
  nonisolated func run<Output: Sendable>(_ work: @Sendable () throws -> Output) async throws -> Output {
    await begin()
    let output = Result { try work() }
    await end()
    return try output.get()
  }

  private func begin() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func end() {
    if let next = waiting.popFirst() { next.resume() } else { free += 1 }
  }
}

/// Whether a client takes its answers: one that does not is not asked for more requests, which would only fill memory.
enum BackPressure: Hashable, Sendable {
  case flowing
  /// The socket is full; `readWaits` tells whether the channel wants to read meanwhile.
  case blocked(readWaits: Bool)

  enum Change: Hashable, Sendable {
    case none
    case block
    /// Go on with what waits, and read on where the channel wanted to.
    case unblock(read: Bool)
  }

  var isFlowing: Bool { self == .flowing }

  /// The channel wants to read.
  ///
  /// - Returns: whether it may.
  mutating func shouldRead() -> Bool {
    guard case .blocked = self else { return true }
    self = .blocked(readWaits: true)
    return false
  }

  /// The socket takes more, or no more.
  mutating func note(isWritable: Bool) -> Change {
    switch (self, isWritable) {
    case (.flowing, false):
      self = .blocked(readWaits: false)
      return .block
    case (.blocked(let readWaits), true):
      self = .flowing
      return .unblock(read: readWaits)
    case (.flowing, true), (.blocked, false): return .none
    }
  }
}

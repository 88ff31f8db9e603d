/// Whether a client reads its responses; if it does not, its requests are not read either, as they would only fill memory.
enum BackPressure: Hashable, Sendable {
  case flowing
  /// The socket is full; `readWaits` is whether the channel wants to read in the meantime.
  case blocked(readWaits: Bool)

  enum Change: Hashable, Sendable {
    case none
    case block
    /// Continue with waiting work, and resume reading if the channel wanted to.
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

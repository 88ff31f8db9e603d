/// How long to wait before the next attempt: longer each time, with jitter.
package struct Backoff: Sendable {
  private let first: Duration
  private let longest: Duration
  package private(set) var attempts = 0

  package init(first: Duration, longest: Duration) {
    self.first = first
    self.longest = longest
  }

  /// Between half and all of the doubled time, so that clients that lost the same server do not all reconnect at once.
  package mutating func next(using random: inout some RandomNumberGenerator) -> Duration {
    let full = min(longest, first * (1 << min(attempts, 16)))
    attempts += 1
    return full * Double.random(in: 0.5...1, using: &random)
  }

  package mutating func next() -> Duration {
    var random = SystemRandomNumberGenerator()
    return next(using: &random)
  }

  package mutating func reset() {
    attempts = 0
  }
}

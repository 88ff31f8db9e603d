/// Keeps retries a small share of all calls, so that they do not overwhelm a server in trouble.
///
/// The token bucket of gRPC's retry design (A6): a retry takes a token, a success gives a tenth of one.
struct RetryBudget: Sendable {
  private let capacity: Double
  private var tokens: Double

  init(capacity: Double = 10) {
    self.capacity = capacity
    tokens = capacity
  }

  mutating func noteSuccess() {
    tokens = min(capacity, tokens + 0.1)
  }

  /// - Returns: whether one more retry is allowed.
  mutating func withdraw() -> Bool {
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}

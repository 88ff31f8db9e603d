internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// A token bucket for each client address: a burst, then a fixed rate of requests per second.
///
/// At most `maximumClients` addresses are remembered; when there are more, those with a full bucket are forgotten first.
final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var at: ContinuousClock.Instant
  }

  private static let maximumClients = 10_000

  private let rate: Double
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])

  /// - Parameters:
  ///   - rate: requests a second and address.
  ///   - burst: requests at once.
  init(rate: Double, burst: Double) {
    self.rate = rate
    self.burst = burst
  }

  /// Whether a request of `client` may be answered now.
  func admit(_ client: String, at now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { buckets in
      if buckets.count >= Self.maximumClients { forget(&buckets, now) }
      var bucket = buckets[client] ?? Bucket(tokens: burst, at: now)
      bucket.tokens = min(burst, bucket.tokens + (now - bucket.at) / .seconds(1) * rate)
      bucket.at = now
      let isAdmitted = bucket.tokens >= 1
      if isAdmitted { bucket.tokens -= 1 }
      buckets[client] = bucket
      return isAdmitted
    }
  }

  private func forget(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
    buckets = buckets.filter { $0.value.tokens + (now - $0.value.at) / .seconds(1) * rate < burst }
    if buckets.count >= Self.maximumClients { buckets.removeAll() }
  }
}

/// Refuses clients that ask too often.
struct RateLimit: RouterMiddleware {
  typealias Context = ExplorerContext
  let limiter: RateLimiter
  /// For browsers, which show what they are answered.
  let pages: [Language: CodedBody]

  func handle(
    _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
  ) async throws -> Response {
    guard limiter.admit(context.client) else {
      let language = PageRequest(request).language
      guard request.headers[.accept]?.contains("text/html") == true, let page = pages[language] else {
        return Response(status: .tooManyRequests, headers: [.retryAfter: "1"])
      }
      return page.response(
        to: request, status: .tooManyRequests,
        headers: [.retryAfter: "1", .contentType: "text/html; charset=utf-8", .cacheControl: "no-store"])
    }
    return try await next(request, context)
  }
}

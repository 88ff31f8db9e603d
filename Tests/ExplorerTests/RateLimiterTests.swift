import Testing

@testable import EntenteExplorer

@Suite struct RateLimiterTests {
  @Test func `a client has its burst, then its rate, and no other client pays for it`() {
    let limiter = RateLimiter(rate: 2, burst: 3)
    let start = ContinuousClock.now
    #expect((0..<3).allSatisfy { _ in limiter.admit("a", at: start) })
    #expect(!limiter.admit("a", at: start))
    #expect(limiter.admit("b", at: start))
    #expect(limiter.admit("a", at: start + .milliseconds(500)))
    #expect(!limiter.admit("a", at: start + .milliseconds(500)))
  }

  @Test func `many addresses take bounded memory and are still limited`() {
    let limiter = RateLimiter(rate: 0.001, burst: 1)
    let start = ContinuousClock.now
    for client in 0..<25_000 { #expect(limiter.admit("\(client)", at: start)) }
    #expect(!limiter.admit("24999", at: start))
  }
}

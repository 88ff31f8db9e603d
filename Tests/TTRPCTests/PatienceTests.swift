import Testing

@testable import TTRPC

@Suite struct `Patience` {
  private let patience = SilenceWatch.Patience(
    firstFrame: .seconds(6), frame: .seconds(2), write: .seconds(4), idle: .seconds(10))

  /// A watch of a connection that has had a frame.
  private var settled: SilenceWatch {
    var watch = SilenceWatch(patience)
    watch.noteBytes()
    watch.noteFrame()
    _ = watch.check(after: .seconds(1), SilenceWatch.Facts())
    return watch
  }

  @Test func `a frame that does not end is told from one that is on its way`() {
    var watch = settled
    let inside = SilenceWatch.Facts(isInsideFrame: true)
    for _ in 0..<5 {
      watch.noteBytes()
      watch.noteFrame()
      #expect(watch.check(after: .seconds(1), inside) == .fine)
    }
    watch.noteBytes()
    #expect(watch.check(after: .seconds(1), inside) == .fine)
    watch.noteBytes()
    #expect(watch.check(after: .seconds(1), inside) == .stalled)
  }

  @Test func `what came up just before a look has not lasted since the one before`() {
    var watch = settled
    let late = SilenceWatch.Facts(isInsideFrame: true)
    for _ in 0..<2 { #expect(watch.check(after: .seconds(1), late) == .fine) }
    #expect(watch.check(after: .seconds(1), late) == .stalled)
    watch = settled
    let stuck = SilenceWatch.Facts(hasUnsent: true)
    for _ in 0..<4 { #expect(watch.check(after: .seconds(1), stuck) == .fine) }
    #expect(watch.check(after: .seconds(1), stuck) == .notReading)
  }

  @Test func `silence counts only without calls`() {
    var watch = settled
    for _ in 0..<9 { #expect(watch.check(after: .seconds(1), SilenceWatch.Facts()) == .fine) }
    #expect(watch.check(after: .seconds(1), SilenceWatch.Facts(isBusy: true)) == .fine)
    for _ in 0..<9 { #expect(watch.check(after: .seconds(1), SilenceWatch.Facts()) == .fine) }
    #expect(watch.check(after: .seconds(1), SilenceWatch.Facts()) == .idle)
  }

  @Test func `a connection that never has a whole frame is not waited for`() {
    var watch = SilenceWatch(patience)
    for _ in 0..<5 { #expect(watch.check(after: .seconds(1), SilenceWatch.Facts()) == .fine) }
    #expect(watch.check(after: .seconds(1), SilenceWatch.Facts()) == .mute)
  }

  @Test func `whoever takes answers slowly makes progress, and the frames behind them wait`() {
    var watch = settled
    for second in 1...100 {
      let facts = SilenceWatch.Facts(isInsideFrame: true, bytesTaken: UInt64(second), hasUnsent: true)
      #expect(watch.check(after: .seconds(1), facts) == .fine)
    }
    let stuck = SilenceWatch.Facts(isInsideFrame: true, isBusy: true, bytesTaken: 100, hasUnsent: true)
    for _ in 0..<3 { #expect(watch.check(after: .seconds(1), stuck) == .fine) }
    #expect(watch.check(after: .seconds(1), stuck) == .notReading)
  }

  @Test func `a back-off grows to its longest and keeps apart those who wait`() {
    var backoff = Backoff(first: .milliseconds(100), longest: .seconds(1))
    var expected = Duration.milliseconds(100)
    for _ in 0..<100 {
      let pause = backoff.next()
      #expect(pause >= expected / 2 && pause <= expected)
      expected = min(.seconds(1), expected * 2)
    }
    backoff.reset()
    #expect(backoff.next() <= .milliseconds(100))
  }

  @Test func `a retry budget is spent, and earned back by successes`() {
    var budget = RetryBudget(capacity: 2)
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == false)
    for _ in 0..<11 { budget.noteSuccess() }
    #expect(budget.withdraw() == true)
    #expect(budget.withdraw() == false)
  }
}

internal import NIOCore

/// When the next connection may be accepted; no clock of its own.
///
/// Connections come at a steady rate with bursts of a second's worth. Where the process has run out of descriptors, the
/// next attempt comes later each time, until one succeeds. The shortage is over when none has failed for a second: at its
/// edge, a descriptor that is given back lets one connection in and no more.
struct AcceptPace: Sendable {
  private let interval: TimeAmount
  private let burst: TimeAmount
  /// When the rate is used up exactly: each accepted connection moves it on by an interval.
  private var paidUntil = NIODeadline.uptimeNanoseconds(0)
  private var shortage: Shortage?

  private struct Shortage {
    var retry: NIODeadline
    var pause: TimeAmount
    var lastFailure: NIODeadline
  }

  private static let firstPause = TimeAmount.milliseconds(50)
  private static let longestPause = TimeAmount.seconds(1)
  private static let calm = TimeAmount.seconds(1)

  /// - Parameter rate: of connections a second.
  init(rate: Int) {
    interval = .nanoseconds(1_000_000_000 / Int64(max(1, rate)))
    burst = .seconds(1)
  }

  /// When to accept; not before.
  func next(now: NIODeadline) -> NIODeadline {
    let byRate = paidUntil - burst
    return max(now, max(byRate, shortage?.retry ?? now))
  }

  /// - Returns: whether a shortage has ended.
  mutating func noteAccepted(now: NIODeadline) -> Bool {
    paidUntil = max(paidUntil, now) + interval
    guard let last = shortage?.lastFailure else { return false }
    let isOver = now - last >= Self.calm
    shortage = isOver ? nil : Shortage(retry: now, pause: Self.firstPause, lastFailure: last)
    return isOver
  }

  /// There is no descriptor, or no memory for a socket.
  ///
  /// - Returns: whether the shortage has just begun.
  mutating func noteShortage(now: NIODeadline) -> Bool {
    let pause = shortage.map { min($0.pause + $0.pause, Self.longestPause) } ?? Self.firstPause
    defer { shortage = Shortage(retry: now + pause, pause: pause, lastFailure: now) }
    return shortage == nil
  }
}

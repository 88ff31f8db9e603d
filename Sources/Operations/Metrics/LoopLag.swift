internal import Metrics
public import NIOCore

/// Measures how late event loops run: an empty task is submitted to each ten times a second, and its delay is recorded.
public enum LoopLag {
  public static let metric = "entente_event_loop_lag_seconds"
  private static let interval = TimeAmount.milliseconds(100)

  /// Measures until the loops are shut down.
  public static func measure(_ group: any EventLoopGroup) {
    let timer = Timer(label: metric)
    for loop in group.makeIterator() { measure(loop, timer) }
  }

  private static func measure(_ loop: any EventLoop, _ timer: Timer) {
    let due = NIODeadline.now() + interval
    loop.scheduleTask(deadline: due) {
      timer.recordNanoseconds(max(0, (NIODeadline.now() - due).nanoseconds))
      measure(loop, timer)
    }
  }
}

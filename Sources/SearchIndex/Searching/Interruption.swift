/// Lets a walk over cursors end early: cursors ask it in loops that may take long between two matches, and go to their
/// end once it is raised.
final class Interruption {
  /// How many steps pass between two questions.
  private static let interval = 512

  private let isCancelled: () -> Bool
  private var steps = 0
  private(set) var isRaised = false

  init(_ isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }

  /// Counts a step, and asks from time to time whether anybody still waits.
  @inline(__always)
  func interrupts() -> Bool {
    steps &+= 1
    return steps % Self.interval == 0 ? ask() : isRaised
  }

  @inline(never)
  private func ask() -> Bool {
    if !isRaised, isCancelled() { isRaised = true }
    return isRaised
  }
}

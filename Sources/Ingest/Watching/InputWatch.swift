internal import EntenteFileMapping

/// Waits until something below some paths is other than it was, and has stopped changing.
///
/// ```swift
/// var watch = InputWatch(paths: ["seeds"])
/// while true { await watch.change() }
/// ```
///
/// The system tells of changes in the folders that are named; what lies deeper, or on another machine, is seen when the
/// files are looked at the next time.
public struct InputWatch: Sendable {
  private let paths: [String]
  private let besides: Set<String>
  private let interval: Duration
  private let settlingTime: Duration
  private var known: InputState

  /// - Parameters:
  ///   - besides: what the process itself writes there.
  ///   - interval: from one look to the next.
  ///   - settlingTime: how long nothing may change before a change counts as finished.
  public init(
    paths: [String], besides: [String] = [], interval: Duration = .seconds(1),
    settlingTime: Duration = .milliseconds(300)
  ) {
    self.paths = paths
    self.besides = Set(besides)
    self.interval = interval
    self.settlingTime = settlingTime
    known = InputState(of: paths, besides: self.besides)
  }

  /// Returns when there is a change that has settled, or when the task is cancelled.
  public mutating func change() async {
    // Watched before the first look, so that no change falls between.
    let watch = FolderWatch(paths: paths)
    while !Task.isCancelled {
      var listing = InputState(of: paths, besides: besides)
      guard listing == known else {
        while case let before = listing, !Task.isCancelled {
          try? await Task.sleep(for: settlingTime)
          listing = InputState(of: paths, besides: besides)
          if listing == before { break }
        }
        known = listing
        return
      }
      await watch.wait(atMost: interval)
    }
  }
}

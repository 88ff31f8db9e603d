internal import EntenteFileMapping

/// Waits until something below the given paths has changed, and has stopped changing.
///
/// ```swift
/// var watch = InputWatch(paths: ["seeds"])
/// while true { await watch.change() }
/// ```
///
/// The system reports changes in the given folders; changes in subfolders, or by another machine, are noticed when the
/// files are next polled.
public struct InputWatch: Sendable {
  private let paths: [String]
  private let besides: Set<String>
  private let interval: Duration
  private let settlingTime: Duration
  private var known: InputState

  /// - Parameters:
  ///   - besides: files that the process itself writes there.
  ///   - interval: the time between polls.
  ///   - settlingTime: how long nothing must change for a change to count as finished.
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

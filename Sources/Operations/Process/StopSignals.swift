internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Ensures that a process that is asked to stop does stop, whatever its threads are doing.
///
/// The first SIGTERM or SIGINT is left to others to act on; when the limit has passed, the process exits with status 0. A
/// second signal ends it at once, with status 128 + its number.
///
/// ```swift
/// let signals = StopSignals(limit: .seconds(15))
/// print("draining after \(await signals.wait())")
/// ```
public final class StopSignals: Sendable {
  fileprivate final class First: Sendable {
    let name = Mutex<String?>(nil)
    let (names, continuation) = AsyncStream.makeStream(of: String.self)
  }

  private let received = First()
  private let sources: Mutex<[any DispatchSourceSignal]>

  /// - Parameter limit: the longest time from the first signal to the exit.
  public init(limit: Duration) {
    let queue = DispatchQueue(label: "entente.stop", qos: .userInteractive)
    let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
    var sources: [any DispatchSourceSignal] = []
    for (number, name) in [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")] {
      // Otherwise the default action would end the process before the signal source is notified.
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [received] in
        guard received.note(name) else { _exit(128 + number) }
        queue.asyncAfter(deadline: .now() + seconds) { _exit(0) }
      }
      source.resume()
      sources.append(source)
    }
    self.sources = Mutex(sources)
  }

  deinit {
    sources.withLock { for source in $0 { source.cancel() } }
  }

  /// The first signal received, "SIGTERM" or "SIGINT"; nil before that.
  public var first: String? { received.name.withLock { $0 } }

  /// Waits for the first signal and returns it. Only one task can wait.
  public func wait() async -> String? {
    for await name in received.names { return name }
    return nil
  }
}

extension StopSignals.First {
  /// - Returns: whether it is the first.
  fileprivate func note(_ signal: String) -> Bool {
    let isFirst = name.withLock { name in
      defer { name = name ?? signal }
      return name == nil
    }
    if isFirst { continuation.yield(signal) }
    return isFirst
  }
}

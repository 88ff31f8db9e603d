internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Sees to it that a process that is asked to stop does stop, whatever its threads are busy with.
///
/// The first SIGTERM or SIGINT is for others to act upon; when the limit has passed, the process ends with status 0. A
/// second one ends it at once, with the status 128 + its number.
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

  /// - Parameter limit: from the first signal to the end, at the latest.
  public init(limit: Duration) {
    let queue = DispatchQueue(label: "entente.stop", qos: .userInteractive)
    let seconds = Double(limit.components.seconds) + Double(limit.components.attoseconds) / 1e18
    var sources: [any DispatchSourceSignal] = []
    for (number, name) in [(SIGTERM, "SIGTERM"), (SIGINT, "SIGINT")] {
      // Else the default action would end the process before the source is told.
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

  /// What was sent first: "SIGTERM", "SIGINT"; nil while nothing was.
  public var first: String? { received.name.withLock { $0 } }

  /// Returns the first signal when it is sent. Only one task can wait.
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

internal import EntenteFileMapping
public import Logging
internal import Synchronization

/// A value that is read from files, and read again when they change.
///
/// ```swift
/// let callers = try ReloadedFiles(["callers"], logger: logger) { () throws(SecurityError) in
///   try CallerList(path: "callers")
/// }
/// callers.current.count
/// ```
///
/// Files may be replaced by renaming, rewritten in place, or swapped behind a link, as Kubernetes does. Where the new
/// files cannot be used, the old value stays, and the log says why.
public final class ReloadedFiles<Value: Sendable>: Sendable {
  private struct State: Sendable {
    var value: Value
    var files: [FileStatus?]
  }

  /// How long after a change the files are read: several are rarely replaced in one step.
  private static var settlingTime: Duration { .milliseconds(100) }

  private let paths: [String]
  private let load: @Sendable () throws(SecurityError) -> Value
  private let logger: Logger
  private let state: Mutex<State>
  private let watching = Mutex<Task<Void, Never>?>(nil)

  /// - Parameters:
  ///   - interval: how often to look, beside what the system tells.
  ///   - load: reads the files.
  /// - Throws: where they cannot be used from the beginning.
  public init(
    _ paths: [String], interval: Duration = .seconds(10), logger: Logger,
    load: @escaping @Sendable () throws(SecurityError) -> Value
  ) throws(SecurityError) {
    self.paths = paths
    self.load = load
    self.logger = logger
    let files = Self.look(paths)
    state = Mutex(State(value: try load(), files: files))
    let folders = Set(paths.map(Self.folder))
    let watch = Task { [weak self] in
      let changes = FolderWatch(paths: Array(folders))
      while !Task.isCancelled {
        await changes.wait(atMost: interval)
        guard await self?.reloadIfChanged() != nil else { return }
      }
    }
    watching.withLock { $0 = watch }
  }

  deinit {
    watching.withLock { $0?.cancel() }
  }

  /// What the files held when they could last be used.
  public var current: Value { state.withLock { $0.value } }

  private func reloadIfChanged() async {
    guard state.withLock({ $0.files }) != Self.look(paths) else { return }
    try? await Task.sleep(for: Self.settlingTime)
    // Before they are read: what changes meanwhile is seen the next time.
    let files = Self.look(paths)
    let names = paths.joined(separator: ", ")
    do throws(SecurityError) {
      let value = try load()
      state.withLock { $0 = State(value: value, files: files) }
      logger.info("reloaded", metadata: ["files": "\(names)"])
    } catch {
      state.withLock { $0.files = files }
      logger.error("changed files cannot be used; what was read before stays", metadata: ["reason": "\(error)"])
    }
  }

  private static func look(_ paths: [String]) -> [FileStatus?] {
    paths.map { try? FileStatus(path: $0) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

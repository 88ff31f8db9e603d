internal import Synchronization

/// Pages that are made already, as bytes and compressed, for as long as their snapshot is served.
///
/// Bounded: when it is full, it starts over. Finding the page that was used longest ago is not worth its bookkeeping here,
/// because all pages of a corpus are usually few, and each is made in milliseconds.
final class PageCache: Sendable {
  struct Entry: Sendable {
    /// `ETag`.
    let tag: String
    let body: CodedBody
    var cost: Int { body.plain.count + body.gzip.count + 200 }
  }

  private struct State {
    var snapshotID = ""
    var entries: [String: Entry] = [:]
    var cost = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: in bytes.
  init(limit: Int = 32 << 20) { self.limit = limit }

  func entry(_ key: String, of snapshotID: String) -> Entry? {
    state.withLock { $0.snapshotID == snapshotID ? $0.entries[key] : nil }
  }

  func insert(_ entry: Entry, _ key: String, of snapshotID: String) {
    guard entry.cost <= limit / 8 else { return }
    state.withLock { state in
      if state.snapshotID != snapshotID || state.cost + entry.cost > limit { state = State(snapshotID: snapshotID) }
      if let old = state.entries.updateValue(entry, forKey: key) { state.cost -= old.cost }
      state.cost += entry.cost
    }
  }
}

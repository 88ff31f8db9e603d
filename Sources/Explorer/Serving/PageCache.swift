internal import Synchronization

/// Pages that are made already, as bytes and compressed, for as long as their snapshot is served.
///
/// It keeps the pages of two snapshots: while replicas take over a new one, some answer from the one and some from the other.
/// Bounded: when those of one are too many, they start over. Finding the page that was used longest ago is not worth its
/// bookkeeping here, because all pages of a corpus are usually few, and each is made in milliseconds.
final class PageCache: Sendable {
  struct Entry: Sendable {
    /// `ETag`.
    let tag: String
    let body: CodedBody
    var cost: Int { body.plain.count + body.gzip.count + 200 }
  }

  private struct Generation {
    let snapshotID: String
    var entries: [String: Entry] = [:]
    var cost = 0
  }

  private static let kept = 2

  private let limit: Int
  /// The newest first.
  private let generations = Mutex<[Generation]>([])

  /// - Parameter limit: in bytes.
  init(limit: Int = 32 << 20) { self.limit = limit }

  func entry(_ key: String, of snapshotID: String) -> Entry? {
    generations.withLock { $0.first { $0.snapshotID == snapshotID }?.entries[key] }
  }

  func insert(_ entry: Entry, _ key: String, of snapshotID: String) {
    let share = limit / Self.kept
    guard entry.cost <= share / 4 else { return }
    generations.withLock { generations in
      let index = generations.firstIndex { $0.snapshotID == snapshotID } ?? 0
      if generations.isEmpty || generations[index].snapshotID != snapshotID {
        generations = Array(([Generation(snapshotID: snapshotID)] + generations).prefix(Self.kept))
      } else if generations[index].cost + entry.cost > share {
        generations[index] = Generation(snapshotID: snapshotID)
      }
      if let old = generations[index].entries.updateValue(entry, forKey: key) { generations[index].cost -= old.cost }
      generations[index].cost += entry.cost
    }
  }
}

internal import Synchronization

/// What was read last, up to a number of bytes, for all threads.
///
/// Two generations: what is asked for enters the young one; when that is full it becomes the old one, and what stayed in
/// the old one unasked is forgotten. This keeps about what a list of least recent uses would keep, and a hit costs one look
/// into a table.
final class RecordCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Generations {
    var young: [Key: (value: Value, size: Int)] = [:]
    var old: [Key: (value: Value, size: Int)] = [:]
    var youngSize = 0

    mutating func insert(_ entry: (value: Value, size: Int), for key: Key, limit: Int) {
      if youngSize &+ entry.size > limit {
        old = young
        young = [:]
        youngSize = 0
      }
      if let replaced = young.updateValue(entry, forKey: key) { youngSize &-= replaced.size }
      youngSize &+= entry.size
    }
  }

  /// Of one generation, in bytes.
  private let limit: Int
  private let state = Mutex(Generations())

  /// - Parameter capacity: in bytes of both generations, as the sizes given to `insert` count them.
  init(capacity: Int) { limit = capacity / 2 }

  subscript(key: Key) -> Value? {
    state.withLock { state in
      if let entry = state.young[key] { return entry.value }
      guard let entry = state.old.removeValue(forKey: key) else { return nil }
      state.insert(entry, for: key, limit: limit)
      return entry.value
    }
  }

  /// A value that is larger than a generation is not kept.
  func insert(_ value: Value, size: Int, for key: Key) {
    guard size <= limit else { return }
    state.withLock { $0.insert((value, size), for: key, limit: limit) }
  }
}

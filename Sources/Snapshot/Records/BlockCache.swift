internal import Synchronization

/// Inflated blocks, kept while they are in use: the least recently used ones go first.
final class BlockCache: Sendable {
  struct Key: Hashable {
    let section: String
    let block: Int
  }

  private struct Entry {
    let bytes: [UInt8]
    var lastUse: UInt64
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var size = 0
    var clock: UInt64 = 0
  }

  /// In bytes of inflated blocks.
  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> [UInt8]? {
    state.withLock { state in
      state.clock += 1
      state.entries[key]?.lastUse = state.clock
      return state.entries[key]?.bytes
    }
  }

  func insert(_ bytes: [UInt8], for key: Key) {
    guard bytes.count <= capacity else { return }
    state.withLock { state in
      state.clock += 1
      if let old = state.entries.updateValue(Entry(bytes: bytes, lastUse: state.clock), forKey: key) {
        state.size -= old.bytes.count
      }
      state.size += bytes.count
      // Blocks are large, so entries are few: looking at all of them costs less than the inflating that it follows.
      while state.size > capacity, let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
        state.entries[oldest.key] = nil
        state.size -= oldest.value.bytes.count
      }
    }
  }
}

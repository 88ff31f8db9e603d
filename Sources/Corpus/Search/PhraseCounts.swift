internal import EntenteTextAnalysis
internal import Synchronization

/// How often phrases stand in documents, as far as calls have found out, so that a phrase that is asked for again is not
/// looked up in texts again.
///
/// A table of fixed size, in which the two newest entries for a pair of places stay: with one place for each, a few dozen of the
/// two thousand documents of a phrase would always take each other's. An entry is known by 64 bits of a hash with a secret of
/// the process: that another phrase and document have the same is as good as impossible, even by design.
final class PhraseCounts: Sendable {
  private struct Entry {
    /// Zero where there is none.
    var key: UInt64 = 0
    var count: UInt32 = 0
  }

  /// 1 MiB of memory, taken when a phrase is first looked up.
  private static let size = 1 << 16

  private let entries = Mutex<[Entry]>([])

  subscript(_ phrase: PhraseKey, _ document: UInt32) -> Int? {
    let key = Self.key(phrase, document)
    return entries.withLock { entries in
      guard !entries.isEmpty else { return nil }
      let place = Self.place(key)
      for entry in entries[place...place + 1] where entry.key == key { return Int(entry.count) }
      return nil
    }
  }

  func insert(_ count: Int, _ phrase: PhraseKey, _ document: UInt32) {
    let key = Self.key(phrase, document)
    entries.withLock { entries in
      if entries.isEmpty { entries = Array(repeating: Entry(), count: Self.size) }
      let place = Self.place(key)
      if entries[place].key != key { entries[place + 1] = entries[place] }
      entries[place] = Entry(key: key, count: UInt32(clamping: count))
    }
  }

  /// The first of the pair; an even number.
  private static func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (size - 2) }

  /// The hash of the phrase, which depends on the secret, mixed with the document: that takes no second pass of the hash.
  ///
  /// SplitMix64: https://xoshiro.di.unimi.it/splitmix64.c
  private static func key(_ phrase: PhraseKey, _ document: UInt32) -> UInt64 {
    var key = UInt64(bitPattern: Int64(phrase.hash)) &+ UInt64(document) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ (key >> 30)) &* 0xBF58_476D_1CE4_E5B9
    key = (key ^ (key >> 27)) &* 0x94D0_49BB_1331_11EB
    return max(key ^ (key >> 31), 1)
  }
}

/// A phrase in the table of counts.
struct PhraseKey {
  let hash: Int

  init(_ phrase: ExactPhrase) { hash = phrase.hashValue }
}

/// A bitmap over the hashes of a table's keys, small enough to stay in the nearest cache: most of what a table does not hold
/// is told without reaching for the table.
struct HashFilter: Sendable {
  /// Bits a key; about one unknown key in ten passes.
  private static let density = 8

  private var bits: [UInt64] = [0]

  init(_ hashes: some Collection<UInt64>) {
    var size = 64
    while size < hashes.count * Self.density { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    for hash in hashes { bits[place(hash)] |= 1 << (hash >> 58) }
  }

  /// False for most keys that were not given, never for one that was.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { bits[place(hash)] >> (hash >> 58) & 1 == 1 }

  @inline(__always)
  private func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (bits.count &- 1) }
}

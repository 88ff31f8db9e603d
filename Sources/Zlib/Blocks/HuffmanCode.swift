/// A prefix code as RFC 1951 numbers it: symbols that are frequent have short codes.
struct HuffmanCode {
  /// The length of each symbol's code, in bits; 0 for symbols that do not occur.
  private(set) var lengths: [UInt8]
  /// The codes, their first bit lowest, as they are written.
  private(set) var codes: [UInt16]

  /// - Parameters:
  ///   - frequencies: by symbol.
  ///   - limit: of the codes' lengths, in bits.
  init(_ frequencies: [UInt32], limit: Int) {
    lengths = Self.lengths(Self.withTwoSymbols(frequencies), limit: limit)
    codes = Self.codes(lengths)
  }

  /// A code of one symbol is not complete, and some readers refuse it.
  private static func withTwoSymbols(_ frequencies: [UInt32]) -> [UInt32] {
    var frequencies = frequencies
    var used = frequencies.count { $0 > 0 }
    for symbol in frequencies.indices where used < 2 && frequencies[symbol] == 0 {
      frequencies[symbol] = 1
      used += 1
    }
    return frequencies
  }

  private static func lengths(_ frequencies: [UInt32], limit: Int) -> [UInt8] {
    let symbols = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $0) < (frequencies[$1], $1) }
    let depths = depths(symbols.map { frequencies[$0] })
    guard depths.allSatisfy({ $0 <= limit }) else {
      // Evens the frequencies out, and with them the lengths, at the cost of very few bits.
      return lengths(frequencies.map { $0 / 2 + ($0 > 0 ? 1 : 0) }, limit: limit)
    }
    var lengths = [UInt8](repeating: 0, count: frequencies.count)
    for (symbol, depth) in zip(symbols, depths) { lengths[symbol] = UInt8(clamping: depth) }
    return lengths
  }

  /// How deep the leaves of Huffman's tree are.
  ///
  /// - Parameter leaves: their weights, ascending, at least two.
  private static func depths(_ leaves: [UInt32]) -> [Int] {
    // Nodes are made in the order of their weights, so the lightest of them and of the leaves are at two fronts.
    var weights = leaves.map { UInt64($0) }
    var parents = [Int](repeating: 0, count: max(leaves.count * 2 - 1, 1))
    var (leaf, node) = (0, leaves.count)
    for parent in leaves.count..<parents.count {
      weights.append(0)
      for _ in 0..<2 {
        let child: Int
        if leaf < leaves.count, node == parent || weights[leaf] <= weights[node] {
          (child, leaf) = (leaf, leaf + 1)
        } else {
          (child, node) = (node, node + 1)
        }
        weights[parent] += weights[child]
        parents[child] = parent
      }
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for child in parents.indices.dropLast().reversed() { depths[child] = depths[parents[child]] + 1 }
    return Array(depths.prefix(leaves.count))
  }

  /// RFC 1951, 3.2.2.
  private static func codes(_ lengths: [UInt8]) -> [UInt16] {
    var counts = [UInt16](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length) + 1] += 1 }
    var next = [UInt16](repeating: 0, count: 17)
    for length in 1..<17 { next[length] = (next[length - 1] &+ counts[length]) &<< 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] &+= 1 }
      return UInt16(truncatingIfNeeded: reversed(next[Int(length)]) >> (16 - UInt16(length)))
    }
  }

  private static func reversed(_ bits: UInt16) -> UInt16 {
    (0..<16).reduce(0) { $0 | (bits >> UInt16($1) & 1) << UInt16(15 - $1) }
  }
}

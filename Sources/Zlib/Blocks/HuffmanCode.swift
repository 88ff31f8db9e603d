/// A prefix code as RFC 1951 numbers it: symbols that are frequent have short codes.
struct HuffmanCode {
  /// The code of a symbol.
  struct Code {
    /// Their first bit lowest, as they are written.
    var bits: UInt32 = 0
    /// How many; 0 for a symbol that does not occur.
    var width = 0
  }

  /// By symbol.
  private(set) var codes: [Code]

  /// - Parameters:
  ///   - frequencies: by symbol, of which there are at most 512; below 2²³.
  ///   - limit: of the codes' lengths, in bits, at most 15.
  init(_ frequencies: [UInt32], limit: Int) {
    codes = [Code](repeating: Code(), count: frequencies.count)
    // Sorted by frequency, then symbol: two symbols at least, because a code of one is not complete, and some readers refuse it.
    var leaves: [UInt32] = []
    leaves.reserveCapacity(frequencies.count)
    for (symbol, frequency) in frequencies.enumerated() where frequency > 0 {
      leaves.append(frequency &<< 9 | UInt32(symbol))
    }
    for symbol in frequencies.indices where leaves.count < 2 && frequencies[symbol] == 0 {
      leaves.append(1 &<< 9 | UInt32(symbol))
    }
    leaves.sort()
    var depths = Self.depths(leaves)
    while let deepest = depths.first, deepest > limit {
      // Evens the frequencies out, and with them the depths, at the cost of very few bits.
      for index in leaves.indices { leaves[index] = (leaves[index] &>> 10 &+ 1) &<< 9 | leaves[index] & 0x1FF }
      leaves.sort()
      depths = Self.depths(leaves)
    }
    for (leaf, depth) in zip(leaves, depths) { codes[Int(leaf & 0x1FF)].width = depth }
    number()
  }

  /// How deep the leaves of Huffman's tree are, the deepest first.
  ///
  /// - Parameter leaves: their weights above nine bits, ascending, at least two.
  private static func depths(_ leaves: [UInt32]) -> [Int] {
    // Nodes are made in the order of their weights, so the lightest of them and of the leaves are at two fronts.
    let root = leaves.count &* 2 &- 2
    var weights = [UInt32](repeating: 0, count: root &+ 1)
    for index in leaves.indices { weights[index] = leaves[index] &>> 9 }
    var parents = [Int](repeating: 0, count: root &+ 1)
    var (leaf, node) = (0, leaves.count)
    for parent in leaves.count...root {
      for _ in 0..<2 {
        let child: Int
        if leaf < leaves.count, node == parent || weights[leaf] <= weights[node] {
          (child, leaf) = (leaf, leaf &+ 1)
        } else {
          (child, node) = (node, node &+ 1)
        }
        weights[parent] &+= weights[child]
        parents[child] = parent
      }
    }
    var depths = [Int](repeating: 0, count: root &+ 1)
    for child in (0..<root).reversed() { depths[child] = depths[parents[child]] &+ 1 }
    depths.removeLast(depths.count &- leaves.count)
    return depths
  }

  /// Numbers the codes by their widths, as in RFC 1951, 3.2.2.
  private mutating func number() {
    var next = [UInt32](repeating: 0, count: 17)
    for code in codes where code.width > 0 { next[code.width &+ 1] &+= 1 }
    for width in 1..<17 { next[width] = (next[width] &+ next[width &- 1]) &<< 1 }
    for symbol in codes.indices where codes[symbol].width > 0 {
      let width = codes[symbol].width
      codes[symbol].bits = Self.reversed(next[width]) &>> UInt32(truncatingIfNeeded: 16 &- width)
      next[width] &+= 1
    }
  }

  /// Sixteen bits, the last first.
  private static func reversed(_ bits: UInt32) -> UInt32 {
    var bits = UInt16(truncatingIfNeeded: bits)
    bits = (bits & 0x5555) &<< 1 | (bits &>> 1) & 0x5555
    bits = (bits & 0x3333) &<< 2 | (bits &>> 2) & 0x3333
    bits = (bits & 0x0F0F) &<< 4 | (bits &>> 4) & 0x0F0F
    return UInt32(bits.byteSwapped)
  }
}

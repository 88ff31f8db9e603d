// block  := last? 1 bit | 2 in 2 bits | code lengths | symbol* | end of block
// symbol := code of a literal
//         | code of a length | its further bits | code of a distance | its further bits
// RFC 1951, 3.2.7

/// The literals and matches of a deflate block, until their codes are known.
struct SymbolBlock: Sendable {
  /// Few enough that a long input has codes of its own in each part.
  private static let limit = 1 << 15

  /// Literals, and matches as length << 16 | distance - 1.
  private var symbols: [UInt32] = []
  private var literalCounts = [UInt32](repeating: 0, count: DeflateSymbols.literalCount)
  private var distanceCounts = [UInt32](repeating: 0, count: DeflateSymbols.distanceCount)

  var isFull: Bool { symbols.count >= Self.limit }

  @inline(__always)
  mutating func add(literal byte: UInt8) {
    symbols.append(UInt32(byte))
    literalCounts[Int(byte)] &+= 1
  }

  @inline(__always)
  mutating func add(_ match: Match) {
    symbols.append(UInt32(truncatingIfNeeded: match.length &<< 16 | (match.distance &- 1)))
    literalCounts[DeflateSymbols.split(length: match.length).symbol] &+= 1
    distanceCounts[DeflateSymbols.split(distance: match.distance).symbol] &+= 1
  }

  /// Writes the block, and begins the next one.
  mutating func write(isLast: Bool, to bits: inout DeflateBits) {
    literalCounts[DeflateSymbols.endOfBlock] = 1
    let literals = HuffmanCode(literalCounts, limit: 15)
    let distances = HuffmanCode(distanceCounts, limit: 15)
    bits.append(isLast ? 0b101 : 0b100, 3)
    CodeLengths(literals, distances).write(to: &bits)
    for symbol in symbols {
      guard symbol > UInt8.max else {
        bits.append(literals, Int(symbol))
        continue
      }
      let length = DeflateSymbols.split(length: Int(symbol &>> 16))
      bits.append(literals, length.symbol)
      bits.append(length.extra, length.width)
      let distance = DeflateSymbols.split(distance: Int(symbol & 0xFFFF) &+ 1)
      bits.append(distances, distance.symbol)
      bits.append(distance.extra, distance.width)
    }
    bits.append(literals, DeflateSymbols.endOfBlock)
    symbols.removeAll(keepingCapacity: true)
    for symbol in literalCounts.indices { literalCounts[symbol] = 0 }
    for symbol in distanceCounts.indices { distanceCounts[symbol] = 0 }
  }
}

extension DeflateBits {
  @inline(__always)
  mutating func append(_ code: HuffmanCode, _ symbol: Int) {
    append(UInt32(code.codes[symbol]), Int(code.lengths[symbol]))
  }
}

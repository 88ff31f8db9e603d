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

  /// Takes the symbols of a block.
  ///
  /// - Parameter byteCount: how many bytes are left to be told by symbols.
  @_lifetime(&self)
  mutating func collector(for byteCount: Int) -> SymbolCollector {
    // A literal and the match after it are added together.
    let room = min(byteCount, Self.limit + 1)
    if symbols.count < room { symbols = [UInt32](repeating: 0, count: room) }
    return SymbolCollector(
      symbols: symbols.mutableSpan, literalCounts: literalCounts.mutableSpan,
      distanceCounts: distanceCounts.mutableSpan, limit: Self.limit)
  }

  /// Writes the block, and begins the next one.
  ///
  /// - Parameter count: how many symbols were collected.
  mutating func write(_ count: Int, isLast: Bool, to bits: inout DeflateBits) {
    literalCounts[DeflateSymbols.endOfBlock] = 1
    let literals = HuffmanCode(literalCounts, limit: 15)
    let distances = HuffmanCode(distanceCounts, limit: 15)
    bits.append(isLast ? 0b101 : 0b100, 3)
    CodeLengths(literals, distances).write(to: &bits)
    Self.write(symbols.span.extracting(first: count), literals.codes.span, distances.codes.span, &bits)
    bits.append(literals.codes[DeflateSymbols.endOfBlock])
    for symbol in literalCounts.indices { literalCounts[symbol] = 0 }
    for symbol in distanceCounts.indices { distanceCounts[symbol] = 0 }
  }

  private static func write(
    _ symbols: Span<UInt32>, _ literals: Span<HuffmanCode.Code>, _ distances: Span<HuffmanCode.Code>,
    _ bits: inout DeflateBits
  ) {
    for index in symbols.indices {
      let symbol = symbols[index]
      guard symbol > UInt8.max else {
        bits.append(literals[Int(symbol)])
        continue
      }
      let length = DeflateSymbols.split(length: Int(symbol &>> 16))
      bits.append(literals[length.symbol], length)
      let distance = DeflateSymbols.split(distance: Int(symbol & 0xFFFF) &+ 1)
      bits.append(distances[distance.symbol], distance)
    }
  }
}

/// Counts symbols as they are found.
struct SymbolCollector: ~Copyable, ~Escapable {
  private var symbols: MutableSpan<UInt32>
  private var literalCounts: MutableSpan<UInt32>
  private var distanceCounts: MutableSpan<UInt32>
  private let limit: Int
  private(set) var count = 0

  @_lifetime(copy symbols, copy literalCounts, copy distanceCounts)
  fileprivate init(
    symbols: consuming MutableSpan<UInt32>, literalCounts: consuming MutableSpan<UInt32>,
    distanceCounts: consuming MutableSpan<UInt32>, limit: Int
  ) {
    self.symbols = symbols
    self.literalCounts = literalCounts
    self.distanceCounts = distanceCounts
    self.limit = limit
  }

  var isFull: Bool { count >= limit }

  @inline(__always) @_lifetime(self: copy self)
  mutating func add(literal byte: UInt8) {
    symbols[count] = UInt32(byte)
    count &+= 1
    literalCounts[Int(byte)] &+= 1
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func add(_ match: Match) {
    symbols[count] = UInt32(truncatingIfNeeded: match.length &<< 16 | (match.distance &- 1))
    count &+= 1
    literalCounts[DeflateSymbols.split(length: match.length).symbol] &+= 1
    distanceCounts[DeflateSymbols.split(distance: match.distance).symbol] &+= 1
  }
}

extension DeflateBits {
  @inline(__always)
  mutating func append(_ code: HuffmanCode.Code) { append(code.bits, code.width) }

  /// Appends a code and the bits that follow it, together at most 28.
  @inline(__always)
  fileprivate mutating func append(_ code: HuffmanCode.Code, _ split: DeflateSymbols.Split) {
    append(code.bits | split.extra &<< UInt32(truncatingIfNeeded: code.width), code.width &+ split.width)
  }
}

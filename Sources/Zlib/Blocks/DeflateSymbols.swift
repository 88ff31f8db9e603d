/// How RFC 1951, 3.2.5, splits lengths and distances into a symbol and further bits.
enum DeflateSymbols {
  static let endOfBlock = 256
  static let literalCount = 286
  static let distanceCount = 30

  /// A symbol, and the bits that follow its code.
  struct Split {
    var symbol: Int
    var extra: UInt32
    var width: Int
  }

  /// - Parameter length: 3 to 258.
  @inline(__always)
  static func split(length: Int) -> Split {
    if length == 258 { return Split(symbol: 285, extra: 0, width: 0) }
    return split(length &- 3, directBits: 3, base: 257)
  }

  /// - Parameter distance: 1 to 32768.
  @inline(__always)
  static func split(distance: Int) -> Split { split(distance &- 1, directBits: 2, base: 0) }

  /// Small values have a symbol each; of greater ones it tells the length in bits, and the highest bits after the first.
  @inline(__always)
  private static func split(_ value: Int, directBits: Int, base: Int) -> Split {
    guard value >= 1 &<< directBits else { return Split(symbol: base &+ value, extra: 0, width: 0) }
    let width = Int.bitWidth &- value.leadingZeroBitCount &- directBits
    let symbol = base &+ width &<< (directBits &- 1) &+ value &>> width
    return Split(symbol: symbol, extra: UInt32(truncatingIfNeeded: value & (1 &<< width &- 1)), width: width)
  }
}

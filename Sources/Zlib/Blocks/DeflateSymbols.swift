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

  /// The shortest length of a symbol from 257 to 285, and how many bits follow its code.
  static func length(_ symbol: Int) -> (base: Int, extra: Int) {
    if symbol == 285 { return (258, 0) }
    let (base, extra) = join(symbol - 257, directBits: 3)
    return (base + 3, extra)
  }

  /// The shortest distance of a symbol from 0 to 29, and how many bits follow its code.
  static func distance(_ symbol: Int) -> (base: Int, extra: Int) {
    let (base, extra) = join(symbol, directBits: 2)
    return (base + 1, extra)
  }

  private static func join(_ symbol: Int, directBits: Int) -> (base: Int, extra: Int) {
    guard symbol >= 1 << directBits else { return (symbol, 0) }
    let group = 1 << (directBits - 1)
    let width = symbol / group - 1
    return ((symbol % group + group) << width, width)
  }

  /// Small values have a symbol each; of greater ones it tells the length in bits, and the highest bits after the first.
  @inline(__always)
  private static func split(_ value: Int, directBits: Int, base: Int) -> Split {
    guard value >= 1 &<< directBits else { return Split(symbol: base &+ value, extra: 0, width: 0) }
    let width = Int.bitWidth &- value.leadingZeroBitCount &- directBits
    let symbol = base &+ width &<< (directBits &- 1) &+ value &>> width
    return Split(symbol: symbol, extra: UInt32(truncatingIfNeeded: value & (1 &<< width &- 1)), width: width)
  }
}

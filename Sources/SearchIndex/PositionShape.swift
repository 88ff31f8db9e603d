/// How the positions of a term in a document are laid out: it follows from how many there are, and from what they are
/// below, so that a reader finds a document's positions without reading those before it.
///
/// One position takes the bits that the greatest possible one needs. Several are coded as Elias and Fano do: the low
/// `lowBits` of each, then the rest in unary, `count + greatest >> lowBits` bits.
struct PositionShape {
  let lowBits: Int
  /// The size of all positions of the document, in bits.
  let size: Int

  /// - Parameters:
  ///   - count: of positions, at least 1.
  ///   - bound: what they are below, at least 1.
  init(count: Int, below bound: Int) {
    let greatest = bound - 1
    guard count > 1 else {
      lowBits = Int.bitWidth - greatest.leadingZeroBitCount
      size = lowBits
      return
    }
    var low = 0
    while (greatest >> low) - (greatest >> (low + 1)) > count { low += 1 }
    lowBits = low
    size = count * (low + 1) + greatest >> low
  }
}

/// The shapes that nearly all documents have, looked up.
struct PositionShapes: Sendable {
  /// By count and quantised length.
  private let sizes: [UInt16]
  private static let counts = 16

  static let shared = PositionShapes()

  private init() {
    var sizes = [UInt16](repeating: 0, count: Self.counts * 256)
    for count in 1..<Self.counts {
      for length in 0..<256 {
        let bound = QuantisedLength.positionBound(UInt8(length))
        sizes[count << 8 | length] = UInt16(clamping: PositionShape(count: count, below: bound).size)
      }
    }
    self.sizes = sizes
  }

  /// In bits.
  @inline(__always)
  func size(count: UInt32, length: UInt8) -> Int {
    if count < Self.counts { return Int(sizes[Int(count) << 8 | Int(length)]) }
    return PositionShape(count: Int(count), below: QuantisedLength.positionBound(length)).size
  }
}

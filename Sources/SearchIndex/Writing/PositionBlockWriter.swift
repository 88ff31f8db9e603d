internal import EntenteFileMapping

// positions of a block := those of each document, one after another, in bits; padded to a byte
// of a document        := position                  where there is one, in the bits that its length asks for
//                       | low bits* | high bits     of all, as Elias and Fano code them
//                         PositionShape.swift tells their sizes, from the frequency and the quantised length

/// Encodes the positions of a term in the documents of a block.
struct PositionBlockWriter {
  private var bits = BitWriter()

  /// In how many bits a single position stands, by quantised length.
  private let widths = (0...UInt8.max).map { PositionShape(count: 1, below: QuantisedLength.positionBound($0)).size }

  /// - Parameters:
  ///   - positions: in one document, in order, each below `QuantisedLength.positionBound(length)`.
  ///   - length: quantised.
  @inline(__always)
  mutating func append(_ positions: ArraySlice<UInt32>, length: UInt8) {
    if positions.count == 1 {
      bits.append(UInt64(positions[positions.startIndex]), width: widths[Int(length)])
    } else {
      append(many: positions, length: length)
    }
  }

  private mutating func append(many positions: ArraySlice<UInt32>, length: UInt8) {
    let bound = QuantisedLength.positionBound(length)
    let shape = PositionShape(count: positions.count, below: bound)
    let mask = UInt32(truncatingIfNeeded: 1 << shape.lowBits - 1)
    for position in positions { bits.append(UInt64(position & mask), width: shape.lowBits) }
    bits.append(
      unary: positions.lazy.map { Int($0) >> shape.lowBits }, size: positions.count + (bound - 1) >> shape.lowBits)
  }

  /// Ends the block.
  mutating func finish(into output: inout [UInt8]) {
    bits.move(to: &output)
  }
}

/// Appends numbers of given widths, starting at the least significant bit of each byte.
///
/// ```swift
/// var bits = BitWriter()
/// for number in [5, 0, 7] as [UInt64] { bits.append(number, width: 3) }
/// bits.finish()  // C5 01
/// ```
package struct BitWriter {
  @usableFromInline var bytes: [UInt8] = []
  /// Bits that wait for their byte: up to seven between calls.
  @usableFromInline var held: UInt64 = 0
  @usableFromInline var heldBits = 0

  @inlinable package init() {}

  /// - Parameters:
  ///   - value: below 2 to the power of `width`.
  ///   - width: at most 56.
  @inlinable @inline(__always)
  package mutating func append(_ value: UInt64, width: Int) {
    held |= value &<< UInt64(truncatingIfNeeded: heldBits)
    heldBits &+= width
    while heldBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held &>>= 8
      heldBits &-= 8
    }
  }

  /// So many zeros, and a one.
  @inlinable @inline(__always)
  package mutating func append(unary count: Int) {
    guard count < 56 else {
      append(zeros: count)
      return append(1, width: 1)
    }
    append(1 &<< UInt64(truncatingIfNeeded: count), width: count &+ 1)
  }

  @inlinable
  package mutating func append(zeros count: Int) {
    var left = count
    while left > 0 {
      append(0, width: min(left, 56))
      left -= 56
    }
  }

  /// Fills the last byte with zeros.
  @inlinable
  package mutating func align() {
    if heldBits > 0 { append(0, width: 8 - heldBits) }
  }

  /// Pads the last byte with zeros, moves the bytes to the end of `output`, and starts over.
  package mutating func move(to output: inout [UInt8]) {
    align()
    output += bytes
    bytes.removeAll(keepingCapacity: true)
  }

  /// Returns the bytes, the last one padded with zeros.
  package consuming func finish() -> [UInt8] {
    align()
    return bytes
  }
}

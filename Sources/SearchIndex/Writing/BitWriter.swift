/// Appends numbers of given widths, from the least significant bit of each byte on.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var held: UInt64 = 0
  private var heldBits = 0

  /// - Parameters:
  ///   - value: below 2 to the power of `width`.
  ///   - width: at most 56.
  @inline(__always)
  mutating func append(_ value: UInt64, width: Int) {
    held |= value &<< UInt64(truncatingIfNeeded: heldBits)
    heldBits &+= width
    while heldBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held &>>= 8
      heldBits &-= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func align() {
    if heldBits > 0 { append(0, width: 8 - heldBits) }
  }

  /// Numbers that never fall, each as its distance from the one before, in unary: bit `number + index` is set.
  @inline(__always)
  mutating func append(unary numbers: some Sequence<Int>, size: Int) {
    var left = size
    var previous = 0
    for number in numbers {
      append(unary: number &- previous)
      left &-= number &- previous &+ 1
      previous = number
    }
    append(zeros: left)
  }

  /// So many zeros, and a one.
  @inline(__always)
  mutating func append(unary count: Int) {
    guard count < 56 else {
      append(zeros: count)
      return append(1, width: 1)
    }
    append(1 &<< UInt64(truncatingIfNeeded: count), width: count &+ 1)
  }

  private mutating func append(zeros count: Int) {
    var left = count
    while left > 0 {
      append(0, width: min(left, 56))
      left -= 56
    }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    held = 0
    heldBits = 0
  }
}

/// Numbers of equal width, side by side, from the least significant bit of the first byte.
enum BitPacking {
  /// Bits that the greatest of `values` needs.
  static func width(_ values: ArraySlice<UInt32>) -> Int { 32 - (values.max() ?? 0).leadingZeroBitCount }

  static func size(_ count: Int, width: Int) -> Int { (count * width + 7) / 8 }

  static func pack(_ values: ArraySlice<UInt32>, width: Int, into output: inout [UInt8]) {
    var bits: UInt64 = 0
    var held = 0
    for value in values {
      bits |= UInt64(value) << UInt64(held)
      held += width
      while held >= 8 {
        output.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        held -= 8
      }
    }
    if held > 0 { output.append(UInt8(truncatingIfNeeded: bits)) }
  }

  /// Reads `count` numbers from `offset` on; the caller has checked that `size(count, width:)` bytes are there.
  static func unpack(_ bytes: RawSpan, _ offset: Int, count: Int, width: Int, into output: inout [UInt32]) {
    guard width > 0 else {
      for index in 0..<count { output[index] = 0 }
      return
    }
    let mask = UInt64(1) << UInt64(width) &- 1
    var bits: UInt64 = 0
    var held = 0
    var next = offset
    for index in 0..<count {
      while held < width {
        // Sound: any byte is a UInt8, and the span checks the offset.
        bits |= UInt64(unsafe bytes.unsafeLoad(fromByteOffset: next, as: UInt8.self)) &<< UInt64(held)
        held &+= 8
        next &+= 1
      }
      output[index] = UInt32(truncatingIfNeeded: bits & mask)
      bits &>>= UInt64(width)
      held &-= width
    }
  }
}

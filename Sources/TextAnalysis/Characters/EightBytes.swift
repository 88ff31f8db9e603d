extension Span<UInt8> {
  /// Eight bytes from `index` on, the first one lowest. All of them are there.
  @inlinable @inline(__always)
  package func eightBytes(_ index: Int) -> UInt64 {
    // Sound: any bytes are an integer, and the span checks the offset.
    unsafe UInt64(littleEndian: self.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The bytes from `index` up to `end`, the first eight of them, filled up with zeros.
  @inlinable @inline(__always)
  package func eightBytes(_ index: Int, upTo end: Int) -> UInt64 {
    let count = end &- index
    if count >= 8 { return eightBytes(index) }
    if index &+ 8 <= self.count { return eightBytes(index) & (1 &<< UInt64(truncatingIfNeeded: count &* 8) &- 1) }
    var word: UInt64 = 0
    for step in 0..<Swift.max(count, 0) {
      word |= UInt64(self[index &+ step]) &<< UInt64(truncatingIfNeeded: step &* 8)
    }
    return word
  }
}

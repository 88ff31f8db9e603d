/// Looks at sixteen bytes of a text at a time.
enum ByteScan {
  typealias Bytes = SIMD16<UInt8>
  typealias Mask = SIMDMask<SIMD16<Int8>>

  /// Sixteen times the same. Operators between a vector and a number are not compiled to vector instructions: name both
  /// sides.
  @inline(__always)
  static func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }

  /// The first place from `start` on, before `end`, at which `test` holds; `end` if there is none.
  ///
  /// - Parameter test: given sixteen bytes from each of three places: the one asked about, and the two before it.
  @inline(__always)
  static func first(
    in text: RawSpan, from start: Int, to end: Int, where test: (Bytes, Bytes, Bytes) -> Mask
  ) -> Int {
    var index = start
    while index < end {
      let (bytes, previous, beforeThat) = (load(text, index), load(text, index &- 1), load(text, index &- 2))
      let words = unsafe unsafeBitCast(test(bytes, previous, beforeThat), to: SIMD2<UInt64>.self)
      if words[0] != 0 { return min(index &+ words[0].trailingZeroBitCount &>> 3, end) }
      if words[1] != 0 { return min(index &+ 8 &+ words[1].trailingZeroBitCount &>> 3, end) }
      index &+= 16
    }
    return end
  }

  /// The same for a test that asks about single bytes.
  @inline(__always)
  static func first(in text: RawSpan, from start: Int, to end: Int, where test: (Bytes) -> Mask) -> Int {
    var index = start
    while index < end {
      let words = unsafe unsafeBitCast(test(load(text, index)), to: SIMD2<UInt64>.self)
      if words[0] != 0 { return min(index &+ words[0].trailingZeroBitCount &>> 3, end) }
      if words[1] != 0 { return min(index &+ 8 &+ words[1].trailingZeroBitCount &>> 3, end) }
      index &+= 16
    }
    return end
  }

  /// Sixteen bytes; zeros where the text has none.
  @inline(__always)
  private static func load(_ text: RawSpan, _ index: Int) -> Bytes {
    if index >= 0, index <= text.byteCount &- 16 {
      // Sound: any sixteen bytes are a vector, and the text has them.
      return unsafe text.unsafeLoadUnaligned(fromByteOffset: index, as: Bytes.self)
    }
    return loadSlowly(text, index)
  }

  @inline(never)
  private static func loadSlowly(_ text: RawSpan, _ index: Int) -> Bytes {
    var bytes = Bytes(repeating: 0)
    let (first, end) = (max(index, 0), min(index + 16, text.byteCount))
    guard first < end else { return bytes }
    // Sound: both places are within the vector and the text.
    unsafe withUnsafeMutableBytes(of: &bytes) { target in
      unsafe text.extracting(first..<end).withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[(first - index)...]).copyMemory(from: source)
      }
    }
    return bytes
  }
}

/// The Adler-32 of RFC 1950, 9: two sums modulo 65521, of the bytes and of the sums so far.
///
/// Sixteen bytes at a time: of each place in a group the bytes add up, and so do the sums before each group.
func adler32(_ bytes: RawSpan) -> UInt32 {
  let modulus: UInt32 = 65_521
  // So many groups that no sum passes 32 bits: 255 × 340 × 341 / 2 × 16 is below 2 to the power of 28.
  let most = 340
  var (low, high): (UInt32, UInt32) = (1, 0)
  var offset = 0
  let weights = SIMD16<UInt32>(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
  while bytes.byteCount - offset >= 16 {
    let groups = min((bytes.byteCount - offset) / 16, most)
    var sums = SIMD16<UInt32>(repeating: 0)
    var before = SIMD16<UInt32>(repeating: 0)
    for group in 0..<groups {
      before &+= sums
      // Sound: the group ends within the bytes, as counted above, and any bytes are such a vector.
      let values = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset &+ group &* 16, as: SIMD16<UInt8>.self)
      sums &+= SIMD16<UInt32>(truncatingIfNeeded: values)
    }
    let count = UInt32(groups) * 16
    high = (high + low * count + 16 * (before.wrappedSum() % modulus) + (sums &* weights).wrappedSum()) % modulus
    low = (low + sums.wrappedSum()) % modulus
    offset += groups * 16
  }
  while offset < bytes.byteCount {
    // Sound: checked in the line above.
    low = (low + UInt32(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self))) % modulus
    high = (high + low) % modulus
    offset += 1
  }
  return high << 16 | low
}

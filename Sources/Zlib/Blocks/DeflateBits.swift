/// Collects bits, from the least significant of each byte on.
struct DeflateBits {
  private var bytes: [UInt8]
  private var count = 0
  /// Up to 31 bits that wait for their bytes.
  private var held: UInt64 = 0
  private var heldCount: UInt64 = 0

  /// - Parameter room: the initial capacity in bytes, which grows as needed.
  init(room: Int) { bytes = [UInt8](repeating: 0, count: max(room, 64)) }

  /// - Parameter width: at most 32; `bits` has none above it.
  @inline(__always)
  mutating func append(_ bits: UInt32, _ width: Int) {
    held |= UInt64(bits) &<< heldCount
    heldCount &+= UInt64(truncatingIfNeeded: width)
    guard heldCount >= 32 else { return }
    if bytes.count &- count < 4 { bytes += [UInt8](repeating: 0, count: bytes.count) }
    Self.store(UInt32(truncatingIfNeeded: held), count, &bytes)
    count &+= 4
    held &>>= 32
    heldCount &-= 32
  }

  @inline(__always)
  private static func store(_ value: UInt32, _ offset: Int, _ bytes: inout [UInt8]) {
    var span = bytes.mutableSpan
    var raw = unsafe span.mutableBytes
    raw.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
  }

  /// The bytes, the last one filled up with zeros.
  consuming func finish() -> ArraySlice<UInt8> {
    let end = count + (Int(heldCount) + 7) / 8
    append(0, 32 - Int(heldCount))
    return bytes[..<end]
  }
}

// varint := seven bits a byte, least significant first, bit 7 set on all but the last; at most ten bytes

/// Appends numbers as protobuf varints, which all formats of this package use.
package enum Varint {
  /// Appends 1 to 10 bytes.
  ///
  /// ```swift
  /// var bytes: [UInt8] = []
  /// Varint.append(300, to: &bytes)  // AC 02
  /// ```
  @inlinable @inline(__always)
  package static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a count, an offset or another non-negative number; a negative one would take ten bytes.
  @inlinable @inline(__always)
  package static func append(_ value: Int, to bytes: inout [UInt8]) {
    append(UInt64(bitPattern: Int64(value)), to: &bytes)
  }

  @inlinable @inline(__always)
  package static func append(_ value: UInt32, to bytes: inout [UInt8]) { append(UInt64(value), to: &bytes) }
}

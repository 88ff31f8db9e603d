/// The sizes of encoded values, in bytes, without their tags.
public enum ProtobufSize {
  @inlinable @inline(__always)
  public static func varint(_ value: UInt64) -> Int {
    // One byte for every seven bits used, and one for zero.
    (64 &- (value | 1).leadingZeroBitCount &+ 6) / 7
  }

  @inlinable public static func uint32(_ value: UInt32) -> Int { varint(UInt64(value)) }
  @inlinable public static func uint64(_ value: UInt64) -> Int { varint(value) }
  @inlinable public static func int32(_ value: Int32) -> Int { varint(UInt64(bitPattern: Int64(value))) }
  @inlinable public static func int64(_ value: Int64) -> Int { varint(UInt64(bitPattern: value)) }
  @inlinable public static func bool(_ value: Bool) -> Int { 1 }
  @inlinable public static func sint32(_ value: Int32) -> Int { varint(UInt64(zigzag(value))) }
  @inlinable public static func sint64(_ value: Int64) -> Int { varint(zigzag(value)) }
  @inlinable public static func enumeration(_ value: some ProtobufEnum) -> Int { int32(value.rawValue) }
  @inlinable public static func fixed32(_ value: UInt32) -> Int { 4 }
  @inlinable public static func fixed64(_ value: UInt64) -> Int { 8 }
  @inlinable public static func sfixed32(_ value: Int32) -> Int { 4 }
  @inlinable public static func sfixed64(_ value: Int64) -> Int { 8 }
  @inlinable public static func float(_ value: Float) -> Int { 4 }
  @inlinable public static func double(_ value: Double) -> Int { 8 }

  /// `count` bytes and the length before them.
  @inlinable public static func delimited(_ count: Int) -> Int { varint(UInt64(truncatingIfNeeded: count)) &+ count }
  @inlinable public static func string(_ value: String) -> Int { delimited(value.utf8.count) }
  @inlinable public static func byteString(_ value: [UInt8]) -> Int { delimited(value.count) }
  @inlinable public static func message(_ value: some ProtobufMessage) -> Int { delimited(value.protobufSize) }

  /// The elements of a packed field, without tag and length.
  @inlinable
  public static func elements<Element>(_ values: [Element], _ size: (Element) -> Int) -> Int {
    var total = 0
    for value in values { total &+= size(value) }
    return total
  }

  @inlinable public static func zigzag(_ value: Int32) -> UInt32 { UInt32(bitPattern: (value &<< 1) ^ (value &>> 31)) }
  @inlinable public static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value &<< 1) ^ (value &>> 63)) }
}

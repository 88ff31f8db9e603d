// message  := field*
// field    := tag value
// tag      := varint( field number << 3 | wire type )        field number 1…2^29-1
// value    := varint | fixed64 | length bytes{length} | group | fixed32    by wire type 0, 1, 2, 3, 5
// group    := field* tag      the tag with the field number of the group and wire type 4; proto3 has none, but skips them
// varint   := seven bits a byte, least significant first, bit 7 set on all but the last; at most ten bytes
// Source: https://protobuf.dev/programming-guides/encoding/

/// Reads the fields of a message in place.
///
/// Reading is total: any bytes give fields or a `ProtobufError`, in memory bounded by the number of bytes.
public struct ProtobufReader: ~Escapable {
  /// How deep messages and groups may be nested.
  public static var maximumDepth: Int { 100 }

  @usableFromInline let bytes: RawSpan
  /// The index of the next byte.
  @usableFromInline var position = 0
  /// The end of the message being read.
  @usableFromInline var end: Int
  @usableFromInline var depth = 0

  @inlinable @_lifetime(copy bytes)
  public init(_ bytes: RawSpan) {
    self.bytes = bytes
    end = bytes.byteCount
  }

  /// The offset of the next byte, from the start of the input.
  public var offset: Int { position }

  // Fields

  /// The tag of the next field, as `number << 3 | wireType`; 0 at the end of the message.
  @inlinable
  public mutating func nextTag() throws(ProtobufError) -> UInt32 {
    guard position < end else { return 0 }
    let start = position
    let value = try varint()
    guard value <= UInt64(UInt32.max), value >= 8 else { throw ProtobufError(.invalidTag, at: start) }
    return UInt32(truncatingIfNeeded: value)
  }

  /// Skips the value of an unknown field, including the whole content of a group.
  public mutating func skip(_ tag: UInt32) throws(ProtobufError) {
    switch tag & 7 {
    case 0: _ = try varint()
    case 1: _ = try fixed64()
    case 2: position += try length()
    case 3: try skipGroup(tag >> 3)
    case 4: throw ProtobufError(.unmatchedGroupEnd, at: position)
    case 5: _ = try fixed32()
    default: throw ProtobufError(.invalidWireType, at: position)
    }
  }

  private mutating func skipGroup(_ number: UInt32) throws(ProtobufError) {
    guard depth < Self.maximumDepth else { throw ProtobufError(.nestedTooDeep, at: position) }
    depth &+= 1
    while true {
      let start = position
      let tag = try nextTag()
      if tag == 0 { throw ProtobufError(.truncated, at: position) }
      if tag == number << 3 | 4 { break }
      if tag & 7 == 4 { throw ProtobufError(.unmatchedGroupEnd, at: start) }
      try skip(tag)
    }
    depth &-= 1
  }

  // Scalars

  @inlinable @inline(__always)
  public mutating func varint() throws(ProtobufError) -> UInt64 {
    if position < end {
      let byte = self.byte(position)
      if byte < 0x80 {
        position &+= 1
        return UInt64(byte)
      }
    }
    return try longVarint()
  }

  @usableFromInline
  mutating func longVarint() throws(ProtobufError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    var next = position
    while next < end {
      let byte = self.byte(next)
      if shift == 63, byte > 1 { throw ProtobufError(.overlongVarint, at: position) }
      value |= UInt64(byte & 0x7F) &<< shift
      next &+= 1
      if byte < 0x80 {
        position = next
        return value
      }
      shift &+= 7
      if shift > 63 { throw ProtobufError(.overlongVarint, at: position) }
    }
    throw ProtobufError(.truncated, at: next)
  }

  @inlinable
  public mutating func fixed32() throws(ProtobufError) -> UInt32 {
    guard end &- position >= 4 else { throw ProtobufError(.truncated, at: end) }
    // Sound: any four bytes are an integer, and the span checks that it has them.
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
    position &+= 4
    return UInt32(littleEndian: value)
  }

  @inlinable
  public mutating func fixed64() throws(ProtobufError) -> UInt64 {
    guard end &- position >= 8 else { throw ProtobufError(.truncated, at: end) }
    // Sound: any eight bytes are an integer, and the span checks that it has them.
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    position &+= 8
    return UInt64(littleEndian: value)
  }

  @inlinable public mutating func uint32() throws(ProtobufError) -> UInt32 { UInt32(truncatingIfNeeded: try varint()) }
  @inlinable public mutating func uint64() throws(ProtobufError) -> UInt64 { try varint() }
  @inlinable public mutating func int32() throws(ProtobufError) -> Int32 { Int32(truncatingIfNeeded: try varint()) }
  @inlinable public mutating func int64() throws(ProtobufError) -> Int64 { Int64(bitPattern: try varint()) }
  @inlinable public mutating func bool() throws(ProtobufError) -> Bool { try varint() != 0 }
  @inlinable public mutating func sfixed32() throws(ProtobufError) -> Int32 { Int32(bitPattern: try fixed32()) }
  @inlinable public mutating func sfixed64() throws(ProtobufError) -> Int64 { Int64(bitPattern: try fixed64()) }
  @inlinable public mutating func float() throws(ProtobufError) -> Float { Float(bitPattern: try fixed32()) }
  @inlinable public mutating func double() throws(ProtobufError) -> Double { Double(bitPattern: try fixed64()) }

  @inlinable
  public mutating func sint32() throws(ProtobufError) -> Int32 {
    let value = UInt32(truncatingIfNeeded: try varint())
    return Int32(bitPattern: value &>> 1) ^ -Int32(bitPattern: value & 1)
  }

  @inlinable
  public mutating func sint64() throws(ProtobufError) -> Int64 {
    let value = try varint()
    return Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1)
  }

  @inlinable
  public mutating func enumeration<E: ProtobufEnum>() throws(ProtobufError) -> E { E(rawValue: try int32()) }

  // Runs of bytes

  /// Reads a length and checks that all its bytes exist.
  @inlinable
  mutating func length() throws(ProtobufError) -> Int {
    let start = position
    let value = try varint()
    guard value <= UInt64(UInt32.max >> 1), Int(value) <= end &- position else {
      throw ProtobufError(.lengthOutOfBounds, at: start)
    }
    return Int(value)
  }

  @inlinable
  public mutating func string() throws(ProtobufError) -> String {
    let count = try length()
    let start = position
    position &+= count
    // Sound: any byte is a UInt8.
    let codeUnits = unsafe bytes.extracting(start..<start &+ count)._unsafeView(as: UInt8.self)
    do {
      return String(copying: try UTF8Span(validating: codeUnits))
    } catch {
      throw ProtobufError(.invalidUTF8, at: start)
    }
  }

  @inlinable
  public mutating func byteString() throws(ProtobufError) -> [UInt8] {
    let count = try length()
    let start = position
    position &+= count
    return unsafe bytes.extracting(start..<start &+ count).withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// Reads all that is left of the message, without looking at its fields.
  mutating func rest() -> [UInt8] {
    let start = position
    position = end
    return unsafe bytes.extracting(start..<end).withUnsafeBytes { unsafe [UInt8]($0) }
  }

  /// Reads the range of a run of bytes, from the start of the input, for callers that do not copy it.
  @inlinable
  public mutating func byteRange() throws(ProtobufError) -> Range<Int> {
    let count = try length()
    let start = position
    position &+= count
    return start..<position
  }

  /// Reads a nested message and merges it into `message`.
  @inlinable
  public mutating func message<M: ProtobufMessage>(into message: inout M) throws(ProtobufError) {
    let count = try length()
    guard depth < Self.maximumDepth else { throw ProtobufError(.nestedTooDeep, at: position) }
    let outerEnd = end
    end = position &+ count
    depth &+= 1
    try message.merge(from: &self)
    depth &-= 1
    end = outerEnd
  }

  @inlinable
  public mutating func message<M: ProtobufMessage>(into message: inout M?) throws(ProtobufError) {
    var value = message.take() ?? M()
    try self.message(into: &value)
    message = value
  }

  @inlinable
  public mutating func message<M: ProtobufMessage>() throws(ProtobufError) -> M {
    var value = M()
    try message(into: &value)
    return value
  }

  /// Reads the elements of a packed field, each of at least `minimumSize` bytes.
  @inlinable
  public mutating func packed<Element>(
    into elements: inout [Element], minimumSize: Int,
    _ read: (inout ProtobufReader) throws(ProtobufError) -> Element
  ) throws(ProtobufError) {
    let count = try length()
    let outerEnd = end
    end = position &+ count
    // Packed varints may take ten bytes each: reserve what is likely, let the array grow to the rest. Only the first
    // run reserves, as exact growth at each of many short runs would copy the array every time.
    if elements.isEmpty { elements.reserveCapacity(count / max(minimumSize, 2)) }
    while position < end { elements.append(try read(&self)) }
    end = outerEnd
  }

  /// Reads an entry of a map field: a message with a key (1) and a value (2). Keys that are canonically equivalent in Unicode
  /// are one key, as in every Swift dictionary.
  @inlinable
  public mutating func mapEntry<Key: Hashable, Value>(
    into map: inout [Key: Value], key defaultKey: Key, value defaultValue: Value, keyTag: UInt32, valueTag: UInt32,
    readKey: (inout ProtobufReader) throws(ProtobufError) -> Key,
    readValue: (inout ProtobufReader, inout Value) throws(ProtobufError) -> Void
  ) throws(ProtobufError) {
    let count = try length()
    let outerEnd = end
    end = position &+ count
    var key = defaultKey
    var value = defaultValue
    while true {
      let tag = try nextTag()
      switch tag {
      case 0:
        map[key] = value
        end = outerEnd
        return
      case keyTag: key = try readKey(&self)
      case valueTag: try readValue(&self, &value)
      default: try skip(tag)
      }
    }
  }

  @inlinable @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    // Sound: any byte is a UInt8, and the span checks the offset.
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}

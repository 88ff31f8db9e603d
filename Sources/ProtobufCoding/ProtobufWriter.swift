// The grammar is that of ProtobufReader.swift. A message is written from its last field to its first, from the end of
// the buffer towards its start, so that the length of a nested message is known when it has to be written, and nothing is
// measured twice.

/// Fills a buffer with a message, from its end to its start.
@safe public struct ProtobufWriter: ~Copyable {
  // Sound: `base` points at the buffer that the caller of `init` keeps alive, and every write checks that
  // `position` stays within it.
  @usableFromInline let base: UnsafeMutableRawPointer?
  /// The index of the byte written last, which is also the number of bytes still free: the buffer is filled backwards.
  @usableFromInline var position: Int

  /// - Parameter buffer: memory exactly as large as the message; it must outlive the writer.
  @inlinable
  @unsafe public init(filling buffer: UnsafeMutableRawBufferPointer) {
    unsafe base = buffer.baseAddress
    position = buffer.count
  }

  /// Whether every byte of the buffer has been written.
  @inlinable public var isFull: Bool { position == 0 }

  @inlinable @inline(__always)
  mutating func advance(_ count: Int) -> UnsafeMutableRawPointer {
    precondition(count <= position, "the message is larger than its size")
    position &-= count
    return unsafe base.unsafelyUnwrapped + position
  }

  // Scalars

  @inlinable @inline(__always)
  public mutating func varint(_ value: UInt64) {
    if value < 0x80 {
      unsafe advance(1).storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
    } else {
      longVarint(value)
    }
  }

  @usableFromInline
  mutating func longVarint(_ value: UInt64) {
    let size = ProtobufSize.varint(value)
    let target = unsafe advance(size)
    var rest = value
    for offset in 0..<size &- 1 {
      unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: offset, as: UInt8.self)
      rest &>>= 7
    }
    unsafe target.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: size &- 1, as: UInt8.self)
  }

  @inlinable public mutating func tag(_ tag: UInt32) { varint(UInt64(tag)) }
  @inlinable public mutating func uint32(_ value: UInt32) { varint(UInt64(value)) }
  @inlinable public mutating func uint64(_ value: UInt64) { varint(value) }
  @inlinable public mutating func int32(_ value: Int32) { varint(UInt64(bitPattern: Int64(value))) }
  @inlinable public mutating func int64(_ value: Int64) { varint(UInt64(bitPattern: value)) }
  @inlinable public mutating func bool(_ value: Bool) { varint(value ? 1 : 0) }
  @inlinable public mutating func sint32(_ value: Int32) { varint(UInt64(ProtobufSize.zigzag(value))) }
  @inlinable public mutating func sint64(_ value: Int64) { varint(ProtobufSize.zigzag(value)) }
  @inlinable public mutating func enumeration(_ value: some ProtobufEnum) { int32(value.rawValue) }
  @inlinable public mutating func sfixed32(_ value: Int32) { fixed32(UInt32(bitPattern: value)) }
  @inlinable public mutating func sfixed64(_ value: Int64) { fixed64(UInt64(bitPattern: value)) }
  @inlinable public mutating func float(_ value: Float) { fixed32(value.bitPattern) }
  @inlinable public mutating func double(_ value: Double) { fixed64(value.bitPattern) }

  @inlinable
  public mutating func fixed32(_ value: UInt32) {
    unsafe advance(4).storeBytes(of: value.littleEndian, as: UInt32.self)
  }

  @inlinable
  public mutating func fixed64(_ value: UInt64) {
    unsafe advance(8).storeBytes(of: value.littleEndian, as: UInt64.self)
  }

  // Runs of bytes, each with its length before it

  @inlinable
  public mutating func string(_ value: String) {
    let count = value.utf8.count
    if count > 0 {
      let target = unsafe advance(count)
      let isCopied: Void? = unsafe value.utf8.withContiguousStorageIfAvailable { source in
        // Sound: both have `count` bytes, and they do not overlap.
        unsafe target.copyMemory(from: source.baseAddress.unsafelyUnwrapped, byteCount: count)
      }
      if isCopied == nil {
        for (offset, byte) in value.utf8.enumerated() {
          unsafe target.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
        }
      }
    }
    varint(UInt64(count))
  }

  @inlinable
  public mutating func byteString(_ value: [UInt8]) {
    bytes(value)
    varint(UInt64(value.count))
  }

  /// Writes bytes as they are, without their length.
  @inlinable
  mutating func bytes(_ value: [UInt8]) {
    guard !value.isEmpty else { return }
    let target = unsafe advance(value.count)
    unsafe value.withUnsafeBytes { source in
      // Sound: both have `value.count` bytes, and they do not overlap.
      unsafe target.copyMemory(from: source.baseAddress.unsafelyUnwrapped, byteCount: source.count)
    }
  }

  @inlinable
  public mutating func message(_ value: some ProtobufMessage) {
    delimited { value.write(into: &$0) }
  }

  /// Writes what `body` writes, preceded by its length.
  @inlinable @inline(__always)
  public mutating func delimited(_ body: (inout ProtobufWriter) -> Void) {
    let end = position
    body(&self)
    varint(UInt64(end &- position))
  }
}

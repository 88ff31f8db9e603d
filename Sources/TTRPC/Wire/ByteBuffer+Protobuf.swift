internal import NIOCore
internal import ProtobufCoding

extension ByteBuffer {
  /// The encoded message.
  init(message: some ProtobufMessage) {
    self.init()
    write(message: message, size: message.protobufSize)
  }

  /// The size of a length-delimited field with a one-byte tag, in bytes.
  static func fieldSize(_ count: Int) -> Int {
    1 + ProtobufSize.delimited(count)
  }

  mutating func write(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    writeInteger(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a string field whose number is below 16.
  mutating func write(field number: UInt8, _ text: String) {
    writeInteger(number << 3 | 2)
    write(varint: UInt64(text.utf8.count))
    writeString(text)
  }

  /// Writes a field of bytes or a message, whose number is below 16.
  mutating func write(field number: UInt8, _ bytes: ByteBuffer) {
    writeInteger(number << 3 | 2)
    write(varint: UInt64(bytes.readableBytes))
    writeImmutableBuffer(bytes)
  }

  /// - Parameter size: the message's `protobufSize`.
  mutating func write(message: some ProtobufMessage, size: Int) {
    // Sound: the buffer has at least `size` writable bytes, and the writer does not outlive the closure.
    unsafe writeWithUnsafeMutableBytes(minimumWritableBytes: size) { target in
      var writer = unsafe ProtobufWriter(filling: UnsafeMutableRawBufferPointer(rebasing: target[..<size]))
      message.write(into: &writer)
      precondition(writer.isFull, "the message changed while it was encoded")
      return size
    }
  }
}

/// A generated message: a plain struct with straight-line coding.
///
/// ```swift
/// let bytes = TextSpan(offset: 3, length: 4).protobufBytes()   // 08 03 10 04
/// let span = try TextSpan(protobuf: bytes)
/// ```
public protocol ProtobufMessage: Hashable, Sendable, Codable {
  /// The full name with its package, such as `entente.v1.TextSpan`.
  static var protobufName: String { get }

  /// Creates a message with every field at its default.
  init()

  /// Reads the remaining fields; a field that is already set is replaced, extended or merged according to the protobuf
  /// encoding. Unknown fields are skipped.
  mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError)

  /// The size of the encoded message, in bytes.
  var protobufSize: Int { get }

  /// Writes the message in front of what the writer already holds. It takes exactly `protobufSize` bytes.
  func write(into writer: inout ProtobufWriter)
}

extension ProtobufMessage {
  /// - Throws: `ProtobufError` with the offset at fault, for any bytes that are not an encoded message.
  @inlinable
  public init(protobuf bytes: RawSpan) throws(ProtobufError) {
    self.init()
    var reader = ProtobufReader(bytes)
    try merge(from: &reader)
  }

  /// - Throws: `ProtobufError` with the offset at fault, for any bytes that are not an encoded message.
  @inlinable
  public init(protobuf bytes: [UInt8]) throws(ProtobufError) {
    try self.init(protobuf: unsafe bytes.span.bytes)
  }

  /// The encoded message, in one allocation of its exact size.
  @inlinable
  public func protobufBytes() -> [UInt8] {
    let size = protobufSize
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var writer = unsafe ProtobufWriter(filling: UnsafeMutableRawBufferPointer(buffer))
      write(into: &writer)
      precondition(writer.isFull, "the message changed while it was encoded")
      count = size
    }
  }
}

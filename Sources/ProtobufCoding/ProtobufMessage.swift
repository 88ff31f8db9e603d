/// A message that the generator wrote: a plain struct with straight-line coding.
///
/// ```swift
/// let bytes = TextSpan(offset: 3, length: 4).protobufBytes()   // 08 03 10 04
/// let span = try TextSpan(protobuf: bytes)
/// ```
public protocol ProtobufMessage: Hashable, Sendable, Codable {
  /// With its package: `entente.v1.TextSpan`.
  static var protobufName: String { get }

  /// The message with every field at its default.
  init()

  /// Takes the fields that the reader has left; a field that is there already is replaced, extended or merged as the
  /// protobuf encoding says. Unknown fields are skipped.
  mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError)

  /// Of the encoded message, in bytes.
  var protobufSize: Int { get }

  /// Writes the message before what the writer holds. It takes exactly `protobufSize` bytes.
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

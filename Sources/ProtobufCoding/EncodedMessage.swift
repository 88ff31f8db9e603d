/// A message in its encoded form, for programs that pass it on: it is neither decoded nor encoded again.
///
/// ```swift
/// let answer: EncodedMessage<SearchResponse> = try await channel.unary(service: …, method: "Search", request, options: options)
/// ```
///
/// Its bytes are taken as they come: whoever decodes them at last finds out whether they are a message. Its JSON form is that of
/// the message.
public struct EncodedMessage<Message: ProtobufMessage>: ProtobufMessage {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public init(_ message: Message) { bytes = message.protobufBytes() }

  public static var protobufName: String { Message.protobufName }

  /// - Throws: `ProtobufError` where the bytes are no message.
  public func decoded() throws(ProtobufError) -> Message { try Message(protobuf: bytes) }

  /// Adds a field that holds an encoded message or a run of bytes: behind those of the same number, if it is repeated.
  ///
  /// - Parameter number: of the field, as the schema gives it.
  public mutating func append(_ content: [UInt8], field number: UInt32) {
    appendVarint(UInt64(number) << 3 | 2)
    appendVarint(UInt64(content.count))
    bytes += content
  }

  private mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  // As a message

  /// Fields that follow others of the same message are merged with them when they are decoded.
  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) { bytes += reader.rest() }

  public var protobufSize: Int { bytes.count }

  public func write(into writer: inout ProtobufWriter) { writer.bytes(bytes) }

  public init(from decoder: any Decoder) throws { self.init(try Message(from: decoder)) }

  public func encode(to encoder: any Encoder) throws { try decoded().encode(to: encoder) }
}

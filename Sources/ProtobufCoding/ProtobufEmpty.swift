/// google.protobuf.Empty: the request or response of a method that needs none.
///
/// Its JSON form is an empty object.
public struct ProtobufEmpty: ProtobufMessage {
  public init() {}

  public static var protobufName: String { "google.protobuf.Empty" }

  public init(from decoder: any Decoder) throws { _ = try ProtobufJSONReader(decoder) }
  public func encode(to encoder: any Encoder) throws { _ = ProtobufJSONWriter(encoder) }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      if tag == 0 { return }
      try reader.skip(tag)
    }
  }

  public var protobufSize: Int { 0 }
  public func write(into writer: inout ProtobufWriter) {}
}

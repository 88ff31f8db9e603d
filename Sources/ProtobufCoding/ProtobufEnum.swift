/// A generated open enumeration: a number without a name is preserved.
public protocol ProtobufEnum: Hashable, Sendable, Codable, ProtobufJSONValue {
  init(rawValue: Int32)
  var rawValue: Int32 { get }

  /// The name in the schema, such as `DOCUMENT_KIND_NEWS`; nil for a number without a name.
  var protobufName: String? { get }
  init?(protobufName: String)
}

extension ProtobufEnum {
  /// The value 0.
  public init() { self.init(rawValue: 0) }

  public init(from decoder: any Decoder) throws { try self.init(json: decoder) }
  public func encode(to encoder: any Encoder) throws { try encodeJSON(to: encoder) }

  public init(json decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let name = try? container.decode(String.self) {
      guard let value = Self(protobufName: name) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no enum value has the name \(name)")
      }
      self = value
    } else {
      self.init(rawValue: try Int32(json: decoder))
    }
  }

  public func encodeJSON(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let protobufName { try container.encode(protobufName) } else { try container.encode(rawValue) }
  }

  public var isProtobufDefault: Bool { rawValue == 0 }
}

/// A key of a JSON object: the name of a field, or the key of a map.
public struct ProtobufJSONKey: CodingKey {
  public let stringValue: String
  public var intValue: Int? { nil }

  public init(stringValue: String) { self.stringValue = stringValue }
  public init?(intValue: Int) { nil }
}

/// Gives a scalar its proto3 JSON form inside any container.
struct JSONScalar<Value: ProtobufJSONValue>: Codable {
  let value: Value

  init(_ value: Value) { self.value = value }
  init(from decoder: any Decoder) throws { value = try Value(json: decoder) }
  func encode(to encoder: any Encoder) throws { try value.encodeJSON(to: encoder) }
}

/// Reads the fields of a JSON object, by JSON name or schema name. Null means the default.
public struct ProtobufJSONReader {
  private let container: KeyedDecodingContainer<ProtobufJSONKey>

  public init(_ decoder: any Decoder) throws { container = try decoder.container(keyedBy: ProtobufJSONKey.self) }

  private func key(_ jsonName: String, _ name: String) throws -> ProtobufJSONKey? {
    for spelling in [jsonName, name] {
      let key = ProtobufJSONKey(stringValue: spelling)
      if container.contains(key), try !container.decodeNil(forKey: key) { return key }
    }
    return nil
  }

  public func scalar<Value: ProtobufJSONValue>(_ jsonName: String, _ name: String, into field: inout Value) throws {
    guard let key = try key(jsonName, name) else { return }
    field = try container.decode(JSONScalar<Value>.self, forKey: key).value
  }

  public func scalar<Value: ProtobufJSONValue>(_ jsonName: String, _ name: String, into field: inout Value?) throws {
    guard let key = try key(jsonName, name) else { return }
    field = try container.decode(JSONScalar<Value>.self, forKey: key).value
  }

  public func scalars<Value: ProtobufJSONValue>(_ jsonName: String, _ name: String, into field: inout [Value]) throws {
    guard let key = try key(jsonName, name) else { return }
    field = try container.decode([JSONScalar<Value>].self, forKey: key).map(\.value)
  }

  public func message<Message: ProtobufMessage>(_ jsonName: String, _ name: String, into field: inout Message?) throws {
    guard let key = try key(jsonName, name) else { return }
    field = try container.decode(Message.self, forKey: key)
  }

  public func messages<Message: ProtobufMessage>(
    _ jsonName: String, _ name: String, into field: inout [Message]
  ) throws {
    guard let key = try key(jsonName, name) else { return }
    field = try container.decode([Message].self, forKey: key)
  }

  public func map<Key: ProtobufJSONMapKey, Value: ProtobufJSONValue>(
    _ jsonName: String, _ name: String, into field: inout [Key: Value]
  ) throws {
    try entries(jsonName, name, into: &field) { try $0.decode(JSONScalar<Value>.self, forKey: $1).value }
  }

  public func messageMap<Key: ProtobufJSONMapKey, Value: ProtobufMessage>(
    _ jsonName: String, _ name: String, into field: inout [Key: Value]
  ) throws {
    try entries(jsonName, name, into: &field) { try $0.decode(Value.self, forKey: $1) }
  }

  /// Throws if a second field of a oneof is set.
  public func expectOnly(_ isFirst: Bool, _ jsonName: String) throws {
    guard !isFirst else { return }
    throw DecodingError.dataCorruptedError(
      forKey: ProtobufJSONKey(stringValue: jsonName), in: container,
      debugDescription: "only one field of a oneof may be set")
  }

  private func entries<Key: ProtobufJSONMapKey, Value>(
    _ jsonName: String, _ name: String, into field: inout [Key: Value],
    _ decode: (KeyedDecodingContainer<ProtobufJSONKey>, ProtobufJSONKey) throws -> Value
  ) throws {
    guard let fieldKey = try key(jsonName, name) else { return }
    let object = try container.nestedContainer(keyedBy: ProtobufJSONKey.self, forKey: fieldKey)
    for entry in object.allKeys {
      guard let key = Key(entry.stringValue) else {
        throw DecodingError.dataCorruptedError(
          forKey: entry, in: object, debugDescription: "not a valid key for this map: \(entry.stringValue)")
      }
      field[key] = try decode(object, entry)
    }
  }
}

/// Writes the fields of a JSON object; fields at their defaults are omitted.
public struct ProtobufJSONWriter {
  private var container: KeyedEncodingContainer<ProtobufJSONKey>

  public init(_ encoder: any Encoder) { container = encoder.container(keyedBy: ProtobufJSONKey.self) }

  private func key(_ jsonName: String) -> ProtobufJSONKey { ProtobufJSONKey(stringValue: jsonName) }

  public mutating func scalar<Value: ProtobufJSONValue>(_ jsonName: String, _ value: Value) throws {
    guard !value.isProtobufDefault else { return }
    try container.encode(JSONScalar(value), forKey: key(jsonName))
  }

  /// A field with presence: a default is written when it was set.
  public mutating func scalar<Value: ProtobufJSONValue>(_ jsonName: String, _ value: Value?) throws {
    guard let value else { return }
    try container.encode(JSONScalar(value), forKey: key(jsonName))
  }

  public mutating func scalars<Value: ProtobufJSONValue>(_ jsonName: String, _ values: [Value]) throws {
    guard !values.isEmpty else { return }
    try container.encode(values.map { JSONScalar($0) }, forKey: key(jsonName))
  }

  public mutating func message<Message: ProtobufMessage>(_ jsonName: String, _ value: Message?) throws {
    guard let value else { return }
    try container.encode(value, forKey: key(jsonName))
  }

  public mutating func messages<Message: ProtobufMessage>(_ jsonName: String, _ values: [Message]) throws {
    guard !values.isEmpty else { return }
    try container.encode(values, forKey: key(jsonName))
  }

  public mutating func map<Key: ProtobufJSONMapKey, Value: ProtobufJSONValue>(
    _ jsonName: String, _ map: [Key: Value]
  ) throws {
    guard !map.isEmpty else { return }
    var object = container.nestedContainer(keyedBy: ProtobufJSONKey.self, forKey: key(jsonName))
    for (entry, value) in map { try object.encode(JSONScalar(value), forKey: key(entry.description)) }
  }

  public mutating func messageMap<Key: ProtobufJSONMapKey, Value: ProtobufMessage>(
    _ jsonName: String, _ map: [Key: Value]
  ) throws {
    guard !map.isEmpty else { return }
    var object = container.nestedContainer(keyedBy: ProtobufJSONKey.self, forKey: key(jsonName))
    for (entry, value) in map { try object.encode(value, forKey: key(entry.description)) }
  }
}

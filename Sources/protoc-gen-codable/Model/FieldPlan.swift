/// A field as the generated struct has it.
struct FieldPlan {
  enum Shape {
    /// Without presence: the default is not encoded.
    case single
    /// With presence: a Swift Optional.
    case optional
    /// A message that may hold its own kind: behind an array of one, so that the struct stays finite.
    case indirect
    case repeated(packed: Bool)
    case map(key: ScalarType)
    /// A case of the property `name`, of the nested enum `type`.
    case oneof(name: String, type: String)
  }

  let number: UInt32
  /// As in the schema.
  let protoName: String
  let jsonName: String
  /// The property, or the case of a oneof.
  let name: String
  /// Of the values of a map, and of the elements of a repeated field.
  let type: ValueType
  let shape: Shape
  let origin: Origin

  init(
    _ field: FieldDescriptor, in message: MessageDescriptor, fullName: String, _ origin: Origin, _ types: TypeRegistry
  ) throws(Refusal) {
    number = field.number
    protoName = field.name
    jsonName = field.jsonName.isEmpty ? lowerCamel(field.name) : field.jsonName
    name = escaped(lowerCamel(field.name))
    self.origin = origin
    if case .message(let entry, _)? = types[field.typeName], entry.options?.mapEntry == true, entry.field.count == 2 {
      guard let key = ScalarType(entry.field[0].kind) else { throw origin.refusal("this type of map key is not valid") }
      type = try Self.valueType(entry.field[1], origin, types)
      shape = .map(key: key)
      return
    }
    let type = try Self.valueType(field, origin, types)
    self.type = type
    if field.label == .required { throw origin.refusal("required fields are not supported") }
    if field.label == .repeated {
      shape = .repeated(packed: type.isPackable && field.options?.packed != false)
    } else if let index = field.oneofIndex, !field.proto3Optional {
      let oneof = message.oneofDecl[Int(index)].name
      shape = .oneof(name: escaped(lowerCamel(oneof)), type: upperCamel(oneof))
    } else if case .message = type {
      shape = types.isReachable("." + fullName, from: field.typeName) ? .indirect : .optional
    } else {
      shape = field.proto3Optional ? .optional : .single
    }
  }

  private static func valueType(
    _ field: FieldDescriptor, _ origin: Origin, _ types: TypeRegistry
  ) throws(Refusal) -> ValueType {
    if let scalar = ScalarType(field.kind) { return .scalar(scalar) }
    switch (field.kind, types[field.typeName]) {
    case (.message, .message(_, let swift)?): return .message(swift: swift)
    case (.enum, .enumeration(let swift)?): return .enumeration(swift: swift)
    case (.group, _): throw origin.refusal("groups are not supported; use a message field")
    default:
      throw origin.refusal(
        "the type \(field.typeName.dropFirst()) is not supported; of google.protobuf, only Timestamp and Duration are")
    }
  }

  /// Of the property; of the payload for a case of a oneof.
  var swiftType: String {
    switch shape {
    case .single, .oneof: type.swift
    case .optional, .indirect: "\(type.swift)?"
    case .repeated: "[\(type.swift)]"
    case .map(let key): "[\(key.swift): \(type.swift)]"
    }
  }

  var defaultLiteral: String {
    switch shape {
    case .single, .oneof: type.defaultLiteral
    case .optional, .indirect: "nil"
    case .repeated: "[]"
    case .map: "[:]"
    }
  }

  /// Of one value, or of the whole of a packed field.
  var tag: UInt32 {
    switch shape {
    case .repeated(packed: true), .map: number << 3 | 2
    default: number << 3 | type.wireType
    }
  }

  func tagSize(_ tag: UInt32) -> Int { (32 - tag.leadingZeroBitCount + 6) / 7 }
}

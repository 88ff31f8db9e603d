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
    case map(key: ValueType)
    /// A case of the property `name`, of the nested enum `type`, declared by the oneof at `index` of the message.
    case oneof(name: String, type: String, index: Int)
  }

  let number: UInt32
  /// As in the schema.
  let protoName: String
  let jsonName: String
  /// The property, or the case of a oneof.
  let name: String
  /// The type of the field: of the values for a map, of the elements for a repeated field.
  let type: ValueType
  /// What `type` is called because another type hides it.
  private(set) var alias: TypeAlias?
  let shape: Shape
  /// Whether a message in this field may hold the message of the field in turn.
  let holdsItsMessage: Bool
  let origin: Origin

  /// - Parameter scope: the place inside the struct of the message.
  init(
    _ field: FieldDescriptor, in message: MessageDescriptor, fullName: String, _ origin: Origin, _ types: TypeRegistry,
    _ scope: Scope
  ) throws(Refusal) {
    number = field.number
    protoName = field.name
    jsonName = try Self.jsonName(field, origin)
    name = memberName(field.name)
    self.origin = origin
    if case .message(let entry, _)? = types[field.typeName], entry.options?.mapEntry == true, entry.field.count == 2 {
      guard let key = ScalarType(entry.field[0].kind) else { throw origin.refusal("invalid map key type") }
      (type, alias) = try Self.valueType(entry.field[1], origin, types, scope)
      shape = .map(key: .scalar(key, in: scope))
      holdsItsMessage = false
      return
    }
    (type, alias) = try Self.valueType(field, origin, types, scope)
    let isMessage = if case .message = type { true } else { false }
    holdsItsMessage =
      isMessage && field.label != .repeated && types.cycles.isClosed(by: field.typeName, in: "." + fullName)
    if field.label == .required { throw origin.refusal("required fields are not supported") }
    if field.label == .repeated {
      shape = .repeated(packed: type.isPackable && field.options?.packed != false)
    } else if let index = field.oneofIndex.map(Int.init), !field.proto3Optional, index < message.oneofDecl.count {
      let oneof = message.oneofDecl[index].name
      shape = .oneof(name: memberName(oneof), type: oneofTypeName(oneof), index: index)
    } else if isMessage {
      shape = holdsItsMessage ? .indirect : .optional
    } else {
      shape = field.proto3Optional ? .optional : .single
    }
  }

  private static func jsonName(_ field: FieldDescriptor, _ origin: Origin) throws(Refusal) -> String {
    guard let bytes = field.jsonName else { return lowerCamel(field.name) }
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw origin.descend(10).refusal("the JSON name is not UTF-8")
    }
    return name
  }

  private static func valueType(
    _ field: FieldDescriptor, _ origin: Origin, _ types: TypeRegistry, _ scope: Scope
  ) throws(Refusal) -> (ValueType, TypeAlias?) {
    if let scalar = ScalarType(field.kind) { return (.scalar(scalar, in: scope), nil) }
    switch (field.kind, types[field.typeName]) {
    case (.message, .message(_, let type)?):
      let (spelling, alias) = try spelling(of: type, field, origin, scope)
      return (.message(swift: spelling), alias)
    case (.enum, .enumeration(let type)?):
      let (spelling, alias) = try spelling(of: type, field, origin, scope)
      return (.enumeration(swift: spelling), alias)
    case (.group, _): throw origin.refusal("groups are not supported; use a message field")
    default: throw origin.refusal(TypeRegistry.refusal(of: field.typeName))
    }
  }

  private static func spelling(
    of type: SwiftType, _ field: FieldDescriptor, _ origin: Origin, _ scope: Scope
  ) throws(Refusal) -> (String, TypeAlias?) {
    if let spelling = scope.spelling(of: type) { return (spelling, nil) }
    if let alias = scope.alias(of: type) { return (alias.name, alias) }
    throw origin.refusal(
      "\(field.typeName.dropFirst()) cannot be named here in Swift: another type of the same name hides it; rename one"
        + " of them, or set the option swift_prefix in one of their files")
  }

  /// The index of the oneof that the field is a case of.
  var oneof: Int? {
    if case .oneof(_, _, let index) = shape { index } else { nil }
  }

  /// The Swift type of the property, or of the payload for a case of a oneof.
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

  /// The tag of a single value, or of a packed field as a whole.
  var tag: UInt32 {
    switch shape {
    case .repeated(packed: true), .map: number << 3 | 2
    default: number << 3 | type.wireType
    }
  }

  func tagSize(_ tag: UInt32) -> Int { (32 - tag.leadingZeroBitCount + 6) / 7 }
}

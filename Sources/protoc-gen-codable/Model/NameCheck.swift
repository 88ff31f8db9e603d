/// Refuses schemas whose names meet in Swift, or shadow what generated code itself names. Values of an enum that would
/// meet are refused by protoc.
struct NameCheck {
  private static let shadowed: Set = [
    "Bool", "Codable", "Decoder", "Double", "Encoder", "Float", "Hashable", "Int32", "Int64", "Sendable", "String",
    "UInt32",
    "UInt64", "UInt8",
  ]

  private let types: TypeRegistry
  /// The file of each type at the top of a file, by its Swift name.
  private var topTypes: [String: String] = [:]

  init(_ types: TypeRegistry) { self.types = types }

  /// Checks a file, and that it shares no name with those before it.
  mutating func check(_ file: FileDescriptor) throws(Refusal) {
    let origin = Origin(file)
    for (index, message) in file.messageType.enumerated() {
      try addTop(types.swiftName(file, message.name), file, origin.descend(4, index))
      try check(message, origin.descend(4, index))
    }
    for (index, enumeration) in file.enumType.enumerated() {
      try addTop(types.swiftName(file, enumeration.name), file, origin.descend(5, index))
    }
  }

  private mutating func addTop(_ name: String, _ file: FileDescriptor, _ origin: Origin) throws(Refusal) {
    if let other = topTypes.updateValue(file.name, forKey: name) {
      throw origin.refusal("\(name) is declared in \(other) too; set the option swift_prefix in one of the files")
    }
    guard !Self.shadowed.contains(name) else {
      throw origin.refusal("\(name) would hide Swift's own; rename it or set the option swift_prefix")
    }
  }

  private func check(_ message: MessageDescriptor, _ origin: Origin) throws(Refusal) {
    var typeNames = Self.shadowed
    var propertyNames: Set<String> = []
    for (index, nested) in message.nestedType.enumerated() where nested.options?.mapEntry != true {
      let origin = origin.descend(3, index)
      try add(escaped(nested.name), to: &typeNames, origin)
      try check(nested, origin)
    }
    for (index, nested) in message.enumType.enumerated() {
      try add(escaped(nested.name), to: &typeNames, origin.descend(4, index))
    }
    let synthetic = Set(message.field.filter(\.proto3Optional).compactMap(\.oneofIndex))
    for (index, oneof) in message.oneofDecl.enumerated() where !synthetic.contains(UInt32(index)) {
      try add(upperCamel(oneof.name), to: &typeNames, origin.descend(8, index))
      try add(escaped(lowerCamel(oneof.name)), to: &propertyNames, origin.descend(8, index))
    }
    for (index, field) in message.field.enumerated() where field.proto3Optional || field.oneofIndex == nil {
      try add(escaped(lowerCamel(field.name)), to: &propertyNames, origin.descend(2, index))
    }
  }

  private func add(_ name: String, to names: inout Set<String>, _ origin: Origin) throws(Refusal) {
    guard names.insert(name).inserted else {
      throw origin.refusal("\(name) is taken in Swift by another element of the message or by Swift itself; rename it")
    }
  }
}

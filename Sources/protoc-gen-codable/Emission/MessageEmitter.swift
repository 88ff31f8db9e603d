/// Writes a message: a struct, what lies in it, its binary coding and its JSON coding.
struct MessageEmitter {
  private let message: MessageDescriptor
  private let fullName: String
  private let name: String
  private let origin: Origin
  private let access: String
  private let types: TypeRegistry
  private let fields: [FieldPlan]

  init(
    _ message: MessageDescriptor, fullName: String, _ name: String, _ origin: Origin, _ access: String,
    _ types: TypeRegistry
  ) throws(Refusal) {
    self.message = message
    self.fullName = fullName
    self.name = name
    self.origin = origin
    self.access = access
    self.types = types
    if !message.extension.isEmpty { throw origin.descend(6, 0).refusal("extensions are not supported") }
    var fields: [FieldPlan] = []
    for (index, field) in message.field.enumerated() {
      fields.append(try FieldPlan(field, in: message, fullName: fullName, origin.descend(2, index), types))
    }
    self.fields = fields
  }

  func emit(into source: inout SourceText) throws(Refusal) {
    source.line()
    source.comment(origin.comment)
    try source.block("\(access) struct \(name.split(separator: ".").last ?? ""): ProtobufMessage") {
      (source) throws(Refusal) in
      emitProperties(into: &source)
      emitInitializers(into: &source)
      try emitNestedTypes(into: &source)
      source.line()
      source.line("\(access) static var protobufName: String { \"\(fullName)\" }")
      BinaryEmitter(fields, access).emit(into: &source)
      JSONEmitter(fields, access).emit(into: &source)
    }
  }

  /// A oneof as one property, at the place of its first field.
  private struct Property {
    let name: String
    let type: String
    let defaultLiteral: String
    let comment: [String]
    var isIndirect = false
  }

  private var properties: [Property] {
    var properties: [Property] = []
    for field in fields {
      switch field.shape {
      case .oneof(let name, let type):
        guard !properties.contains(where: { $0.name == name }) else { continue }
        properties.append(
          Property(name: name, type: "\(type)?", defaultLiteral: "nil", comment: oneofComment(name)))
      case .indirect:
        properties.append(
          Property(
            name: field.name, type: field.swiftType, defaultLiteral: "nil", comment: field.origin.comment,
            isIndirect: true))
      default:
        properties.append(
          Property(
            name: field.name, type: field.swiftType, defaultLiteral: field.defaultLiteral,
            comment: field.origin.comment))
      }
    }
    return properties
  }

  private func oneofComment(_ name: String) -> [String] {
    guard let index = message.oneofDecl.firstIndex(where: { escaped(lowerCamel($0.name)) == name }) else { return [] }
    return origin.descend(8, index).comment
  }

  private func emitProperties(into source: inout SourceText) {
    for property in properties {
      source.comment(property.comment)
      guard property.isIndirect else {
        source.line("\(access) var \(property.name): \(property.type) = \(property.defaultLiteral)")
        continue
      }
      let storage = "storageOf" + property.name.filter { $0 != "`" }
      source.block("\(access) var \(property.name): \(property.type)") { source in
        source.line("get { \(storage).first }")
        source.line("_modify {")
        source.line("  var message = \(storage).popLast()")
        source.line("  defer { \(storage) = message.map { [$0] } ?? [] }")
        source.line("  yield &message")
        source.line("}")
      }
      source.line("private var \(storage): [\(property.type.dropLast())] = []")
    }
  }

  private func emitInitializers(into source: inout SourceText) {
    source.line()
    source.line("\(access) init() {}")
    guard !properties.isEmpty else { return }
    source.line()
    let parameters = properties.map { "\($0.name): \($0.type) = \($0.defaultLiteral)" }
    source.block("\(access) init(\(parameters.joined(separator: ", ")))") { source in
      for property in properties { source.line("self.\(property.name) = \(property.name)") }
    }
  }

  private func emitNestedTypes(into source: inout SourceText) throws(Refusal) {
    for oneof in message.oneofDecl {
      let cases = fields.filter {
        if case .oneof(let name, _) = $0.shape { name == escaped(lowerCamel(oneof.name)) } else { false }
      }
      guard !cases.isEmpty else { continue }
      let isRecursive = message.field.contains {
        $0.kind == .message && $0.oneofIndex != nil && types.isReachable("." + fullName, from: $0.typeName)
      }
      source.line()
      source.block("\(access) \(isRecursive ? "indirect " : "")enum \(upperCamel(oneof.name)): Hashable, Sendable") {
        source in
        for field in cases {
          source.comment(field.origin.comment)
          source.line("case \(field.name)(\(field.type.swift))")
        }
      }
    }
    for (index, nested) in message.enumType.enumerated() {
      EnumEmitter(nested, "\(name).\(escaped(nested.name))", origin.descend(4, index), access).emit(into: &source)
    }
    for (index, nested) in message.nestedType.enumerated() where nested.options?.mapEntry != true {
      try MessageEmitter(
        nested, fullName: "\(fullName).\(nested.name)", escaped(nested.name), origin.descend(3, index), access, types
      ).emit(into: &source)
    }
  }
}

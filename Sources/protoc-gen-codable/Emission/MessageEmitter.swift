/// Writes a message: a struct, its nested types, its binary coding and its JSON coding.
struct MessageEmitter {
  private let message: MessageDescriptor
  private let fullName: String
  private let name: String
  private let origin: Origin
  private let access: String
  private let types: TypeRegistry
  private let scope: Scope
  private let fields: [FieldPlan]

  /// - Parameters:
  ///   - name: of the Swift type.
  ///   - scope: the place where it is declared.
  init(
    _ message: MessageDescriptor, fullName: String, _ name: String, _ origin: Origin, _ access: String,
    _ types: TypeRegistry, _ scope: Scope
  ) throws(Refusal) {
    self.message = message
    self.fullName = fullName
    self.name = name
    self.origin = origin
    self.access = access
    self.types = types
    self.scope = scope.inside(name)
    if !message.extension.isEmpty { throw origin.descend(6, 0).refusal("extensions are not supported") }
    var fields: [FieldPlan] = []
    for (index, field) in message.field.enumerated() {
      fields.append(
        try FieldPlan(field, in: message, fullName: fullName, origin.descend(2, index), types, self.scope))
    }
    self.fields = fields
  }

  func emit(into source: inout SourceText) throws(Refusal) {
    for case let alias? in fields.map(\.alias) { source.addAlias(alias) }
    source.line()
    source.comment(origin.comment)
    try source.block("\(access) struct \(name): \(scope.runtime("ProtobufMessage"))") {
      (source) throws(Refusal) in
      emitProperties(into: &source)
      emitInitializers(into: &source)
      try emitNestedTypes(into: &source)
      source.line()
      source.line("\(access) static var protobufName: \(scope.standard("String")) { \(literal(fullName)) }")
      BinaryEmitter(fields, access, scope).emit(into: &source)
      JSONEmitter(fields, access, scope).emit(into: &source)
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
    var oneofs: Set<Int> = []
    for field in fields {
      switch field.shape {
      case .oneof(let name, let type, let index):
        guard oneofs.insert(index).inserted else { continue }
        properties.append(
          Property(
            name: name, type: "\(type)?", defaultLiteral: "nil", comment: origin.descend(8, index).comment))
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

  private func emitProperties(into source: inout SourceText) {
    for property in properties {
      source.comment(property.comment)
      guard property.isIndirect else {
        source.line("\(access) var \(property.name): \(property.type) = \(property.defaultLiteral)")
        continue
      }
      let storage = storageName(property.name)
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

  /// What keeps a property whose message may hold this one. No property begins so.
  private func storageName(_ property: String) -> String {
    let bare = property.filter { $0 != "`" }
    return bare.hasPrefix("_") ? "_storage\(bare)" : "_\(bare)"
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
    let cases = Dictionary(grouping: fields, by: \.oneof)
    for (index, oneof) in message.realOneofs {
      emitOneof(oneofTypeName(oneof.name), cases[index, default: []], into: &source)
    }
    for (index, nested) in message.enumType.enumerated() {
      EnumEmitter(nested, typeName(nested.name), origin.descend(4, index), access, scope).emit(into: &source)
    }
    for (index, nested) in message.nestedType.enumerated() where nested.options?.mapEntry != true {
      try MessageEmitter(
        nested, fullName: "\(fullName).\(nested.name)", typeName(nested.name), origin.descend(3, index), access, types,
        scope
      ).emit(into: &source)
    }
  }

  private func emitOneof(_ type: String, _ cases: [FieldPlan], into source: inout SourceText) {
    let conformances = "\(scope.standard("Hashable")), \(scope.standard("Sendable"))"
    let indirect = cases.contains(where: \.holdsItsMessage) ? "indirect " : ""
    source.line()
    source.block("\(access) \(indirect)enum \(type): \(conformances)") { source in
      for field in cases {
        source.comment(field.origin.comment)
        source.line("case \(field.name)(\(field.type.swift))")
      }
    }
  }
}

/// Writes the `Codable` coding of a message: the canonical JSON mapping of proto3.
struct JSONEmitter {
  private let fields: [FieldPlan]
  private let access: String
  private let scope: Scope
  private let jsonNames: Set<String>

  /// - Parameter scope: the place inside the message.
  init(_ fields: [FieldPlan], _ access: String, _ scope: Scope) {
    self.fields = fields
    self.access = access
    self.scope = scope
    jsonNames = Set(fields.map(\.jsonName))
  }

  func emit(into source: inout SourceText) {
    // These two with their module: many a program has a decoder and an encoder of its own.
    source.line()
    source.block("\(access) init(from decoder: any Swift.Decoder) throws") { source in
      source.line("\(fields.isEmpty ? "_" : "let json") = try \(scope.runtime("ProtobufJSONReader"))(decoder)")
      for field in fields { emitDecoding(field, into: &source) }
    }
    source.line()
    source.block("\(access) func encode(to encoder: any Swift.Encoder) throws") { source in
      source.line("\(fields.isEmpty ? "_" : "var json") = \(scope.runtime("ProtobufJSONWriter"))(encoder)")
      for field in fields { emitEncoding(field, into: &source) }
    }
  }

  /// The method of ProtobufJSONReader and ProtobufJSONWriter.
  private func method(_ field: FieldPlan) -> String {
    let isMessage = if case .message = field.type { true } else { false }
    switch field.shape {
    case .single, .optional, .indirect, .oneof: return isMessage ? "message" : "scalar"
    case .repeated: return isMessage ? "messages" : "scalars"
    case .map: return isMessage ? "messageMap" : "map"
    }
  }

  /// The names under which a field is read: that of JSON, and that of the schema unless it is another field's in JSON.
  private func names(_ field: FieldPlan) -> String {
    let second = jsonNames.contains(field.protoName) ? field.jsonName : field.protoName
    return "\(literal(field.jsonName)), \(literal(second))"
  }

  private func emitDecoding(_ field: FieldPlan, into source: inout SourceText) {
    guard case .oneof(let property, let choice, _) = field.shape else {
      source.line("try json.\(method(field))(\(names(field)), into: &self.\(field.name))")
      return
    }
    source.block("do") { source in
      source.line("var value: \(field.type.swift)?")
      source.line("try json.\(method(field))(\(names(field)), into: &value)")
      source.block("if let value") { source in
        source.line("try json.expectOnly(self.\(property) == nil, \(literal(field.jsonName)))")
        source.line("self.\(property) = \(choice).\(field.name)(value)")
      }
    }
  }

  private func emitEncoding(_ field: FieldPlan, into source: inout SourceText) {
    guard case .oneof(let property, _, _) = field.shape else {
      source.line("try json.\(method(field))(\(literal(field.jsonName)), self.\(field.name))")
      return
    }
    source.line("if case .\(field.name)(let value)? = self.\(property) {")
    source.line("  try json.\(method(field))(\(literal(field.jsonName)), Swift.Optional(value))")
    source.line("}")
  }
}

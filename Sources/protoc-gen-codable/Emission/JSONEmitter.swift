/// Writes the `Codable` coding of a message: the canonical JSON mapping of proto3.
struct JSONEmitter {
  private let fields: [FieldPlan]
  private let access: String

  init(_ fields: [FieldPlan], _ access: String) {
    self.fields = fields
    self.access = access
  }

  func emit(into source: inout SourceText) {
    source.line()
    source.block("\(access) init(from decoder: any Decoder) throws") { source in
      source.line("\(fields.isEmpty ? "_" : "let json") = try ProtobufJSONReader(decoder)")
      for field in fields { emitDecoding(field, into: &source) }
    }
    source.line()
    source.block("\(access) func encode(to encoder: any Encoder) throws") { source in
      source.line("\(fields.isEmpty ? "_" : "var json") = ProtobufJSONWriter(encoder)")
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

  private func emitDecoding(_ field: FieldPlan, into source: inout SourceText) {
    let names = "\"\(field.jsonName)\", \"\(field.protoName)\""
    guard case .oneof(let property, _) = field.shape else {
      source.line("try json.\(method(field))(\(names), into: &self.\(field.name))")
      return
    }
    source.block("do") { source in
      source.line("var value: \(field.type.swift)?")
      source.line("try json.\(method(field))(\(names), into: &value)")
      source.block("if let value") { source in
        source.line("try json.expectOnly(self.\(property) == nil, \"\(field.jsonName)\")")
        source.line("self.\(property) = .\(field.name)(value)")
      }
    }
  }

  private func emitEncoding(_ field: FieldPlan, into source: inout SourceText) {
    guard case .oneof(let property, _) = field.shape else {
      source.line("try json.\(method(field))(\"\(field.jsonName)\", self.\(field.name))")
      return
    }
    source.line("if case .\(field.name)(let value)? = self.\(property) {")
    source.line("  try json.\(method(field))(\"\(field.jsonName)\", Swift.Optional(value))")
    source.line("}")
  }
}

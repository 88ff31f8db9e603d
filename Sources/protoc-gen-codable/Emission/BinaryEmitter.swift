/// Writes the binary coding of a message: `merge`, `protobufSize` and `write`.
///
/// Properties stand behind `self.`, so that a field may be called like a local variable.
struct BinaryEmitter {
  private let fields: [FieldPlan]
  private let access: String
  /// Names of the runtime, as they are spelt in the message.
  private let reader, writer, error, sizes: String
  private let int: String

  /// - Parameter scope: the place inside the message.
  init(_ fields: [FieldPlan], _ access: String, _ scope: Scope) {
    self.fields = fields.sorted { $0.number < $1.number }
    self.access = access
    reader = scope.runtime("ProtobufReader")
    writer = scope.runtime("ProtobufWriter")
    error = scope.runtime("ProtobufError")
    sizes = scope.runtime("ProtobufSize")
    int = scope.standard("Int")
  }

  func emit(into source: inout SourceText) {
    source.line()
    source.block("\(access) mutating func merge(from reader: inout \(reader)) throws(\(error))") { source in
      source.block("while true") { source in
        source.line("let tag = try reader.nextTag()")
        source.line("switch tag {")
        source.line("case 0: return")
        for field in fields { emitReading(field, into: &source) }
        source.line("default: try reader.skip(tag)")
        source.line("}")
      }
    }
    source.line()
    source.block("\(access) var protobufSize: \(int)") { source in
      guard !fields.isEmpty else { return source.line("0") }
      source.line("var size = 0")
      for field in fields { emitSize(field, into: &source) }
      source.line("return size")
    }
    source.line()
    source.block("\(access) func write(into writer: inout \(writer))") { source in
      for field in fields.reversed() { emitWriting(field, into: &source) }
    }
  }

  // Reading

  private func emitReading(_ field: FieldPlan, into source: inout SourceText) {
    let (name, type) = ("self." + field.name, field.type)
    switch field.shape {
    case .single: source.line("case \(field.tag): \(name) = try reader.\(type.method)()")
    case .optional, .indirect:
      if case .message = type {
        source.line("case \(field.tag): try reader.message(into: &\(name))")
      } else {
        source.line("case \(field.tag): \(name) = try reader.\(type.method)()")
      }
    case .repeated:
      let single = field.number << 3 | type.wireType
      source.line("case \(single): \(name).append(try reader.\(type.method)())")
      if type.isPackable {
        source.line("case \(field.number << 3 | 2):")
        source.line(
          "  try reader.packed(into: &\(name), minimumSize: \(type.minimumSize)) { (reader: inout \(reader))"
            + " throws(\(error)) in try reader.\(type.method)() }")
      }
    case .map(let key):
      source.line("case \(field.tag):")
      source.line("  try reader.mapEntry(")
      source.line("    into: &\(name), key: \(key.defaultLiteral), value: \(type.defaultLiteral),")
      source.line("    keyTag: \(1 << 3 | key.wireType), valueTag: \(2 << 3 | type.wireType),")
      source.line(
        "    readKey: { (reader: inout \(reader)) throws(\(error)) in try reader.\(key.method)() },")
      let reading =
        if case .message = type { "try reader.message(into: &value)" } else { "value = try reader.\(type.method)()" }
      source.line(
        "    readValue: { (reader: inout \(reader), value: inout \(type.swift)) throws(\(error)) in"
          + " \(reading) })")
    case .oneof(let property, let choice, _):
      guard case .message(let swift) = type else {
        source.line("case \(field.tag): self.\(property) = \(choice).\(field.name)(try reader.\(type.method)())")
        return
      }
      source.line("case \(field.tag):")
      source.line("  var value = \(swift)()")
      source.line("  if case .\(field.name)(let held)? = self.\(property) { value = held }")
      // Else the merge would copy what both hold.
      source.line("  self.\(property) = nil")
      source.line("  try reader.message(into: &value)")
      source.line("  self.\(property) = \(choice).\(field.name)(value)")
    }
  }

  // Measuring

  private func emitSize(_ field: FieldPlan, into source: inout SourceText) {
    let (name, type, tagSize) = ("self." + field.name, field.type, field.tagSize(field.tag))
    switch field.shape {
    case .single:
      source.line("if \(type.isSet(name)) { size &+= \(tagSize) &+ \(sizes).\(type.method)(\(name)) }")
    case .optional, .indirect:
      source.line("if let value = \(name) { size &+= \(tagSize) &+ \(sizes).\(type.method)(value) }")
    case .repeated(packed: false):
      source.line("for value in \(name) { size &+= \(tagSize) &+ \(sizes).\(type.method)(value) }")
    case .repeated(packed: true):
      source.line("if !\(name).isEmpty {")
      source.line("  let count = \(sizes).elements(\(name), \(sizes).\(type.method))")
      source.line("  size &+= \(tagSize) &+ \(sizes).delimited(count)")
      source.line("}")
    case .map(let key):
      source.line("for (key, value) in \(name) {")
      source.line(
        "  let count = 2 &+ \(sizes).\(key.method)(key) &+ \(sizes).\(type.method)(value)")
      source.line("  size &+= \(tagSize) &+ \(sizes).delimited(count)")
      source.line("}")
    case .oneof(let property, _, _):
      source.line(
        "if case .\(field.name)(let value)? = self.\(property) { size &+= \(tagSize) &+ \(sizes).\(type.method)(value) }"
      )
    }
  }

  // Writing, from the last byte to the first: value, then tag

  private func emitWriting(_ field: FieldPlan, into source: inout SourceText) {
    let (name, type, tag) = ("self." + field.name, field.type, field.tag)
    switch field.shape {
    case .single: source.line("if \(type.isSet(name)) { writer.\(type.method)(\(name)); writer.tag(\(tag)) }")
    case .optional, .indirect:
      source.line("if let value = \(name) { writer.\(type.method)(value); writer.tag(\(tag)) }")
    case .repeated(packed: false):
      source.line("for value in \(name).reversed() { writer.\(type.method)(value); writer.tag(\(tag)) }")
    case .repeated(packed: true):
      source.line("if !\(name).isEmpty {")
      source.line("  writer.delimited { for value in \(name).reversed() { $0.\(type.method)(value) } }")
      source.line("  writer.tag(\(tag))")
      source.line("}")
    case .map(let key):
      // Sorted, so that equal maps give equal bytes.
      let order =
        switch key {
        case .scalar(.bool, _): "!$0.key && $1.key"
        case .scalar(.string, _): "$0.key.utf8.lexicographicallyPrecedes($1.key.utf8)"
        default: "$0.key < $1.key"
        }
      source.line("for (key, value) in \(name).sorted(by: { \(order) }).reversed() {")
      source.line(
        "  writer.delimited { $0.\(type.method)(value); $0.tag(\(2 << 3 | type.wireType));"
          + " $0.\(key.method)(key); $0.tag(\(1 << 3 | key.wireType)) }")
      source.line("  writer.tag(\(tag))")
      source.line("}")
    case .oneof(let property, _, _):
      source.line(
        "if case .\(field.name)(let value)? = self.\(property) { writer.\(type.method)(value); writer.tag(\(tag)) }")
    }
  }
}

/// Writes an open enum: a case for each number, and `unrecognized` for the others.
struct EnumEmitter {
  private let enumeration: EnumDescriptor
  private let name: String
  private let origin: Origin
  private let access: String
  private let scope: Scope
  /// The first value of each number.
  private var cases: [Case] = []
  /// Further names of a number, each for the case with the name `target`.
  private var aliases: [(name: String, target: String)] = []

  private struct Case {
    let name: String
    let protoName: String
    let number: Int32
    let origin: Origin
  }

  /// - Parameters:
  ///   - name: of the Swift type.
  ///   - scope: the place where it is declared.
  init(_ enumeration: EnumDescriptor, _ name: String, _ origin: Origin, _ access: String, _ scope: Scope) {
    self.enumeration = enumeration
    self.name = name
    self.origin = origin
    self.access = access
    self.scope = scope.inside(name)
    var names: [Int32: String] = [:]
    var taken: Set<String> = []
    for (index, value) in enumeration.value.enumerated() {
      let name = caseName(value.name, of: enumeration.name)
      let isNew = taken.insert(name).inserted
      if let first = names[value.number] {
        if isNew { aliases.append((name, first)) }
      } else {
        names[value.number] = name
        cases.append(Case(name: name, protoName: value.name, number: value.number, origin: origin.descend(2, index)))
      }
    }
  }

  func emit(into source: inout SourceText) {
    let (int32, string) = (scope.standard("Int32"), scope.standard("String"))
    source.line()
    source.comment(origin.comment)
    source.block("\(access) enum \(name): \(scope.runtime("ProtobufEnum"))") { source in
      for value in cases {
        source.comment(value.origin.comment)
        source.line("case \(value.name)")
      }
      source.line("/// A number that the schema did not name when this was generated.")
      source.line("case unrecognized(\(int32))")
      for alias in aliases { source.line("\(access) static var \(alias.name): Self { .\(alias.target) }") }
      source.line()
      source.block("\(access) init(rawValue: \(int32))") { source in
        source.line("switch rawValue {")
        for value in cases { source.line("case \(value.number): self = .\(value.name)") }
        source.line("default: self = .unrecognized(rawValue)")
        source.line("}")
      }
      source.line()
      source.block("\(access) var rawValue: \(int32)") { source in
        source.line("switch self {")
        for value in cases { source.line("case .\(value.name): \(value.number)") }
        source.line("case .unrecognized(let rawValue): rawValue")
        source.line("}")
      }
      source.line()
      source.block("\(access) var protobufName: \(string)?") { source in
        source.line("switch rawValue {")
        for value in cases { source.line("case \(value.number): \(literal(value.protoName))") }
        source.line("default: nil")
        source.line("}")
      }
      source.line()
      source.block("\(access) init?(protobufName: \(string))") { source in
        source.line("switch protobufName {")
        for value in enumeration.value {
          source.line("case \(literal(value.name)): self.init(rawValue: \(value.number))")
        }
        source.line("default: return nil")
        source.line("}")
      }
    }
  }
}

/// Writes an open enum: a case a number, and `unrecognized` for the others.
struct EnumEmitter {
  private let enumeration: EnumDescriptor
  private let name: String
  private let origin: Origin
  private let access: String
  /// A case a number: the first value that has it.
  private var cases: [(name: String, number: Int32, origin: Origin)] = []
  private var aliases: [(name: String, target: String)] = []

  init(_ enumeration: EnumDescriptor, _ name: String, _ origin: Origin, _ access: String) {
    self.enumeration = enumeration
    self.name = name
    self.origin = origin
    self.access = access
    for (index, value) in enumeration.value.enumerated() {
      let valueName = caseName(value.name, of: enumeration.name)
      if let first = cases.first(where: { $0.number == value.number }) {
        let isTaken = valueName == first.name || aliases.contains { $0.name == valueName }
        if !isTaken { aliases.append((valueName, first.name)) }
      } else {
        cases.append((valueName, value.number, origin.descend(2, index)))
      }
    }
  }

  func emit(into source: inout SourceText) {
    source.line()
    source.comment(origin.comment)
    source.block("\(access) enum \(name.split(separator: ".").last ?? ""): ProtobufEnum") { source in
      for value in cases {
        source.comment(value.origin.comment)
        source.line("case \(value.name)")
      }
      source.line("/// A number that the schema did not name when this was generated.")
      source.line("case unrecognized(Int32)")
      for alias in aliases { source.line("\(access) static var \(alias.name): Self { .\(alias.target) }") }
      source.line()
      source.block("\(access) init(rawValue: Int32)") { source in
        source.line("switch rawValue {")
        for value in cases { source.line("case \(value.number): self = .\(value.name)") }
        source.line("default: self = .unrecognized(rawValue)")
        source.line("}")
      }
      source.line()
      source.block("\(access) var rawValue: Int32") { source in
        source.line("switch self {")
        for value in cases { source.line("case .\(value.name): \(value.number)") }
        source.line("case .unrecognized(let rawValue): rawValue")
        source.line("}")
      }
      source.line()
      source.block("\(access) var protobufName: String?") { source in
        source.line("switch rawValue {")
        for value in cases {
          let name = enumeration.value.first { $0.number == value.number }?.name ?? ""
          source.line("case \(value.number): \"\(name)\"")
        }
        source.line("default: nil")
        source.line("}")
      }
      source.line()
      source.block("\(access) init?(protobufName: String)") { source in
        source.line("switch protobufName {")
        for value in enumeration.value { source.line("case \"\(value.name)\": self.init(rawValue: \(value.number))") }
        source.line("default: return nil")
        source.line("}")
      }
    }
  }
}

/// Refuses schemas of which two names are one in Swift.
///
/// It runs before anything is written, so that what is written has no name twice.
struct NameCheck {
  private let types: TypeRegistry
  private let contents: Set<Options.Content>
  /// The file of each type at the top of a file, by its Swift name.
  private var topTypes: [String: String] = [:]

  init(_ types: TypeRegistry, _ contents: Set<Options.Content>) {
    self.types = types
    self.contents = contents
  }

  /// Checks a file, and that it shares no name with those before it.
  mutating func check(_ file: FileDescriptor) throws(Refusal) {
    let origin = Origin(file)
    for (index, message) in file.messageType.enumerated() {
      try addTop(types.swiftName(file, message.name), file, origin.descend(4, index))
      try check(message, origin.descend(4, index))
    }
    for (index, enumeration) in file.enumType.enumerated() {
      try addTop(types.swiftName(file, enumeration.name), file, origin.descend(5, index))
      try check(enumeration, origin.descend(5, index))
    }
    for (index, service) in file.service.enumerated() {
      if contents.contains(.server) {
        try addTop(ServicePlan.handlerName(service), file, origin.descend(6, index))
      }
      if contents.contains(.client) {
        try addTop(ServicePlan.clientName(service), file, origin.descend(6, index))
      }
      if contents != [.messages] { try check(service, origin.descend(6, index)) }
    }
  }

  private mutating func addTop(_ name: String, _ file: FileDescriptor, _ origin: Origin) throws(Refusal) {
    guard let other = topTypes.updateValue(file.name, forKey: name) else { return }
    let advice =
      other == file.name ? "rename one of the two" : "rename one of the two, or set the option swift_prefix in one file"
    throw origin.refusal("\(name) is also declared in \(other); \(advice)")
  }

  private func check(_ message: MessageDescriptor, _ origin: Origin) throws(Refusal) {
    var typeNames: Set<String> = []
    var properties: Set<String> = []
    var cases: [UInt32: Set<String>] = [:]
    for (index, nested) in message.nestedType.enumerated() where nested.options?.mapEntry != true {
      let origin = origin.descend(3, index)
      try add(typeName(nested.name), to: &typeNames, origin)
      try check(nested, origin)
    }
    for (index, nested) in message.enumType.enumerated() {
      try add(typeName(nested.name), to: &typeNames, origin.descend(4, index))
      try check(nested, origin.descend(4, index))
    }
    for (index, oneof) in message.realOneofs {
      try add(oneofTypeName(oneof.name), to: &typeNames, origin.descend(8, index))
      try add(memberName(oneof.name), to: &properties, origin.descend(8, index))
    }
    for (index, field) in message.field.enumerated() {
      let origin = origin.descend(2, index)
      if let oneof = field.oneofIndex, !field.proto3Optional {
        try add(memberName(field.name), to: &cases[oneof, default: []], origin)
      } else {
        try add(memberName(field.name), to: &properties, origin)
      }
    }
  }

  private func check(_ enumeration: EnumDescriptor, _ origin: Origin) throws(Refusal) {
    var numbers: [String: Int32] = [:]
    for (index, value) in enumeration.value.enumerated() {
      let name = caseName(value.name, of: enumeration.name)
      // Names of one number may meet: both mean the same.
      guard let other = numbers.updateValue(value.number, forKey: name), other != value.number else { continue }
      throw origin.descend(2, index).refusal(
        "\(name) is the Swift name of another value of the enum too; rename one of the two")
    }
  }

  private func check(_ service: ServiceDescriptor, _ origin: Origin) throws(Refusal) {
    var methods: Set<String> = []
    for (index, method) in service.method.enumerated() {
      let name = memberName(method.name)
      guard methods.insert(name).inserted else {
        throw origin.descend(2, index).refusal(
          "\(name) is the Swift name of another method of the service too; rename one of the two")
      }
    }
  }

  private func add(_ name: String, to names: inout Set<String>, _ origin: Origin) throws(Refusal) {
    guard names.insert(name).inserted else {
      throw origin.refusal("\(name) is the Swift name of another element of the message too; rename one of the two")
    }
  }
}

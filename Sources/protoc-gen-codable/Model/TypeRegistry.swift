/// Every message and enum of the run by its full name, and what it is called in Swift.
struct TypeRegistry {
  enum Entry {
    case message(MessageDescriptor, swift: String)
    case enumeration(swift: String)
  }

  private var entries: [String: Entry] = [
    ".google.protobuf.Timestamp": .message(MessageDescriptor(), swift: "ProtobufTimestamp"),
    ".google.protobuf.Duration": .message(MessageDescriptor(), swift: "ProtobufDuration"),
  ]

  init(_ files: [FileDescriptor]) throws(Refusal) {
    for file in files where file.package != "google.protobuf" {
      for message in file.messageType {
        register(message, "." + file.qualified(message.name), swift: swiftName(file, message.name))
      }
      for enumeration in file.enumType {
        entries["." + file.qualified(enumeration.name)] = .enumeration(swift: swiftName(file, enumeration.name))
      }
    }
  }

  private mutating func register(_ message: MessageDescriptor, _ fullName: String, swift: String) {
    entries[fullName] = .message(message, swift: swift)
    for nested in message.nestedType {
      register(nested, "\(fullName).\(nested.name)", swift: "\(swift).\(escaped(nested.name))")
    }
    for nested in message.enumType {
      entries["\(fullName).\(nested.name)"] = .enumeration(swift: "\(swift).\(escaped(nested.name))")
    }
  }

  /// The Swift name of a type at the top of a file.
  func swiftName(_ file: FileDescriptor, _ name: String) -> String { escaped((file.options?.swiftPrefix ?? "") + name) }

  subscript(fullName: String) -> Entry? { entries[fullName] }

  /// Whether a message of type `start` can hold one of type `goal` in itself, through singular fields.
  func isReachable(_ goal: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let name = open.popLast() {
      if name == goal { return true }
      guard seen.insert(name).inserted, case .message(let message, _)? = entries[name] else { continue }
      open += message.field.filter { $0.kind == .message && $0.label != .repeated }.map(\.typeName)
    }
    return false
  }
}

extension FileDescriptor {
  /// The full name of an element at the top of the file.
  func qualified(_ name: String) -> String { package.isEmpty ? name : "\(package).\(name)" }
}

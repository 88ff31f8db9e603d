/// Every message and enum of the run by its full name, and what it is called in Swift.
struct TypeRegistry {
  enum Entry {
    case message(MessageDescriptor, SwiftType)
    case enumeration(SwiftType)
  }

  private var entries: [String: Entry] = [
    ".google.protobuf.Timestamp": .message(MessageDescriptor(), .runtime("ProtobufTimestamp")),
    ".google.protobuf.Duration": .message(MessageDescriptor(), .runtime("ProtobufDuration")),
    ".google.protobuf.Empty": .message(MessageDescriptor(), .runtime("ProtobufEmpty")),
  ]
  private var names = TypeNames()
  private(set) var cycles = MessageCycles()

  /// - Parameter generated: the names of the files whose messages are generated in this run.
  init(_ files: [FileDescriptor], generated: Set<String>) {
    // A file of another syntax cannot be generated, so nothing may refer to its types.
    for file in files where file.package != "google.protobuf" && file.syntax == "proto3" {
      let isLocal = generated.contains(file.name)
      for message in file.messageType {
        names.declareTop(swiftName(file, message.name))
        register(message, "." + file.qualified(message.name), [swiftName(file, message.name)], isLocal)
      }
      for enumeration in file.enumType {
        let name = swiftName(file, enumeration.name)
        names.declareTop(name)
        entries["." + file.qualified(enumeration.name)] = .enumeration(.declared([name], isLocal: isLocal))
      }
    }
    cycles = MessageCycles(edges)
  }

  private mutating func register(_ message: MessageDescriptor, _ fullName: String, _ path: [String], _ isLocal: Bool) {
    entries[fullName] = .message(message, .declared(path, isLocal: isLocal))
    for nested in message.nestedType {
      let name = typeName(nested.name)
      if nested.options?.mapEntry != true { names.declare(name, in: path) }
      register(nested, "\(fullName).\(nested.name)", path + [name], isLocal)
    }
    for nested in message.enumType {
      let name = typeName(nested.name)
      names.declare(name, in: path)
      entries["\(fullName).\(nested.name)"] = .enumeration(.declared(path + [name], isLocal: isLocal))
    }
    for oneof in message.realOneofs { names.declare(oneofTypeName(oneof.descriptor.name), in: path) }
  }

  /// Which messages each message holds in itself, through singular fields.
  private var edges: [String: [String]] {
    entries.compactMapValues { entry in
      guard case .message(let message, _) = entry else { return nil }
      return message.field.filter { $0.kind == .message && $0.label != .repeated }.map(\.typeName)
    }
  }

  /// The Swift name of a type at the top of a file.
  func swiftName(_ file: FileDescriptor, _ name: String) -> String {
    typeName(String(decoding: file.options?.swiftPrefix ?? [], as: UTF8.self) + name)
  }

  /// The place at the top of every file.
  var top: Scope { Scope(names) }

  /// Why nothing may refer to a type that is not among the entries.
  static func refusal(of fullName: String) -> String {
    "the type \(fullName.dropFirst()) is not supported; proto3 messages and enums are, and Timestamp, Duration and Empty"
      + " from google.protobuf"
  }

  subscript(fullName: String) -> Entry? { entries[fullName] }
}

extension FileDescriptor {
  /// The full name of an element at the top of the file.
  func qualified(_ name: String) -> String { package.isEmpty ? name : "\(package).\(name)" }
}

extension MessageDescriptor {
  /// The oneofs that the schema declares, and not those that protoc makes of `optional` fields.
  var realOneofs: [(index: Int, descriptor: OneofDescriptor)] {
    let synthetic = Set(field.filter(\.proto3Optional).compactMap(\.oneofIndex))
    return oneofDecl.enumerated().filter { !synthetic.contains(UInt32($0.offset)) }.map { ($0.offset, $0.element) }
  }
}

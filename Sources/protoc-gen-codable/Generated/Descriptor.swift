// Generated from descriptor.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import ProtobufCoding

internal struct CodeGeneratorRequest: ProtobufMessage {
  internal var fileToGenerate: [String] = []
  internal var parameter: String = ""
  internal var protoFile: [FileDescriptor] = []

  internal init() {}

  internal init(fileToGenerate: [String] = [], parameter: String = "", protoFile: [FileDescriptor] = []) {
    self.fileToGenerate = fileToGenerate
    self.parameter = parameter
    self.protoFile = protoFile
  }

  internal static var protobufName: String { "codegen.CodeGeneratorRequest" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.fileToGenerate.append(try reader.string())
      case 18: self.parameter = try reader.string()
      case 122: self.protoFile.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    for value in self.fileToGenerate { size &+= 1 &+ ProtobufSize.string(value) }
    if !self.parameter.isEmpty { size &+= 1 &+ ProtobufSize.string(self.parameter) }
    for value in self.protoFile { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.protoFile.reversed() { writer.message(value); writer.tag(122) }
    if !self.parameter.isEmpty { writer.string(self.parameter); writer.tag(18) }
    for value in self.fileToGenerate.reversed() { writer.string(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalars("fileToGenerate", "file_to_generate", into: &self.fileToGenerate)
    try json.scalar("parameter", "parameter", into: &self.parameter)
    try json.messages("protoFile", "proto_file", into: &self.protoFile)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalars("fileToGenerate", self.fileToGenerate)
    try json.scalar("parameter", self.parameter)
    try json.messages("protoFile", self.protoFile)
  }
}

internal struct CodeGeneratorResponse: ProtobufMessage {
  internal var error: String? = nil
  /// FEATURE_PROTO3_OPTIONAL is 1.
  internal var supportedFeatures: UInt64 = 0
  internal var file: [CodeGeneratorResponse.File] = []

  internal init() {}

  internal init(error: String? = nil, supportedFeatures: UInt64 = 0, file: [CodeGeneratorResponse.File] = []) {
    self.error = error
    self.supportedFeatures = supportedFeatures
    self.file = file
  }

  internal struct File: ProtobufMessage {
    internal var name: String = ""
    internal var content: String = ""

    internal init() {}

    internal init(name: String = "", content: String = "") {
      self.name = name
      self.content = content
    }

    internal static var protobufName: String { "codegen.CodeGeneratorResponse.File" }

    internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: self.name = try reader.string()
        case 122: self.content = try reader.string()
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Int {
      var size = 0
      if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
      if !self.content.isEmpty { size &+= 1 &+ ProtobufSize.string(self.content) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if !self.content.isEmpty { writer.string(self.content); writer.tag(122) }
      if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalar("name", "name", into: &self.name)
      try json.scalar("content", "content", into: &self.content)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalar("name", self.name)
      try json.scalar("content", self.content)
    }
  }

  internal static var protobufName: String { "codegen.CodeGeneratorResponse" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.error = try reader.string()
      case 16: self.supportedFeatures = try reader.uint64()
      case 122: self.file.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.error { size &+= 1 &+ ProtobufSize.string(value) }
    if self.supportedFeatures != 0 { size &+= 1 &+ ProtobufSize.uint64(self.supportedFeatures) }
    for value in self.file { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.file.reversed() { writer.message(value); writer.tag(122) }
    if self.supportedFeatures != 0 { writer.uint64(self.supportedFeatures); writer.tag(16) }
    if let value = self.error { writer.string(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("error", "error", into: &self.error)
    try json.scalar("supportedFeatures", "supported_features", into: &self.supportedFeatures)
    try json.messages("file", "file", into: &self.file)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("error", self.error)
    try json.scalar("supportedFeatures", self.supportedFeatures)
    try json.messages("file", self.file)
  }
}

internal struct FileDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var package: String = ""
  internal var messageType: [MessageDescriptor] = []
  internal var enumType: [EnumDescriptor] = []
  internal var service: [ServiceDescriptor] = []
  internal var `extension`: [FieldDescriptor] = []
  internal var options: FileOptions? = nil
  internal var sourceCodeInfo: SourceCodeInfo? = nil
  internal var syntax: String = ""

  internal init() {}

  internal init(name: String = "", package: String = "", messageType: [MessageDescriptor] = [], enumType: [EnumDescriptor] = [], service: [ServiceDescriptor] = [], `extension`: [FieldDescriptor] = [], options: FileOptions? = nil, sourceCodeInfo: SourceCodeInfo? = nil, syntax: String = "") {
    self.name = name
    self.package = package
    self.messageType = messageType
    self.enumType = enumType
    self.service = service
    self.`extension` = `extension`
    self.options = options
    self.sourceCodeInfo = sourceCodeInfo
    self.syntax = syntax
  }

  internal static var protobufName: String { "codegen.FileDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: self.package = try reader.string()
      case 34: self.messageType.append(try reader.message())
      case 42: self.enumType.append(try reader.message())
      case 50: self.service.append(try reader.message())
      case 58: self.`extension`.append(try reader.message())
      case 66: try reader.message(into: &self.options)
      case 74: try reader.message(into: &self.sourceCodeInfo)
      case 98: self.syntax = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if !self.package.isEmpty { size &+= 1 &+ ProtobufSize.string(self.package) }
    for value in self.messageType { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.enumType { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.service { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.`extension` { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.options { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.sourceCodeInfo { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.syntax.isEmpty { size &+= 1 &+ ProtobufSize.string(self.syntax) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.syntax.isEmpty { writer.string(self.syntax); writer.tag(98) }
    if let value = self.sourceCodeInfo { writer.message(value); writer.tag(74) }
    if let value = self.options { writer.message(value); writer.tag(66) }
    for value in self.`extension`.reversed() { writer.message(value); writer.tag(58) }
    for value in self.service.reversed() { writer.message(value); writer.tag(50) }
    for value in self.enumType.reversed() { writer.message(value); writer.tag(42) }
    for value in self.messageType.reversed() { writer.message(value); writer.tag(34) }
    if !self.package.isEmpty { writer.string(self.package); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("package", "package", into: &self.package)
    try json.messages("messageType", "message_type", into: &self.messageType)
    try json.messages("enumType", "enum_type", into: &self.enumType)
    try json.messages("service", "service", into: &self.service)
    try json.messages("extension", "extension", into: &self.`extension`)
    try json.message("options", "options", into: &self.options)
    try json.message("sourceCodeInfo", "source_code_info", into: &self.sourceCodeInfo)
    try json.scalar("syntax", "syntax", into: &self.syntax)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("package", self.package)
    try json.messages("messageType", self.messageType)
    try json.messages("enumType", self.enumType)
    try json.messages("service", self.service)
    try json.messages("extension", self.`extension`)
    try json.message("options", self.options)
    try json.message("sourceCodeInfo", self.sourceCodeInfo)
    try json.scalar("syntax", self.syntax)
  }
}

internal struct FileOptions: ProtobufMessage {
  /// Not always UTF-8: protoc checks no string of an option.
  internal var swiftPrefix: [UInt8] = []

  internal init() {}

  internal init(swiftPrefix: [UInt8] = []) {
    self.swiftPrefix = swiftPrefix
  }

  internal static var protobufName: String { "codegen.FileOptions" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 314: self.swiftPrefix = try reader.byteString()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.swiftPrefix.isEmpty { size &+= 2 &+ ProtobufSize.byteString(self.swiftPrefix) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.swiftPrefix.isEmpty { writer.byteString(self.swiftPrefix); writer.tag(314) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("swiftPrefix", "swift_prefix", into: &self.swiftPrefix)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("swiftPrefix", self.swiftPrefix)
  }
}

internal struct MessageDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var field: [FieldDescriptor] = []
  internal var nestedType: [MessageDescriptor] = []
  internal var enumType: [EnumDescriptor] = []
  internal var `extension`: [FieldDescriptor] = []
  internal var options: MessageOptions? = nil
  internal var oneofDecl: [OneofDescriptor] = []

  internal init() {}

  internal init(name: String = "", field: [FieldDescriptor] = [], nestedType: [MessageDescriptor] = [], enumType: [EnumDescriptor] = [], `extension`: [FieldDescriptor] = [], options: MessageOptions? = nil, oneofDecl: [OneofDescriptor] = []) {
    self.name = name
    self.field = field
    self.nestedType = nestedType
    self.enumType = enumType
    self.`extension` = `extension`
    self.options = options
    self.oneofDecl = oneofDecl
  }

  internal static var protobufName: String { "codegen.MessageDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: self.field.append(try reader.message())
      case 26: self.nestedType.append(try reader.message())
      case 34: self.enumType.append(try reader.message())
      case 50: self.`extension`.append(try reader.message())
      case 58: try reader.message(into: &self.options)
      case 66: self.oneofDecl.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    for value in self.field { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.nestedType { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.enumType { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.`extension` { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.options { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.oneofDecl { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.oneofDecl.reversed() { writer.message(value); writer.tag(66) }
    if let value = self.options { writer.message(value); writer.tag(58) }
    for value in self.`extension`.reversed() { writer.message(value); writer.tag(50) }
    for value in self.enumType.reversed() { writer.message(value); writer.tag(34) }
    for value in self.nestedType.reversed() { writer.message(value); writer.tag(26) }
    for value in self.field.reversed() { writer.message(value); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.messages("field", "field", into: &self.field)
    try json.messages("nestedType", "nested_type", into: &self.nestedType)
    try json.messages("enumType", "enum_type", into: &self.enumType)
    try json.messages("extension", "extension", into: &self.`extension`)
    try json.message("options", "options", into: &self.options)
    try json.messages("oneofDecl", "oneof_decl", into: &self.oneofDecl)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.messages("field", self.field)
    try json.messages("nestedType", self.nestedType)
    try json.messages("enumType", self.enumType)
    try json.messages("extension", self.`extension`)
    try json.message("options", self.options)
    try json.messages("oneofDecl", self.oneofDecl)
  }
}

internal struct MessageOptions: ProtobufMessage {
  internal var mapEntry: Bool = false

  internal init() {}

  internal init(mapEntry: Bool = false) {
    self.mapEntry = mapEntry
  }

  internal static var protobufName: String { "codegen.MessageOptions" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 56: self.mapEntry = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if self.mapEntry { size &+= 1 &+ ProtobufSize.bool(self.mapEntry) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.mapEntry { writer.bool(self.mapEntry); writer.tag(56) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("mapEntry", "map_entry", into: &self.mapEntry)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("mapEntry", self.mapEntry)
  }
}

internal struct FieldDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var number: UInt32 = 0
  internal var label: FieldDescriptor.Label = FieldDescriptor.Label(rawValue: 0)
  internal var kind: FieldDescriptor.Kind = FieldDescriptor.Kind(rawValue: 0)
  /// With a leading dot: ".entente.v1.Span".
  internal var typeName: String = ""
  internal var options: FieldOptions? = nil
  internal var oneofIndex: UInt32? = nil
  /// Not always UTF-8.
  internal var jsonName: [UInt8]? = nil
  internal var proto3Optional: Bool = false

  internal init() {}

  internal init(name: String = "", number: UInt32 = 0, label: FieldDescriptor.Label = FieldDescriptor.Label(rawValue: 0), kind: FieldDescriptor.Kind = FieldDescriptor.Kind(rawValue: 0), typeName: String = "", options: FieldOptions? = nil, oneofIndex: UInt32? = nil, jsonName: [UInt8]? = nil, proto3Optional: Bool = false) {
    self.name = name
    self.number = number
    self.label = label
    self.kind = kind
    self.typeName = typeName
    self.options = options
    self.oneofIndex = oneofIndex
    self.jsonName = jsonName
    self.proto3Optional = proto3Optional
  }

  internal enum Label: ProtobufEnum {
    case unspecified
    case optional
    case required
    case repeated
    /// A number that the schema did not name when this was generated.
    case unrecognized(Int32)

    internal init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .optional
      case 2: self = .required
      case 3: self = .repeated
      default: self = .unrecognized(rawValue)
      }
    }

    internal var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .optional: 1
      case .required: 2
      case .repeated: 3
      case .unrecognized(let rawValue): rawValue
      }
    }

    internal var protobufName: String? {
      switch rawValue {
      case 0: "LABEL_UNSPECIFIED"
      case 1: "LABEL_OPTIONAL"
      case 2: "LABEL_REQUIRED"
      case 3: "LABEL_REPEATED"
      default: nil
      }
    }

    internal init?(protobufName: String) {
      switch protobufName {
      case "LABEL_UNSPECIFIED": self.init(rawValue: 0)
      case "LABEL_OPTIONAL": self.init(rawValue: 1)
      case "LABEL_REQUIRED": self.init(rawValue: 2)
      case "LABEL_REPEATED": self.init(rawValue: 3)
      default: return nil
      }
    }
  }

  internal enum Kind: ProtobufEnum {
    case unspecified
    case double
    case float
    case int64
    case uint64
    case int32
    case fixed64
    case fixed32
    case bool
    case string
    case group
    case message
    case bytes
    case uint32
    case `enum`
    case sfixed32
    case sfixed64
    case sint32
    case sint64
    /// A number that the schema did not name when this was generated.
    case unrecognized(Int32)

    internal init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .double
      case 2: self = .float
      case 3: self = .int64
      case 4: self = .uint64
      case 5: self = .int32
      case 6: self = .fixed64
      case 7: self = .fixed32
      case 8: self = .bool
      case 9: self = .string
      case 10: self = .group
      case 11: self = .message
      case 12: self = .bytes
      case 13: self = .uint32
      case 14: self = .`enum`
      case 15: self = .sfixed32
      case 16: self = .sfixed64
      case 17: self = .sint32
      case 18: self = .sint64
      default: self = .unrecognized(rawValue)
      }
    }

    internal var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .double: 1
      case .float: 2
      case .int64: 3
      case .uint64: 4
      case .int32: 5
      case .fixed64: 6
      case .fixed32: 7
      case .bool: 8
      case .string: 9
      case .group: 10
      case .message: 11
      case .bytes: 12
      case .uint32: 13
      case .`enum`: 14
      case .sfixed32: 15
      case .sfixed64: 16
      case .sint32: 17
      case .sint64: 18
      case .unrecognized(let rawValue): rawValue
      }
    }

    internal var protobufName: String? {
      switch rawValue {
      case 0: "KIND_UNSPECIFIED"
      case 1: "KIND_DOUBLE"
      case 2: "KIND_FLOAT"
      case 3: "KIND_INT64"
      case 4: "KIND_UINT64"
      case 5: "KIND_INT32"
      case 6: "KIND_FIXED64"
      case 7: "KIND_FIXED32"
      case 8: "KIND_BOOL"
      case 9: "KIND_STRING"
      case 10: "KIND_GROUP"
      case 11: "KIND_MESSAGE"
      case 12: "KIND_BYTES"
      case 13: "KIND_UINT32"
      case 14: "KIND_ENUM"
      case 15: "KIND_SFIXED32"
      case 16: "KIND_SFIXED64"
      case 17: "KIND_SINT32"
      case 18: "KIND_SINT64"
      default: nil
      }
    }

    internal init?(protobufName: String) {
      switch protobufName {
      case "KIND_UNSPECIFIED": self.init(rawValue: 0)
      case "KIND_DOUBLE": self.init(rawValue: 1)
      case "KIND_FLOAT": self.init(rawValue: 2)
      case "KIND_INT64": self.init(rawValue: 3)
      case "KIND_UINT64": self.init(rawValue: 4)
      case "KIND_INT32": self.init(rawValue: 5)
      case "KIND_FIXED64": self.init(rawValue: 6)
      case "KIND_FIXED32": self.init(rawValue: 7)
      case "KIND_BOOL": self.init(rawValue: 8)
      case "KIND_STRING": self.init(rawValue: 9)
      case "KIND_GROUP": self.init(rawValue: 10)
      case "KIND_MESSAGE": self.init(rawValue: 11)
      case "KIND_BYTES": self.init(rawValue: 12)
      case "KIND_UINT32": self.init(rawValue: 13)
      case "KIND_ENUM": self.init(rawValue: 14)
      case "KIND_SFIXED32": self.init(rawValue: 15)
      case "KIND_SFIXED64": self.init(rawValue: 16)
      case "KIND_SINT32": self.init(rawValue: 17)
      case "KIND_SINT64": self.init(rawValue: 18)
      default: return nil
      }
    }
  }

  internal static var protobufName: String { "codegen.FieldDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 24: self.number = try reader.uint32()
      case 32: self.label = try reader.enumeration()
      case 40: self.kind = try reader.enumeration()
      case 50: self.typeName = try reader.string()
      case 66: try reader.message(into: &self.options)
      case 72: self.oneofIndex = try reader.uint32()
      case 82: self.jsonName = try reader.byteString()
      case 136: self.proto3Optional = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if self.label.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.label) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if !self.typeName.isEmpty { size &+= 1 &+ ProtobufSize.string(self.typeName) }
    if let value = self.options { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.oneofIndex { size &+= 1 &+ ProtobufSize.uint32(value) }
    if let value = self.jsonName { size &+= 1 &+ ProtobufSize.byteString(value) }
    if self.proto3Optional { size &+= 2 &+ ProtobufSize.bool(self.proto3Optional) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.proto3Optional { writer.bool(self.proto3Optional); writer.tag(136) }
    if let value = self.jsonName { writer.byteString(value); writer.tag(82) }
    if let value = self.oneofIndex { writer.uint32(value); writer.tag(72) }
    if let value = self.options { writer.message(value); writer.tag(66) }
    if !self.typeName.isEmpty { writer.string(self.typeName); writer.tag(50) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(40) }
    if self.label.rawValue != 0 { writer.enumeration(self.label); writer.tag(32) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(24) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("label", "label", into: &self.label)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.scalar("typeName", "type_name", into: &self.typeName)
    try json.message("options", "options", into: &self.options)
    try json.scalar("oneofIndex", "oneof_index", into: &self.oneofIndex)
    try json.scalar("jsonName", "json_name", into: &self.jsonName)
    try json.scalar("proto3Optional", "proto3_optional", into: &self.proto3Optional)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("number", self.number)
    try json.scalar("label", self.label)
    try json.scalar("kind", self.kind)
    try json.scalar("typeName", self.typeName)
    try json.message("options", self.options)
    try json.scalar("oneofIndex", self.oneofIndex)
    try json.scalar("jsonName", self.jsonName)
    try json.scalar("proto3Optional", self.proto3Optional)
  }
}

internal struct FieldOptions: ProtobufMessage {
  internal var packed: Bool? = nil

  internal init() {}

  internal init(packed: Bool? = nil) {
    self.packed = packed
  }

  internal static var protobufName: String { "codegen.FieldOptions" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 16: self.packed = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.packed { size &+= 1 &+ ProtobufSize.bool(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.packed { writer.bool(value); writer.tag(16) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("packed", "packed", into: &self.packed)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("packed", self.packed)
  }
}

internal struct OneofDescriptor: ProtobufMessage {
  internal var name: String = ""

  internal init() {}

  internal init(name: String = "") {
    self.name = name
  }

  internal static var protobufName: String { "codegen.OneofDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
  }
}

internal struct EnumDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var value: [EnumValueDescriptor] = []

  internal init() {}

  internal init(name: String = "", value: [EnumValueDescriptor] = []) {
    self.name = name
    self.value = value
  }

  internal static var protobufName: String { "codegen.EnumDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: self.value.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    for value in self.value { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.value.reversed() { writer.message(value); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.messages("value", "value", into: &self.value)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.messages("value", self.value)
  }
}

internal struct EnumValueDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var number: Int32 = 0

  internal init() {}

  internal init(name: String = "", number: Int32 = 0) {
    self.name = name
    self.number = number
  }

  internal static var protobufName: String { "codegen.EnumValueDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 16: self.number = try reader.int32()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if self.number != 0 { size &+= 1 &+ ProtobufSize.int32(self.number) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.number != 0 { writer.int32(self.number); writer.tag(16) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("number", "number", into: &self.number)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("number", self.number)
  }
}

internal struct ServiceDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var method: [MethodDescriptor] = []

  internal init() {}

  internal init(name: String = "", method: [MethodDescriptor] = []) {
    self.name = name
    self.method = method
  }

  internal static var protobufName: String { "codegen.ServiceDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: self.method.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    for value in self.method { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.method.reversed() { writer.message(value); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.messages("method", "method", into: &self.method)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.messages("method", self.method)
  }
}

internal struct MethodDescriptor: ProtobufMessage {
  internal var name: String = ""
  internal var inputType: String = ""
  internal var outputType: String = ""
  internal var clientStreaming: Bool = false
  internal var serverStreaming: Bool = false

  internal init() {}

  internal init(name: String = "", inputType: String = "", outputType: String = "", clientStreaming: Bool = false, serverStreaming: Bool = false) {
    self.name = name
    self.inputType = inputType
    self.outputType = outputType
    self.clientStreaming = clientStreaming
    self.serverStreaming = serverStreaming
  }

  internal static var protobufName: String { "codegen.MethodDescriptor" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: self.inputType = try reader.string()
      case 26: self.outputType = try reader.string()
      case 40: self.clientStreaming = try reader.bool()
      case 48: self.serverStreaming = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if !self.inputType.isEmpty { size &+= 1 &+ ProtobufSize.string(self.inputType) }
    if !self.outputType.isEmpty { size &+= 1 &+ ProtobufSize.string(self.outputType) }
    if self.clientStreaming { size &+= 1 &+ ProtobufSize.bool(self.clientStreaming) }
    if self.serverStreaming { size &+= 1 &+ ProtobufSize.bool(self.serverStreaming) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.serverStreaming { writer.bool(self.serverStreaming); writer.tag(48) }
    if self.clientStreaming { writer.bool(self.clientStreaming); writer.tag(40) }
    if !self.outputType.isEmpty { writer.string(self.outputType); writer.tag(26) }
    if !self.inputType.isEmpty { writer.string(self.inputType); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("inputType", "input_type", into: &self.inputType)
    try json.scalar("outputType", "output_type", into: &self.outputType)
    try json.scalar("clientStreaming", "client_streaming", into: &self.clientStreaming)
    try json.scalar("serverStreaming", "server_streaming", into: &self.serverStreaming)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("inputType", self.inputType)
    try json.scalar("outputType", self.outputType)
    try json.scalar("clientStreaming", self.clientStreaming)
    try json.scalar("serverStreaming", self.serverStreaming)
  }
}

internal struct SourceCodeInfo: ProtobufMessage {
  internal var location: [SourceCodeInfo.Location] = []

  internal init() {}

  internal init(location: [SourceCodeInfo.Location] = []) {
    self.location = location
  }

  internal struct Location: ProtobufMessage {
    /// Field numbers and indices from the file down to the element.
    internal var path: [UInt32] = []
    /// Line and column, from 0.
    internal var span: [UInt32] = []
    /// Not always UTF-8.
    internal var leadingComments: [UInt8] = []
    internal var trailingComments: [UInt8] = []

    internal init() {}

    internal init(path: [UInt32] = [], span: [UInt32] = [], leadingComments: [UInt8] = [], trailingComments: [UInt8] = []) {
      self.path = path
      self.span = span
      self.leadingComments = leadingComments
      self.trailingComments = trailingComments
    }

    internal static var protobufName: String { "codegen.SourceCodeInfo.Location" }

    internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 8: self.path.append(try reader.uint32())
        case 10:
          try reader.packed(into: &self.path, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
        case 16: self.span.append(try reader.uint32())
        case 18:
          try reader.packed(into: &self.span, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
        case 26: self.leadingComments = try reader.byteString()
        case 34: self.trailingComments = try reader.byteString()
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Int {
      var size = 0
      if !self.path.isEmpty {
        let count = ProtobufSize.elements(self.path, ProtobufSize.uint32)
        size &+= 1 &+ ProtobufSize.delimited(count)
      }
      if !self.span.isEmpty {
        let count = ProtobufSize.elements(self.span, ProtobufSize.uint32)
        size &+= 1 &+ ProtobufSize.delimited(count)
      }
      if !self.leadingComments.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.leadingComments) }
      if !self.trailingComments.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.trailingComments) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if !self.trailingComments.isEmpty { writer.byteString(self.trailingComments); writer.tag(34) }
      if !self.leadingComments.isEmpty { writer.byteString(self.leadingComments); writer.tag(26) }
      if !self.span.isEmpty {
        writer.delimited { for value in self.span.reversed() { $0.uint32(value) } }
        writer.tag(18)
      }
      if !self.path.isEmpty {
        writer.delimited { for value in self.path.reversed() { $0.uint32(value) } }
        writer.tag(10)
      }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalars("path", "path", into: &self.path)
      try json.scalars("span", "span", into: &self.span)
      try json.scalar("leadingComments", "leading_comments", into: &self.leadingComments)
      try json.scalar("trailingComments", "trailing_comments", into: &self.trailingComments)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalars("path", self.path)
      try json.scalars("span", self.span)
      try json.scalar("leadingComments", self.leadingComments)
      try json.scalar("trailingComments", self.trailingComments)
    }
  }

  internal static var protobufName: String { "codegen.SourceCodeInfo" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.location.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    for value in self.location { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.location.reversed() { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("location", "location", into: &self.location)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("location", self.location)
  }
}

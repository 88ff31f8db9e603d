// Generated from every_field.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import ProtobufCoding

/// An open enum with a negative number, a large one, and an alias.
internal enum Colour: ProtobufEnum {
  case unspecified
  case red
  case green
  case infrared
  case last
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)
  internal static var vert: Self { .green }

  internal init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .red
    case 2: self = .green
    case -1: self = .infrared
    case 2147483647: self = .last
    default: self = .unrecognized(rawValue)
    }
  }

  internal var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .red: 1
    case .green: 2
    case .infrared: -1
    case .last: 2147483647
    case .unrecognized(let rawValue): rawValue
    }
  }

  internal var protobufName: String? {
    switch rawValue {
    case 0: "COLOUR_UNSPECIFIED"
    case 1: "COLOUR_RED"
    case 2: "COLOUR_GREEN"
    case -1: "COLOUR_INFRARED"
    case 2147483647: "COLOUR_LAST"
    default: nil
    }
  }

  internal init?(protobufName: String) {
    switch protobufName {
    case "COLOUR_UNSPECIFIED": self.init(rawValue: 0)
    case "COLOUR_RED": self.init(rawValue: 1)
    case "COLOUR_GREEN": self.init(rawValue: 2)
    case "COLOUR_VERT": self.init(rawValue: 2)
    case "COLOUR_INFRARED": self.init(rawValue: -1)
    case "COLOUR_LAST": self.init(rawValue: 2147483647)
    default: return nil
    }
  }
}

/// One field of each type, without presence.
internal struct Singular: ProtobufMessage {
  internal var doubleField: Double = 0
  internal var floatField: Float = 0
  internal var int32Field: Int32 = 0
  internal var int64Field: Int64 = 0
  internal var uint32Field: UInt32 = 0
  internal var uint64Field: UInt64 = 0
  internal var sint32Field: Int32 = 0
  internal var sint64Field: Int64 = 0
  internal var fixed32Field: UInt32 = 0
  internal var fixed64Field: UInt64 = 0
  internal var sfixed32Field: Int32 = 0
  internal var sfixed64Field: Int64 = 0
  internal var boolField: Bool = false
  internal var stringField: String = ""
  internal var bytesField: [UInt8] = []
  internal var enumField: Colour = Colour(rawValue: 0)
  internal var messageField: Leaf? = nil
  internal var timestampField: ProtobufTimestamp? = nil
  internal var durationField: ProtobufDuration? = nil
  /// At the edges of one-, two- and five-byte tags.
  internal var twoByteTag: UInt32 = 0
  internal var threeByteTag: UInt32 = 0
  internal var lastTag: String = ""

  internal init() {}

  internal init(doubleField: Double = 0, floatField: Float = 0, int32Field: Int32 = 0, int64Field: Int64 = 0, uint32Field: UInt32 = 0, uint64Field: UInt64 = 0, sint32Field: Int32 = 0, sint64Field: Int64 = 0, fixed32Field: UInt32 = 0, fixed64Field: UInt64 = 0, sfixed32Field: Int32 = 0, sfixed64Field: Int64 = 0, boolField: Bool = false, stringField: String = "", bytesField: [UInt8] = [], enumField: Colour = Colour(rawValue: 0), messageField: Leaf? = nil, timestampField: ProtobufTimestamp? = nil, durationField: ProtobufDuration? = nil, twoByteTag: UInt32 = 0, threeByteTag: UInt32 = 0, lastTag: String = "") {
    self.doubleField = doubleField
    self.floatField = floatField
    self.int32Field = int32Field
    self.int64Field = int64Field
    self.uint32Field = uint32Field
    self.uint64Field = uint64Field
    self.sint32Field = sint32Field
    self.sint64Field = sint64Field
    self.fixed32Field = fixed32Field
    self.fixed64Field = fixed64Field
    self.sfixed32Field = sfixed32Field
    self.sfixed64Field = sfixed64Field
    self.boolField = boolField
    self.stringField = stringField
    self.bytesField = bytesField
    self.enumField = enumField
    self.messageField = messageField
    self.timestampField = timestampField
    self.durationField = durationField
    self.twoByteTag = twoByteTag
    self.threeByteTag = threeByteTag
    self.lastTag = lastTag
  }

  internal static var protobufName: String { "entente.test.Singular" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.doubleField = try reader.double()
      case 21: self.floatField = try reader.float()
      case 24: self.int32Field = try reader.int32()
      case 32: self.int64Field = try reader.int64()
      case 40: self.uint32Field = try reader.uint32()
      case 48: self.uint64Field = try reader.uint64()
      case 56: self.sint32Field = try reader.sint32()
      case 64: self.sint64Field = try reader.sint64()
      case 77: self.fixed32Field = try reader.fixed32()
      case 81: self.fixed64Field = try reader.fixed64()
      case 93: self.sfixed32Field = try reader.sfixed32()
      case 97: self.sfixed64Field = try reader.sfixed64()
      case 104: self.boolField = try reader.bool()
      case 114: self.stringField = try reader.string()
      case 122: self.bytesField = try reader.byteString()
      case 128: self.enumField = try reader.enumeration()
      case 138: try reader.message(into: &self.messageField)
      case 146: try reader.message(into: &self.timestampField)
      case 154: try reader.message(into: &self.durationField)
      case 16376: self.twoByteTag = try reader.uint32()
      case 16384: self.threeByteTag = try reader.uint32()
      case 4294967290: self.lastTag = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if self.doubleField.bitPattern != 0 { size &+= 1 &+ ProtobufSize.double(self.doubleField) }
    if self.floatField.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.floatField) }
    if self.int32Field != 0 { size &+= 1 &+ ProtobufSize.int32(self.int32Field) }
    if self.int64Field != 0 { size &+= 1 &+ ProtobufSize.int64(self.int64Field) }
    if self.uint32Field != 0 { size &+= 1 &+ ProtobufSize.uint32(self.uint32Field) }
    if self.uint64Field != 0 { size &+= 1 &+ ProtobufSize.uint64(self.uint64Field) }
    if self.sint32Field != 0 { size &+= 1 &+ ProtobufSize.sint32(self.sint32Field) }
    if self.sint64Field != 0 { size &+= 1 &+ ProtobufSize.sint64(self.sint64Field) }
    if self.fixed32Field != 0 { size &+= 1 &+ ProtobufSize.fixed32(self.fixed32Field) }
    if self.fixed64Field != 0 { size &+= 1 &+ ProtobufSize.fixed64(self.fixed64Field) }
    if self.sfixed32Field != 0 { size &+= 1 &+ ProtobufSize.sfixed32(self.sfixed32Field) }
    if self.sfixed64Field != 0 { size &+= 1 &+ ProtobufSize.sfixed64(self.sfixed64Field) }
    if self.boolField { size &+= 1 &+ ProtobufSize.bool(self.boolField) }
    if !self.stringField.isEmpty { size &+= 1 &+ ProtobufSize.string(self.stringField) }
    if !self.bytesField.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.bytesField) }
    if self.enumField.rawValue != 0 { size &+= 2 &+ ProtobufSize.enumeration(self.enumField) }
    if let value = self.messageField { size &+= 2 &+ ProtobufSize.message(value) }
    if let value = self.timestampField { size &+= 2 &+ ProtobufSize.message(value) }
    if let value = self.durationField { size &+= 2 &+ ProtobufSize.message(value) }
    if self.twoByteTag != 0 { size &+= 2 &+ ProtobufSize.uint32(self.twoByteTag) }
    if self.threeByteTag != 0 { size &+= 3 &+ ProtobufSize.uint32(self.threeByteTag) }
    if !self.lastTag.isEmpty { size &+= 5 &+ ProtobufSize.string(self.lastTag) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.lastTag.isEmpty { writer.string(self.lastTag); writer.tag(4294967290) }
    if self.threeByteTag != 0 { writer.uint32(self.threeByteTag); writer.tag(16384) }
    if self.twoByteTag != 0 { writer.uint32(self.twoByteTag); writer.tag(16376) }
    if let value = self.durationField { writer.message(value); writer.tag(154) }
    if let value = self.timestampField { writer.message(value); writer.tag(146) }
    if let value = self.messageField { writer.message(value); writer.tag(138) }
    if self.enumField.rawValue != 0 { writer.enumeration(self.enumField); writer.tag(128) }
    if !self.bytesField.isEmpty { writer.byteString(self.bytesField); writer.tag(122) }
    if !self.stringField.isEmpty { writer.string(self.stringField); writer.tag(114) }
    if self.boolField { writer.bool(self.boolField); writer.tag(104) }
    if self.sfixed64Field != 0 { writer.sfixed64(self.sfixed64Field); writer.tag(97) }
    if self.sfixed32Field != 0 { writer.sfixed32(self.sfixed32Field); writer.tag(93) }
    if self.fixed64Field != 0 { writer.fixed64(self.fixed64Field); writer.tag(81) }
    if self.fixed32Field != 0 { writer.fixed32(self.fixed32Field); writer.tag(77) }
    if self.sint64Field != 0 { writer.sint64(self.sint64Field); writer.tag(64) }
    if self.sint32Field != 0 { writer.sint32(self.sint32Field); writer.tag(56) }
    if self.uint64Field != 0 { writer.uint64(self.uint64Field); writer.tag(48) }
    if self.uint32Field != 0 { writer.uint32(self.uint32Field); writer.tag(40) }
    if self.int64Field != 0 { writer.int64(self.int64Field); writer.tag(32) }
    if self.int32Field != 0 { writer.int32(self.int32Field); writer.tag(24) }
    if self.floatField.bitPattern != 0 { writer.float(self.floatField); writer.tag(21) }
    if self.doubleField.bitPattern != 0 { writer.double(self.doubleField); writer.tag(9) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("doubleField", "double_field", into: &self.doubleField)
    try json.scalar("floatField", "float_field", into: &self.floatField)
    try json.scalar("int32Field", "int32_field", into: &self.int32Field)
    try json.scalar("int64Field", "int64_field", into: &self.int64Field)
    try json.scalar("uint32Field", "uint32_field", into: &self.uint32Field)
    try json.scalar("uint64Field", "uint64_field", into: &self.uint64Field)
    try json.scalar("sint32Field", "sint32_field", into: &self.sint32Field)
    try json.scalar("sint64Field", "sint64_field", into: &self.sint64Field)
    try json.scalar("fixed32Field", "fixed32_field", into: &self.fixed32Field)
    try json.scalar("fixed64Field", "fixed64_field", into: &self.fixed64Field)
    try json.scalar("sfixed32Field", "sfixed32_field", into: &self.sfixed32Field)
    try json.scalar("sfixed64Field", "sfixed64_field", into: &self.sfixed64Field)
    try json.scalar("boolField", "bool_field", into: &self.boolField)
    try json.scalar("stringField", "string_field", into: &self.stringField)
    try json.scalar("bytesField", "bytes_field", into: &self.bytesField)
    try json.scalar("enumField", "enum_field", into: &self.enumField)
    try json.message("messageField", "message_field", into: &self.messageField)
    try json.message("timestampField", "timestamp_field", into: &self.timestampField)
    try json.message("durationField", "duration_field", into: &self.durationField)
    try json.scalar("twoByteTag", "two_byte_tag", into: &self.twoByteTag)
    try json.scalar("threeByteTag", "three_byte_tag", into: &self.threeByteTag)
    try json.scalar("lastTag", "last_tag", into: &self.lastTag)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("doubleField", self.doubleField)
    try json.scalar("floatField", self.floatField)
    try json.scalar("int32Field", self.int32Field)
    try json.scalar("int64Field", self.int64Field)
    try json.scalar("uint32Field", self.uint32Field)
    try json.scalar("uint64Field", self.uint64Field)
    try json.scalar("sint32Field", self.sint32Field)
    try json.scalar("sint64Field", self.sint64Field)
    try json.scalar("fixed32Field", self.fixed32Field)
    try json.scalar("fixed64Field", self.fixed64Field)
    try json.scalar("sfixed32Field", self.sfixed32Field)
    try json.scalar("sfixed64Field", self.sfixed64Field)
    try json.scalar("boolField", self.boolField)
    try json.scalar("stringField", self.stringField)
    try json.scalar("bytesField", self.bytesField)
    try json.scalar("enumField", self.enumField)
    try json.message("messageField", self.messageField)
    try json.message("timestampField", self.timestampField)
    try json.message("durationField", self.durationField)
    try json.scalar("twoByteTag", self.twoByteTag)
    try json.scalar("threeByteTag", self.threeByteTag)
    try json.scalar("lastTag", self.lastTag)
  }
}

/// The same with presence.
internal struct Optional: ProtobufMessage {
  internal var doubleField: Double? = nil
  internal var floatField: Float? = nil
  internal var int32Field: Int32? = nil
  internal var int64Field: Int64? = nil
  internal var uint32Field: UInt32? = nil
  internal var uint64Field: UInt64? = nil
  internal var sint32Field: Int32? = nil
  internal var sint64Field: Int64? = nil
  internal var fixed32Field: UInt32? = nil
  internal var fixed64Field: UInt64? = nil
  internal var sfixed32Field: Int32? = nil
  internal var sfixed64Field: Int64? = nil
  internal var boolField: Bool? = nil
  internal var stringField: String? = nil
  internal var bytesField: [UInt8]? = nil
  internal var enumField: Colour? = nil
  internal var messageField: Leaf? = nil

  internal init() {}

  internal init(doubleField: Double? = nil, floatField: Float? = nil, int32Field: Int32? = nil, int64Field: Int64? = nil, uint32Field: UInt32? = nil, uint64Field: UInt64? = nil, sint32Field: Int32? = nil, sint64Field: Int64? = nil, fixed32Field: UInt32? = nil, fixed64Field: UInt64? = nil, sfixed32Field: Int32? = nil, sfixed64Field: Int64? = nil, boolField: Bool? = nil, stringField: String? = nil, bytesField: [UInt8]? = nil, enumField: Colour? = nil, messageField: Leaf? = nil) {
    self.doubleField = doubleField
    self.floatField = floatField
    self.int32Field = int32Field
    self.int64Field = int64Field
    self.uint32Field = uint32Field
    self.uint64Field = uint64Field
    self.sint32Field = sint32Field
    self.sint64Field = sint64Field
    self.fixed32Field = fixed32Field
    self.fixed64Field = fixed64Field
    self.sfixed32Field = sfixed32Field
    self.sfixed64Field = sfixed64Field
    self.boolField = boolField
    self.stringField = stringField
    self.bytesField = bytesField
    self.enumField = enumField
    self.messageField = messageField
  }

  internal static var protobufName: String { "entente.test.Optional" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.doubleField = try reader.double()
      case 21: self.floatField = try reader.float()
      case 24: self.int32Field = try reader.int32()
      case 32: self.int64Field = try reader.int64()
      case 40: self.uint32Field = try reader.uint32()
      case 48: self.uint64Field = try reader.uint64()
      case 56: self.sint32Field = try reader.sint32()
      case 64: self.sint64Field = try reader.sint64()
      case 77: self.fixed32Field = try reader.fixed32()
      case 81: self.fixed64Field = try reader.fixed64()
      case 93: self.sfixed32Field = try reader.sfixed32()
      case 97: self.sfixed64Field = try reader.sfixed64()
      case 104: self.boolField = try reader.bool()
      case 114: self.stringField = try reader.string()
      case 122: self.bytesField = try reader.byteString()
      case 128: self.enumField = try reader.enumeration()
      case 138: try reader.message(into: &self.messageField)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.doubleField { size &+= 1 &+ ProtobufSize.double(value) }
    if let value = self.floatField { size &+= 1 &+ ProtobufSize.float(value) }
    if let value = self.int32Field { size &+= 1 &+ ProtobufSize.int32(value) }
    if let value = self.int64Field { size &+= 1 &+ ProtobufSize.int64(value) }
    if let value = self.uint32Field { size &+= 1 &+ ProtobufSize.uint32(value) }
    if let value = self.uint64Field { size &+= 1 &+ ProtobufSize.uint64(value) }
    if let value = self.sint32Field { size &+= 1 &+ ProtobufSize.sint32(value) }
    if let value = self.sint64Field { size &+= 1 &+ ProtobufSize.sint64(value) }
    if let value = self.fixed32Field { size &+= 1 &+ ProtobufSize.fixed32(value) }
    if let value = self.fixed64Field { size &+= 1 &+ ProtobufSize.fixed64(value) }
    if let value = self.sfixed32Field { size &+= 1 &+ ProtobufSize.sfixed32(value) }
    if let value = self.sfixed64Field { size &+= 1 &+ ProtobufSize.sfixed64(value) }
    if let value = self.boolField { size &+= 1 &+ ProtobufSize.bool(value) }
    if let value = self.stringField { size &+= 1 &+ ProtobufSize.string(value) }
    if let value = self.bytesField { size &+= 1 &+ ProtobufSize.byteString(value) }
    if let value = self.enumField { size &+= 2 &+ ProtobufSize.enumeration(value) }
    if let value = self.messageField { size &+= 2 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.messageField { writer.message(value); writer.tag(138) }
    if let value = self.enumField { writer.enumeration(value); writer.tag(128) }
    if let value = self.bytesField { writer.byteString(value); writer.tag(122) }
    if let value = self.stringField { writer.string(value); writer.tag(114) }
    if let value = self.boolField { writer.bool(value); writer.tag(104) }
    if let value = self.sfixed64Field { writer.sfixed64(value); writer.tag(97) }
    if let value = self.sfixed32Field { writer.sfixed32(value); writer.tag(93) }
    if let value = self.fixed64Field { writer.fixed64(value); writer.tag(81) }
    if let value = self.fixed32Field { writer.fixed32(value); writer.tag(77) }
    if let value = self.sint64Field { writer.sint64(value); writer.tag(64) }
    if let value = self.sint32Field { writer.sint32(value); writer.tag(56) }
    if let value = self.uint64Field { writer.uint64(value); writer.tag(48) }
    if let value = self.uint32Field { writer.uint32(value); writer.tag(40) }
    if let value = self.int64Field { writer.int64(value); writer.tag(32) }
    if let value = self.int32Field { writer.int32(value); writer.tag(24) }
    if let value = self.floatField { writer.float(value); writer.tag(21) }
    if let value = self.doubleField { writer.double(value); writer.tag(9) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("doubleField", "double_field", into: &self.doubleField)
    try json.scalar("floatField", "float_field", into: &self.floatField)
    try json.scalar("int32Field", "int32_field", into: &self.int32Field)
    try json.scalar("int64Field", "int64_field", into: &self.int64Field)
    try json.scalar("uint32Field", "uint32_field", into: &self.uint32Field)
    try json.scalar("uint64Field", "uint64_field", into: &self.uint64Field)
    try json.scalar("sint32Field", "sint32_field", into: &self.sint32Field)
    try json.scalar("sint64Field", "sint64_field", into: &self.sint64Field)
    try json.scalar("fixed32Field", "fixed32_field", into: &self.fixed32Field)
    try json.scalar("fixed64Field", "fixed64_field", into: &self.fixed64Field)
    try json.scalar("sfixed32Field", "sfixed32_field", into: &self.sfixed32Field)
    try json.scalar("sfixed64Field", "sfixed64_field", into: &self.sfixed64Field)
    try json.scalar("boolField", "bool_field", into: &self.boolField)
    try json.scalar("stringField", "string_field", into: &self.stringField)
    try json.scalar("bytesField", "bytes_field", into: &self.bytesField)
    try json.scalar("enumField", "enum_field", into: &self.enumField)
    try json.message("messageField", "message_field", into: &self.messageField)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("doubleField", self.doubleField)
    try json.scalar("floatField", self.floatField)
    try json.scalar("int32Field", self.int32Field)
    try json.scalar("int64Field", self.int64Field)
    try json.scalar("uint32Field", self.uint32Field)
    try json.scalar("uint64Field", self.uint64Field)
    try json.scalar("sint32Field", self.sint32Field)
    try json.scalar("sint64Field", self.sint64Field)
    try json.scalar("fixed32Field", self.fixed32Field)
    try json.scalar("fixed64Field", self.fixed64Field)
    try json.scalar("sfixed32Field", self.sfixed32Field)
    try json.scalar("sfixed64Field", self.sfixed64Field)
    try json.scalar("boolField", self.boolField)
    try json.scalar("stringField", self.stringField)
    try json.scalar("bytesField", self.bytesField)
    try json.scalar("enumField", self.enumField)
    try json.message("messageField", self.messageField)
  }
}

/// Repeated fields: numbers are packed unless they say otherwise.
internal struct Repeated: ProtobufMessage {
  internal var doubleField: [Double] = []
  internal var floatField: [Float] = []
  internal var int32Field: [Int32] = []
  internal var int64Field: [Int64] = []
  internal var uint32Field: [UInt32] = []
  internal var uint64Field: [UInt64] = []
  internal var sint32Field: [Int32] = []
  internal var sint64Field: [Int64] = []
  internal var fixed32Field: [UInt32] = []
  internal var fixed64Field: [UInt64] = []
  internal var sfixed32Field: [Int32] = []
  internal var sfixed64Field: [Int64] = []
  internal var boolField: [Bool] = []
  internal var stringField: [String] = []
  internal var bytesField: [[UInt8]] = []
  internal var enumField: [Colour] = []
  internal var messageField: [Leaf] = []
  internal var timestampField: [ProtobufTimestamp] = []
  internal var durationField: [ProtobufDuration] = []
  internal var looseInt32: [Int32] = []
  internal var looseFixed64: [UInt64] = []
  internal var looseEnum: [Colour] = []

  internal init() {}

  internal init(doubleField: [Double] = [], floatField: [Float] = [], int32Field: [Int32] = [], int64Field: [Int64] = [], uint32Field: [UInt32] = [], uint64Field: [UInt64] = [], sint32Field: [Int32] = [], sint64Field: [Int64] = [], fixed32Field: [UInt32] = [], fixed64Field: [UInt64] = [], sfixed32Field: [Int32] = [], sfixed64Field: [Int64] = [], boolField: [Bool] = [], stringField: [String] = [], bytesField: [[UInt8]] = [], enumField: [Colour] = [], messageField: [Leaf] = [], timestampField: [ProtobufTimestamp] = [], durationField: [ProtobufDuration] = [], looseInt32: [Int32] = [], looseFixed64: [UInt64] = [], looseEnum: [Colour] = []) {
    self.doubleField = doubleField
    self.floatField = floatField
    self.int32Field = int32Field
    self.int64Field = int64Field
    self.uint32Field = uint32Field
    self.uint64Field = uint64Field
    self.sint32Field = sint32Field
    self.sint64Field = sint64Field
    self.fixed32Field = fixed32Field
    self.fixed64Field = fixed64Field
    self.sfixed32Field = sfixed32Field
    self.sfixed64Field = sfixed64Field
    self.boolField = boolField
    self.stringField = stringField
    self.bytesField = bytesField
    self.enumField = enumField
    self.messageField = messageField
    self.timestampField = timestampField
    self.durationField = durationField
    self.looseInt32 = looseInt32
    self.looseFixed64 = looseFixed64
    self.looseEnum = looseEnum
  }

  internal static var protobufName: String { "entente.test.Repeated" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.doubleField.append(try reader.double())
      case 10:
        try reader.packed(into: &self.doubleField, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.double() }
      case 21: self.floatField.append(try reader.float())
      case 18:
        try reader.packed(into: &self.floatField, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.float() }
      case 24: self.int32Field.append(try reader.int32())
      case 26:
        try reader.packed(into: &self.int32Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() }
      case 32: self.int64Field.append(try reader.int64())
      case 34:
        try reader.packed(into: &self.int64Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int64() }
      case 40: self.uint32Field.append(try reader.uint32())
      case 42:
        try reader.packed(into: &self.uint32Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      case 48: self.uint64Field.append(try reader.uint64())
      case 50:
        try reader.packed(into: &self.uint64Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint64() }
      case 56: self.sint32Field.append(try reader.sint32())
      case 58:
        try reader.packed(into: &self.sint32Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint32() }
      case 64: self.sint64Field.append(try reader.sint64())
      case 66:
        try reader.packed(into: &self.sint64Field, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint64() }
      case 77: self.fixed32Field.append(try reader.fixed32())
      case 74:
        try reader.packed(into: &self.fixed32Field, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed32() }
      case 81: self.fixed64Field.append(try reader.fixed64())
      case 82:
        try reader.packed(into: &self.fixed64Field, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed64() }
      case 93: self.sfixed32Field.append(try reader.sfixed32())
      case 90:
        try reader.packed(into: &self.sfixed32Field, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed32() }
      case 97: self.sfixed64Field.append(try reader.sfixed64())
      case 98:
        try reader.packed(into: &self.sfixed64Field, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed64() }
      case 104: self.boolField.append(try reader.bool())
      case 106:
        try reader.packed(into: &self.boolField, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.bool() }
      case 114: self.stringField.append(try reader.string())
      case 122: self.bytesField.append(try reader.byteString())
      case 128: self.enumField.append(try reader.enumeration())
      case 130:
        try reader.packed(into: &self.enumField, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
      case 138: self.messageField.append(try reader.message())
      case 146: self.timestampField.append(try reader.message())
      case 154: self.durationField.append(try reader.message())
      case 160: self.looseInt32.append(try reader.int32())
      case 162:
        try reader.packed(into: &self.looseInt32, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() }
      case 169: self.looseFixed64.append(try reader.fixed64())
      case 170:
        try reader.packed(into: &self.looseFixed64, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed64() }
      case 176: self.looseEnum.append(try reader.enumeration())
      case 178:
        try reader.packed(into: &self.looseEnum, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.doubleField.isEmpty {
      let count = ProtobufSize.elements(self.doubleField, ProtobufSize.double)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.floatField.isEmpty {
      let count = ProtobufSize.elements(self.floatField, ProtobufSize.float)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.int32Field.isEmpty {
      let count = ProtobufSize.elements(self.int32Field, ProtobufSize.int32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.int64Field.isEmpty {
      let count = ProtobufSize.elements(self.int64Field, ProtobufSize.int64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.uint32Field.isEmpty {
      let count = ProtobufSize.elements(self.uint32Field, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.uint64Field.isEmpty {
      let count = ProtobufSize.elements(self.uint64Field, ProtobufSize.uint64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sint32Field.isEmpty {
      let count = ProtobufSize.elements(self.sint32Field, ProtobufSize.sint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sint64Field.isEmpty {
      let count = ProtobufSize.elements(self.sint64Field, ProtobufSize.sint64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.fixed32Field.isEmpty {
      let count = ProtobufSize.elements(self.fixed32Field, ProtobufSize.fixed32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.fixed64Field.isEmpty {
      let count = ProtobufSize.elements(self.fixed64Field, ProtobufSize.fixed64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sfixed32Field.isEmpty {
      let count = ProtobufSize.elements(self.sfixed32Field, ProtobufSize.sfixed32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sfixed64Field.isEmpty {
      let count = ProtobufSize.elements(self.sfixed64Field, ProtobufSize.sfixed64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.boolField.isEmpty {
      let count = ProtobufSize.elements(self.boolField, ProtobufSize.bool)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for value in self.stringField { size &+= 1 &+ ProtobufSize.string(value) }
    for value in self.bytesField { size &+= 1 &+ ProtobufSize.byteString(value) }
    if !self.enumField.isEmpty {
      let count = ProtobufSize.elements(self.enumField, ProtobufSize.enumeration)
      size &+= 2 &+ ProtobufSize.delimited(count)
    }
    for value in self.messageField { size &+= 2 &+ ProtobufSize.message(value) }
    for value in self.timestampField { size &+= 2 &+ ProtobufSize.message(value) }
    for value in self.durationField { size &+= 2 &+ ProtobufSize.message(value) }
    for value in self.looseInt32 { size &+= 2 &+ ProtobufSize.int32(value) }
    for value in self.looseFixed64 { size &+= 2 &+ ProtobufSize.fixed64(value) }
    for value in self.looseEnum { size &+= 2 &+ ProtobufSize.enumeration(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.looseEnum.reversed() { writer.enumeration(value); writer.tag(176) }
    for value in self.looseFixed64.reversed() { writer.fixed64(value); writer.tag(169) }
    for value in self.looseInt32.reversed() { writer.int32(value); writer.tag(160) }
    for value in self.durationField.reversed() { writer.message(value); writer.tag(154) }
    for value in self.timestampField.reversed() { writer.message(value); writer.tag(146) }
    for value in self.messageField.reversed() { writer.message(value); writer.tag(138) }
    if !self.enumField.isEmpty {
      writer.delimited { for value in self.enumField.reversed() { $0.enumeration(value) } }
      writer.tag(130)
    }
    for value in self.bytesField.reversed() { writer.byteString(value); writer.tag(122) }
    for value in self.stringField.reversed() { writer.string(value); writer.tag(114) }
    if !self.boolField.isEmpty {
      writer.delimited { for value in self.boolField.reversed() { $0.bool(value) } }
      writer.tag(106)
    }
    if !self.sfixed64Field.isEmpty {
      writer.delimited { for value in self.sfixed64Field.reversed() { $0.sfixed64(value) } }
      writer.tag(98)
    }
    if !self.sfixed32Field.isEmpty {
      writer.delimited { for value in self.sfixed32Field.reversed() { $0.sfixed32(value) } }
      writer.tag(90)
    }
    if !self.fixed64Field.isEmpty {
      writer.delimited { for value in self.fixed64Field.reversed() { $0.fixed64(value) } }
      writer.tag(82)
    }
    if !self.fixed32Field.isEmpty {
      writer.delimited { for value in self.fixed32Field.reversed() { $0.fixed32(value) } }
      writer.tag(74)
    }
    if !self.sint64Field.isEmpty {
      writer.delimited { for value in self.sint64Field.reversed() { $0.sint64(value) } }
      writer.tag(66)
    }
    if !self.sint32Field.isEmpty {
      writer.delimited { for value in self.sint32Field.reversed() { $0.sint32(value) } }
      writer.tag(58)
    }
    if !self.uint64Field.isEmpty {
      writer.delimited { for value in self.uint64Field.reversed() { $0.uint64(value) } }
      writer.tag(50)
    }
    if !self.uint32Field.isEmpty {
      writer.delimited { for value in self.uint32Field.reversed() { $0.uint32(value) } }
      writer.tag(42)
    }
    if !self.int64Field.isEmpty {
      writer.delimited { for value in self.int64Field.reversed() { $0.int64(value) } }
      writer.tag(34)
    }
    if !self.int32Field.isEmpty {
      writer.delimited { for value in self.int32Field.reversed() { $0.int32(value) } }
      writer.tag(26)
    }
    if !self.floatField.isEmpty {
      writer.delimited { for value in self.floatField.reversed() { $0.float(value) } }
      writer.tag(18)
    }
    if !self.doubleField.isEmpty {
      writer.delimited { for value in self.doubleField.reversed() { $0.double(value) } }
      writer.tag(10)
    }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalars("doubleField", "double_field", into: &self.doubleField)
    try json.scalars("floatField", "float_field", into: &self.floatField)
    try json.scalars("int32Field", "int32_field", into: &self.int32Field)
    try json.scalars("int64Field", "int64_field", into: &self.int64Field)
    try json.scalars("uint32Field", "uint32_field", into: &self.uint32Field)
    try json.scalars("uint64Field", "uint64_field", into: &self.uint64Field)
    try json.scalars("sint32Field", "sint32_field", into: &self.sint32Field)
    try json.scalars("sint64Field", "sint64_field", into: &self.sint64Field)
    try json.scalars("fixed32Field", "fixed32_field", into: &self.fixed32Field)
    try json.scalars("fixed64Field", "fixed64_field", into: &self.fixed64Field)
    try json.scalars("sfixed32Field", "sfixed32_field", into: &self.sfixed32Field)
    try json.scalars("sfixed64Field", "sfixed64_field", into: &self.sfixed64Field)
    try json.scalars("boolField", "bool_field", into: &self.boolField)
    try json.scalars("stringField", "string_field", into: &self.stringField)
    try json.scalars("bytesField", "bytes_field", into: &self.bytesField)
    try json.scalars("enumField", "enum_field", into: &self.enumField)
    try json.messages("messageField", "message_field", into: &self.messageField)
    try json.messages("timestampField", "timestamp_field", into: &self.timestampField)
    try json.messages("durationField", "duration_field", into: &self.durationField)
    try json.scalars("looseInt32", "loose_int32", into: &self.looseInt32)
    try json.scalars("looseFixed64", "loose_fixed64", into: &self.looseFixed64)
    try json.scalars("looseEnum", "loose_enum", into: &self.looseEnum)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalars("doubleField", self.doubleField)
    try json.scalars("floatField", self.floatField)
    try json.scalars("int32Field", self.int32Field)
    try json.scalars("int64Field", self.int64Field)
    try json.scalars("uint32Field", self.uint32Field)
    try json.scalars("uint64Field", self.uint64Field)
    try json.scalars("sint32Field", self.sint32Field)
    try json.scalars("sint64Field", self.sint64Field)
    try json.scalars("fixed32Field", self.fixed32Field)
    try json.scalars("fixed64Field", self.fixed64Field)
    try json.scalars("sfixed32Field", self.sfixed32Field)
    try json.scalars("sfixed64Field", self.sfixed64Field)
    try json.scalars("boolField", self.boolField)
    try json.scalars("stringField", self.stringField)
    try json.scalars("bytesField", self.bytesField)
    try json.scalars("enumField", self.enumField)
    try json.messages("messageField", self.messageField)
    try json.messages("timestampField", self.timestampField)
    try json.messages("durationField", self.durationField)
    try json.scalars("looseInt32", self.looseInt32)
    try json.scalars("looseFixed64", self.looseFixed64)
    try json.scalars("looseEnum", self.looseEnum)
  }
}

/// A map for each type of key and for each kind of value.
internal struct Maps: ProtobufMessage {
  internal var int32Double: [Int32: Double] = [:]
  internal var int64Float: [Int64: Float] = [:]
  internal var uint32Int32: [UInt32: Int32] = [:]
  internal var uint64Int64: [UInt64: Int64] = [:]
  internal var sint32Sint32: [Int32: Int32] = [:]
  internal var sint64Sint64: [Int64: Int64] = [:]
  internal var fixed32Fixed32: [UInt32: UInt32] = [:]
  internal var fixed64Fixed64: [UInt64: UInt64] = [:]
  internal var sfixed32Sfixed32: [Int32: Int32] = [:]
  internal var sfixed64Sfixed64: [Int64: Int64] = [:]
  internal var boolBool: [Bool: Bool] = [:]
  internal var stringString: [String: String] = [:]
  internal var stringBytes: [String: [UInt8]] = [:]
  internal var stringEnum: [String: Colour] = [:]
  internal var stringMessage: [String: Leaf] = [:]
  internal var stringTimestamp: [String: ProtobufTimestamp] = [:]
  internal var int32Duration: [Int32: ProtobufDuration] = [:]

  internal init() {}

  internal init(int32Double: [Int32: Double] = [:], int64Float: [Int64: Float] = [:], uint32Int32: [UInt32: Int32] = [:], uint64Int64: [UInt64: Int64] = [:], sint32Sint32: [Int32: Int32] = [:], sint64Sint64: [Int64: Int64] = [:], fixed32Fixed32: [UInt32: UInt32] = [:], fixed64Fixed64: [UInt64: UInt64] = [:], sfixed32Sfixed32: [Int32: Int32] = [:], sfixed64Sfixed64: [Int64: Int64] = [:], boolBool: [Bool: Bool] = [:], stringString: [String: String] = [:], stringBytes: [String: [UInt8]] = [:], stringEnum: [String: Colour] = [:], stringMessage: [String: Leaf] = [:], stringTimestamp: [String: ProtobufTimestamp] = [:], int32Duration: [Int32: ProtobufDuration] = [:]) {
    self.int32Double = int32Double
    self.int64Float = int64Float
    self.uint32Int32 = uint32Int32
    self.uint64Int64 = uint64Int64
    self.sint32Sint32 = sint32Sint32
    self.sint64Sint64 = sint64Sint64
    self.fixed32Fixed32 = fixed32Fixed32
    self.fixed64Fixed64 = fixed64Fixed64
    self.sfixed32Sfixed32 = sfixed32Sfixed32
    self.sfixed64Sfixed64 = sfixed64Sfixed64
    self.boolBool = boolBool
    self.stringString = stringString
    self.stringBytes = stringBytes
    self.stringEnum = stringEnum
    self.stringMessage = stringMessage
    self.stringTimestamp = stringTimestamp
    self.int32Duration = int32Duration
  }

  internal static var protobufName: String { "entente.test.Maps" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10:
        try reader.mapEntry(
          into: &self.int32Double, key: 0, value: 0,
          keyTag: 8, valueTag: 17,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() },
          readValue: { (reader: inout ProtobufReader, value: inout Double) throws(ProtobufError) in value = try reader.double() })
      case 18:
        try reader.mapEntry(
          into: &self.int64Float, key: 0, value: 0,
          keyTag: 8, valueTag: 21,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int64() },
          readValue: { (reader: inout ProtobufReader, value: inout Float) throws(ProtobufError) in value = try reader.float() })
      case 26:
        try reader.mapEntry(
          into: &self.uint32Int32, key: 0, value: 0,
          keyTag: 8, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() },
          readValue: { (reader: inout ProtobufReader, value: inout Int32) throws(ProtobufError) in value = try reader.int32() })
      case 34:
        try reader.mapEntry(
          into: &self.uint64Int64, key: 0, value: 0,
          keyTag: 8, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint64() },
          readValue: { (reader: inout ProtobufReader, value: inout Int64) throws(ProtobufError) in value = try reader.int64() })
      case 42:
        try reader.mapEntry(
          into: &self.sint32Sint32, key: 0, value: 0,
          keyTag: 8, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint32() },
          readValue: { (reader: inout ProtobufReader, value: inout Int32) throws(ProtobufError) in value = try reader.sint32() })
      case 50:
        try reader.mapEntry(
          into: &self.sint64Sint64, key: 0, value: 0,
          keyTag: 8, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint64() },
          readValue: { (reader: inout ProtobufReader, value: inout Int64) throws(ProtobufError) in value = try reader.sint64() })
      case 58:
        try reader.mapEntry(
          into: &self.fixed32Fixed32, key: 0, value: 0,
          keyTag: 13, valueTag: 21,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed32() },
          readValue: { (reader: inout ProtobufReader, value: inout UInt32) throws(ProtobufError) in value = try reader.fixed32() })
      case 66:
        try reader.mapEntry(
          into: &self.fixed64Fixed64, key: 0, value: 0,
          keyTag: 9, valueTag: 17,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed64() },
          readValue: { (reader: inout ProtobufReader, value: inout UInt64) throws(ProtobufError) in value = try reader.fixed64() })
      case 74:
        try reader.mapEntry(
          into: &self.sfixed32Sfixed32, key: 0, value: 0,
          keyTag: 13, valueTag: 21,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed32() },
          readValue: { (reader: inout ProtobufReader, value: inout Int32) throws(ProtobufError) in value = try reader.sfixed32() })
      case 82:
        try reader.mapEntry(
          into: &self.sfixed64Sfixed64, key: 0, value: 0,
          keyTag: 9, valueTag: 17,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed64() },
          readValue: { (reader: inout ProtobufReader, value: inout Int64) throws(ProtobufError) in value = try reader.sfixed64() })
      case 90:
        try reader.mapEntry(
          into: &self.boolBool, key: false, value: false,
          keyTag: 8, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.bool() },
          readValue: { (reader: inout ProtobufReader, value: inout Bool) throws(ProtobufError) in value = try reader.bool() })
      case 98:
        try reader.mapEntry(
          into: &self.stringString, key: "", value: "",
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout String) throws(ProtobufError) in value = try reader.string() })
      case 106:
        try reader.mapEntry(
          into: &self.stringBytes, key: "", value: [],
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout [UInt8]) throws(ProtobufError) in value = try reader.byteString() })
      case 114:
        try reader.mapEntry(
          into: &self.stringEnum, key: "", value: Colour(rawValue: 0),
          keyTag: 10, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout Colour) throws(ProtobufError) in value = try reader.enumeration() })
      case 122:
        try reader.mapEntry(
          into: &self.stringMessage, key: "", value: Leaf(),
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout Leaf) throws(ProtobufError) in try reader.message(into: &value) })
      case 130:
        try reader.mapEntry(
          into: &self.stringTimestamp, key: "", value: ProtobufTimestamp(),
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout ProtobufTimestamp) throws(ProtobufError) in try reader.message(into: &value) })
      case 138:
        try reader.mapEntry(
          into: &self.int32Duration, key: 0, value: ProtobufDuration(),
          keyTag: 8, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() },
          readValue: { (reader: inout ProtobufReader, value: inout ProtobufDuration) throws(ProtobufError) in try reader.message(into: &value) })
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    for (key, value) in self.int32Double {
      let count = 2 &+ ProtobufSize.int32(key) &+ ProtobufSize.double(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.int64Float {
      let count = 2 &+ ProtobufSize.int64(key) &+ ProtobufSize.float(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.uint32Int32 {
      let count = 2 &+ ProtobufSize.uint32(key) &+ ProtobufSize.int32(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.uint64Int64 {
      let count = 2 &+ ProtobufSize.uint64(key) &+ ProtobufSize.int64(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.sint32Sint32 {
      let count = 2 &+ ProtobufSize.sint32(key) &+ ProtobufSize.sint32(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.sint64Sint64 {
      let count = 2 &+ ProtobufSize.sint64(key) &+ ProtobufSize.sint64(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.fixed32Fixed32 {
      let count = 2 &+ ProtobufSize.fixed32(key) &+ ProtobufSize.fixed32(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.fixed64Fixed64 {
      let count = 2 &+ ProtobufSize.fixed64(key) &+ ProtobufSize.fixed64(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.sfixed32Sfixed32 {
      let count = 2 &+ ProtobufSize.sfixed32(key) &+ ProtobufSize.sfixed32(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.sfixed64Sfixed64 {
      let count = 2 &+ ProtobufSize.sfixed64(key) &+ ProtobufSize.sfixed64(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.boolBool {
      let count = 2 &+ ProtobufSize.bool(key) &+ ProtobufSize.bool(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.stringString {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.string(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.stringBytes {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.byteString(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.stringEnum {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.enumeration(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.stringMessage {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.message(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.stringTimestamp {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.message(value)
      size &+= 2 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.int32Duration {
      let count = 2 &+ ProtobufSize.int32(key) &+ ProtobufSize.message(value)
      size &+= 2 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for (key, value) in self.int32Duration.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.int32(key); $0.tag(8) }
      writer.tag(138)
    }
    for (key, value) in self.stringTimestamp.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(130)
    }
    for (key, value) in self.stringMessage.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(122)
    }
    for (key, value) in self.stringEnum.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.enumeration(value); $0.tag(16); $0.string(key); $0.tag(10) }
      writer.tag(114)
    }
    for (key, value) in self.stringBytes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.byteString(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(106)
    }
    for (key, value) in self.stringString.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.string(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(98)
    }
    for (key, value) in self.boolBool.sorted(by: { !$0.key && $1.key }).reversed() {
      writer.delimited { $0.bool(value); $0.tag(16); $0.bool(key); $0.tag(8) }
      writer.tag(90)
    }
    for (key, value) in self.sfixed64Sfixed64.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.sfixed64(value); $0.tag(17); $0.sfixed64(key); $0.tag(9) }
      writer.tag(82)
    }
    for (key, value) in self.sfixed32Sfixed32.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.sfixed32(value); $0.tag(21); $0.sfixed32(key); $0.tag(13) }
      writer.tag(74)
    }
    for (key, value) in self.fixed64Fixed64.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.fixed64(value); $0.tag(17); $0.fixed64(key); $0.tag(9) }
      writer.tag(66)
    }
    for (key, value) in self.fixed32Fixed32.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.fixed32(value); $0.tag(21); $0.fixed32(key); $0.tag(13) }
      writer.tag(58)
    }
    for (key, value) in self.sint64Sint64.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.sint64(value); $0.tag(16); $0.sint64(key); $0.tag(8) }
      writer.tag(50)
    }
    for (key, value) in self.sint32Sint32.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.sint32(value); $0.tag(16); $0.sint32(key); $0.tag(8) }
      writer.tag(42)
    }
    for (key, value) in self.uint64Int64.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.int64(value); $0.tag(16); $0.uint64(key); $0.tag(8) }
      writer.tag(34)
    }
    for (key, value) in self.uint32Int32.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.int32(value); $0.tag(16); $0.uint32(key); $0.tag(8) }
      writer.tag(26)
    }
    for (key, value) in self.int64Float.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.float(value); $0.tag(21); $0.int64(key); $0.tag(8) }
      writer.tag(18)
    }
    for (key, value) in self.int32Double.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.double(value); $0.tag(17); $0.int32(key); $0.tag(8) }
      writer.tag(10)
    }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.map("int32Double", "int32_double", into: &self.int32Double)
    try json.map("int64Float", "int64_float", into: &self.int64Float)
    try json.map("uint32Int32", "uint32_int32", into: &self.uint32Int32)
    try json.map("uint64Int64", "uint64_int64", into: &self.uint64Int64)
    try json.map("sint32Sint32", "sint32_sint32", into: &self.sint32Sint32)
    try json.map("sint64Sint64", "sint64_sint64", into: &self.sint64Sint64)
    try json.map("fixed32Fixed32", "fixed32_fixed32", into: &self.fixed32Fixed32)
    try json.map("fixed64Fixed64", "fixed64_fixed64", into: &self.fixed64Fixed64)
    try json.map("sfixed32Sfixed32", "sfixed32_sfixed32", into: &self.sfixed32Sfixed32)
    try json.map("sfixed64Sfixed64", "sfixed64_sfixed64", into: &self.sfixed64Sfixed64)
    try json.map("boolBool", "bool_bool", into: &self.boolBool)
    try json.map("stringString", "string_string", into: &self.stringString)
    try json.map("stringBytes", "string_bytes", into: &self.stringBytes)
    try json.map("stringEnum", "string_enum", into: &self.stringEnum)
    try json.messageMap("stringMessage", "string_message", into: &self.stringMessage)
    try json.messageMap("stringTimestamp", "string_timestamp", into: &self.stringTimestamp)
    try json.messageMap("int32Duration", "int32_duration", into: &self.int32Duration)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.map("int32Double", self.int32Double)
    try json.map("int64Float", self.int64Float)
    try json.map("uint32Int32", self.uint32Int32)
    try json.map("uint64Int64", self.uint64Int64)
    try json.map("sint32Sint32", self.sint32Sint32)
    try json.map("sint64Sint64", self.sint64Sint64)
    try json.map("fixed32Fixed32", self.fixed32Fixed32)
    try json.map("fixed64Fixed64", self.fixed64Fixed64)
    try json.map("sfixed32Sfixed32", self.sfixed32Sfixed32)
    try json.map("sfixed64Sfixed64", self.sfixed64Sfixed64)
    try json.map("boolBool", self.boolBool)
    try json.map("stringString", self.stringString)
    try json.map("stringBytes", self.stringBytes)
    try json.map("stringEnum", self.stringEnum)
    try json.messageMap("stringMessage", self.stringMessage)
    try json.messageMap("stringTimestamp", self.stringTimestamp)
    try json.messageMap("int32Duration", self.int32Duration)
  }
}

/// A choice of one.
internal struct Choice: ProtobufMessage {
  /// Before the oneof.
  internal var before: String = ""
  /// What was chosen.
  internal var chosenValue: ChosenValueOneof? = nil
  internal var after: String = ""
  /// A second one, to see that they do not mix.
  internal var other: OtherOneof? = nil

  internal init() {}

  internal init(before: String = "", chosenValue: ChosenValueOneof? = nil, after: String = "", other: OtherOneof? = nil) {
    self.before = before
    self.chosenValue = chosenValue
    self.after = after
    self.other = other
  }

  internal indirect enum ChosenValueOneof: Hashable, Sendable {
    /// The first case.
    case int32Case(Int32)
    case doubleCase(Double)
    case boolCase(Bool)
    case stringCase(String)
    case bytesCase([UInt8])
    case enumCase(Colour)
    case messageCase(Leaf)
    /// Recursive.
    case choiceCase(Choice)
    case timestampCase(ProtobufTimestamp)
    case durationCase(ProtobufDuration)
    case sint64Case(Int64)
    case fixed64Case(UInt64)
  }

  internal enum OtherOneof: Hashable, Sendable {
    case left(String)
    case right(String)
  }

  internal static var protobufName: String { "entente.test.Choice" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.before = try reader.string()
      case 16: self.chosenValue = ChosenValueOneof.int32Case(try reader.int32())
      case 25: self.chosenValue = ChosenValueOneof.doubleCase(try reader.double())
      case 32: self.chosenValue = ChosenValueOneof.boolCase(try reader.bool())
      case 42: self.chosenValue = ChosenValueOneof.stringCase(try reader.string())
      case 50: self.chosenValue = ChosenValueOneof.bytesCase(try reader.byteString())
      case 56: self.chosenValue = ChosenValueOneof.enumCase(try reader.enumeration())
      case 66:
        var value = Leaf()
        if case .messageCase(let held)? = self.chosenValue { value = held }
        self.chosenValue = nil
        try reader.message(into: &value)
        self.chosenValue = ChosenValueOneof.messageCase(value)
      case 74:
        var value = Choice()
        if case .choiceCase(let held)? = self.chosenValue { value = held }
        self.chosenValue = nil
        try reader.message(into: &value)
        self.chosenValue = ChosenValueOneof.choiceCase(value)
      case 82:
        var value = ProtobufTimestamp()
        if case .timestampCase(let held)? = self.chosenValue { value = held }
        self.chosenValue = nil
        try reader.message(into: &value)
        self.chosenValue = ChosenValueOneof.timestampCase(value)
      case 90:
        var value = ProtobufDuration()
        if case .durationCase(let held)? = self.chosenValue { value = held }
        self.chosenValue = nil
        try reader.message(into: &value)
        self.chosenValue = ChosenValueOneof.durationCase(value)
      case 96: self.chosenValue = ChosenValueOneof.sint64Case(try reader.sint64())
      case 105: self.chosenValue = ChosenValueOneof.fixed64Case(try reader.fixed64())
      case 114: self.after = try reader.string()
      case 122: self.other = OtherOneof.left(try reader.string())
      case 130: self.other = OtherOneof.right(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.before.isEmpty { size &+= 1 &+ ProtobufSize.string(self.before) }
    if case .int32Case(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.int32(value) }
    if case .doubleCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.double(value) }
    if case .boolCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.bool(value) }
    if case .stringCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.string(value) }
    if case .bytesCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.byteString(value) }
    if case .enumCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.enumeration(value) }
    if case .messageCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.message(value) }
    if case .choiceCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.message(value) }
    if case .timestampCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.message(value) }
    if case .durationCase(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.message(value) }
    if case .sint64Case(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.sint64(value) }
    if case .fixed64Case(let value)? = self.chosenValue { size &+= 1 &+ ProtobufSize.fixed64(value) }
    if !self.after.isEmpty { size &+= 1 &+ ProtobufSize.string(self.after) }
    if case .left(let value)? = self.other { size &+= 1 &+ ProtobufSize.string(value) }
    if case .right(let value)? = self.other { size &+= 2 &+ ProtobufSize.string(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if case .right(let value)? = self.other { writer.string(value); writer.tag(130) }
    if case .left(let value)? = self.other { writer.string(value); writer.tag(122) }
    if !self.after.isEmpty { writer.string(self.after); writer.tag(114) }
    if case .fixed64Case(let value)? = self.chosenValue { writer.fixed64(value); writer.tag(105) }
    if case .sint64Case(let value)? = self.chosenValue { writer.sint64(value); writer.tag(96) }
    if case .durationCase(let value)? = self.chosenValue { writer.message(value); writer.tag(90) }
    if case .timestampCase(let value)? = self.chosenValue { writer.message(value); writer.tag(82) }
    if case .choiceCase(let value)? = self.chosenValue { writer.message(value); writer.tag(74) }
    if case .messageCase(let value)? = self.chosenValue { writer.message(value); writer.tag(66) }
    if case .enumCase(let value)? = self.chosenValue { writer.enumeration(value); writer.tag(56) }
    if case .bytesCase(let value)? = self.chosenValue { writer.byteString(value); writer.tag(50) }
    if case .stringCase(let value)? = self.chosenValue { writer.string(value); writer.tag(42) }
    if case .boolCase(let value)? = self.chosenValue { writer.bool(value); writer.tag(32) }
    if case .doubleCase(let value)? = self.chosenValue { writer.double(value); writer.tag(25) }
    if case .int32Case(let value)? = self.chosenValue { writer.int32(value); writer.tag(16) }
    if !self.before.isEmpty { writer.string(self.before); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("before", "before", into: &self.before)
    do {
      var value: Int32?
      try json.scalar("int32Case", "int32_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "int32Case")
        self.chosenValue = ChosenValueOneof.int32Case(value)
      }
    }
    do {
      var value: Double?
      try json.scalar("doubleCase", "double_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "doubleCase")
        self.chosenValue = ChosenValueOneof.doubleCase(value)
      }
    }
    do {
      var value: Bool?
      try json.scalar("boolCase", "bool_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "boolCase")
        self.chosenValue = ChosenValueOneof.boolCase(value)
      }
    }
    do {
      var value: String?
      try json.scalar("stringCase", "string_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "stringCase")
        self.chosenValue = ChosenValueOneof.stringCase(value)
      }
    }
    do {
      var value: [UInt8]?
      try json.scalar("bytesCase", "bytes_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "bytesCase")
        self.chosenValue = ChosenValueOneof.bytesCase(value)
      }
    }
    do {
      var value: Colour?
      try json.scalar("enumCase", "enum_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "enumCase")
        self.chosenValue = ChosenValueOneof.enumCase(value)
      }
    }
    do {
      var value: Leaf?
      try json.message("messageCase", "message_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "messageCase")
        self.chosenValue = ChosenValueOneof.messageCase(value)
      }
    }
    do {
      var value: Choice?
      try json.message("choiceCase", "choice_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "choiceCase")
        self.chosenValue = ChosenValueOneof.choiceCase(value)
      }
    }
    do {
      var value: ProtobufTimestamp?
      try json.message("timestampCase", "timestamp_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "timestampCase")
        self.chosenValue = ChosenValueOneof.timestampCase(value)
      }
    }
    do {
      var value: ProtobufDuration?
      try json.message("durationCase", "duration_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "durationCase")
        self.chosenValue = ChosenValueOneof.durationCase(value)
      }
    }
    do {
      var value: Int64?
      try json.scalar("sint64Case", "sint64_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "sint64Case")
        self.chosenValue = ChosenValueOneof.sint64Case(value)
      }
    }
    do {
      var value: UInt64?
      try json.scalar("fixed64Case", "fixed64_case", into: &value)
      if let value {
        try json.expectOnly(self.chosenValue == nil, "fixed64Case")
        self.chosenValue = ChosenValueOneof.fixed64Case(value)
      }
    }
    try json.scalar("after", "after", into: &self.after)
    do {
      var value: String?
      try json.scalar("left", "left", into: &value)
      if let value {
        try json.expectOnly(self.other == nil, "left")
        self.other = OtherOneof.left(value)
      }
    }
    do {
      var value: String?
      try json.scalar("right", "right", into: &value)
      if let value {
        try json.expectOnly(self.other == nil, "right")
        self.other = OtherOneof.right(value)
      }
    }
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("before", self.before)
    if case .int32Case(let value)? = self.chosenValue {
      try json.scalar("int32Case", Swift.Optional(value))
    }
    if case .doubleCase(let value)? = self.chosenValue {
      try json.scalar("doubleCase", Swift.Optional(value))
    }
    if case .boolCase(let value)? = self.chosenValue {
      try json.scalar("boolCase", Swift.Optional(value))
    }
    if case .stringCase(let value)? = self.chosenValue {
      try json.scalar("stringCase", Swift.Optional(value))
    }
    if case .bytesCase(let value)? = self.chosenValue {
      try json.scalar("bytesCase", Swift.Optional(value))
    }
    if case .enumCase(let value)? = self.chosenValue {
      try json.scalar("enumCase", Swift.Optional(value))
    }
    if case .messageCase(let value)? = self.chosenValue {
      try json.message("messageCase", Swift.Optional(value))
    }
    if case .choiceCase(let value)? = self.chosenValue {
      try json.message("choiceCase", Swift.Optional(value))
    }
    if case .timestampCase(let value)? = self.chosenValue {
      try json.message("timestampCase", Swift.Optional(value))
    }
    if case .durationCase(let value)? = self.chosenValue {
      try json.message("durationCase", Swift.Optional(value))
    }
    if case .sint64Case(let value)? = self.chosenValue {
      try json.scalar("sint64Case", Swift.Optional(value))
    }
    if case .fixed64Case(let value)? = self.chosenValue {
      try json.scalar("fixed64Case", Swift.Optional(value))
    }
    try json.scalar("after", self.after)
    if case .left(let value)? = self.other {
      try json.scalar("left", Swift.Optional(value))
    }
    if case .right(let value)? = self.other {
      try json.scalar("right", Swift.Optional(value))
    }
  }
}

/// A message that holds its own kind, by every way there is.
internal struct Tree: ProtobufMessage {
  internal var name: String = ""
  internal var left: Tree? {
    get { _left.first }
    _modify {
      var message = _left.popLast()
      defer { _left = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _left: [Tree] = []
  internal var right: Tree? {
    get { _right.first }
    _modify {
      var message = _right.popLast()
      defer { _right = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _right: [Tree] = []
  internal var children: [Tree] = []
  internal var byName: [String: Tree] = [:]
  /// And by way of another message.
  internal var cycle: Cycle? {
    get { _cycle.first }
    _modify {
      var message = _cycle.popLast()
      defer { _cycle = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _cycle: [Cycle] = []

  internal init() {}

  internal init(name: String = "", left: Tree? = nil, right: Tree? = nil, children: [Tree] = [], byName: [String: Tree] = [:], cycle: Cycle? = nil) {
    self.name = name
    self.left = left
    self.right = right
    self.children = children
    self.byName = byName
    self.cycle = cycle
  }

  internal static var protobufName: String { "entente.test.Tree" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 18: try reader.message(into: &self.left)
      case 26: try reader.message(into: &self.right)
      case 34: self.children.append(try reader.message())
      case 42:
        try reader.mapEntry(
          into: &self.byName, key: "", value: Tree(),
          keyTag: 10, valueTag: 18,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout Tree) throws(ProtobufError) in try reader.message(into: &value) })
      case 50: try reader.message(into: &self.cycle)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if let value = self.left { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.right { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.children { size &+= 1 &+ ProtobufSize.message(value) }
    for (key, value) in self.byName {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.message(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if let value = self.cycle { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.cycle { writer.message(value); writer.tag(50) }
    for (key, value) in self.byName.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(42)
    }
    for value in self.children.reversed() { writer.message(value); writer.tag(34) }
    if let value = self.right { writer.message(value); writer.tag(26) }
    if let value = self.left { writer.message(value); writer.tag(18) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.message("left", "left", into: &self.left)
    try json.message("right", "right", into: &self.right)
    try json.messages("children", "children", into: &self.children)
    try json.messageMap("byName", "by_name", into: &self.byName)
    try json.message("cycle", "cycle", into: &self.cycle)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.message("left", self.left)
    try json.message("right", self.right)
    try json.messages("children", self.children)
    try json.messageMap("byName", self.byName)
    try json.message("cycle", self.cycle)
  }
}

internal struct Cycle: ProtobufMessage {
  internal var depth: Int32 = 0
  internal var tree: Tree? {
    get { _tree.first }
    _modify {
      var message = _tree.popLast()
      defer { _tree = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _tree: [Tree] = []

  internal init() {}

  internal init(depth: Int32 = 0, tree: Tree? = nil) {
    self.depth = depth
    self.tree = tree
  }

  internal static var protobufName: String { "entente.test.Cycle" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.depth = try reader.int32()
      case 18: try reader.message(into: &self.tree)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if self.depth != 0 { size &+= 1 &+ ProtobufSize.int32(self.depth) }
    if let value = self.tree { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.tree { writer.message(value); writer.tag(18) }
    if self.depth != 0 { writer.int32(self.depth); writer.tag(8) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("depth", "depth", into: &self.depth)
    try json.message("tree", "tree", into: &self.tree)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("depth", self.depth)
    try json.message("tree", self.tree)
  }
}

internal struct Leaf: ProtobufMessage {
  internal var name: String = ""
  internal var number: Int64 = 0

  internal init() {}

  internal init(name: String = "", number: Int64 = 0) {
    self.name = name
    self.number = number
  }

  internal static var protobufName: String { "entente.test.Leaf" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 16: self.number = try reader.int64()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if self.number != 0 { size &+= 1 &+ ProtobufSize.int64(self.number) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.number != 0 { writer.int64(self.number); writer.tag(16) }
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

/// Types inside types.
internal struct Outer: ProtobufMessage {
  internal var middle: Outer.Middle? = nil
  internal var inners: [Outer.Middle.Inner] = []

  internal init() {}

  internal init(middle: Outer.Middle? = nil, inners: [Outer.Middle.Inner] = []) {
    self.middle = middle
    self.inners = inners
  }

  internal struct Middle: ProtobufMessage {
    internal var inner: Outer.Middle.Inner? = nil

    internal init() {}

    internal init(inner: Outer.Middle.Inner? = nil) {
      self.inner = inner
    }

    internal enum Kind: ProtobufEnum {
      case unspecified
      case odd
      case even
      /// A number that the schema did not name when this was generated.
      case unrecognized(Int32)

      internal init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .odd
        case 2: self = .even
        default: self = .unrecognized(rawValue)
        }
      }

      internal var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .odd: 1
        case .even: 2
        case .unrecognized(let rawValue): rawValue
        }
      }

      internal var protobufName: String? {
        switch rawValue {
        case 0: "KIND_UNSPECIFIED"
        case 1: "KIND_ODD"
        case 2: "KIND_EVEN"
        default: nil
        }
      }

      internal init?(protobufName: String) {
        switch protobufName {
        case "KIND_UNSPECIFIED": self.init(rawValue: 0)
        case "KIND_ODD": self.init(rawValue: 1)
        case "KIND_EVEN": self.init(rawValue: 2)
        default: return nil
        }
      }
    }

    internal struct Inner: ProtobufMessage {
      internal var kind: Outer.Middle.Kind = Outer.Middle.Kind(rawValue: 0)
      internal var kinds: [Outer.Middle.Kind] = []

      internal init() {}

      internal init(kind: Outer.Middle.Kind = Outer.Middle.Kind(rawValue: 0), kinds: [Outer.Middle.Kind] = []) {
        self.kind = kind
        self.kinds = kinds
      }

      internal static var protobufName: String { "entente.test.Outer.Middle.Inner" }

      internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
        while true {
          let tag = try reader.nextTag()
          switch tag {
          case 0: return
          case 8: self.kind = try reader.enumeration()
          case 16: self.kinds.append(try reader.enumeration())
          case 18:
            try reader.packed(into: &self.kinds, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
          default: try reader.skip(tag)
          }
        }
      }

      internal var protobufSize: Int {
        var size = 0
        if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
        if !self.kinds.isEmpty {
          let count = ProtobufSize.elements(self.kinds, ProtobufSize.enumeration)
          size &+= 1 &+ ProtobufSize.delimited(count)
        }
        return size
      }

      internal func write(into writer: inout ProtobufWriter) {
        if !self.kinds.isEmpty {
          writer.delimited { for value in self.kinds.reversed() { $0.enumeration(value) } }
          writer.tag(18)
        }
        if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(8) }
      }

      internal init(from decoder: any Swift.Decoder) throws {
        let json = try ProtobufJSONReader(decoder)
        try json.scalar("kind", "kind", into: &self.kind)
        try json.scalars("kinds", "kinds", into: &self.kinds)
      }

      internal func encode(to encoder: any Swift.Encoder) throws {
        var json = ProtobufJSONWriter(encoder)
        try json.scalar("kind", self.kind)
        try json.scalars("kinds", self.kinds)
      }
    }

    internal static var protobufName: String { "entente.test.Outer.Middle" }

    internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: try reader.message(into: &self.inner)
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Int {
      var size = 0
      if let value = self.inner { size &+= 1 &+ ProtobufSize.message(value) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if let value = self.inner { writer.message(value); writer.tag(10) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.message("inner", "inner", into: &self.inner)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.message("inner", self.inner)
    }
  }

  internal static var protobufName: String { "entente.test.Outer" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.middle)
      case 18: self.inners.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.middle { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.inners { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.inners.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.middle { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("middle", "middle", into: &self.middle)
    try json.messages("inners", "inners", into: &self.inners)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("middle", self.middle)
    try json.messages("inners", self.inners)
  }
}

/// Names that Swift or the generated code has a use of its own for.
internal struct AwkwardNames: ProtobufMessage {
  internal var `default`: String = ""
  internal var `in`: String = ""
  internal var `class`: String = ""
  internal var self_: String = ""
  internal var init_: String = ""
  internal var size: UInt64 = 0
  internal var tag: UInt32 = 0
  internal var value: String = ""
  internal var reader: [String] = []
  internal var writer: [Int32] = []
  internal var encoder: String = ""
  internal var decoder: String = ""
  internal var json: String? = nil
  internal var key: String = ""
  internal var count: [Int32] = []
  internal var type: AwkwardNames.Type_ = AwkwardNames.Type_(rawValue: 0)
  internal var fields: [String: Int32] = [:]
  internal var protobufSize_: Bool = false
  internal var protobufName_: Bool = false
  internal var hashValue_: Int32 = 0
  internal var iso2: String = ""
  internal var page2Token: String = ""
  internal var `switch`: SwitchOneof? = nil
  internal var `return`: Leaf? = nil
  internal var _3d: String = ""
  internal var _1: String = ""
  internal var __: String = ""
  internal var protobuf_: [UInt8] = []
  internal var allOrNothing: AllOrNothingOneof? = nil

  internal init() {}

  internal init(`default`: String = "", `in`: String = "", `class`: String = "", self_: String = "", init_: String = "", size: UInt64 = 0, tag: UInt32 = 0, value: String = "", reader: [String] = [], writer: [Int32] = [], encoder: String = "", decoder: String = "", json: String? = nil, key: String = "", count: [Int32] = [], type: AwkwardNames.Type_ = AwkwardNames.Type_(rawValue: 0), fields: [String: Int32] = [:], protobufSize_: Bool = false, protobufName_: Bool = false, hashValue_: Int32 = 0, iso2: String = "", page2Token: String = "", `switch`: SwitchOneof? = nil, `return`: Leaf? = nil, _3d: String = "", _1: String = "", __: String = "", protobuf_: [UInt8] = [], allOrNothing: AllOrNothingOneof? = nil) {
    self.`default` = `default`
    self.`in` = `in`
    self.`class` = `class`
    self.self_ = self_
    self.init_ = init_
    self.size = size
    self.tag = tag
    self.value = value
    self.reader = reader
    self.writer = writer
    self.encoder = encoder
    self.decoder = decoder
    self.json = json
    self.key = key
    self.count = count
    self.type = type
    self.fields = fields
    self.protobufSize_ = protobufSize_
    self.protobufName_ = protobufName_
    self.hashValue_ = hashValue_
    self.iso2 = iso2
    self.page2Token = page2Token
    self.`switch` = `switch`
    self.`return` = `return`
    self._3d = _3d
    self._1 = _1
    self.__ = __
    self.protobuf_ = protobuf_
    self.allOrNothing = allOrNothing
  }

  internal indirect enum SwitchOneof: Hashable, Sendable {
    case `case`(String)
    case `func`(AwkwardNames)
  }

  internal enum AllOrNothingOneof: Hashable, Sendable {
    case some(String)
    case none(String)
  }

  internal enum Type_: ProtobufEnum {
    case unspecified
    case `default`
    case self_
    case unrecognized_
    case type2d
    case type
    case ___
    /// A number that the schema did not name when this was generated.
    case unrecognized(Int32)

    internal init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .`default`
      case 2: self = .self_
      case 3: self = .unrecognized_
      case 4: self = .type2d
      case 5: self = .type
      case 6: self = .___
      default: self = .unrecognized(rawValue)
      }
    }

    internal var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .`default`: 1
      case .self_: 2
      case .unrecognized_: 3
      case .type2d: 4
      case .type: 5
      case .___: 6
      case .unrecognized(let rawValue): rawValue
      }
    }

    internal var protobufName: String? {
      switch rawValue {
      case 0: "TYPE_UNSPECIFIED"
      case 1: "TYPE_DEFAULT"
      case 2: "TYPE_SELF"
      case 3: "TYPE_UNRECOGNIZED"
      case 4: "TYPE_2D"
      case 5: "TYPE_"
      case 6: "__"
      default: nil
      }
    }

    internal init?(protobufName: String) {
      switch protobufName {
      case "TYPE_UNSPECIFIED": self.init(rawValue: 0)
      case "TYPE_DEFAULT": self.init(rawValue: 1)
      case "TYPE_SELF": self.init(rawValue: 2)
      case "TYPE_UNRECOGNIZED": self.init(rawValue: 3)
      case "TYPE_2D": self.init(rawValue: 4)
      case "TYPE_": self.init(rawValue: 5)
      case "__": self.init(rawValue: 6)
      default: return nil
      }
    }
  }

  internal static var protobufName: String { "entente.test.AwkwardNames" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.`default` = try reader.string()
      case 18: self.`in` = try reader.string()
      case 26: self.`class` = try reader.string()
      case 34: self.self_ = try reader.string()
      case 42: self.init_ = try reader.string()
      case 48: self.size = try reader.uint64()
      case 56: self.tag = try reader.uint32()
      case 66: self.value = try reader.string()
      case 74: self.reader.append(try reader.string())
      case 80: self.writer.append(try reader.int32())
      case 82:
        try reader.packed(into: &self.writer, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() }
      case 90: self.encoder = try reader.string()
      case 98: self.decoder = try reader.string()
      case 106: self.json = try reader.string()
      case 114: self.key = try reader.string()
      case 120: self.count.append(try reader.sint32())
      case 122:
        try reader.packed(into: &self.count, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint32() }
      case 128: self.type = try reader.enumeration()
      case 138:
        try reader.mapEntry(
          into: &self.fields, key: "", value: 0,
          keyTag: 10, valueTag: 16,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout Int32) throws(ProtobufError) in value = try reader.int32() })
      case 144: self.protobufSize_ = try reader.bool()
      case 152: self.protobufName_ = try reader.bool()
      case 160: self.hashValue_ = try reader.int32()
      case 170: self.iso2 = try reader.string()
      case 178: self.page2Token = try reader.string()
      case 186: self.`switch` = SwitchOneof.`case`(try reader.string())
      case 194:
        var value = AwkwardNames()
        if case .`func`(let held)? = self.`switch` { value = held }
        self.`switch` = nil
        try reader.message(into: &value)
        self.`switch` = SwitchOneof.`func`(value)
      case 202: try reader.message(into: &self.`return`)
      case 210: self._3d = try reader.string()
      case 218: self._1 = try reader.string()
      case 226: self.__ = try reader.string()
      case 234: self.protobuf_ = try reader.byteString()
      case 242: self.allOrNothing = AllOrNothingOneof.some(try reader.string())
      case 250: self.allOrNothing = AllOrNothingOneof.none(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.`default`.isEmpty { size &+= 1 &+ ProtobufSize.string(self.`default`) }
    if !self.`in`.isEmpty { size &+= 1 &+ ProtobufSize.string(self.`in`) }
    if !self.`class`.isEmpty { size &+= 1 &+ ProtobufSize.string(self.`class`) }
    if !self.self_.isEmpty { size &+= 1 &+ ProtobufSize.string(self.self_) }
    if !self.init_.isEmpty { size &+= 1 &+ ProtobufSize.string(self.init_) }
    if self.size != 0 { size &+= 1 &+ ProtobufSize.uint64(self.size) }
    if self.tag != 0 { size &+= 1 &+ ProtobufSize.uint32(self.tag) }
    if !self.value.isEmpty { size &+= 1 &+ ProtobufSize.string(self.value) }
    for value in self.reader { size &+= 1 &+ ProtobufSize.string(value) }
    if !self.writer.isEmpty {
      let count = ProtobufSize.elements(self.writer, ProtobufSize.int32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.encoder.isEmpty { size &+= 1 &+ ProtobufSize.string(self.encoder) }
    if !self.decoder.isEmpty { size &+= 1 &+ ProtobufSize.string(self.decoder) }
    if let value = self.json { size &+= 1 &+ ProtobufSize.string(value) }
    if !self.key.isEmpty { size &+= 1 &+ ProtobufSize.string(self.key) }
    if !self.count.isEmpty {
      let count = ProtobufSize.elements(self.count, ProtobufSize.sint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if self.type.rawValue != 0 { size &+= 2 &+ ProtobufSize.enumeration(self.type) }
    for (key, value) in self.fields {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.int32(value)
      size &+= 2 &+ ProtobufSize.delimited(count)
    }
    if self.protobufSize_ { size &+= 2 &+ ProtobufSize.bool(self.protobufSize_) }
    if self.protobufName_ { size &+= 2 &+ ProtobufSize.bool(self.protobufName_) }
    if self.hashValue_ != 0 { size &+= 2 &+ ProtobufSize.int32(self.hashValue_) }
    if !self.iso2.isEmpty { size &+= 2 &+ ProtobufSize.string(self.iso2) }
    if !self.page2Token.isEmpty { size &+= 2 &+ ProtobufSize.string(self.page2Token) }
    if case .`case`(let value)? = self.`switch` { size &+= 2 &+ ProtobufSize.string(value) }
    if case .`func`(let value)? = self.`switch` { size &+= 2 &+ ProtobufSize.message(value) }
    if let value = self.`return` { size &+= 2 &+ ProtobufSize.message(value) }
    if !self._3d.isEmpty { size &+= 2 &+ ProtobufSize.string(self._3d) }
    if !self._1.isEmpty { size &+= 2 &+ ProtobufSize.string(self._1) }
    if !self.__.isEmpty { size &+= 2 &+ ProtobufSize.string(self.__) }
    if !self.protobuf_.isEmpty { size &+= 2 &+ ProtobufSize.byteString(self.protobuf_) }
    if case .some(let value)? = self.allOrNothing { size &+= 2 &+ ProtobufSize.string(value) }
    if case .none(let value)? = self.allOrNothing { size &+= 2 &+ ProtobufSize.string(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if case .none(let value)? = self.allOrNothing { writer.string(value); writer.tag(250) }
    if case .some(let value)? = self.allOrNothing { writer.string(value); writer.tag(242) }
    if !self.protobuf_.isEmpty { writer.byteString(self.protobuf_); writer.tag(234) }
    if !self.__.isEmpty { writer.string(self.__); writer.tag(226) }
    if !self._1.isEmpty { writer.string(self._1); writer.tag(218) }
    if !self._3d.isEmpty { writer.string(self._3d); writer.tag(210) }
    if let value = self.`return` { writer.message(value); writer.tag(202) }
    if case .`func`(let value)? = self.`switch` { writer.message(value); writer.tag(194) }
    if case .`case`(let value)? = self.`switch` { writer.string(value); writer.tag(186) }
    if !self.page2Token.isEmpty { writer.string(self.page2Token); writer.tag(178) }
    if !self.iso2.isEmpty { writer.string(self.iso2); writer.tag(170) }
    if self.hashValue_ != 0 { writer.int32(self.hashValue_); writer.tag(160) }
    if self.protobufName_ { writer.bool(self.protobufName_); writer.tag(152) }
    if self.protobufSize_ { writer.bool(self.protobufSize_); writer.tag(144) }
    for (key, value) in self.fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
      writer.delimited { $0.int32(value); $0.tag(16); $0.string(key); $0.tag(10) }
      writer.tag(138)
    }
    if self.type.rawValue != 0 { writer.enumeration(self.type); writer.tag(128) }
    if !self.count.isEmpty {
      writer.delimited { for value in self.count.reversed() { $0.sint32(value) } }
      writer.tag(122)
    }
    if !self.key.isEmpty { writer.string(self.key); writer.tag(114) }
    if let value = self.json { writer.string(value); writer.tag(106) }
    if !self.decoder.isEmpty { writer.string(self.decoder); writer.tag(98) }
    if !self.encoder.isEmpty { writer.string(self.encoder); writer.tag(90) }
    if !self.writer.isEmpty {
      writer.delimited { for value in self.writer.reversed() { $0.int32(value) } }
      writer.tag(82)
    }
    for value in self.reader.reversed() { writer.string(value); writer.tag(74) }
    if !self.value.isEmpty { writer.string(self.value); writer.tag(66) }
    if self.tag != 0 { writer.uint32(self.tag); writer.tag(56) }
    if self.size != 0 { writer.uint64(self.size); writer.tag(48) }
    if !self.init_.isEmpty { writer.string(self.init_); writer.tag(42) }
    if !self.self_.isEmpty { writer.string(self.self_); writer.tag(34) }
    if !self.`class`.isEmpty { writer.string(self.`class`); writer.tag(26) }
    if !self.`in`.isEmpty { writer.string(self.`in`); writer.tag(18) }
    if !self.`default`.isEmpty { writer.string(self.`default`); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("default", "default", into: &self.`default`)
    try json.scalar("in", "in", into: &self.`in`)
    try json.scalar("class", "class", into: &self.`class`)
    try json.scalar("self", "self", into: &self.self_)
    try json.scalar("init", "init", into: &self.init_)
    try json.scalar("size", "size", into: &self.size)
    try json.scalar("tag", "tag", into: &self.tag)
    try json.scalar("value", "value", into: &self.value)
    try json.scalars("reader", "reader", into: &self.reader)
    try json.scalars("writer", "writer", into: &self.writer)
    try json.scalar("encoder", "encoder", into: &self.encoder)
    try json.scalar("decoder", "decoder", into: &self.decoder)
    try json.scalar("json", "json", into: &self.json)
    try json.scalar("key", "key", into: &self.key)
    try json.scalars("count", "count", into: &self.count)
    try json.scalar("type", "type", into: &self.type)
    try json.map("fields", "fields", into: &self.fields)
    try json.scalar("protobufSize", "protobuf_size", into: &self.protobufSize_)
    try json.scalar("protobufName", "protobuf_name", into: &self.protobufName_)
    try json.scalar("hashValue", "hash_value", into: &self.hashValue_)
    try json.scalar("iso2", "iso2", into: &self.iso2)
    try json.scalar("page2Token", "page_2_token", into: &self.page2Token)
    do {
      var value: String?
      try json.scalar("case", "case", into: &value)
      if let value {
        try json.expectOnly(self.`switch` == nil, "case")
        self.`switch` = SwitchOneof.`case`(value)
      }
    }
    do {
      var value: AwkwardNames?
      try json.message("func", "func", into: &value)
      if let value {
        try json.expectOnly(self.`switch` == nil, "func")
        self.`switch` = SwitchOneof.`func`(value)
      }
    }
    try json.message("return", "return", into: &self.`return`)
    try json.scalar("3d", "_3d", into: &self._3d)
    try json.scalar("1", "_1", into: &self._1)
    try json.scalar("underscore", "_", into: &self.__)
    try json.scalar("protobuf", "protobuf", into: &self.protobuf_)
    do {
      var value: String?
      try json.scalar("some", "some", into: &value)
      if let value {
        try json.expectOnly(self.allOrNothing == nil, "some")
        self.allOrNothing = AllOrNothingOneof.some(value)
      }
    }
    do {
      var value: String?
      try json.scalar("none", "none", into: &value)
      if let value {
        try json.expectOnly(self.allOrNothing == nil, "none")
        self.allOrNothing = AllOrNothingOneof.none(value)
      }
    }
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("default", self.`default`)
    try json.scalar("in", self.`in`)
    try json.scalar("class", self.`class`)
    try json.scalar("self", self.self_)
    try json.scalar("init", self.init_)
    try json.scalar("size", self.size)
    try json.scalar("tag", self.tag)
    try json.scalar("value", self.value)
    try json.scalars("reader", self.reader)
    try json.scalars("writer", self.writer)
    try json.scalar("encoder", self.encoder)
    try json.scalar("decoder", self.decoder)
    try json.scalar("json", self.json)
    try json.scalar("key", self.key)
    try json.scalars("count", self.count)
    try json.scalar("type", self.type)
    try json.map("fields", self.fields)
    try json.scalar("protobufSize", self.protobufSize_)
    try json.scalar("protobufName", self.protobufName_)
    try json.scalar("hashValue", self.hashValue_)
    try json.scalar("iso2", self.iso2)
    try json.scalar("page2Token", self.page2Token)
    if case .`case`(let value)? = self.`switch` {
      try json.scalar("case", Swift.Optional(value))
    }
    if case .`func`(let value)? = self.`switch` {
      try json.message("func", Swift.Optional(value))
    }
    try json.message("return", self.`return`)
    try json.scalar("3d", self._3d)
    try json.scalar("1", self._1)
    try json.scalar("underscore", self.__)
    try json.scalar("protobuf", self.protobuf_)
    if case .some(let value)? = self.allOrNothing {
      try json.scalar("some", Swift.Optional(value))
    }
    if case .none(let value)? = self.allOrNothing {
      try json.scalar("none", Swift.Optional(value))
    }
  }
}

/// Types that hide those that generated code names, and each other.
internal struct Hidden: ProtobufMessage {
  internal var int: Int? = nil
  internal var string: String? {
    get { _string.first }
    _modify {
      var message = _string.popLast()
      defer { _string = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _string: [String] = []
  internal var swift: Swift_? = nil
  internal var reader: ProtobufReader? = nil
  internal var hidden: Hidden? {
    get { _hidden.first }
    _modify {
      var message = _hidden.popLast()
      defer { _hidden = message.map { [$0] } ?? [] }
      yield &message
    }
  }
  private var _hidden: [Hidden] = []
  internal var colour: Colour = Colour(rawValue: 0)
  internal var otherColour: Hidden__Colour = Hidden__Colour(rawValue: 0)
  /// With a message of the same name in it.
  internal var leaf: LeafOneof? = nil

  internal init() {}

  internal init(int: Int? = nil, string: String? = nil, swift: Swift_? = nil, reader: ProtobufReader? = nil, hidden: Hidden? = nil, colour: Colour = Colour(rawValue: 0), otherColour: Hidden__Colour = Hidden__Colour(rawValue: 0), leaf: LeafOneof? = nil) {
    self.int = int
    self.string = string
    self.swift = swift
    self.reader = reader
    self.hidden = hidden
    self.colour = colour
    self.otherColour = otherColour
    self.leaf = leaf
  }

  internal enum LeafOneof: Hashable, Sendable {
    case leafCase(Leaf)
    case numberCase(Int64)
  }

  internal enum Colour: ProtobufEnum {
    case unspecified
    case black
    /// A number that the schema did not name when this was generated.
    case unrecognized(Int32)

    internal init(rawValue: Int32) {
      switch rawValue {
      case 0: self = .unspecified
      case 1: self = .black
      default: self = .unrecognized(rawValue)
      }
    }

    internal var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .black: 1
      case .unrecognized(let rawValue): rawValue
      }
    }

    internal var protobufName: Swift.String? {
      switch rawValue {
      case 0: "COLOUR_UNSPECIFIED"
      case 1: "COLOUR_BLACK"
      default: nil
      }
    }

    internal init?(protobufName: Swift.String) {
      switch protobufName {
      case "COLOUR_UNSPECIFIED": self.init(rawValue: 0)
      case "COLOUR_BLACK": self.init(rawValue: 1)
      default: return nil
      }
    }
  }

  internal struct Int: ProtobufMessage {
    internal var value: Int32 = 0

    internal init() {}

    internal init(value: Int32 = 0) {
      self.value = value
    }

    internal static var protobufName: Swift.String { "entente.test.Hidden.Int" }

    internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 8: self.value = try reader.int32()
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Swift.Int {
      var size = 0
      if self.value != 0 { size &+= 1 &+ ProtobufSize.int32(self.value) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if self.value != 0 { writer.int32(self.value); writer.tag(8) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalar("value", "value", into: &self.value)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalar("value", self.value)
    }
  }

  internal struct String: ProtobufMessage {
    /// The message around this one.
    internal var hidden: Hidden_String__Hidden? {
      get { _hidden.first }
      _modify {
        var message = _hidden.popLast()
        defer { _hidden = message.map { [$0] } ?? [] }
        yield &message
      }
    }
    private var _hidden: [Hidden_String__Hidden] = []
    /// The top of the file.
    internal var colour: Hidden_String__Colour = Hidden_String__Colour(rawValue: 0)
    internal var map: [Swift.String: [UInt8]] = [:]

    internal init() {}

    internal init(hidden: Hidden_String__Hidden? = nil, colour: Hidden_String__Colour = Hidden_String__Colour(rawValue: 0), map: [Swift.String: [UInt8]] = [:]) {
      self.hidden = hidden
      self.colour = colour
      self.map = map
    }

    internal static var protobufName: Swift.String { "entente.test.Hidden.String" }

    internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: try reader.message(into: &self.hidden)
        case 16: self.colour = try reader.enumeration()
        case 26:
          try reader.mapEntry(
            into: &self.map, key: "", value: [],
            keyTag: 10, valueTag: 18,
            readKey: { (reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) in try reader.string() },
            readValue: { (reader: inout ProtobufCoding.ProtobufReader, value: inout [UInt8]) throws(ProtobufError) in value = try reader.byteString() })
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Swift.Int {
      var size = 0
      if let value = self.hidden { size &+= 1 &+ ProtobufSize.message(value) }
      if self.colour.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.colour) }
      for (key, value) in self.map {
        let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.byteString(value)
        size &+= 1 &+ ProtobufSize.delimited(count)
      }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      for (key, value) in self.map.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).reversed() {
        writer.delimited { $0.byteString(value); $0.tag(18); $0.string(key); $0.tag(10) }
        writer.tag(26)
      }
      if self.colour.rawValue != 0 { writer.enumeration(self.colour); writer.tag(16) }
      if let value = self.hidden { writer.message(value); writer.tag(10) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.message("hidden", "hidden", into: &self.hidden)
      try json.scalar("colour", "colour", into: &self.colour)
      try json.map("map", "map", into: &self.map)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.message("hidden", self.hidden)
      try json.scalar("colour", self.colour)
      try json.map("map", self.map)
    }
  }

  internal struct Swift_: ProtobufMessage {
    internal var text: Swift.String = ""

    internal init() {}

    internal init(text: Swift.String = "") {
      self.text = text
    }

    internal static var protobufName: Swift.String { "entente.test.Hidden.Swift" }

    internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: self.text = try reader.string()
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Swift.Int {
      var size = 0
      if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if !self.text.isEmpty { writer.string(self.text); writer.tag(10) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalar("text", "text", into: &self.text)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalar("text", self.text)
    }
  }

  internal struct ProtobufReader: ProtobufMessage {
    internal var packed: [Int32] = []

    internal init() {}

    internal init(packed: [Int32] = []) {
      self.packed = packed
    }

    internal static var protobufName: Swift.String { "entente.test.Hidden.ProtobufReader" }

    internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 8: self.packed.append(try reader.int32())
        case 10:
          try reader.packed(into: &self.packed, minimumSize: 1) { (reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) in try reader.int32() }
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Swift.Int {
      var size = 0
      if !self.packed.isEmpty {
        let count = ProtobufSize.elements(self.packed, ProtobufSize.int32)
        size &+= 1 &+ ProtobufSize.delimited(count)
      }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if !self.packed.isEmpty {
        writer.delimited { for value in self.packed.reversed() { $0.int32(value) } }
        writer.tag(10)
      }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalars("packed", "packed", into: &self.packed)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalars("packed", self.packed)
    }
  }

  /// Called as the message around it.
  internal struct Hidden: ProtobufMessage {
    internal var top: Hidden_Hidden__Leaf? = nil
    internal var own: Hidden.Leaf? = nil
    internal var outer: Hidden_Hidden__Hidden? {
      get { _outer.first }
      _modify {
        var message = _outer.popLast()
        defer { _outer = message.map { [$0] } ?? [] }
        yield &message
      }
    }
    private var _outer: [Hidden_Hidden__Hidden] = []

    internal init() {}

    internal init(top: Hidden_Hidden__Leaf? = nil, own: Hidden.Leaf? = nil, outer: Hidden_Hidden__Hidden? = nil) {
      self.top = top
      self.own = own
      self.outer = outer
    }

    /// And as the one at the top.
    internal struct Leaf: ProtobufMessage {
      internal var bool: Bool = false

      internal init() {}

      internal init(bool: Bool = false) {
        self.bool = bool
      }

      internal static var protobufName: Swift.String { "entente.test.Hidden.Hidden.Leaf" }

      internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
        while true {
          let tag = try reader.nextTag()
          switch tag {
          case 0: return
          case 8: self.bool = try reader.bool()
          default: try reader.skip(tag)
          }
        }
      }

      internal var protobufSize: Swift.Int {
        var size = 0
        if self.bool { size &+= 1 &+ ProtobufSize.bool(self.bool) }
        return size
      }

      internal func write(into writer: inout ProtobufWriter) {
        if self.bool { writer.bool(self.bool); writer.tag(8) }
      }

      internal init(from decoder: any Swift.Decoder) throws {
        let json = try ProtobufJSONReader(decoder)
        try json.scalar("bool", "bool", into: &self.bool)
      }

      internal func encode(to encoder: any Swift.Encoder) throws {
        var json = ProtobufJSONWriter(encoder)
        try json.scalar("bool", self.bool)
      }
    }

    internal static var protobufName: Swift.String { "entente.test.Hidden.Hidden" }

    internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: try reader.message(into: &self.top)
        case 18: try reader.message(into: &self.own)
        case 26: try reader.message(into: &self.outer)
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Swift.Int {
      var size = 0
      if let value = self.top { size &+= 1 &+ ProtobufSize.message(value) }
      if let value = self.own { size &+= 1 &+ ProtobufSize.message(value) }
      if let value = self.outer { size &+= 1 &+ ProtobufSize.message(value) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if let value = self.outer { writer.message(value); writer.tag(26) }
      if let value = self.own { writer.message(value); writer.tag(18) }
      if let value = self.top { writer.message(value); writer.tag(10) }
    }

    internal init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.message("top", "top", into: &self.top)
      try json.message("own", "own", into: &self.own)
      try json.message("outer", "outer", into: &self.outer)
    }

    internal func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.message("top", self.top)
      try json.message("own", self.own)
      try json.message("outer", self.outer)
    }
  }

  internal static var protobufName: Swift.String { "entente.test.Hidden" }

  internal mutating func merge(from reader: inout ProtobufCoding.ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.int)
      case 18: try reader.message(into: &self.string)
      case 26: try reader.message(into: &self.swift)
      case 34: try reader.message(into: &self.reader)
      case 42: try reader.message(into: &self.hidden)
      case 48: self.colour = try reader.enumeration()
      case 56: self.otherColour = try reader.enumeration()
      case 66:
        var value = Leaf()
        if case .leafCase(let held)? = self.leaf { value = held }
        self.leaf = nil
        try reader.message(into: &value)
        self.leaf = LeafOneof.leafCase(value)
      case 72: self.leaf = LeafOneof.numberCase(try reader.int64())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Swift.Int {
    var size = 0
    if let value = self.int { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.string { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.swift { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.reader { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.hidden { size &+= 1 &+ ProtobufSize.message(value) }
    if self.colour.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.colour) }
    if self.otherColour.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.otherColour) }
    if case .leafCase(let value)? = self.leaf { size &+= 1 &+ ProtobufSize.message(value) }
    if case .numberCase(let value)? = self.leaf { size &+= 1 &+ ProtobufSize.int64(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if case .numberCase(let value)? = self.leaf { writer.int64(value); writer.tag(72) }
    if case .leafCase(let value)? = self.leaf { writer.message(value); writer.tag(66) }
    if self.otherColour.rawValue != 0 { writer.enumeration(self.otherColour); writer.tag(56) }
    if self.colour.rawValue != 0 { writer.enumeration(self.colour); writer.tag(48) }
    if let value = self.hidden { writer.message(value); writer.tag(42) }
    if let value = self.reader { writer.message(value); writer.tag(34) }
    if let value = self.swift { writer.message(value); writer.tag(26) }
    if let value = self.string { writer.message(value); writer.tag(18) }
    if let value = self.int { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("int", "int", into: &self.int)
    try json.message("string", "string", into: &self.string)
    try json.message("swift", "swift", into: &self.swift)
    try json.message("reader", "reader", into: &self.reader)
    try json.message("hidden", "hidden", into: &self.hidden)
    try json.scalar("colour", "colour", into: &self.colour)
    try json.scalar("otherColour", "other_colour", into: &self.otherColour)
    do {
      var value: Leaf?
      try json.message("leafCase", "leaf_case", into: &value)
      if let value {
        try json.expectOnly(self.leaf == nil, "leafCase")
        self.leaf = LeafOneof.leafCase(value)
      }
    }
    do {
      var value: Int64?
      try json.scalar("numberCase", "number_case", into: &value)
      if let value {
        try json.expectOnly(self.leaf == nil, "numberCase")
        self.leaf = LeafOneof.numberCase(value)
      }
    }
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("int", self.int)
    try json.message("string", self.string)
    try json.message("swift", self.swift)
    try json.message("reader", self.reader)
    try json.message("hidden", self.hidden)
    try json.scalar("colour", self.colour)
    try json.scalar("otherColour", self.otherColour)
    if case .leafCase(let value)? = self.leaf {
      try json.message("leafCase", Swift.Optional(value))
    }
    if case .numberCase(let value)? = self.leaf {
      try json.scalar("numberCase", Swift.Optional(value))
    }
  }
}

/// Names in JSON that a Swift string would read otherwise.
internal struct OddJSONNames: ProtobufMessage {
  internal var quote: String = ""
  internal var backslash: String = ""
  internal var control: String = ""
  internal var interpolation: String = ""
  internal var accent: String = ""
  internal var choice: ChoiceOneof? = nil

  internal init() {}

  internal init(quote: String = "", backslash: String = "", control: String = "", interpolation: String = "", accent: String = "", choice: ChoiceOneof? = nil) {
    self.quote = quote
    self.backslash = backslash
    self.control = control
    self.interpolation = interpolation
    self.accent = accent
    self.choice = choice
  }

  internal enum ChoiceOneof: Hashable, Sendable {
    case choiceQuote(String)
    case choiceHash(String)
  }

  internal static var protobufName: String { "entente.test.OddJSONNames" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.quote = try reader.string()
      case 18: self.backslash = try reader.string()
      case 26: self.control = try reader.string()
      case 34: self.interpolation = try reader.string()
      case 42: self.accent = try reader.string()
      case 50: self.choice = ChoiceOneof.choiceQuote(try reader.string())
      case 58: self.choice = ChoiceOneof.choiceHash(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.quote.isEmpty { size &+= 1 &+ ProtobufSize.string(self.quote) }
    if !self.backslash.isEmpty { size &+= 1 &+ ProtobufSize.string(self.backslash) }
    if !self.control.isEmpty { size &+= 1 &+ ProtobufSize.string(self.control) }
    if !self.interpolation.isEmpty { size &+= 1 &+ ProtobufSize.string(self.interpolation) }
    if !self.accent.isEmpty { size &+= 1 &+ ProtobufSize.string(self.accent) }
    if case .choiceQuote(let value)? = self.choice { size &+= 1 &+ ProtobufSize.string(value) }
    if case .choiceHash(let value)? = self.choice { size &+= 1 &+ ProtobufSize.string(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if case .choiceHash(let value)? = self.choice { writer.string(value); writer.tag(58) }
    if case .choiceQuote(let value)? = self.choice { writer.string(value); writer.tag(50) }
    if !self.accent.isEmpty { writer.string(self.accent); writer.tag(42) }
    if !self.interpolation.isEmpty { writer.string(self.interpolation); writer.tag(34) }
    if !self.control.isEmpty { writer.string(self.control); writer.tag(26) }
    if !self.backslash.isEmpty { writer.string(self.backslash); writer.tag(18) }
    if !self.quote.isEmpty { writer.string(self.quote); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("a\"b", "quote", into: &self.quote)
    try json.scalar("a\\b", "backslash", into: &self.backslash)
    try json.scalar("a\u{A}\u{9}\u{D}\u{1}b", "control", into: &self.control)
    try json.scalar("\\(fatalError())", "interpolation", into: &self.interpolation)
    try json.scalar("\u{E9}\u{65E5}\u{202E}", "accent", into: &self.accent)
    do {
      var value: String?
      try json.scalar("\"\"\"", "choice_quote", into: &value)
      if let value {
        try json.expectOnly(self.choice == nil, "\"\"\"")
        self.choice = ChoiceOneof.choiceQuote(value)
      }
    }
    do {
      var value: String?
      try json.scalar("\"#", "choice_hash", into: &value)
      if let value {
        try json.expectOnly(self.choice == nil, "\"#")
        self.choice = ChoiceOneof.choiceHash(value)
      }
    }
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("a\"b", self.quote)
    try json.scalar("a\\b", self.backslash)
    try json.scalar("a\u{A}\u{9}\u{D}\u{1}b", self.control)
    try json.scalar("\\(fatalError())", self.interpolation)
    try json.scalar("\u{E9}\u{65E5}\u{202E}", self.accent)
    if case .choiceQuote(let value)? = self.choice {
      try json.scalar("\"\"\"", Swift.Optional(value))
    }
    if case .choiceHash(let value)? = self.choice {
      try json.scalar("\"#", Swift.Optional(value))
    }
  }
}

/// Field numbers in another order than the declaration, and gaps.
internal struct Shuffled: ProtobufMessage {
  internal var third: String = ""
  internal var first: String = ""
  internal var second: String = ""

  internal init() {}

  internal init(third: String = "", first: String = "", second: String = "") {
    self.third = third
    self.first = first
    self.second = second
  }

  internal static var protobufName: String { "entente.test.Shuffled" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.first = try reader.string()
      case 18: self.second = try reader.string()
      case 242: self.third = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.first.isEmpty { size &+= 1 &+ ProtobufSize.string(self.first) }
    if !self.second.isEmpty { size &+= 1 &+ ProtobufSize.string(self.second) }
    if !self.third.isEmpty { size &+= 2 &+ ProtobufSize.string(self.third) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.third.isEmpty { writer.string(self.third); writer.tag(242) }
    if !self.second.isEmpty { writer.string(self.second); writer.tag(18) }
    if !self.first.isEmpty { writer.string(self.first); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("third", "third", into: &self.third)
    try json.scalar("first", "first", into: &self.first)
    try json.scalar("second", "second", into: &self.second)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("third", self.third)
    try json.scalar("first", self.first)
    try json.scalar("second", self.second)
  }
}

internal struct Nothing: ProtobufMessage {

  internal init() {}

  internal static var protobufName: String { "entente.test.Nothing" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    0
  }

  internal func write(into writer: inout ProtobufWriter) {
  }

  internal init(from decoder: any Swift.Decoder) throws {
    _ = try ProtobufJSONReader(decoder)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    _ = ProtobufJSONWriter(encoder)
  }
}

/// All of it at once: what the random messages of the tests are.
internal struct EveryField: ProtobufMessage {
  internal var singular: Singular? = nil
  internal var optional: Optional? = nil
  internal var repeated: Repeated? = nil
  internal var maps: Maps? = nil
  internal var choice: Choice? = nil
  internal var tree: Tree? = nil
  internal var outer: Outer? = nil
  internal var awkward: AwkwardNames? = nil
  internal var shuffled: Shuffled? = nil
  internal var nothing: Nothing? = nil
  internal var hidden: Hidden? = nil
  internal var oddJSONNames: OddJSONNames? = nil
  internal var empty: ProtobufEmpty? = nil

  internal init() {}

  internal init(singular: Singular? = nil, optional: Optional? = nil, repeated: Repeated? = nil, maps: Maps? = nil, choice: Choice? = nil, tree: Tree? = nil, outer: Outer? = nil, awkward: AwkwardNames? = nil, shuffled: Shuffled? = nil, nothing: Nothing? = nil, hidden: Hidden? = nil, oddJSONNames: OddJSONNames? = nil, empty: ProtobufEmpty? = nil) {
    self.singular = singular
    self.optional = optional
    self.repeated = repeated
    self.maps = maps
    self.choice = choice
    self.tree = tree
    self.outer = outer
    self.awkward = awkward
    self.shuffled = shuffled
    self.nothing = nothing
    self.hidden = hidden
    self.oddJSONNames = oddJSONNames
    self.empty = empty
  }

  internal static var protobufName: String { "entente.test.EveryField" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.singular)
      case 18: try reader.message(into: &self.optional)
      case 26: try reader.message(into: &self.repeated)
      case 34: try reader.message(into: &self.maps)
      case 42: try reader.message(into: &self.choice)
      case 50: try reader.message(into: &self.tree)
      case 58: try reader.message(into: &self.outer)
      case 66: try reader.message(into: &self.awkward)
      case 74: try reader.message(into: &self.shuffled)
      case 82: try reader.message(into: &self.nothing)
      case 90: try reader.message(into: &self.hidden)
      case 98: try reader.message(into: &self.oddJSONNames)
      case 106: try reader.message(into: &self.empty)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.singular { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.optional { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.repeated { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.maps { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.choice { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.tree { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.outer { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.awkward { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.shuffled { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.nothing { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.hidden { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.oddJSONNames { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.empty { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.empty { writer.message(value); writer.tag(106) }
    if let value = self.oddJSONNames { writer.message(value); writer.tag(98) }
    if let value = self.hidden { writer.message(value); writer.tag(90) }
    if let value = self.nothing { writer.message(value); writer.tag(82) }
    if let value = self.shuffled { writer.message(value); writer.tag(74) }
    if let value = self.awkward { writer.message(value); writer.tag(66) }
    if let value = self.outer { writer.message(value); writer.tag(58) }
    if let value = self.tree { writer.message(value); writer.tag(50) }
    if let value = self.choice { writer.message(value); writer.tag(42) }
    if let value = self.maps { writer.message(value); writer.tag(34) }
    if let value = self.repeated { writer.message(value); writer.tag(26) }
    if let value = self.optional { writer.message(value); writer.tag(18) }
    if let value = self.singular { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("singular", "singular", into: &self.singular)
    try json.message("optional", "optional", into: &self.optional)
    try json.message("repeated", "repeated", into: &self.repeated)
    try json.message("maps", "maps", into: &self.maps)
    try json.message("choice", "choice", into: &self.choice)
    try json.message("tree", "tree", into: &self.tree)
    try json.message("outer", "outer", into: &self.outer)
    try json.message("awkward", "awkward", into: &self.awkward)
    try json.message("shuffled", "shuffled", into: &self.shuffled)
    try json.message("nothing", "nothing", into: &self.nothing)
    try json.message("hidden", "hidden", into: &self.hidden)
    try json.message("oddJsonNames", "odd_json_names", into: &self.oddJSONNames)
    try json.message("empty", "empty", into: &self.empty)
  }

  internal func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("singular", self.singular)
    try json.message("optional", self.optional)
    try json.message("repeated", self.repeated)
    try json.message("maps", self.maps)
    try json.message("choice", self.choice)
    try json.message("tree", self.tree)
    try json.message("outer", self.outer)
    try json.message("awkward", self.awkward)
    try json.message("shuffled", self.shuffled)
    try json.message("nothing", self.nothing)
    try json.message("hidden", self.hidden)
    try json.message("oddJsonNames", self.oddJSONNames)
    try json.message("empty", self.empty)
  }
}

/// `Hidden`, for a message in which another type hides that name.
internal typealias Hidden_Hidden__Hidden = Hidden

/// `Leaf`, for a message in which another type hides that name.
internal typealias Hidden_Hidden__Leaf = Leaf

/// `Colour`, for a message in which another type hides that name.
internal typealias Hidden_String__Colour = Colour

/// `Hidden`, for a message in which another type hides that name.
internal typealias Hidden_String__Hidden = Hidden

/// `Colour`, for a message in which another type hides that name.
internal typealias Hidden__Colour = Colour

// Generated from every_field.proto by protoc-gen-codable: change that, then run scripts/generate.
// swift-format-ignore-file
internal import ProtobufCoding

internal enum Colour: ProtobufEnum {
  case unspecified
  case red
  case deepBlue
  case negative
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)
  internal static var scarlet: Self { .red }

  internal init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .red
    case 7: self = .deepBlue
    case -3: self = .negative
    default: self = .unrecognized(rawValue)
    }
  }

  internal var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .red: 1
    case .deepBlue: 7
    case .negative: -3
    case .unrecognized(let rawValue): rawValue
    }
  }

  internal var protobufName: String? {
    switch rawValue {
    case 0: "COLOUR_UNSPECIFIED"
    case 1: "COLOUR_RED"
    case 7: "COLOUR_DEEP_BLUE"
    case -3: "COLOUR_NEGATIVE"
    default: nil
    }
  }

  internal init?(protobufName: String) {
    switch protobufName {
    case "COLOUR_UNSPECIFIED": self.init(rawValue: 0)
    case "COLOUR_RED": self.init(rawValue: 1)
    case "COLOUR_SCARLET": self.init(rawValue: 1)
    case "COLOUR_DEEP_BLUE": self.init(rawValue: 7)
    case "COLOUR_NEGATIVE": self.init(rawValue: -3)
    default: return nil
    }
  }
}

internal struct Singular: ProtobufMessage {
  internal var aDouble: Double = 0
  internal var aFloat: Float = 0
  internal var anInt32: Int32 = 0
  internal var anInt64: Int64 = 0
  internal var aUint32: UInt32 = 0
  internal var aUint64: UInt64 = 0
  internal var aSint32: Int32 = 0
  internal var aSint64: Int64 = 0
  internal var aFixed32: UInt32 = 0
  internal var aFixed64: UInt64 = 0
  internal var anSfixed32: Int32 = 0
  internal var anSfixed64: Int64 = 0
  internal var aBool: Bool = false
  internal var aString: String = ""
  internal var someBytes: [UInt8] = []
  /// Two-byte tags from here on.
  internal var aColour: Colour = Colour(rawValue: 0)
  internal var aLeaf: Leaf? = nil
  internal var aTimestamp: ProtobufTimestamp? = nil
  internal var aDuration: ProtobufDuration? = nil

  internal init() {}

  internal init(aDouble: Double = 0, aFloat: Float = 0, anInt32: Int32 = 0, anInt64: Int64 = 0, aUint32: UInt32 = 0, aUint64: UInt64 = 0, aSint32: Int32 = 0, aSint64: Int64 = 0, aFixed32: UInt32 = 0, aFixed64: UInt64 = 0, anSfixed32: Int32 = 0, anSfixed64: Int64 = 0, aBool: Bool = false, aString: String = "", someBytes: [UInt8] = [], aColour: Colour = Colour(rawValue: 0), aLeaf: Leaf? = nil, aTimestamp: ProtobufTimestamp? = nil, aDuration: ProtobufDuration? = nil) {
    self.aDouble = aDouble
    self.aFloat = aFloat
    self.anInt32 = anInt32
    self.anInt64 = anInt64
    self.aUint32 = aUint32
    self.aUint64 = aUint64
    self.aSint32 = aSint32
    self.aSint64 = aSint64
    self.aFixed32 = aFixed32
    self.aFixed64 = aFixed64
    self.anSfixed32 = anSfixed32
    self.anSfixed64 = anSfixed64
    self.aBool = aBool
    self.aString = aString
    self.someBytes = someBytes
    self.aColour = aColour
    self.aLeaf = aLeaf
    self.aTimestamp = aTimestamp
    self.aDuration = aDuration
  }

  internal static var protobufName: String { "every.field.Singular" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.aDouble = try reader.double()
      case 21: self.aFloat = try reader.float()
      case 24: self.anInt32 = try reader.int32()
      case 32: self.anInt64 = try reader.int64()
      case 40: self.aUint32 = try reader.uint32()
      case 48: self.aUint64 = try reader.uint64()
      case 56: self.aSint32 = try reader.sint32()
      case 64: self.aSint64 = try reader.sint64()
      case 77: self.aFixed32 = try reader.fixed32()
      case 81: self.aFixed64 = try reader.fixed64()
      case 93: self.anSfixed32 = try reader.sfixed32()
      case 97: self.anSfixed64 = try reader.sfixed64()
      case 104: self.aBool = try reader.bool()
      case 114: self.aString = try reader.string()
      case 122: self.someBytes = try reader.byteString()
      case 128: self.aColour = try reader.enumeration()
      case 138: try reader.message(into: &self.aLeaf)
      case 146: try reader.message(into: &self.aTimestamp)
      case 154: try reader.message(into: &self.aDuration)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if self.aDouble.bitPattern != 0 { size &+= 1 &+ ProtobufSize.double(self.aDouble) }
    if self.aFloat.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.aFloat) }
    if self.anInt32 != 0 { size &+= 1 &+ ProtobufSize.int32(self.anInt32) }
    if self.anInt64 != 0 { size &+= 1 &+ ProtobufSize.int64(self.anInt64) }
    if self.aUint32 != 0 { size &+= 1 &+ ProtobufSize.uint32(self.aUint32) }
    if self.aUint64 != 0 { size &+= 1 &+ ProtobufSize.uint64(self.aUint64) }
    if self.aSint32 != 0 { size &+= 1 &+ ProtobufSize.sint32(self.aSint32) }
    if self.aSint64 != 0 { size &+= 1 &+ ProtobufSize.sint64(self.aSint64) }
    if self.aFixed32 != 0 { size &+= 1 &+ ProtobufSize.fixed32(self.aFixed32) }
    if self.aFixed64 != 0 { size &+= 1 &+ ProtobufSize.fixed64(self.aFixed64) }
    if self.anSfixed32 != 0 { size &+= 1 &+ ProtobufSize.sfixed32(self.anSfixed32) }
    if self.anSfixed64 != 0 { size &+= 1 &+ ProtobufSize.sfixed64(self.anSfixed64) }
    if self.aBool { size &+= 1 &+ ProtobufSize.bool(self.aBool) }
    if !self.aString.isEmpty { size &+= 1 &+ ProtobufSize.string(self.aString) }
    if !self.someBytes.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.someBytes) }
    if self.aColour.rawValue != 0 { size &+= 2 &+ ProtobufSize.enumeration(self.aColour) }
    if let value = self.aLeaf { size &+= 2 &+ ProtobufSize.message(value) }
    if let value = self.aTimestamp { size &+= 2 &+ ProtobufSize.message(value) }
    if let value = self.aDuration { size &+= 2 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.aDuration { writer.message(value); writer.tag(154) }
    if let value = self.aTimestamp { writer.message(value); writer.tag(146) }
    if let value = self.aLeaf { writer.message(value); writer.tag(138) }
    if self.aColour.rawValue != 0 { writer.enumeration(self.aColour); writer.tag(128) }
    if !self.someBytes.isEmpty { writer.byteString(self.someBytes); writer.tag(122) }
    if !self.aString.isEmpty { writer.string(self.aString); writer.tag(114) }
    if self.aBool { writer.bool(self.aBool); writer.tag(104) }
    if self.anSfixed64 != 0 { writer.sfixed64(self.anSfixed64); writer.tag(97) }
    if self.anSfixed32 != 0 { writer.sfixed32(self.anSfixed32); writer.tag(93) }
    if self.aFixed64 != 0 { writer.fixed64(self.aFixed64); writer.tag(81) }
    if self.aFixed32 != 0 { writer.fixed32(self.aFixed32); writer.tag(77) }
    if self.aSint64 != 0 { writer.sint64(self.aSint64); writer.tag(64) }
    if self.aSint32 != 0 { writer.sint32(self.aSint32); writer.tag(56) }
    if self.aUint64 != 0 { writer.uint64(self.aUint64); writer.tag(48) }
    if self.aUint32 != 0 { writer.uint32(self.aUint32); writer.tag(40) }
    if self.anInt64 != 0 { writer.int64(self.anInt64); writer.tag(32) }
    if self.anInt32 != 0 { writer.int32(self.anInt32); writer.tag(24) }
    if self.aFloat.bitPattern != 0 { writer.float(self.aFloat); writer.tag(21) }
    if self.aDouble.bitPattern != 0 { writer.double(self.aDouble); writer.tag(9) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("aDouble", "a_double", into: &self.aDouble)
    try json.scalar("aFloat", "a_float", into: &self.aFloat)
    try json.scalar("anInt32", "an_int32", into: &self.anInt32)
    try json.scalar("anInt64", "an_int64", into: &self.anInt64)
    try json.scalar("aUint32", "a_uint32", into: &self.aUint32)
    try json.scalar("aUint64", "a_uint64", into: &self.aUint64)
    try json.scalar("aSint32", "a_sint32", into: &self.aSint32)
    try json.scalar("aSint64", "a_sint64", into: &self.aSint64)
    try json.scalar("aFixed32", "a_fixed32", into: &self.aFixed32)
    try json.scalar("aFixed64", "a_fixed64", into: &self.aFixed64)
    try json.scalar("anSfixed32", "an_sfixed32", into: &self.anSfixed32)
    try json.scalar("anSfixed64", "an_sfixed64", into: &self.anSfixed64)
    try json.scalar("aBool", "a_bool", into: &self.aBool)
    try json.scalar("aString", "a_string", into: &self.aString)
    try json.scalar("someBytes", "some_bytes", into: &self.someBytes)
    try json.scalar("aColour", "a_colour", into: &self.aColour)
    try json.message("aLeaf", "a_leaf", into: &self.aLeaf)
    try json.message("aTimestamp", "a_timestamp", into: &self.aTimestamp)
    try json.message("aDuration", "a_duration", into: &self.aDuration)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("aDouble", self.aDouble)
    try json.scalar("aFloat", self.aFloat)
    try json.scalar("anInt32", self.anInt32)
    try json.scalar("anInt64", self.anInt64)
    try json.scalar("aUint32", self.aUint32)
    try json.scalar("aUint64", self.aUint64)
    try json.scalar("aSint32", self.aSint32)
    try json.scalar("aSint64", self.aSint64)
    try json.scalar("aFixed32", self.aFixed32)
    try json.scalar("aFixed64", self.aFixed64)
    try json.scalar("anSfixed32", self.anSfixed32)
    try json.scalar("anSfixed64", self.anSfixed64)
    try json.scalar("aBool", self.aBool)
    try json.scalar("aString", self.aString)
    try json.scalar("someBytes", self.someBytes)
    try json.scalar("aColour", self.aColour)
    try json.message("aLeaf", self.aLeaf)
    try json.message("aTimestamp", self.aTimestamp)
    try json.message("aDuration", self.aDuration)
  }
}

internal struct Leaf: ProtobufMessage {
  internal var name: String = ""
  internal var weight: Int32 = 0

  internal init() {}

  internal init(name: String = "", weight: Int32 = 0) {
    self.name = name
    self.weight = weight
  }

  internal static var protobufName: String { "every.field.Leaf" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 4294967288: self.weight = try reader.int32()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if self.weight != 0 { size &+= 5 &+ ProtobufSize.int32(self.weight) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if self.weight != 0 { writer.int32(self.weight); writer.tag(4294967288) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("weight", "weight", into: &self.weight)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("weight", self.weight)
  }
}

internal struct Optional: ProtobufMessage {
  internal var aDouble: Double? = nil
  internal var aFloat: Float? = nil
  internal var anInt32: Int32? = nil
  internal var anInt64: Int64? = nil
  internal var aUint64: UInt64? = nil
  internal var aBool: Bool? = nil
  internal var aString: String? = nil
  internal var someBytes: [UInt8]? = nil
  internal var aColour: Colour? = nil
  internal var aLeaf: Leaf? = nil

  internal init() {}

  internal init(aDouble: Double? = nil, aFloat: Float? = nil, anInt32: Int32? = nil, anInt64: Int64? = nil, aUint64: UInt64? = nil, aBool: Bool? = nil, aString: String? = nil, someBytes: [UInt8]? = nil, aColour: Colour? = nil, aLeaf: Leaf? = nil) {
    self.aDouble = aDouble
    self.aFloat = aFloat
    self.anInt32 = anInt32
    self.anInt64 = anInt64
    self.aUint64 = aUint64
    self.aBool = aBool
    self.aString = aString
    self.someBytes = someBytes
    self.aColour = aColour
    self.aLeaf = aLeaf
  }

  internal static var protobufName: String { "every.field.Optional" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.aDouble = try reader.double()
      case 21: self.aFloat = try reader.float()
      case 24: self.anInt32 = try reader.int32()
      case 32: self.anInt64 = try reader.int64()
      case 48: self.aUint64 = try reader.uint64()
      case 104: self.aBool = try reader.bool()
      case 114: self.aString = try reader.string()
      case 122: self.someBytes = try reader.byteString()
      case 128: self.aColour = try reader.enumeration()
      case 138: try reader.message(into: &self.aLeaf)
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.aDouble { size &+= 1 &+ ProtobufSize.double(value) }
    if let value = self.aFloat { size &+= 1 &+ ProtobufSize.float(value) }
    if let value = self.anInt32 { size &+= 1 &+ ProtobufSize.int32(value) }
    if let value = self.anInt64 { size &+= 1 &+ ProtobufSize.int64(value) }
    if let value = self.aUint64 { size &+= 1 &+ ProtobufSize.uint64(value) }
    if let value = self.aBool { size &+= 1 &+ ProtobufSize.bool(value) }
    if let value = self.aString { size &+= 1 &+ ProtobufSize.string(value) }
    if let value = self.someBytes { size &+= 1 &+ ProtobufSize.byteString(value) }
    if let value = self.aColour { size &+= 2 &+ ProtobufSize.enumeration(value) }
    if let value = self.aLeaf { size &+= 2 &+ ProtobufSize.message(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.aLeaf { writer.message(value); writer.tag(138) }
    if let value = self.aColour { writer.enumeration(value); writer.tag(128) }
    if let value = self.someBytes { writer.byteString(value); writer.tag(122) }
    if let value = self.aString { writer.string(value); writer.tag(114) }
    if let value = self.aBool { writer.bool(value); writer.tag(104) }
    if let value = self.aUint64 { writer.uint64(value); writer.tag(48) }
    if let value = self.anInt64 { writer.int64(value); writer.tag(32) }
    if let value = self.anInt32 { writer.int32(value); writer.tag(24) }
    if let value = self.aFloat { writer.float(value); writer.tag(21) }
    if let value = self.aDouble { writer.double(value); writer.tag(9) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("aDouble", "a_double", into: &self.aDouble)
    try json.scalar("aFloat", "a_float", into: &self.aFloat)
    try json.scalar("anInt32", "an_int32", into: &self.anInt32)
    try json.scalar("anInt64", "an_int64", into: &self.anInt64)
    try json.scalar("aUint64", "a_uint64", into: &self.aUint64)
    try json.scalar("aBool", "a_bool", into: &self.aBool)
    try json.scalar("aString", "a_string", into: &self.aString)
    try json.scalar("someBytes", "some_bytes", into: &self.someBytes)
    try json.scalar("aColour", "a_colour", into: &self.aColour)
    try json.message("aLeaf", "a_leaf", into: &self.aLeaf)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("aDouble", self.aDouble)
    try json.scalar("aFloat", self.aFloat)
    try json.scalar("anInt32", self.anInt32)
    try json.scalar("anInt64", self.anInt64)
    try json.scalar("aUint64", self.aUint64)
    try json.scalar("aBool", self.aBool)
    try json.scalar("aString", self.aString)
    try json.scalar("someBytes", self.someBytes)
    try json.scalar("aColour", self.aColour)
    try json.message("aLeaf", self.aLeaf)
  }
}

internal struct Repeated: ProtobufMessage {
  internal var doubles: [Double] = []
  internal var floats: [Float] = []
  internal var int32s: [Int32] = []
  internal var int64s: [Int64] = []
  internal var uint32s: [UInt32] = []
  internal var uint64s: [UInt64] = []
  internal var sint32s: [Int32] = []
  internal var sint64s: [Int64] = []
  internal var fixed32s: [UInt32] = []
  internal var fixed64s: [UInt64] = []
  internal var sfixed32s: [Int32] = []
  internal var sfixed64s: [Int64] = []
  internal var bools: [Bool] = []
  internal var strings: [String] = []
  internal var byteStrings: [[UInt8]] = []
  internal var colours: [Colour] = []
  internal var leaves: [Leaf] = []
  internal var unpacked: [Int32] = []

  internal init() {}

  internal init(doubles: [Double] = [], floats: [Float] = [], int32s: [Int32] = [], int64s: [Int64] = [], uint32s: [UInt32] = [], uint64s: [UInt64] = [], sint32s: [Int32] = [], sint64s: [Int64] = [], fixed32s: [UInt32] = [], fixed64s: [UInt64] = [], sfixed32s: [Int32] = [], sfixed64s: [Int64] = [], bools: [Bool] = [], strings: [String] = [], byteStrings: [[UInt8]] = [], colours: [Colour] = [], leaves: [Leaf] = [], unpacked: [Int32] = []) {
    self.doubles = doubles
    self.floats = floats
    self.int32s = int32s
    self.int64s = int64s
    self.uint32s = uint32s
    self.uint64s = uint64s
    self.sint32s = sint32s
    self.sint64s = sint64s
    self.fixed32s = fixed32s
    self.fixed64s = fixed64s
    self.sfixed32s = sfixed32s
    self.sfixed64s = sfixed64s
    self.bools = bools
    self.strings = strings
    self.byteStrings = byteStrings
    self.colours = colours
    self.leaves = leaves
    self.unpacked = unpacked
  }

  internal static var protobufName: String { "every.field.Repeated" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 9: self.doubles.append(try reader.double())
      case 10:
        try reader.packed(into: &self.doubles, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.double() }
      case 21: self.floats.append(try reader.float())
      case 18:
        try reader.packed(into: &self.floats, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.float() }
      case 24: self.int32s.append(try reader.int32())
      case 26:
        try reader.packed(into: &self.int32s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() }
      case 32: self.int64s.append(try reader.int64())
      case 34:
        try reader.packed(into: &self.int64s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int64() }
      case 40: self.uint32s.append(try reader.uint32())
      case 42:
        try reader.packed(into: &self.uint32s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      case 48: self.uint64s.append(try reader.uint64())
      case 50:
        try reader.packed(into: &self.uint64s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint64() }
      case 56: self.sint32s.append(try reader.sint32())
      case 58:
        try reader.packed(into: &self.sint32s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint32() }
      case 64: self.sint64s.append(try reader.sint64())
      case 66:
        try reader.packed(into: &self.sint64s, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint64() }
      case 77: self.fixed32s.append(try reader.fixed32())
      case 74:
        try reader.packed(into: &self.fixed32s, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed32() }
      case 81: self.fixed64s.append(try reader.fixed64())
      case 82:
        try reader.packed(into: &self.fixed64s, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed64() }
      case 93: self.sfixed32s.append(try reader.sfixed32())
      case 90:
        try reader.packed(into: &self.sfixed32s, minimumSize: 4) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed32() }
      case 97: self.sfixed64s.append(try reader.sfixed64())
      case 98:
        try reader.packed(into: &self.sfixed64s, minimumSize: 8) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sfixed64() }
      case 104: self.bools.append(try reader.bool())
      case 106:
        try reader.packed(into: &self.bools, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.bool() }
      case 114: self.strings.append(try reader.string())
      case 122: self.byteStrings.append(try reader.byteString())
      case 128: self.colours.append(try reader.enumeration())
      case 130:
        try reader.packed(into: &self.colours, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
      case 138: self.leaves.append(try reader.message())
      case 144: self.unpacked.append(try reader.int32())
      case 146:
        try reader.packed(into: &self.unpacked, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() }
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if !self.doubles.isEmpty {
      let count = ProtobufSize.elements(self.doubles, ProtobufSize.double)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.floats.isEmpty {
      let count = ProtobufSize.elements(self.floats, ProtobufSize.float)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.int32s.isEmpty {
      let count = ProtobufSize.elements(self.int32s, ProtobufSize.int32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.int64s.isEmpty {
      let count = ProtobufSize.elements(self.int64s, ProtobufSize.int64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.uint32s.isEmpty {
      let count = ProtobufSize.elements(self.uint32s, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.uint64s.isEmpty {
      let count = ProtobufSize.elements(self.uint64s, ProtobufSize.uint64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sint32s.isEmpty {
      let count = ProtobufSize.elements(self.sint32s, ProtobufSize.sint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sint64s.isEmpty {
      let count = ProtobufSize.elements(self.sint64s, ProtobufSize.sint64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.fixed32s.isEmpty {
      let count = ProtobufSize.elements(self.fixed32s, ProtobufSize.fixed32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.fixed64s.isEmpty {
      let count = ProtobufSize.elements(self.fixed64s, ProtobufSize.fixed64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sfixed32s.isEmpty {
      let count = ProtobufSize.elements(self.sfixed32s, ProtobufSize.sfixed32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.sfixed64s.isEmpty {
      let count = ProtobufSize.elements(self.sfixed64s, ProtobufSize.sfixed64)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.bools.isEmpty {
      let count = ProtobufSize.elements(self.bools, ProtobufSize.bool)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for value in self.strings { size &+= 1 &+ ProtobufSize.string(value) }
    for value in self.byteStrings { size &+= 1 &+ ProtobufSize.byteString(value) }
    if !self.colours.isEmpty {
      let count = ProtobufSize.elements(self.colours, ProtobufSize.enumeration)
      size &+= 2 &+ ProtobufSize.delimited(count)
    }
    for value in self.leaves { size &+= 2 &+ ProtobufSize.message(value) }
    for value in self.unpacked { size &+= 2 &+ ProtobufSize.int32(value) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for value in self.unpacked.reversed() { writer.int32(value); writer.tag(144) }
    for value in self.leaves.reversed() { writer.message(value); writer.tag(138) }
    if !self.colours.isEmpty {
      writer.delimited { for value in self.colours.reversed() { $0.enumeration(value) } }
      writer.tag(130)
    }
    for value in self.byteStrings.reversed() { writer.byteString(value); writer.tag(122) }
    for value in self.strings.reversed() { writer.string(value); writer.tag(114) }
    if !self.bools.isEmpty {
      writer.delimited { for value in self.bools.reversed() { $0.bool(value) } }
      writer.tag(106)
    }
    if !self.sfixed64s.isEmpty {
      writer.delimited { for value in self.sfixed64s.reversed() { $0.sfixed64(value) } }
      writer.tag(98)
    }
    if !self.sfixed32s.isEmpty {
      writer.delimited { for value in self.sfixed32s.reversed() { $0.sfixed32(value) } }
      writer.tag(90)
    }
    if !self.fixed64s.isEmpty {
      writer.delimited { for value in self.fixed64s.reversed() { $0.fixed64(value) } }
      writer.tag(82)
    }
    if !self.fixed32s.isEmpty {
      writer.delimited { for value in self.fixed32s.reversed() { $0.fixed32(value) } }
      writer.tag(74)
    }
    if !self.sint64s.isEmpty {
      writer.delimited { for value in self.sint64s.reversed() { $0.sint64(value) } }
      writer.tag(66)
    }
    if !self.sint32s.isEmpty {
      writer.delimited { for value in self.sint32s.reversed() { $0.sint32(value) } }
      writer.tag(58)
    }
    if !self.uint64s.isEmpty {
      writer.delimited { for value in self.uint64s.reversed() { $0.uint64(value) } }
      writer.tag(50)
    }
    if !self.uint32s.isEmpty {
      writer.delimited { for value in self.uint32s.reversed() { $0.uint32(value) } }
      writer.tag(42)
    }
    if !self.int64s.isEmpty {
      writer.delimited { for value in self.int64s.reversed() { $0.int64(value) } }
      writer.tag(34)
    }
    if !self.int32s.isEmpty {
      writer.delimited { for value in self.int32s.reversed() { $0.int32(value) } }
      writer.tag(26)
    }
    if !self.floats.isEmpty {
      writer.delimited { for value in self.floats.reversed() { $0.float(value) } }
      writer.tag(18)
    }
    if !self.doubles.isEmpty {
      writer.delimited { for value in self.doubles.reversed() { $0.double(value) } }
      writer.tag(10)
    }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalars("doubles", "doubles", into: &self.doubles)
    try json.scalars("floats", "floats", into: &self.floats)
    try json.scalars("int32s", "int32s", into: &self.int32s)
    try json.scalars("int64s", "int64s", into: &self.int64s)
    try json.scalars("uint32s", "uint32s", into: &self.uint32s)
    try json.scalars("uint64s", "uint64s", into: &self.uint64s)
    try json.scalars("sint32s", "sint32s", into: &self.sint32s)
    try json.scalars("sint64s", "sint64s", into: &self.sint64s)
    try json.scalars("fixed32s", "fixed32s", into: &self.fixed32s)
    try json.scalars("fixed64s", "fixed64s", into: &self.fixed64s)
    try json.scalars("sfixed32s", "sfixed32s", into: &self.sfixed32s)
    try json.scalars("sfixed64s", "sfixed64s", into: &self.sfixed64s)
    try json.scalars("bools", "bools", into: &self.bools)
    try json.scalars("strings", "strings", into: &self.strings)
    try json.scalars("byteStrings", "byte_strings", into: &self.byteStrings)
    try json.scalars("colours", "colours", into: &self.colours)
    try json.messages("leaves", "leaves", into: &self.leaves)
    try json.scalars("unpacked", "unpacked", into: &self.unpacked)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalars("doubles", self.doubles)
    try json.scalars("floats", self.floats)
    try json.scalars("int32s", self.int32s)
    try json.scalars("int64s", self.int64s)
    try json.scalars("uint32s", self.uint32s)
    try json.scalars("uint64s", self.uint64s)
    try json.scalars("sint32s", self.sint32s)
    try json.scalars("sint64s", self.sint64s)
    try json.scalars("fixed32s", self.fixed32s)
    try json.scalars("fixed64s", self.fixed64s)
    try json.scalars("sfixed32s", self.sfixed32s)
    try json.scalars("sfixed64s", self.sfixed64s)
    try json.scalars("bools", self.bools)
    try json.scalars("strings", self.strings)
    try json.scalars("byteStrings", self.byteStrings)
    try json.scalars("colours", self.colours)
    try json.messages("leaves", self.leaves)
    try json.scalars("unpacked", self.unpacked)
  }
}

internal struct Maps: ProtobufMessage {
  internal var texts: [String: String] = [:]
  internal var leaves: [Int32: Leaf] = [:]
  internal var doubles: [Bool: Double] = [:]
  internal var byteStrings: [UInt64: [UInt8]] = [:]
  internal var colours: [Int64: Colour] = [:]
  internal var fixed: [UInt32: Int64] = [:]

  internal init() {}

  internal init(texts: [String: String] = [:], leaves: [Int32: Leaf] = [:], doubles: [Bool: Double] = [:], byteStrings: [UInt64: [UInt8]] = [:], colours: [Int64: Colour] = [:], fixed: [UInt32: Int64] = [:]) {
    self.texts = texts
    self.leaves = leaves
    self.doubles = doubles
    self.byteStrings = byteStrings
    self.colours = colours
    self.fixed = fixed
  }

  internal static var protobufName: String { "every.field.Maps" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10:
        try reader.mapEntry(
          into: &self.texts, key: "", value: "",
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout String) throws(ProtobufError) in value = try reader.string() })
      case 18:
        try reader.mapEntry(
          into: &self.leaves, key: 0, value: Leaf(),
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.int32() },
          readValue: { (reader: inout ProtobufReader, value: inout Leaf) throws(ProtobufError) in try reader.message(into: &value) })
      case 26:
        try reader.mapEntry(
          into: &self.doubles, key: false, value: 0,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.bool() },
          readValue: { (reader: inout ProtobufReader, value: inout Double) throws(ProtobufError) in value = try reader.double() })
      case 34:
        try reader.mapEntry(
          into: &self.byteStrings, key: 0, value: [],
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint64() },
          readValue: { (reader: inout ProtobufReader, value: inout [UInt8]) throws(ProtobufError) in value = try reader.byteString() })
      case 42:
        try reader.mapEntry(
          into: &self.colours, key: 0, value: Colour(rawValue: 0),
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.sint64() },
          readValue: { (reader: inout ProtobufReader, value: inout Colour) throws(ProtobufError) in value = try reader.enumeration() })
      case 50:
        try reader.mapEntry(
          into: &self.fixed, key: 0, value: 0,
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.fixed32() },
          readValue: { (reader: inout ProtobufReader, value: inout Int64) throws(ProtobufError) in value = try reader.sfixed64() })
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    for (key, value) in self.texts {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.string(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.leaves {
      let count = 2 &+ ProtobufSize.int32(key) &+ ProtobufSize.message(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.doubles {
      let count = 2 &+ ProtobufSize.bool(key) &+ ProtobufSize.double(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.byteStrings {
      let count = 2 &+ ProtobufSize.uint64(key) &+ ProtobufSize.byteString(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.colours {
      let count = 2 &+ ProtobufSize.sint64(key) &+ ProtobufSize.enumeration(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for (key, value) in self.fixed {
      let count = 2 &+ ProtobufSize.fixed32(key) &+ ProtobufSize.sfixed64(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for (key, value) in self.fixed.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.sfixed64(value); $0.tag(17); $0.fixed32(key); $0.tag(13) }
      writer.tag(50)
    }
    for (key, value) in self.colours.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.enumeration(value); $0.tag(16); $0.sint64(key); $0.tag(8) }
      writer.tag(42)
    }
    for (key, value) in self.byteStrings.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.byteString(value); $0.tag(18); $0.uint64(key); $0.tag(8) }
      writer.tag(34)
    }
    for (key, value) in self.doubles.sorted(by: { !$0.key && $1.key }).reversed() {
      writer.delimited { $0.double(value); $0.tag(17); $0.bool(key); $0.tag(8) }
      writer.tag(26)
    }
    for (key, value) in self.leaves.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.int32(key); $0.tag(8) }
      writer.tag(18)
    }
    for (key, value) in self.texts.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.string(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(10)
    }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.map("texts", "texts", into: &self.texts)
    try json.messageMap("leaves", "leaves", into: &self.leaves)
    try json.map("doubles", "doubles", into: &self.doubles)
    try json.map("byteStrings", "byte_strings", into: &self.byteStrings)
    try json.map("colours", "colours", into: &self.colours)
    try json.map("fixed", "fixed", into: &self.fixed)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.map("texts", self.texts)
    try json.messageMap("leaves", self.leaves)
    try json.map("doubles", self.doubles)
    try json.map("byteStrings", self.byteStrings)
    try json.map("colours", self.colours)
    try json.map("fixed", self.fixed)
  }
}

internal struct Choice: ProtobufMessage {
  internal var value: Value? = nil
  internal var `default`: String = ""

  internal init() {}

  internal init(value: Value? = nil, `default`: String = "") {
    self.value = value
    self.`default` = `default`
  }

  internal indirect enum Value: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case leaf(Leaf)
    case choice(Choice)
    case colour(Colour)
    case someBytes([UInt8])
  }

  internal static var protobufName: String { "every.field.Choice" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.value = .text(try reader.string())
      case 16: self.value = .number(try reader.int64())
      case 26:
        var value = Leaf()
        if case .leaf(let held)? = self.value { value = held }
        try reader.message(into: &value)
        self.value = .leaf(value)
      case 34:
        var value = Choice()
        if case .choice(let held)? = self.value { value = held }
        try reader.message(into: &value)
        self.value = .choice(value)
      case 40: self.value = .colour(try reader.enumeration())
      case 50: self.value = .someBytes(try reader.byteString())
      case 58: self.`default` = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if case .text(let value)? = self.value { size &+= 1 &+ ProtobufSize.string(value) }
    if case .number(let value)? = self.value { size &+= 1 &+ ProtobufSize.int64(value) }
    if case .leaf(let value)? = self.value { size &+= 1 &+ ProtobufSize.message(value) }
    if case .choice(let value)? = self.value { size &+= 1 &+ ProtobufSize.message(value) }
    if case .colour(let value)? = self.value { size &+= 1 &+ ProtobufSize.enumeration(value) }
    if case .someBytes(let value)? = self.value { size &+= 1 &+ ProtobufSize.byteString(value) }
    if !self.`default`.isEmpty { size &+= 1 &+ ProtobufSize.string(self.`default`) }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if !self.`default`.isEmpty { writer.string(self.`default`); writer.tag(58) }
    if case .someBytes(let value)? = self.value { writer.byteString(value); writer.tag(50) }
    if case .colour(let value)? = self.value { writer.enumeration(value); writer.tag(40) }
    if case .choice(let value)? = self.value { writer.message(value); writer.tag(34) }
    if case .leaf(let value)? = self.value { writer.message(value); writer.tag(26) }
    if case .number(let value)? = self.value { writer.int64(value); writer.tag(16) }
    if case .text(let value)? = self.value { writer.string(value); writer.tag(10) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    do {
      var value: String?
      try json.scalar("text", "text", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "text")
        self.value = .text(value)
      }
    }
    do {
      var value: Int64?
      try json.scalar("number", "number", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "number")
        self.value = .number(value)
      }
    }
    do {
      var value: Leaf?
      try json.message("leaf", "leaf", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "leaf")
        self.value = .leaf(value)
      }
    }
    do {
      var value: Choice?
      try json.message("choice", "choice", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "choice")
        self.value = .choice(value)
      }
    }
    do {
      var value: Colour?
      try json.scalar("colour", "colour", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "colour")
        self.value = .colour(value)
      }
    }
    do {
      var value: [UInt8]?
      try json.scalar("someBytes", "some_bytes", into: &value)
      if let value {
        try json.expectOnly(self.value == nil, "someBytes")
        self.value = .someBytes(value)
      }
    }
    try json.scalar("default", "default", into: &self.`default`)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    if case .text(let value)? = self.value {
      try json.scalar("text", Swift.Optional(value))
    }
    if case .number(let value)? = self.value {
      try json.scalar("number", Swift.Optional(value))
    }
    if case .leaf(let value)? = self.value {
      try json.message("leaf", Swift.Optional(value))
    }
    if case .choice(let value)? = self.value {
      try json.message("choice", Swift.Optional(value))
    }
    if case .colour(let value)? = self.value {
      try json.scalar("colour", Swift.Optional(value))
    }
    if case .someBytes(let value)? = self.value {
      try json.scalar("someBytes", Swift.Optional(value))
    }
    try json.scalar("default", self.`default`)
  }
}

internal struct Tree: ProtobufMessage {
  internal var left: Tree? {
    get { storageOfleft.first }
    set { storageOfleft = newValue.map { [$0] } ?? [] }
  }
  private var storageOfleft: [Tree] = []
  internal var right: Tree? {
    get { storageOfright.first }
    set { storageOfright = newValue.map { [$0] } ?? [] }
  }
  private var storageOfright: [Tree] = []
  internal var others: [Tree] = []
  internal var mark: Tree.Mark? = nil
  internal var named: [String: Tree] = [:]

  internal init() {}

  internal init(left: Tree? = nil, right: Tree? = nil, others: [Tree] = [], mark: Tree.Mark? = nil, named: [String: Tree] = [:]) {
    self.left = left
    self.right = right
    self.others = others
    self.mark = mark
    self.named = named
  }

  internal struct Mark: ProtobufMessage {
    internal var height: UInt32 = 0

    internal init() {}

    internal init(height: UInt32 = 0) {
      self.height = height
    }

    internal static var protobufName: String { "every.field.Tree.Mark" }

    internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 8: self.height = try reader.uint32()
        default: try reader.skip(tag)
        }
      }
    }

    internal var protobufSize: Int {
      var size = 0
      if self.height != 0 { size &+= 1 &+ ProtobufSize.uint32(self.height) }
      return size
    }

    internal func write(into writer: inout ProtobufWriter) {
      if self.height != 0 { writer.uint32(self.height); writer.tag(8) }
    }

    internal init(from decoder: any Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalar("height", "height", into: &self.height)
    }

    internal func encode(to encoder: any Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalar("height", self.height)
    }
  }

  internal static var protobufName: String { "every.field.Tree" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.left)
      case 18: try reader.message(into: &self.right)
      case 26: self.others.append(try reader.message())
      case 34: try reader.message(into: &self.mark)
      case 42:
        try reader.mapEntry(
          into: &self.named, key: "", value: Tree(),
          readKey: { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.string() },
          readValue: { (reader: inout ProtobufReader, value: inout Tree) throws(ProtobufError) in try reader.message(into: &value) })
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
    var size = 0
    if let value = self.left { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.right { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.others { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.mark { size &+= 1 &+ ProtobufSize.message(value) }
    for (key, value) in self.named {
      let count = 2 &+ ProtobufSize.string(key) &+ ProtobufSize.message(value)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    for (key, value) in self.named.sorted(by: { $0.key < $1.key }).reversed() {
      writer.delimited { $0.message(value); $0.tag(18); $0.string(key); $0.tag(10) }
      writer.tag(42)
    }
    if let value = self.mark { writer.message(value); writer.tag(34) }
    for value in self.others.reversed() { writer.message(value); writer.tag(26) }
    if let value = self.right { writer.message(value); writer.tag(18) }
    if let value = self.left { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("left", "left", into: &self.left)
    try json.message("right", "right", into: &self.right)
    try json.messages("others", "others", into: &self.others)
    try json.message("mark", "mark", into: &self.mark)
    try json.messageMap("named", "named", into: &self.named)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("left", self.left)
    try json.message("right", self.right)
    try json.messages("others", self.others)
    try json.message("mark", self.mark)
    try json.messageMap("named", self.named)
  }
}

/// All of them, so that one message uses every field type.
internal struct Everything: ProtobufMessage {
  internal var singular: Singular? = nil
  internal var optional: Optional? = nil
  internal var repeated: Repeated? = nil
  internal var maps: Maps? = nil
  internal var choice: Choice? = nil
  internal var tree: Tree? = nil

  internal init() {}

  internal init(singular: Singular? = nil, optional: Optional? = nil, repeated: Repeated? = nil, maps: Maps? = nil, choice: Choice? = nil, tree: Tree? = nil) {
    self.singular = singular
    self.optional = optional
    self.repeated = repeated
    self.maps = maps
    self.choice = choice
    self.tree = tree
  }

  internal static var protobufName: String { "every.field.Everything" }

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
    return size
  }

  internal func write(into writer: inout ProtobufWriter) {
    if let value = self.tree { writer.message(value); writer.tag(50) }
    if let value = self.choice { writer.message(value); writer.tag(42) }
    if let value = self.maps { writer.message(value); writer.tag(34) }
    if let value = self.repeated { writer.message(value); writer.tag(26) }
    if let value = self.optional { writer.message(value); writer.tag(18) }
    if let value = self.singular { writer.message(value); writer.tag(10) }
  }

  internal init(from decoder: any Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("singular", "singular", into: &self.singular)
    try json.message("optional", "optional", into: &self.optional)
    try json.message("repeated", "repeated", into: &self.repeated)
    try json.message("maps", "maps", into: &self.maps)
    try json.message("choice", "choice", into: &self.choice)
    try json.message("tree", "tree", into: &self.tree)
  }

  internal func encode(to encoder: any Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("singular", self.singular)
    try json.message("optional", self.optional)
    try json.message("repeated", self.repeated)
    try json.message("maps", self.maps)
    try json.message("choice", self.choice)
    try json.message("tree", self.tree)
  }
}

// Generated from countdown.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import ProtobufCoding
internal import TTRPC

internal struct Number: ProtobufMessage {
  internal var value: Int32 = 0

  internal init() {}

  internal init(value: Int32 = 0) {
    self.value = value
  }

  internal static var protobufName: String { "entente.test.Number" }

  internal mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.value = try reader.int32()
      default: try reader.skip(tag)
      }
    }
  }

  internal var protobufSize: Int {
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

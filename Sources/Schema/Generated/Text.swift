// Generated from entente/v1/text.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

/// A run of bytes in the UTF-8 text of a document (`Document.text`).
public struct TextSpan: ProtobufMessage {
  /// The offset of the first byte, from the start of the text.
  public var offset: UInt32 = 0
  /// The length in bytes.
  public var length: UInt32 = 0

  public init() {}

  public init(offset: UInt32 = 0, length: UInt32 = 0) {
    self.offset = offset
    self.length = length
  }

  public static var protobufName: String { "entente.v1.TextSpan" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.offset = try reader.uint32()
      case 16: self.length = try reader.uint32()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.offset != 0 { size &+= 1 &+ ProtobufSize.uint32(self.offset) }
    if self.length != 0 { size &+= 1 &+ ProtobufSize.uint32(self.length) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.length != 0 { writer.uint32(self.length); writer.tag(16) }
    if self.offset != 0 { writer.uint32(self.offset); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("offset", "offset", into: &self.offset)
    try json.scalar("length", "length", into: &self.length)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("offset", self.offset)
    try json.scalar("length", self.length)
  }
}

/// Where a piece of text comes from: the bytes at `span` in the text of the document are `text`.
public struct Source: ProtobufMessage {
  public var documentID: String = ""
  public var span: TextSpan? = nil
  /// The bytes at `span`, exactly as written; only the start of them if a response truncates them (see query.proto).
  public var text: String = ""

  public init() {}

  public init(documentID: String = "", span: TextSpan? = nil, text: String = "") {
    self.documentID = documentID
    self.span = span
    self.text = text
  }

  public static var protobufName: String { "entente.v1.Source" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.documentID = try reader.string()
      case 18: try reader.message(into: &self.span)
      case 26: self.text = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.documentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.documentID) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.text.isEmpty { writer.string(self.text); writer.tag(26) }
    if let value = self.span { writer.message(value); writer.tag(18) }
    if !self.documentID.isEmpty { writer.string(self.documentID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("documentId", "document_id", into: &self.documentID)
    try json.message("span", "span", into: &self.span)
    try json.scalar("text", "text", into: &self.text)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("documentId", self.documentID)
    try json.message("span", self.span)
    try json.scalar("text", self.text)
  }
}

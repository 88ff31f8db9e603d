// Generated from entente/v1/snapshot.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum SectionEncoding: ProtobufEnum {
  case unspecified
  /// A fixed layout, read in place.
  case raw
  /// Length-prefixed protobuf messages in zlib blocks with a preset dictionary.
  case recordBlocks
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .raw
    case 2: self = .recordBlocks
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .raw: 1
    case .recordBlocks: 2
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "SECTION_ENCODING_UNSPECIFIED"
    case 1: "SECTION_ENCODING_RAW"
    case 2: "SECTION_ENCODING_RECORD_BLOCKS"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "SECTION_ENCODING_UNSPECIFIED": self.init(rawValue: 0)
    case "SECTION_ENCODING_RAW": self.init(rawValue: 1)
    case "SECTION_ENCODING_RECORD_BLOCKS": self.init(rawValue: 2)
    default: return nil
    }
  }
}

/// The directory at the end of a snapshot file. See schema/SNAPSHOT.md.
public struct SnapshotDirectory: ProtobufMessage {
  /// In order of offset.
  public var sections: [SnapshotSection] = []
  public var generation: UInt64 = 0
  public var writerVersion: String = ""
  public var documentCount: UInt64 = 0
  /// The total size of all texts, in bytes of UTF-8.
  public var textSize: UInt64 = 0
  /// Set if the file is a shard of a corpus. Generation, writer, document count and text size are those of the corpus.
  public var shard: SnapshotShard? = nil

  public init() {}

  public init(sections: [SnapshotSection] = [], generation: UInt64 = 0, writerVersion: String = "", documentCount: UInt64 = 0, textSize: UInt64 = 0, shard: SnapshotShard? = nil) {
    self.sections = sections
    self.generation = generation
    self.writerVersion = writerVersion
    self.documentCount = documentCount
    self.textSize = textSize
    self.shard = shard
  }

  public static var protobufName: String { "entente.v1.SnapshotDirectory" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.sections.append(try reader.message())
      case 16: self.generation = try reader.uint64()
      case 26: self.writerVersion = try reader.string()
      case 32: self.documentCount = try reader.uint64()
      case 40: self.textSize = try reader.uint64()
      case 50: try reader.message(into: &self.shard)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.sections { size &+= 1 &+ ProtobufSize.message(value) }
    if self.generation != 0 { size &+= 1 &+ ProtobufSize.uint64(self.generation) }
    if !self.writerVersion.isEmpty { size &+= 1 &+ ProtobufSize.string(self.writerVersion) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentCount) }
    if self.textSize != 0 { size &+= 1 &+ ProtobufSize.uint64(self.textSize) }
    if let value = self.shard { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.shard { writer.message(value); writer.tag(50) }
    if self.textSize != 0 { writer.uint64(self.textSize); writer.tag(40) }
    if self.documentCount != 0 { writer.uint64(self.documentCount); writer.tag(32) }
    if !self.writerVersion.isEmpty { writer.string(self.writerVersion); writer.tag(26) }
    if self.generation != 0 { writer.uint64(self.generation); writer.tag(16) }
    for value in self.sections.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("sections", "sections", into: &self.sections)
    try json.scalar("generation", "generation", into: &self.generation)
    try json.scalar("writerVersion", "writer_version", into: &self.writerVersion)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.scalar("textSize", "text_size", into: &self.textSize)
    try json.message("shard", "shard", into: &self.shard)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("sections", self.sections)
    try json.scalar("generation", self.generation)
    try json.scalar("writerVersion", self.writerVersion)
    try json.scalar("documentCount", self.documentCount)
    try json.scalar("textSize", self.textSize)
    try json.message("shard", self.shard)
  }
}

/// Which part of a corpus a shard holds: the texts and postings of a range of its documents.
public struct SnapshotShard: ProtobufMessage {
  /// From 0, and how many there are.
  public var number: UInt32 = 0
  public var count: UInt32 = 0
  /// The ordinal of its first document, and that of the first document after it.
  public var firstDocument: UInt64 = 0
  public var endDocument: UInt64 = 0
  /// The id and the size in bytes of the snapshot that was sharded.
  public var corpusID: String = ""
  public var corpusSize: UInt64 = 0

  public init() {}

  public init(number: UInt32 = 0, count: UInt32 = 0, firstDocument: UInt64 = 0, endDocument: UInt64 = 0, corpusID: String = "", corpusSize: UInt64 = 0) {
    self.number = number
    self.count = count
    self.firstDocument = firstDocument
    self.endDocument = endDocument
    self.corpusID = corpusID
    self.corpusSize = corpusSize
  }

  public static var protobufName: String { "entente.v1.SnapshotShard" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.number = try reader.uint32()
      case 16: self.count = try reader.uint32()
      case 24: self.firstDocument = try reader.uint64()
      case 32: self.endDocument = try reader.uint64()
      case 42: self.corpusID = try reader.string()
      case 48: self.corpusSize = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if self.count != 0 { size &+= 1 &+ ProtobufSize.uint32(self.count) }
    if self.firstDocument != 0 { size &+= 1 &+ ProtobufSize.uint64(self.firstDocument) }
    if self.endDocument != 0 { size &+= 1 &+ ProtobufSize.uint64(self.endDocument) }
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if self.corpusSize != 0 { size &+= 1 &+ ProtobufSize.uint64(self.corpusSize) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.corpusSize != 0 { writer.uint64(self.corpusSize); writer.tag(48) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(42) }
    if self.endDocument != 0 { writer.uint64(self.endDocument); writer.tag(32) }
    if self.firstDocument != 0 { writer.uint64(self.firstDocument); writer.tag(24) }
    if self.count != 0 { writer.uint32(self.count); writer.tag(16) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("count", "count", into: &self.count)
    try json.scalar("firstDocument", "first_document", into: &self.firstDocument)
    try json.scalar("endDocument", "end_document", into: &self.endDocument)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.scalar("corpusSize", "corpus_size", into: &self.corpusSize)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("number", self.number)
    try json.scalar("count", self.count)
    try json.scalar("firstDocument", self.firstDocument)
    try json.scalar("endDocument", self.endDocument)
    try json.scalar("corpusId", self.corpusID)
    try json.scalar("corpusSize", self.corpusSize)
  }
}

/// A named run of bytes in the file.
public struct SnapshotSection: ProtobufMessage {
  public var name: String = ""
  /// The offset from the start of the file; a multiple of 8.
  public var offset: UInt64 = 0
  /// The length in bytes, without the padding to the next section.
  public var length: UInt64 = 0
  /// The CRC-32 of these bytes, as computed by zlib's crc32.
  public var crc32: UInt32 = 0
  public var encoding: SectionEncoding = SectionEncoding(rawValue: 0)
  /// For RECORD_BLOCKS only.
  public var recordCount: UInt64 = 0

  public init() {}

  public init(name: String = "", offset: UInt64 = 0, length: UInt64 = 0, crc32: UInt32 = 0, encoding: SectionEncoding = SectionEncoding(rawValue: 0), recordCount: UInt64 = 0) {
    self.name = name
    self.offset = offset
    self.length = length
    self.crc32 = crc32
    self.encoding = encoding
    self.recordCount = recordCount
  }

  public static var protobufName: String { "entente.v1.SnapshotSection" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.name = try reader.string()
      case 16: self.offset = try reader.uint64()
      case 24: self.length = try reader.uint64()
      case 37: self.crc32 = try reader.fixed32()
      case 40: self.encoding = try reader.enumeration()
      case 48: self.recordCount = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if self.offset != 0 { size &+= 1 &+ ProtobufSize.uint64(self.offset) }
    if self.length != 0 { size &+= 1 &+ ProtobufSize.uint64(self.length) }
    if self.crc32 != 0 { size &+= 1 &+ ProtobufSize.fixed32(self.crc32) }
    if self.encoding.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.encoding) }
    if self.recordCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.recordCount) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.recordCount != 0 { writer.uint64(self.recordCount); writer.tag(48) }
    if self.encoding.rawValue != 0 { writer.enumeration(self.encoding); writer.tag(40) }
    if self.crc32 != 0 { writer.fixed32(self.crc32); writer.tag(37) }
    if self.length != 0 { writer.uint64(self.length); writer.tag(24) }
    if self.offset != 0 { writer.uint64(self.offset); writer.tag(16) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("offset", "offset", into: &self.offset)
    try json.scalar("length", "length", into: &self.length)
    try json.scalar("crc32", "crc32", into: &self.crc32)
    try json.scalar("encoding", "encoding", into: &self.encoding)
    try json.scalar("recordCount", "record_count", into: &self.recordCount)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("name", self.name)
    try json.scalar("offset", self.offset)
    try json.scalar("length", self.length)
    try json.scalar("crc32", self.crc32)
    try json.scalar("encoding", self.encoding)
    try json.scalar("recordCount", self.recordCount)
  }
}

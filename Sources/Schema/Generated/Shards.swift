// Generated from entente/v1/shards.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

/// The shards of one snapshot, written beside them as canonical proto3 JSON. See schema/SHARDS.md.
public struct ShardManifest: ProtobufMessage {
  /// The id of the snapshot that was sharded.
  public var corpusID: String = ""
  public var generation: UInt64 = 0
  public var writerVersion: String = ""
  /// Of the whole corpus: what a score depends on besides the document frequencies, which every shard holds.
  public var documentCount: UInt64 = 0
  public var termCount: UInt64 = 0
  /// The sum of the lengths of all documents, in words.
  public var totalLength: UInt64 = 0
  /// In the order of their documents.
  public var shards: [ShardFile] = []

  public init() {}

  public init(corpusID: String = "", generation: UInt64 = 0, writerVersion: String = "", documentCount: UInt64 = 0, termCount: UInt64 = 0, totalLength: UInt64 = 0, shards: [ShardFile] = []) {
    self.corpusID = corpusID
    self.generation = generation
    self.writerVersion = writerVersion
    self.documentCount = documentCount
    self.termCount = termCount
    self.totalLength = totalLength
    self.shards = shards
  }

  public static var protobufName: String { "entente.v1.ShardManifest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 16: self.generation = try reader.uint64()
      case 26: self.writerVersion = try reader.string()
      case 32: self.documentCount = try reader.uint64()
      case 40: self.termCount = try reader.uint64()
      case 48: self.totalLength = try reader.uint64()
      case 58: self.shards.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if self.generation != 0 { size &+= 1 &+ ProtobufSize.uint64(self.generation) }
    if !self.writerVersion.isEmpty { size &+= 1 &+ ProtobufSize.string(self.writerVersion) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentCount) }
    if self.termCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.termCount) }
    if self.totalLength != 0 { size &+= 1 &+ ProtobufSize.uint64(self.totalLength) }
    for value in self.shards { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.shards.reversed() { writer.message(value); writer.tag(58) }
    if self.totalLength != 0 { writer.uint64(self.totalLength); writer.tag(48) }
    if self.termCount != 0 { writer.uint64(self.termCount); writer.tag(40) }
    if self.documentCount != 0 { writer.uint64(self.documentCount); writer.tag(32) }
    if !self.writerVersion.isEmpty { writer.string(self.writerVersion); writer.tag(26) }
    if self.generation != 0 { writer.uint64(self.generation); writer.tag(16) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.scalar("generation", "generation", into: &self.generation)
    try json.scalar("writerVersion", "writer_version", into: &self.writerVersion)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.scalar("termCount", "term_count", into: &self.termCount)
    try json.scalar("totalLength", "total_length", into: &self.totalLength)
    try json.messages("shards", "shards", into: &self.shards)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.scalar("generation", self.generation)
    try json.scalar("writerVersion", self.writerVersion)
    try json.scalar("documentCount", self.documentCount)
    try json.scalar("termCount", self.termCount)
    try json.scalar("totalLength", self.totalLength)
    try json.messages("shards", self.shards)
  }
}

/// A shard and the range of documents whose texts and postings it holds.
public struct ShardFile: ProtobufMessage {
  /// The file's name, in the folder of the manifest.
  public var file: String = ""
  /// The SHA-256 of its content, in hexadecimal.
  public var snapshotID: String = ""
  /// The ordinal of its first document, and that of the first document after it.
  public var firstDocument: UInt64 = 0
  public var endDocument: UInt64 = 0
  /// The id of its first document. Documents are ordered by the bytes of their ids.
  public var firstDocumentID: String = ""
  /// The size of the file, in bytes.
  public var size: UInt64 = 0

  public init() {}

  public init(file: String = "", snapshotID: String = "", firstDocument: UInt64 = 0, endDocument: UInt64 = 0, firstDocumentID: String = "", size: UInt64 = 0) {
    self.file = file
    self.snapshotID = snapshotID
    self.firstDocument = firstDocument
    self.endDocument = endDocument
    self.firstDocumentID = firstDocumentID
    self.size = size
  }

  public static var protobufName: String { "entente.v1.ShardFile" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.file = try reader.string()
      case 18: self.snapshotID = try reader.string()
      case 24: self.firstDocument = try reader.uint64()
      case 32: self.endDocument = try reader.uint64()
      case 42: self.firstDocumentID = try reader.string()
      case 48: self.size = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.file.isEmpty { size &+= 1 &+ ProtobufSize.string(self.file) }
    if !self.snapshotID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.snapshotID) }
    if self.firstDocument != 0 { size &+= 1 &+ ProtobufSize.uint64(self.firstDocument) }
    if self.endDocument != 0 { size &+= 1 &+ ProtobufSize.uint64(self.endDocument) }
    if !self.firstDocumentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.firstDocumentID) }
    if self.size != 0 { size &+= 1 &+ ProtobufSize.uint64(self.size) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.size != 0 { writer.uint64(self.size); writer.tag(48) }
    if !self.firstDocumentID.isEmpty { writer.string(self.firstDocumentID); writer.tag(42) }
    if self.endDocument != 0 { writer.uint64(self.endDocument); writer.tag(32) }
    if self.firstDocument != 0 { writer.uint64(self.firstDocument); writer.tag(24) }
    if !self.snapshotID.isEmpty { writer.string(self.snapshotID); writer.tag(18) }
    if !self.file.isEmpty { writer.string(self.file); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("file", "file", into: &self.file)
    try json.scalar("snapshotId", "snapshot_id", into: &self.snapshotID)
    try json.scalar("firstDocument", "first_document", into: &self.firstDocument)
    try json.scalar("endDocument", "end_document", into: &self.endDocument)
    try json.scalar("firstDocumentId", "first_document_id", into: &self.firstDocumentID)
    try json.scalar("size", "size", into: &self.size)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("file", self.file)
    try json.scalar("snapshotId", self.snapshotID)
    try json.scalar("firstDocument", self.firstDocument)
    try json.scalar("endDocument", self.endDocument)
    try json.scalar("firstDocumentId", self.firstDocumentID)
    try json.scalar("size", self.size)
  }
}

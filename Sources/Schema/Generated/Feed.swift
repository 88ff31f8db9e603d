// Generated from entente/v1/feed.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

/// A snapshot held by a feed.
public struct Publication: ProtobufMessage {
  /// The SHA-256 of its content, in hexadecimal. See schema/SNAPSHOT.md.
  public var snapshotID: String = ""
  public var generation: UInt64 = 0
  /// The size of the file, in bytes.
  public var size: UInt64 = 0
  /// A 64-byte Ed25519 signature, see schema/SIGNATURE.md; empty for an unsigned snapshot.
  public var signature: [UInt8] = []
  public var published: ProtobufTimestamp? = nil

  public init() {}

  public init(snapshotID: String = "", generation: UInt64 = 0, size: UInt64 = 0, signature: [UInt8] = [], published: ProtobufTimestamp? = nil) {
    self.snapshotID = snapshotID
    self.generation = generation
    self.size = size
    self.signature = signature
    self.published = published
  }

  public static var protobufName: String { "entente.v1.Publication" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.snapshotID = try reader.string()
      case 16: self.generation = try reader.uint64()
      case 24: self.size = try reader.uint64()
      case 34: self.signature = try reader.byteString()
      case 42: try reader.message(into: &self.published)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.snapshotID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.snapshotID) }
    if self.generation != 0 { size &+= 1 &+ ProtobufSize.uint64(self.generation) }
    if self.size != 0 { size &+= 1 &+ ProtobufSize.uint64(self.size) }
    if !self.signature.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.signature) }
    if let value = self.published { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.published { writer.message(value); writer.tag(42) }
    if !self.signature.isEmpty { writer.byteString(self.signature); writer.tag(34) }
    if self.size != 0 { writer.uint64(self.size); writer.tag(24) }
    if self.generation != 0 { writer.uint64(self.generation); writer.tag(16) }
    if !self.snapshotID.isEmpty { writer.string(self.snapshotID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("snapshotId", "snapshot_id", into: &self.snapshotID)
    try json.scalar("generation", "generation", into: &self.generation)
    try json.scalar("size", "size", into: &self.size)
    try json.scalar("signature", "signature", into: &self.signature)
    try json.message("published", "published", into: &self.published)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("snapshotId", self.snapshotID)
    try json.scalar("generation", self.generation)
    try json.scalar("size", self.size)
    try json.scalar("signature", self.signature)
    try json.message("published", self.published)
  }
}

public struct DescribeFeedRequest: ProtobufMessage {

  public init() {}

  public static var protobufName: String { "entente.v1.DescribeFeedRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    0
  }

  public func write(into writer: inout ProtobufWriter) {
  }

  public init(from decoder: any Swift.Decoder) throws {
    _ = try ProtobufJSONReader(decoder)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    _ = ProtobufJSONWriter(encoder)
  }
}

public struct DescribeFeedResponse: ProtobufMessage {
  /// Newest first, at most two.
  public var publications: [Publication] = []

  public init() {}

  public init(publications: [Publication] = []) {
    self.publications = publications
  }

  public static var protobufName: String { "entente.v1.DescribeFeedResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.publications.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.publications { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.publications.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("publications", "publications", into: &self.publications)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("publications", self.publications)
  }
}

public struct FetchRequest: ProtobufMessage {
  /// Empty for the newest. At most 64 characters.
  public var snapshotID: String = ""
  /// Where to start, in bytes.
  public var offset: UInt64 = 0

  public init() {}

  public init(snapshotID: String = "", offset: UInt64 = 0) {
    self.snapshotID = snapshotID
    self.offset = offset
  }

  public static var protobufName: String { "entente.v1.FetchRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.snapshotID = try reader.string()
      case 16: self.offset = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.snapshotID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.snapshotID) }
    if self.offset != 0 { size &+= 1 &+ ProtobufSize.uint64(self.offset) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.offset != 0 { writer.uint64(self.offset); writer.tag(16) }
    if !self.snapshotID.isEmpty { writer.string(self.snapshotID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("snapshotId", "snapshot_id", into: &self.snapshotID)
    try json.scalar("offset", "offset", into: &self.offset)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("snapshotId", self.snapshotID)
    try json.scalar("offset", self.offset)
  }
}

public struct FetchResponse: ProtobufMessage {
  /// In the first message of a stream, and in every answer of Read.
  public var publication: Publication? = nil
  /// The offset of `data` in the file.
  public var offset: UInt64 = 0
  /// At most 256 KiB.
  public var data: [UInt8] = []

  public init() {}

  public init(publication: Publication? = nil, offset: UInt64 = 0, data: [UInt8] = []) {
    self.publication = publication
    self.offset = offset
    self.data = data
  }

  public static var protobufName: String { "entente.v1.FetchResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.publication)
      case 16: self.offset = try reader.uint64()
      case 26: self.data = try reader.byteString()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.publication { size &+= 1 &+ ProtobufSize.message(value) }
    if self.offset != 0 { size &+= 1 &+ ProtobufSize.uint64(self.offset) }
    if !self.data.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.data) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.data.isEmpty { writer.byteString(self.data); writer.tag(26) }
    if self.offset != 0 { writer.uint64(self.offset); writer.tag(16) }
    if let value = self.publication { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("publication", "publication", into: &self.publication)
    try json.scalar("offset", "offset", into: &self.offset)
    try json.scalar("data", "data", into: &self.data)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("publication", self.publication)
    try json.scalar("offset", self.offset)
    try json.scalar("data", self.data)
  }
}

public struct WatchRequest: ProtobufMessage {
  /// A snapshot that the caller already has, which is not announced again. At most 64 characters.
  public var knownSnapshotID: String = ""

  public init() {}

  public init(knownSnapshotID: String = "") {
    self.knownSnapshotID = knownSnapshotID
  }

  public static var protobufName: String { "entente.v1.WatchRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.knownSnapshotID = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.knownSnapshotID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.knownSnapshotID) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.knownSnapshotID.isEmpty { writer.string(self.knownSnapshotID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("knownSnapshotId", "known_snapshot_id", into: &self.knownSnapshotID)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("knownSnapshotId", self.knownSnapshotID)
  }
}

public struct WatchResponse: ProtobufMessage {
  /// Unset in a keep-alive message; a message is sent at least every ten seconds.
  public var publication: Publication? = nil

  public init() {}

  public init(publication: Publication? = nil) {
    self.publication = publication
  }

  public static var protobufName: String { "entente.v1.WatchResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.publication)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.publication { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.publication { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("publication", "publication", into: &self.publication)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("publication", self.publication)
  }
}

// Generated from entente/v1/document.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum DocumentKind: ProtobufEnum {
  case unspecified
  case pressRelease
  case news
  case programme
  case interview
  case declaration
  case speech
  /// None of the above, or unknown.
  case other
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .pressRelease
    case 2: self = .news
    case 3: self = .programme
    case 4: self = .interview
    case 5: self = .declaration
    case 6: self = .speech
    case 7: self = .other
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .pressRelease: 1
    case .news: 2
    case .programme: 3
    case .interview: 4
    case .declaration: 5
    case .speech: 6
    case .other: 7
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "DOCUMENT_KIND_UNSPECIFIED"
    case 1: "DOCUMENT_KIND_PRESS_RELEASE"
    case 2: "DOCUMENT_KIND_NEWS"
    case 3: "DOCUMENT_KIND_PROGRAMME"
    case 4: "DOCUMENT_KIND_INTERVIEW"
    case 5: "DOCUMENT_KIND_DECLARATION"
    case 6: "DOCUMENT_KIND_SPEECH"
    case 7: "DOCUMENT_KIND_OTHER"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "DOCUMENT_KIND_UNSPECIFIED": self.init(rawValue: 0)
    case "DOCUMENT_KIND_PRESS_RELEASE": self.init(rawValue: 1)
    case "DOCUMENT_KIND_NEWS": self.init(rawValue: 2)
    case "DOCUMENT_KIND_PROGRAMME": self.init(rawValue: 3)
    case "DOCUMENT_KIND_INTERVIEW": self.init(rawValue: 4)
    case "DOCUMENT_KIND_DECLARATION": self.init(rawValue: 5)
    case "DOCUMENT_KIND_SPEECH": self.init(rawValue: 6)
    case "DOCUMENT_KIND_OTHER": self.init(rawValue: 7)
    default: return nil
    }
  }
}

/// A document of the corpus, with its whole text.
public struct Document: ProtobufMessage {
  /// Stable and unique in a snapshot: the path below the ingested folder without its extension, or the `id` of a JSON line.
  public var id: String = ""
  public var title: String = ""
  /// The position of the title in `text`; unset when the title comes from elsewhere (a JSON line, a manifest).
  public var titleSpan: TextSpan? = nil
  public var kind: DocumentKind = DocumentKind(rawValue: 0)
  /// The publication date; unset when neither the text nor the manifest gives one.
  public var published: PartialDate? = nil
  public var updated: PartialDate? = nil
  /// A BCP 47 tag: as given in the JSON line or manifest, else detected from the text, else "fr". A document in a language
  /// other than French can be searched, but nothing is extracted from its text: no dates, entities, events or quotations.
  public var language: String = ""
  public var publisher: String = ""
  /// The address at which the document was published.
  public var sourceURL: String = ""
  /// The file that it was read from, relative to the ingested folder, with a line number for JSON Lines: "a.jsonl:12"; or as a
  /// JSON line says.
  public var file: String = ""
  /// The text as written, in UTF-8. Every span in the snapshot counts its bytes.
  public var text: String = ""
  /// Text that is not part of the body: reading-time lines, repeated titles, lone bullets. Ordered, not overlapping.
  public var boilerplate: [TextSpan] = []
  /// The manifest's reference date for resolving the text's dates, ISO 8601; empty when it gives none.
  public var referenceDate: String = ""
  /// The day by which the document is ordered, filtered and counted: `published`, else `reference_date`, else the latest day
  /// that its text tells of as past. Its subject says which; unset where there is none of them.
  public var effectiveDate: PartialDate? = nil

  public init() {}

  public init(id: String = "", title: String = "", titleSpan: TextSpan? = nil, kind: DocumentKind = DocumentKind(rawValue: 0), published: PartialDate? = nil, updated: PartialDate? = nil, language: String = "", publisher: String = "", sourceURL: String = "", file: String = "", text: String = "", boilerplate: [TextSpan] = [], referenceDate: String = "", effectiveDate: PartialDate? = nil) {
    self.id = id
    self.title = title
    self.titleSpan = titleSpan
    self.kind = kind
    self.published = published
    self.updated = updated
    self.language = language
    self.publisher = publisher
    self.sourceURL = sourceURL
    self.file = file
    self.text = text
    self.boilerplate = boilerplate
    self.referenceDate = referenceDate
    self.effectiveDate = effectiveDate
  }

  public static var protobufName: String { "entente.v1.Document" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 18: self.title = try reader.string()
      case 26: try reader.message(into: &self.titleSpan)
      case 32: self.kind = try reader.enumeration()
      case 42: try reader.message(into: &self.published)
      case 50: try reader.message(into: &self.updated)
      case 58: self.language = try reader.string()
      case 66: self.publisher = try reader.string()
      case 74: self.sourceURL = try reader.string()
      case 82: self.file = try reader.string()
      case 90: self.text = try reader.string()
      case 98: self.boilerplate.append(try reader.message())
      case 106: self.referenceDate = try reader.string()
      case 114: try reader.message(into: &self.effectiveDate)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    if let value = self.titleSpan { size &+= 1 &+ ProtobufSize.message(value) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if let value = self.published { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.updated { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.language.isEmpty { size &+= 1 &+ ProtobufSize.string(self.language) }
    if !self.publisher.isEmpty { size &+= 1 &+ ProtobufSize.string(self.publisher) }
    if !self.sourceURL.isEmpty { size &+= 1 &+ ProtobufSize.string(self.sourceURL) }
    if !self.file.isEmpty { size &+= 1 &+ ProtobufSize.string(self.file) }
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    for value in self.boilerplate { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.referenceDate.isEmpty { size &+= 1 &+ ProtobufSize.string(self.referenceDate) }
    if let value = self.effectiveDate { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.effectiveDate { writer.message(value); writer.tag(114) }
    if !self.referenceDate.isEmpty { writer.string(self.referenceDate); writer.tag(106) }
    for value in self.boilerplate.reversed() { writer.message(value); writer.tag(98) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(90) }
    if !self.file.isEmpty { writer.string(self.file); writer.tag(82) }
    if !self.sourceURL.isEmpty { writer.string(self.sourceURL); writer.tag(74) }
    if !self.publisher.isEmpty { writer.string(self.publisher); writer.tag(66) }
    if !self.language.isEmpty { writer.string(self.language); writer.tag(58) }
    if let value = self.updated { writer.message(value); writer.tag(50) }
    if let value = self.published { writer.message(value); writer.tag(42) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(32) }
    if let value = self.titleSpan { writer.message(value); writer.tag(26) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("title", "title", into: &self.title)
    try json.message("titleSpan", "title_span", into: &self.titleSpan)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.message("published", "published", into: &self.published)
    try json.message("updated", "updated", into: &self.updated)
    try json.scalar("language", "language", into: &self.language)
    try json.scalar("publisher", "publisher", into: &self.publisher)
    try json.scalar("sourceUrl", "source_url", into: &self.sourceURL)
    try json.scalar("file", "file", into: &self.file)
    try json.scalar("text", "text", into: &self.text)
    try json.messages("boilerplate", "boilerplate", into: &self.boilerplate)
    try json.scalar("referenceDate", "reference_date", into: &self.referenceDate)
    try json.message("effectiveDate", "effective_date", into: &self.effectiveDate)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("title", self.title)
    try json.message("titleSpan", self.titleSpan)
    try json.scalar("kind", self.kind)
    try json.message("published", self.published)
    try json.message("updated", self.updated)
    try json.scalar("language", self.language)
    try json.scalar("publisher", self.publisher)
    try json.scalar("sourceUrl", self.sourceURL)
    try json.scalar("file", self.file)
    try json.scalar("text", self.text)
    try json.messages("boilerplate", self.boilerplate)
    try json.scalar("referenceDate", self.referenceDate)
    try json.message("effectiveDate", self.effectiveDate)
  }
}

/// A document without its text, for lists.
public struct DocumentSummary: ProtobufMessage {
  public var id: String = ""
  public var title: String = ""
  public var kind: DocumentKind = DocumentKind(rawValue: 0)
  public var published: PartialDate? = nil
  public var updated: PartialDate? = nil
  public var publisher: String = ""
  public var sourceURL: String = ""
  /// The length of the text, in bytes of UTF-8.
  public var textLength: UInt32 = 0
  /// The first words of the body, as written, if the document has no title.
  public var opening: String = ""
  /// As of the document.
  public var effectiveDate: PartialDate? = nil

  public init() {}

  public init(id: String = "", title: String = "", kind: DocumentKind = DocumentKind(rawValue: 0), published: PartialDate? = nil, updated: PartialDate? = nil, publisher: String = "", sourceURL: String = "", textLength: UInt32 = 0, opening: String = "", effectiveDate: PartialDate? = nil) {
    self.id = id
    self.title = title
    self.kind = kind
    self.published = published
    self.updated = updated
    self.publisher = publisher
    self.sourceURL = sourceURL
    self.textLength = textLength
    self.opening = opening
    self.effectiveDate = effectiveDate
  }

  public static var protobufName: String { "entente.v1.DocumentSummary" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 18: self.title = try reader.string()
      case 24: self.kind = try reader.enumeration()
      case 34: try reader.message(into: &self.published)
      case 42: try reader.message(into: &self.updated)
      case 50: self.publisher = try reader.string()
      case 58: self.sourceURL = try reader.string()
      case 64: self.textLength = try reader.uint32()
      case 74: self.opening = try reader.string()
      case 82: try reader.message(into: &self.effectiveDate)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if let value = self.published { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.updated { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.publisher.isEmpty { size &+= 1 &+ ProtobufSize.string(self.publisher) }
    if !self.sourceURL.isEmpty { size &+= 1 &+ ProtobufSize.string(self.sourceURL) }
    if self.textLength != 0 { size &+= 1 &+ ProtobufSize.uint32(self.textLength) }
    if !self.opening.isEmpty { size &+= 1 &+ ProtobufSize.string(self.opening) }
    if let value = self.effectiveDate { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.effectiveDate { writer.message(value); writer.tag(82) }
    if !self.opening.isEmpty { writer.string(self.opening); writer.tag(74) }
    if self.textLength != 0 { writer.uint32(self.textLength); writer.tag(64) }
    if !self.sourceURL.isEmpty { writer.string(self.sourceURL); writer.tag(58) }
    if !self.publisher.isEmpty { writer.string(self.publisher); writer.tag(50) }
    if let value = self.updated { writer.message(value); writer.tag(42) }
    if let value = self.published { writer.message(value); writer.tag(34) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(24) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("title", "title", into: &self.title)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.message("published", "published", into: &self.published)
    try json.message("updated", "updated", into: &self.updated)
    try json.scalar("publisher", "publisher", into: &self.publisher)
    try json.scalar("sourceUrl", "source_url", into: &self.sourceURL)
    try json.scalar("textLength", "text_length", into: &self.textLength)
    try json.scalar("opening", "opening", into: &self.opening)
    try json.message("effectiveDate", "effective_date", into: &self.effectiveDate)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("title", self.title)
    try json.scalar("kind", self.kind)
    try json.message("published", self.published)
    try json.message("updated", self.updated)
    try json.scalar("publisher", self.publisher)
    try json.scalar("sourceUrl", self.sourceURL)
    try json.scalar("textLength", self.textLength)
    try json.scalar("opening", self.opening)
    try json.message("effectiveDate", self.effectiveDate)
  }
}

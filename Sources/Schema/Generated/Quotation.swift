// Generated from entente/v1/quotation.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum QuotationKind: ProtobufEnum {
  case unspecified
  /// A person's words.
  case speech
  /// The words of a document, a declaration, a law.
  case document
  /// A title or name: « Relier les alliés ».
  case title
  /// A word in scare quotes: « phares ».
  case scare
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .speech
    case 2: self = .document
    case 3: self = .title
    case 4: self = .scare
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .speech: 1
    case .document: 2
    case .title: 3
    case .scare: 4
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "QUOTATION_KIND_UNSPECIFIED"
    case 1: "QUOTATION_KIND_SPEECH"
    case 2: "QUOTATION_KIND_DOCUMENT"
    case 3: "QUOTATION_KIND_TITLE"
    case 4: "QUOTATION_KIND_SCARE"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "QUOTATION_KIND_UNSPECIFIED": self.init(rawValue: 0)
    case "QUOTATION_KIND_SPEECH": self.init(rawValue: 1)
    case "QUOTATION_KIND_DOCUMENT": self.init(rawValue: 2)
    case "QUOTATION_KIND_TITLE": self.init(rawValue: 3)
    case "QUOTATION_KIND_SCARE": self.init(rawValue: 4)
    default: return nil
    }
  }
}

/// Text between guillemets or quotation marks.
public struct Quotation: ProtobufMessage {
  /// `DOCUMENT#NUMBER`, numbered from 1 in text order.
  public var id: String = ""
  public var kind: QuotationKind = QuotationKind(rawValue: 0)
  /// The quoted words, without the marks and the spaces inside them.
  public var source: Source? = nil
  /// The id of the speaker; empty when the text does not say.
  public var speakerID: String = ""
  /// The speaker's canonical name.
  public var speaker: String = ""
  /// The words that attribute the quotation: "a déclaré Tarja Jaakkola". Unset when there are none.
  public var attribution: Source? = nil
  /// The id of the entity that cites the speaker; empty when the document itself does.
  public var quotedByID: String = ""
  /// The cited document, as named in the text; empty unless `kind` is DOCUMENT.
  public var citedDocument: String = ""
  /// When it was said, else the date of the document (see `PartialDate.subject`); unset when unknown.
  public var date: PartialDate? = nil
  public var goalIDs: [String] = []

  public init() {}

  public init(id: String = "", kind: QuotationKind = QuotationKind(rawValue: 0), source: Source? = nil, speakerID: String = "", speaker: String = "", attribution: Source? = nil, quotedByID: String = "", citedDocument: String = "", date: PartialDate? = nil, goalIDs: [String] = []) {
    self.id = id
    self.kind = kind
    self.source = source
    self.speakerID = speakerID
    self.speaker = speaker
    self.attribution = attribution
    self.quotedByID = quotedByID
    self.citedDocument = citedDocument
    self.date = date
    self.goalIDs = goalIDs
  }

  public static var protobufName: String { "entente.v1.Quotation" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.kind = try reader.enumeration()
      case 26: try reader.message(into: &self.source)
      case 34: self.speakerID = try reader.string()
      case 42: self.speaker = try reader.string()
      case 50: try reader.message(into: &self.attribution)
      case 58: self.quotedByID = try reader.string()
      case 66: self.citedDocument = try reader.string()
      case 74: try reader.message(into: &self.date)
      case 82: self.goalIDs.append(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if let value = self.source { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.speakerID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.speakerID) }
    if !self.speaker.isEmpty { size &+= 1 &+ ProtobufSize.string(self.speaker) }
    if let value = self.attribution { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.quotedByID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.quotedByID) }
    if !self.citedDocument.isEmpty { size &+= 1 &+ ProtobufSize.string(self.citedDocument) }
    if let value = self.date { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.goalIDs { size &+= 1 &+ ProtobufSize.string(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.goalIDs.reversed() { writer.string(value); writer.tag(82) }
    if let value = self.date { writer.message(value); writer.tag(74) }
    if !self.citedDocument.isEmpty { writer.string(self.citedDocument); writer.tag(66) }
    if !self.quotedByID.isEmpty { writer.string(self.quotedByID); writer.tag(58) }
    if let value = self.attribution { writer.message(value); writer.tag(50) }
    if !self.speaker.isEmpty { writer.string(self.speaker); writer.tag(42) }
    if !self.speakerID.isEmpty { writer.string(self.speakerID); writer.tag(34) }
    if let value = self.source { writer.message(value); writer.tag(26) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.message("source", "source", into: &self.source)
    try json.scalar("speakerId", "speaker_id", into: &self.speakerID)
    try json.scalar("speaker", "speaker", into: &self.speaker)
    try json.message("attribution", "attribution", into: &self.attribution)
    try json.scalar("quotedById", "quoted_by_id", into: &self.quotedByID)
    try json.scalar("citedDocument", "cited_document", into: &self.citedDocument)
    try json.message("date", "date", into: &self.date)
    try json.scalars("goalIds", "goal_ids", into: &self.goalIDs)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("kind", self.kind)
    try json.message("source", self.source)
    try json.scalar("speakerId", self.speakerID)
    try json.scalar("speaker", self.speaker)
    try json.message("attribution", self.attribution)
    try json.scalar("quotedById", self.quotedByID)
    try json.scalar("citedDocument", self.citedDocument)
    try json.message("date", self.date)
    try json.scalars("goalIds", self.goalIDs)
  }
}

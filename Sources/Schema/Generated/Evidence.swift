// Generated from entente/v1/evidence.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum EvidenceStrength: ProtobufEnum {
  case unspecified
  /// A broader or neighbouring field, or a list that names the goal's field among others.
  case related
  /// Activity, intent or progress by the partners in the goal's own field.
  case direct
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .related
    case 2: self = .direct
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .related: 1
    case .direct: 2
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "EVIDENCE_STRENGTH_UNSPECIFIED"
    case 1: "EVIDENCE_STRENGTH_RELATED"
    case 2: "EVIDENCE_STRENGTH_DIRECT"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "EVIDENCE_STRENGTH_UNSPECIFIED": self.init(rawValue: 0)
    case "EVIDENCE_STRENGTH_RELATED": self.init(rawValue: 1)
    case "EVIDENCE_STRENGTH_DIRECT": self.init(rawValue: 2)
    default: return nil
    }
  }
}

/// A passage that shows activity, intent or progress towards a goal.
public struct Evidence: ProtobufMessage {
  public var goalID: String = ""
  /// The sentence or clause.
  public var passage: Source? = nil
  /// From 0 (exclusive) to 1.
  public var score: Float = 0
  public var strength: EvidenceStrength = EvidenceStrength(rawValue: 0)
  /// The words that the score is based on, in text order.
  public var decidingWords: [Source] = []
  /// When the reported activity took place, else the date of the document (see `PartialDate.subject`); unset when unknown.
  public var date: PartialDate? = nil
  /// Only in snapshot records, in place of deciding words that all lie within the passage, in order: for each, the number of
  /// bytes between it and the previous one (for the first: from the start of the passage), then its length in bytes.
  public var wordSpans: [UInt32] = []
  /// Only in answers, where several programmes print the goal: the documents of those that the passage fits by their partners and
  /// years. Empty where that cannot be told.
  public var programmeIDs: [String] = []

  public init() {}

  public init(goalID: String = "", passage: Source? = nil, score: Float = 0, strength: EvidenceStrength = EvidenceStrength(rawValue: 0), decidingWords: [Source] = [], date: PartialDate? = nil, wordSpans: [UInt32] = [], programmeIDs: [String] = []) {
    self.goalID = goalID
    self.passage = passage
    self.score = score
    self.strength = strength
    self.decidingWords = decidingWords
    self.date = date
    self.wordSpans = wordSpans
    self.programmeIDs = programmeIDs
  }

  public static var protobufName: String { "entente.v1.Evidence" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.goalID = try reader.string()
      case 18: try reader.message(into: &self.passage)
      case 29: self.score = try reader.float()
      case 32: self.strength = try reader.enumeration()
      case 42: self.decidingWords.append(try reader.message())
      case 50: try reader.message(into: &self.date)
      case 56: self.wordSpans.append(try reader.uint32())
      case 58:
        try reader.packed(into: &self.wordSpans, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      case 66: self.programmeIDs.append(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.goalID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.goalID) }
    if let value = self.passage { size &+= 1 &+ ProtobufSize.message(value) }
    if self.score.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.score) }
    if self.strength.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.strength) }
    for value in self.decidingWords { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.date { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.wordSpans.isEmpty {
      let count = ProtobufSize.elements(self.wordSpans, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    for value in self.programmeIDs { size &+= 1 &+ ProtobufSize.string(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.programmeIDs.reversed() { writer.string(value); writer.tag(66) }
    if !self.wordSpans.isEmpty {
      writer.delimited { for value in self.wordSpans.reversed() { $0.uint32(value) } }
      writer.tag(58)
    }
    if let value = self.date { writer.message(value); writer.tag(50) }
    for value in self.decidingWords.reversed() { writer.message(value); writer.tag(42) }
    if self.strength.rawValue != 0 { writer.enumeration(self.strength); writer.tag(32) }
    if self.score.bitPattern != 0 { writer.float(self.score); writer.tag(29) }
    if let value = self.passage { writer.message(value); writer.tag(18) }
    if !self.goalID.isEmpty { writer.string(self.goalID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("goalId", "goal_id", into: &self.goalID)
    try json.message("passage", "passage", into: &self.passage)
    try json.scalar("score", "score", into: &self.score)
    try json.scalar("strength", "strength", into: &self.strength)
    try json.messages("decidingWords", "deciding_words", into: &self.decidingWords)
    try json.message("date", "date", into: &self.date)
    try json.scalars("wordSpans", "word_spans", into: &self.wordSpans)
    try json.scalars("programmeIds", "programme_ids", into: &self.programmeIDs)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("goalId", self.goalID)
    try json.message("passage", self.passage)
    try json.scalar("score", self.score)
    try json.scalar("strength", self.strength)
    try json.messages("decidingWords", self.decidingWords)
    try json.message("date", self.date)
    try json.scalars("wordSpans", self.wordSpans)
    try json.scalars("programmeIds", self.programmeIDs)
  }
}

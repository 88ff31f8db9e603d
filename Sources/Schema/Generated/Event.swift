// Generated from entente/v1/event.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum EventStatus: ProtobufEnum {
  case unspecified
  case past
  case planned
  case proposed
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .past
    case 2: self = .planned
    case 3: self = .proposed
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .past: 1
    case .planned: 2
    case .proposed: 3
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "EVENT_STATUS_UNSPECIFIED"
    case 1: "EVENT_STATUS_PAST"
    case 2: "EVENT_STATUS_PLANNED"
    case 3: "EVENT_STATUS_PROPOSED"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "EVENT_STATUS_UNSPECIFIED": self.init(rawValue: 0)
    case "EVENT_STATUS_PAST": self.init(rawValue: 1)
    case "EVENT_STATUS_PLANNED": self.init(rawValue: 2)
    case "EVENT_STATUS_PROPOSED": self.init(rawValue: 3)
    default: return nil
    }
  }
}

/// A reference to an entity.
public struct EntityReference: ProtobufMessage {
  public var id: String = ""
  public var name: String = ""

  public init() {}

  public init(id: String = "", name: String = "") {
    self.id = id
    self.name = name
  }

  public static var protobufName: String { "entente.v1.EntityReference" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 18: self.name = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.name.isEmpty { writer.string(self.name); writer.tag(18) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("name", "name", into: &self.name)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("name", self.name)
  }
}

/// Something that happened, is planned or is proposed.
public struct Event: ProtobufMessage {
  /// `DOCUMENT#NUMBER`, numbered from 1 in text order.
  public var id: String = ""
  /// An event type from the lexicon: visit, meeting, summit, symposium, dialogue, declaration, interview, exercise…
  public var type: String = ""
  /// A label in French, composed from the type, the participants and the place.
  public var title: String = ""
  /// Unset when the text gives none; precision UNRESOLVED when it gives one that cannot be resolved.
  public var date: PartialDate? = nil
  /// Unset when the text gives none.
  public var place: EntityReference? = nil
  public var participants: [EntityReference] = []
  public var status: EventStatus = EventStatus(rawValue: 0)
  /// The sentence that states the event.
  public var evidence: Source? = nil
  public var goalIDs: [String] = []

  public init() {}

  public init(id: String = "", type: String = "", title: String = "", date: PartialDate? = nil, place: EntityReference? = nil, participants: [EntityReference] = [], status: EventStatus = EventStatus(rawValue: 0), evidence: Source? = nil, goalIDs: [String] = []) {
    self.id = id
    self.type = type
    self.title = title
    self.date = date
    self.place = place
    self.participants = participants
    self.status = status
    self.evidence = evidence
    self.goalIDs = goalIDs
  }

  public static var protobufName: String { "entente.v1.Event" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 18: self.type = try reader.string()
      case 26: self.title = try reader.string()
      case 34: try reader.message(into: &self.date)
      case 42: try reader.message(into: &self.place)
      case 50: self.participants.append(try reader.message())
      case 56: self.status = try reader.enumeration()
      case 66: try reader.message(into: &self.evidence)
      case 74: self.goalIDs.append(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if !self.type.isEmpty { size &+= 1 &+ ProtobufSize.string(self.type) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    if let value = self.date { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.place { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.participants { size &+= 1 &+ ProtobufSize.message(value) }
    if self.status.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.status) }
    if let value = self.evidence { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.goalIDs { size &+= 1 &+ ProtobufSize.string(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.goalIDs.reversed() { writer.string(value); writer.tag(74) }
    if let value = self.evidence { writer.message(value); writer.tag(66) }
    if self.status.rawValue != 0 { writer.enumeration(self.status); writer.tag(56) }
    for value in self.participants.reversed() { writer.message(value); writer.tag(50) }
    if let value = self.place { writer.message(value); writer.tag(42) }
    if let value = self.date { writer.message(value); writer.tag(34) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(26) }
    if !self.type.isEmpty { writer.string(self.type); writer.tag(18) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("type", "type", into: &self.type)
    try json.scalar("title", "title", into: &self.title)
    try json.message("date", "date", into: &self.date)
    try json.message("place", "place", into: &self.place)
    try json.messages("participants", "participants", into: &self.participants)
    try json.scalar("status", "status", into: &self.status)
    try json.message("evidence", "evidence", into: &self.evidence)
    try json.scalars("goalIds", "goal_ids", into: &self.goalIDs)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("type", self.type)
    try json.scalar("title", self.title)
    try json.message("date", self.date)
    try json.message("place", self.place)
    try json.messages("participants", self.participants)
    try json.scalar("status", self.status)
    try json.message("evidence", self.evidence)
    try json.scalars("goalIds", self.goalIDs)
  }
}

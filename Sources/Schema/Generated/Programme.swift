// Generated from entente/v1/programme.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

/// A partnership programme, structured as printed.
public struct Programme: ProtobufMessage {
  /// The document it was read from.
  public var documentID: String = ""
  public var title: String = ""
  /// As printed: "OTAN", "Japon".
  public var partners: [String] = []
  /// The first and last year; 0 when not stated.
  public var firstYear: UInt32 = 0
  public var lastYear: UInt32 = 0
  public var parts: [ProgrammePart] = []
  public var strategicObjectives: [StrategicObjective] = []
  public var priorities: [Priority] = []

  public init() {}

  public init(documentID: String = "", title: String = "", partners: [String] = [], firstYear: UInt32 = 0, lastYear: UInt32 = 0, parts: [ProgrammePart] = [], strategicObjectives: [StrategicObjective] = [], priorities: [Priority] = []) {
    self.documentID = documentID
    self.title = title
    self.partners = partners
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.parts = parts
    self.strategicObjectives = strategicObjectives
    self.priorities = priorities
  }

  public static var protobufName: String { "entente.v1.Programme" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.documentID = try reader.string()
      case 18: self.title = try reader.string()
      case 26: self.partners.append(try reader.string())
      case 32: self.firstYear = try reader.uint32()
      case 40: self.lastYear = try reader.uint32()
      case 50: self.parts.append(try reader.message())
      case 58: self.strategicObjectives.append(try reader.message())
      case 66: self.priorities.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.documentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.documentID) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    for value in self.partners { size &+= 1 &+ ProtobufSize.string(value) }
    if self.firstYear != 0 { size &+= 1 &+ ProtobufSize.uint32(self.firstYear) }
    if self.lastYear != 0 { size &+= 1 &+ ProtobufSize.uint32(self.lastYear) }
    for value in self.parts { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.strategicObjectives { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.priorities { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.priorities.reversed() { writer.message(value); writer.tag(66) }
    for value in self.strategicObjectives.reversed() { writer.message(value); writer.tag(58) }
    for value in self.parts.reversed() { writer.message(value); writer.tag(50) }
    if self.lastYear != 0 { writer.uint32(self.lastYear); writer.tag(40) }
    if self.firstYear != 0 { writer.uint32(self.firstYear); writer.tag(32) }
    for value in self.partners.reversed() { writer.string(value); writer.tag(26) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if !self.documentID.isEmpty { writer.string(self.documentID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("documentId", "document_id", into: &self.documentID)
    try json.scalar("title", "title", into: &self.title)
    try json.scalars("partners", "partners", into: &self.partners)
    try json.scalar("firstYear", "first_year", into: &self.firstYear)
    try json.scalar("lastYear", "last_year", into: &self.lastYear)
    try json.messages("parts", "parts", into: &self.parts)
    try json.messages("strategicObjectives", "strategic_objectives", into: &self.strategicObjectives)
    try json.messages("priorities", "priorities", into: &self.priorities)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("documentId", self.documentID)
    try json.scalar("title", self.title)
    try json.scalars("partners", self.partners)
    try json.scalar("firstYear", self.firstYear)
    try json.scalar("lastYear", self.lastYear)
    try json.messages("parts", self.parts)
    try json.messages("strategicObjectives", self.strategicObjectives)
    try json.messages("priorities", self.priorities)
  }
}

public struct ProgrammePart: ProtobufMessage {
  public var number: UInt32 = 0
  public var title: String = ""
  public var paragraphs: [ProgrammeParagraph] = []
  public var span: TextSpan? = nil

  public init() {}

  public init(number: UInt32 = 0, title: String = "", paragraphs: [ProgrammeParagraph] = [], span: TextSpan? = nil) {
    self.number = number
    self.title = title
    self.paragraphs = paragraphs
    self.span = span
  }

  public static var protobufName: String { "entente.v1.ProgrammePart" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.number = try reader.uint32()
      case 18: self.title = try reader.string()
      case 26: self.paragraphs.append(try reader.message())
      case 34: try reader.message(into: &self.span)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    for value in self.paragraphs { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.span { writer.message(value); writer.tag(34) }
    for value in self.paragraphs.reversed() { writer.message(value); writer.tag(26) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("title", "title", into: &self.title)
    try json.messages("paragraphs", "paragraphs", into: &self.paragraphs)
    try json.message("span", "span", into: &self.span)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("number", self.number)
    try json.scalar("title", self.title)
    try json.messages("paragraphs", self.paragraphs)
    try json.message("span", self.span)
  }
}

public struct ProgrammeParagraph: ProtobufMessage {
  /// As printed; numbering restarts in each part.
  public var number: UInt32 = 0
  public var text: String = ""
  public var span: TextSpan? = nil

  public init() {}

  public init(number: UInt32 = 0, text: String = "", span: TextSpan? = nil) {
    self.number = number
    self.text = text
    self.span = span
  }

  public static var protobufName: String { "entente.v1.ProgrammeParagraph" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.number = try reader.uint32()
      case 18: self.text = try reader.string()
      case 26: try reader.message(into: &self.span)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.span { writer.message(value); writer.tag(26) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(18) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("text", "text", into: &self.text)
    try json.message("span", "span", into: &self.span)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("number", self.number)
    try json.scalar("text", self.text)
    try json.message("span", self.span)
  }
}

public struct StrategicObjective: ProtobufMessage {
  public var number: UInt32 = 0
  /// Without "objectif stratégique 1 –".
  public var text: String = ""
  public var span: TextSpan? = nil

  public init() {}

  public init(number: UInt32 = 0, text: String = "", span: TextSpan? = nil) {
    self.number = number
    self.text = text
    self.span = span
  }

  public static var protobufName: String { "entente.v1.StrategicObjective" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.number = try reader.uint32()
      case 18: self.text = try reader.string()
      case 26: try reader.message(into: &self.span)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.span { writer.message(value); writer.tag(26) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(18) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("text", "text", into: &self.text)
    try json.message("span", "span", into: &self.span)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("number", self.number)
    try json.scalar("text", self.text)
    try json.message("span", self.span)
  }
}

public struct Priority: ProtobufMessage {
  /// Numbered from 1 in printed order, at any depth of nesting.
  public var number: UInt32 = 0
  public var title: String = ""
  public var goals: [Goal] = []
  public var span: TextSpan? = nil

  public init() {}

  public init(number: UInt32 = 0, title: String = "", goals: [Goal] = [], span: TextSpan? = nil) {
    self.number = number
    self.title = title
    self.goals = goals
    self.span = span
  }

  public static var protobufName: String { "entente.v1.Priority" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.number = try reader.uint32()
      case 18: self.title = try reader.string()
      case 26: self.goals.append(try reader.message())
      case 34: try reader.message(into: &self.span)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    for value in self.goals { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.span { writer.message(value); writer.tag(34) }
    for value in self.goals.reversed() { writer.message(value); writer.tag(26) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if self.number != 0 { writer.uint32(self.number); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("number", "number", into: &self.number)
    try json.scalar("title", "title", into: &self.title)
    try json.messages("goals", "goals", into: &self.goals)
    try json.message("span", "span", into: &self.span)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("number", self.number)
    try json.scalar("title", self.title)
    try json.messages("goals", self.goals)
    try json.message("span", self.span)
  }
}

/// A partnership goal: a title and the partners' commitment.
public struct Goal: ProtobufMessage {
  /// A slug from the lexicon's goals, or derived from the title if the lexicon has none: "cyberdefense".
  public var id: String = ""
  public var title: String = ""
  public var commitment: String = ""
  public var priorityNumber: UInt32 = 0
  /// The whole item.
  public var span: TextSpan? = nil
  /// Numbered from 1 across all priorities, in printed order.
  public var number: UInt32 = 0

  public init() {}

  public init(id: String = "", title: String = "", commitment: String = "", priorityNumber: UInt32 = 0, span: TextSpan? = nil, number: UInt32 = 0) {
    self.id = id
    self.title = title
    self.commitment = commitment
    self.priorityNumber = priorityNumber
    self.span = span
    self.number = number
  }

  public static var protobufName: String { "entente.v1.Goal" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 18: self.title = try reader.string()
      case 26: self.commitment = try reader.string()
      case 32: self.priorityNumber = try reader.uint32()
      case 42: try reader.message(into: &self.span)
      case 48: self.number = try reader.uint32()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if !self.title.isEmpty { size &+= 1 &+ ProtobufSize.string(self.title) }
    if !self.commitment.isEmpty { size &+= 1 &+ ProtobufSize.string(self.commitment) }
    if self.priorityNumber != 0 { size &+= 1 &+ ProtobufSize.uint32(self.priorityNumber) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    if self.number != 0 { size &+= 1 &+ ProtobufSize.uint32(self.number) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.number != 0 { writer.uint32(self.number); writer.tag(48) }
    if let value = self.span { writer.message(value); writer.tag(42) }
    if self.priorityNumber != 0 { writer.uint32(self.priorityNumber); writer.tag(32) }
    if !self.commitment.isEmpty { writer.string(self.commitment); writer.tag(26) }
    if !self.title.isEmpty { writer.string(self.title); writer.tag(18) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("title", "title", into: &self.title)
    try json.scalar("commitment", "commitment", into: &self.commitment)
    try json.scalar("priorityNumber", "priority_number", into: &self.priorityNumber)
    try json.message("span", "span", into: &self.span)
    try json.scalar("number", "number", into: &self.number)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("title", self.title)
    try json.scalar("commitment", self.commitment)
    try json.scalar("priorityNumber", self.priorityNumber)
    try json.message("span", self.span)
    try json.scalar("number", self.number)
  }
}

// Generated from entente/v1/date.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

/// How much of the calendar a date expression fixes.
public enum DatePrecision: ProtobufEnum {
  case unspecified
  case day
  case month
  case season
  case year
  /// More than one day, month or year, with both ends known: "2023-2026", "du 9 au 11 juillet".
  case range
  /// Stated, but nothing at hand says which: "vendredi" in an undated text. `start` and `end` are empty.
  case unresolved
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .day
    case 2: self = .month
    case 3: self = .season
    case 4: self = .year
    case 5: self = .range
    case 6: self = .unresolved
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .day: 1
    case .month: 2
    case .season: 3
    case .year: 4
    case .range: 5
    case .unresolved: 6
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "DATE_PRECISION_UNSPECIFIED"
    case 1: "DATE_PRECISION_DAY"
    case 2: "DATE_PRECISION_MONTH"
    case 3: "DATE_PRECISION_SEASON"
    case 4: "DATE_PRECISION_YEAR"
    case 5: "DATE_PRECISION_RANGE"
    case 6: "DATE_PRECISION_UNRESOLVED"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "DATE_PRECISION_UNSPECIFIED": self.init(rawValue: 0)
    case "DATE_PRECISION_DAY": self.init(rawValue: 1)
    case "DATE_PRECISION_MONTH": self.init(rawValue: 2)
    case "DATE_PRECISION_SEASON": self.init(rawValue: 3)
    case "DATE_PRECISION_YEAR": self.init(rawValue: 4)
    case "DATE_PRECISION_RANGE": self.init(rawValue: 5)
    case "DATE_PRECISION_UNRESOLVED": self.init(rawValue: 6)
    default: return nil
    }
  }
}

/// What a date was resolved against. The two kinds are never mixed: a date of basis TEXT needs nothing but the document.
public enum DateBasis: ProtobufEnum {
  case unspecified
  case text
  /// The reference date that the corpus manifest gives for the document.
  case manifest
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .text
    case 2: self = .manifest
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .text: 1
    case .manifest: 2
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "DATE_BASIS_UNSPECIFIED"
    case 1: "DATE_BASIS_TEXT"
    case 2: "DATE_BASIS_MANIFEST"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "DATE_BASIS_UNSPECIFIED": self.init(rawValue: 0)
    case "DATE_BASIS_TEXT": self.init(rawValue: 1)
    case "DATE_BASIS_MANIFEST": self.init(rawValue: 2)
    default: return nil
    }
  }
}

/// What a date is the date of.
public enum DateSubject: ProtobufEnum {
  /// Of the thing itself: the text says when.
  case unspecified
  /// Of the document that tells of the thing: when it was published.
  case publication
  /// Of the document too, which says neither: the day that the corpus manifest gives to resolve its dates against.
  case reference
  /// Of the latest day that the document, which has neither, tells of as past: it is not older.
  case latestTold
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .publication
    case 2: self = .reference
    case 3: self = .latestTold
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .publication: 1
    case .reference: 2
    case .latestTold: 3
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "DATE_SUBJECT_UNSPECIFIED"
    case 1: "DATE_SUBJECT_PUBLICATION"
    case 2: "DATE_SUBJECT_REFERENCE"
    case 3: "DATE_SUBJECT_LATEST_TOLD"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "DATE_SUBJECT_UNSPECIFIED": self.init(rawValue: 0)
    case "DATE_SUBJECT_PUBLICATION": self.init(rawValue: 1)
    case "DATE_SUBJECT_REFERENCE": self.init(rawValue: 2)
    case "DATE_SUBJECT_LATEST_TOLD": self.init(rawValue: 3)
    default: return nil
    }
  }
}

/// Which part of its period a date means: "début mars", "mi-juillet", "fin 2024". The period stands whole in `start` and
/// `end`, because the words do not say where the part begins.
public enum DatePortion: ProtobufEnum {
  case unspecified
  case early
  case middle
  case late
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .early
    case 2: self = .middle
    case 3: self = .late
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .early: 1
    case .middle: 2
    case .late: 3
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "DATE_PORTION_UNSPECIFIED"
    case 1: "DATE_PORTION_EARLY"
    case 2: "DATE_PORTION_MIDDLE"
    case 3: "DATE_PORTION_LATE"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "DATE_PORTION_UNSPECIFIED": self.init(rawValue: 0)
    case "DATE_PORTION_EARLY": self.init(rawValue: 1)
    case "DATE_PORTION_MIDDLE": self.init(rawValue: 2)
    case "DATE_PORTION_LATE": self.init(rawValue: 3)
    default: return nil
    }
  }
}

/// A date or a period as a text states it, with honest precision.
public struct PartialDate: ProtobufMessage {
  /// First day, ISO 8601 (YYYY-MM-DD); empty when unresolved.
  public var start: String = ""
  /// Last day, inclusive; equal to `start` when the precision is a day; empty when unresolved.
  public var end: String = ""
  public var precision: DatePrecision = DatePrecision(rawValue: 0)
  public var basis: DateBasis = DateBasis(rawValue: 0)
  /// Time of day, HH:MM[:SS] without zone, where one is printed; empty otherwise.
  public var time: String = ""
  /// The words that state the date; unset when the date is not printed in a text.
  public var source: Source? = nil
  /// What the words were resolved against, for people to read: "year of « 15 novembre 2023 »".
  public var anchor: String = ""
  /// A round figure: "il y a 10 ans".
  public var approximate: Bool = false
  /// The last moment of something: "d'ici 2030".
  public var deadline: Bool = false
  /// No calendar content of its own: "récemment", "à l'avenir".
  public var vague: Bool = false
  /// Set where a thing has no date of its own, and that of its document stands in.
  public var subject: DateSubject = DateSubject(rawValue: 0)
  /// The part of the period that is meant, where the words say so.
  public var portion: DatePortion = DatePortion(rawValue: 0)

  public init() {}

  public init(start: String = "", end: String = "", precision: DatePrecision = DatePrecision(rawValue: 0), basis: DateBasis = DateBasis(rawValue: 0), time: String = "", source: Source? = nil, anchor: String = "", approximate: Bool = false, deadline: Bool = false, vague: Bool = false, subject: DateSubject = DateSubject(rawValue: 0), portion: DatePortion = DatePortion(rawValue: 0)) {
    self.start = start
    self.end = end
    self.precision = precision
    self.basis = basis
    self.time = time
    self.source = source
    self.anchor = anchor
    self.approximate = approximate
    self.deadline = deadline
    self.vague = vague
    self.subject = subject
    self.portion = portion
  }

  public static var protobufName: String { "entente.v1.PartialDate" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.start = try reader.string()
      case 18: self.end = try reader.string()
      case 24: self.precision = try reader.enumeration()
      case 32: self.basis = try reader.enumeration()
      case 42: self.time = try reader.string()
      case 50: try reader.message(into: &self.source)
      case 58: self.anchor = try reader.string()
      case 64: self.approximate = try reader.bool()
      case 72: self.deadline = try reader.bool()
      case 80: self.vague = try reader.bool()
      case 88: self.subject = try reader.enumeration()
      case 96: self.portion = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.start.isEmpty { size &+= 1 &+ ProtobufSize.string(self.start) }
    if !self.end.isEmpty { size &+= 1 &+ ProtobufSize.string(self.end) }
    if self.precision.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.precision) }
    if self.basis.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.basis) }
    if !self.time.isEmpty { size &+= 1 &+ ProtobufSize.string(self.time) }
    if let value = self.source { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.anchor.isEmpty { size &+= 1 &+ ProtobufSize.string(self.anchor) }
    if self.approximate { size &+= 1 &+ ProtobufSize.bool(self.approximate) }
    if self.deadline { size &+= 1 &+ ProtobufSize.bool(self.deadline) }
    if self.vague { size &+= 1 &+ ProtobufSize.bool(self.vague) }
    if self.subject.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.subject) }
    if self.portion.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.portion) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.portion.rawValue != 0 { writer.enumeration(self.portion); writer.tag(96) }
    if self.subject.rawValue != 0 { writer.enumeration(self.subject); writer.tag(88) }
    if self.vague { writer.bool(self.vague); writer.tag(80) }
    if self.deadline { writer.bool(self.deadline); writer.tag(72) }
    if self.approximate { writer.bool(self.approximate); writer.tag(64) }
    if !self.anchor.isEmpty { writer.string(self.anchor); writer.tag(58) }
    if let value = self.source { writer.message(value); writer.tag(50) }
    if !self.time.isEmpty { writer.string(self.time); writer.tag(42) }
    if self.basis.rawValue != 0 { writer.enumeration(self.basis); writer.tag(32) }
    if self.precision.rawValue != 0 { writer.enumeration(self.precision); writer.tag(24) }
    if !self.end.isEmpty { writer.string(self.end); writer.tag(18) }
    if !self.start.isEmpty { writer.string(self.start); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("start", "start", into: &self.start)
    try json.scalar("end", "end", into: &self.end)
    try json.scalar("precision", "precision", into: &self.precision)
    try json.scalar("basis", "basis", into: &self.basis)
    try json.scalar("time", "time", into: &self.time)
    try json.message("source", "source", into: &self.source)
    try json.scalar("anchor", "anchor", into: &self.anchor)
    try json.scalar("approximate", "approximate", into: &self.approximate)
    try json.scalar("deadline", "deadline", into: &self.deadline)
    try json.scalar("vague", "vague", into: &self.vague)
    try json.scalar("subject", "subject", into: &self.subject)
    try json.scalar("portion", "portion", into: &self.portion)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("start", self.start)
    try json.scalar("end", self.end)
    try json.scalar("precision", self.precision)
    try json.scalar("basis", self.basis)
    try json.scalar("time", self.time)
    try json.message("source", self.source)
    try json.scalar("anchor", self.anchor)
    try json.scalar("approximate", self.approximate)
    try json.scalar("deadline", self.deadline)
    try json.scalar("vague", self.vague)
    try json.scalar("subject", self.subject)
    try json.scalar("portion", self.portion)
  }
}

/// The dates that one document states, in the order of its text.
public struct DocumentDates: ProtobufMessage {
  public var dates: [PartialDate] = []

  public init() {}

  public init(dates: [PartialDate] = []) {
    self.dates = dates
  }

  public static var protobufName: String { "entente.v1.DocumentDates" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.dates.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.dates { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.dates.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("dates", "dates", into: &self.dates)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("dates", self.dates)
  }
}

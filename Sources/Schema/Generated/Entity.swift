// Generated from entente/v1/entity.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum EntityKind: ProtobufEnum {
  case unspecified
  case person
  case organisation
  case country
  case place
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .person
    case 2: self = .organisation
    case 3: self = .country
    case 4: self = .place
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .person: 1
    case .organisation: 2
    case .country: 3
    case .place: 4
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "ENTITY_KIND_UNSPECIFIED"
    case 1: "ENTITY_KIND_PERSON"
    case 2: "ENTITY_KIND_ORGANISATION"
    case 3: "ENTITY_KIND_COUNTRY"
    case 4: "ENTITY_KIND_PLACE"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "ENTITY_KIND_UNSPECIFIED": self.init(rawValue: 0)
    case "ENTITY_KIND_PERSON": self.init(rawValue: 1)
    case "ENTITY_KIND_ORGANISATION": self.init(rawValue: 2)
    case "ENTITY_KIND_COUNTRY": self.init(rawValue: 3)
    case "ENTITY_KIND_PLACE": self.init(rawValue: 4)
    default: return nil
    }
  }
}

/// How a text refers to an entity.
public enum MentionForm: ProtobufEnum {
  case unspecified
  /// By name or acronym: "David van Weel", "M. van Weel", "OTAN".
  case name
  /// By adjective: "japonais".
  case adjective
  /// By a role or another description: "le chef de l'OTAN".
  case description
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .name
    case 2: self = .adjective
    case 3: self = .description
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .name: 1
    case .adjective: 2
    case .description: 3
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "MENTION_FORM_UNSPECIFIED"
    case 1: "MENTION_FORM_NAME"
    case 2: "MENTION_FORM_ADJECTIVE"
    case 3: "MENTION_FORM_DESCRIPTION"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "MENTION_FORM_UNSPECIFIED": self.init(rawValue: 0)
    case "MENTION_FORM_NAME": self.init(rawValue: 1)
    case "MENTION_FORM_ADJECTIVE": self.init(rawValue: 2)
    case "MENTION_FORM_DESCRIPTION": self.init(rawValue: 3)
    default: return nil
    }
  }
}

public struct Mention: ProtobufMessage {
  public var source: Source? = nil
  public var form: MentionForm = MentionForm(rawValue: 0)

  public init() {}

  public init(source: Source? = nil, form: MentionForm = MentionForm(rawValue: 0)) {
    self.source = source
    self.form = form
  }

  public static var protobufName: String { "entente.v1.Mention" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.source)
      case 16: self.form = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.source { size &+= 1 &+ ProtobufSize.message(value) }
    if self.form.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.form) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.form.rawValue != 0 { writer.enumeration(self.form); writer.tag(16) }
    if let value = self.source { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("source", "source", into: &self.source)
    try json.scalar("form", "form", into: &self.form)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("source", self.source)
    try json.scalar("form", self.form)
  }
}

/// A role that a text says a person has or had.
public struct Role: ProtobufMessage {
  /// The shortest phrase that states it, exactly as written: "secrétaire général de l'OTAN".
  public var text: String = ""
  public var source: Source? = nil
  /// True if the text says that the person no longer has the role.
  public var former: Bool = false
  /// The date of the document that states it; unset when unknown.
  public var asOf: PartialDate? = nil
  /// The organisation or country that the role belongs to; empty when the text does not say.
  public var ofEntityID: String = ""

  public init() {}

  public init(text: String = "", source: Source? = nil, former: Bool = false, asOf: PartialDate? = nil, ofEntityID: String = "") {
    self.text = text
    self.source = source
    self.former = former
    self.asOf = asOf
    self.ofEntityID = ofEntityID
  }

  public static var protobufName: String { "entente.v1.Role" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.text = try reader.string()
      case 18: try reader.message(into: &self.source)
      case 24: self.former = try reader.bool()
      case 34: try reader.message(into: &self.asOf)
      case 42: self.ofEntityID = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    if let value = self.source { size &+= 1 &+ ProtobufSize.message(value) }
    if self.former { size &+= 1 &+ ProtobufSize.bool(self.former) }
    if let value = self.asOf { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.ofEntityID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.ofEntityID) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.ofEntityID.isEmpty { writer.string(self.ofEntityID); writer.tag(42) }
    if let value = self.asOf { writer.message(value); writer.tag(34) }
    if self.former { writer.bool(self.former); writer.tag(24) }
    if let value = self.source { writer.message(value); writer.tag(18) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("text", "text", into: &self.text)
    try json.message("source", "source", into: &self.source)
    try json.scalar("former", "former", into: &self.former)
    try json.message("asOf", "as_of", into: &self.asOf)
    try json.scalar("ofEntityId", "of_entity_id", into: &self.ofEntityID)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("text", self.text)
    try json.message("source", self.source)
    try json.scalar("former", self.former)
    try json.message("asOf", self.asOf)
    try json.scalar("ofEntityId", self.ofEntityID)
  }
}

/// A person, an organisation, a country or a place, with one identity across all forms and documents.
public struct Entity: ProtobufMessage {
  /// `person/david-van-weel`, `organisation/otan`, `country/jp`, `place/vilnius`.
  public var id: String = ""
  public var kind: EntityKind = EntityKind(rawValue: 0)
  /// The canonical name.
  public var name: String = ""
  /// For organisations; empty when unknown.
  public var acronym: String = ""
  /// For countries: ISO 3166-1 alpha-2, upper case.
  public var iso2: String = ""
  /// A finer category than `kind`: alliance, ministry, agency, university, media, command, programme, city, region, sea…
  public var type: String = ""
  /// The distinct forms that name it in the corpus, most frequent first.
  public var forms: [String] = []
  public var roles: [Role] = []
  public var mentions: [Mention] = []
  /// The organisation that a person belongs to, if a text says so.
  public var organisationID: String = ""
  /// The country that a person or organisation belongs to, if a text says so.
  public var countryID: String = ""

  public init() {}

  public init(id: String = "", kind: EntityKind = EntityKind(rawValue: 0), name: String = "", acronym: String = "", iso2: String = "", type: String = "", forms: [String] = [], roles: [Role] = [], mentions: [Mention] = [], organisationID: String = "", countryID: String = "") {
    self.id = id
    self.kind = kind
    self.name = name
    self.acronym = acronym
    self.iso2 = iso2
    self.type = type
    self.forms = forms
    self.roles = roles
    self.mentions = mentions
    self.organisationID = organisationID
    self.countryID = countryID
  }

  public static var protobufName: String { "entente.v1.Entity" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.kind = try reader.enumeration()
      case 26: self.name = try reader.string()
      case 34: self.acronym = try reader.string()
      case 42: self.iso2 = try reader.string()
      case 50: self.type = try reader.string()
      case 58: self.forms.append(try reader.string())
      case 66: self.roles.append(try reader.message())
      case 74: self.mentions.append(try reader.message())
      case 82: self.organisationID = try reader.string()
      case 90: self.countryID = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if !self.acronym.isEmpty { size &+= 1 &+ ProtobufSize.string(self.acronym) }
    if !self.iso2.isEmpty { size &+= 1 &+ ProtobufSize.string(self.iso2) }
    if !self.type.isEmpty { size &+= 1 &+ ProtobufSize.string(self.type) }
    for value in self.forms { size &+= 1 &+ ProtobufSize.string(value) }
    for value in self.roles { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.mentions { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.organisationID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.organisationID) }
    if !self.countryID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.countryID) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.countryID.isEmpty { writer.string(self.countryID); writer.tag(90) }
    if !self.organisationID.isEmpty { writer.string(self.organisationID); writer.tag(82) }
    for value in self.mentions.reversed() { writer.message(value); writer.tag(74) }
    for value in self.roles.reversed() { writer.message(value); writer.tag(66) }
    for value in self.forms.reversed() { writer.string(value); writer.tag(58) }
    if !self.type.isEmpty { writer.string(self.type); writer.tag(50) }
    if !self.iso2.isEmpty { writer.string(self.iso2); writer.tag(42) }
    if !self.acronym.isEmpty { writer.string(self.acronym); writer.tag(34) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(26) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("acronym", "acronym", into: &self.acronym)
    try json.scalar("iso2", "iso2", into: &self.iso2)
    try json.scalar("type", "type", into: &self.type)
    try json.scalars("forms", "forms", into: &self.forms)
    try json.messages("roles", "roles", into: &self.roles)
    try json.messages("mentions", "mentions", into: &self.mentions)
    try json.scalar("organisationId", "organisation_id", into: &self.organisationID)
    try json.scalar("countryId", "country_id", into: &self.countryID)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("kind", self.kind)
    try json.scalar("name", self.name)
    try json.scalar("acronym", self.acronym)
    try json.scalar("iso2", self.iso2)
    try json.scalar("type", self.type)
    try json.scalars("forms", self.forms)
    try json.messages("roles", self.roles)
    try json.messages("mentions", self.mentions)
    try json.scalar("organisationId", self.organisationID)
    try json.scalar("countryId", self.countryID)
  }
}

/// What one document says about entities where it differs from the corpus as a whole: another name, another identity.
/// Together with the mentions and roles of `Entity`, it allows each document's own statements to be reconstructed.
public struct DocumentDrafts: ProtobufMessage {
  /// The ordinal of the document in the snapshot, from 0.
  public var document: UInt32 = 0
  /// For this document, these replace the entries of `entities` with the same identities.
  public var drafts: [DocumentDrafts.Draft] = []

  public init() {}

  public init(document: UInt32 = 0, drafts: [DocumentDrafts.Draft] = []) {
    self.document = document
    self.drafts = drafts
  }

  public struct Draft: ProtobufMessage {
    /// The id of the entity that the corpus identifies it with.
    public var identity: String = ""
    /// The entity according to this document alone.
    public var entity: Entity? = nil

    public init() {}

    public init(identity: String = "", entity: Entity? = nil) {
      self.identity = identity
      self.entity = entity
    }

    public static var protobufName: String { "entente.v1.DocumentDrafts.Draft" }

    public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
      while true {
        let tag = try reader.nextTag()
        switch tag {
        case 0: return
        case 10: self.identity = try reader.string()
        case 18: try reader.message(into: &self.entity)
        default: try reader.skip(tag)
        }
      }
    }

    public var protobufSize: Int {
      var size = 0
      if !self.identity.isEmpty { size &+= 1 &+ ProtobufSize.string(self.identity) }
      if let value = self.entity { size &+= 1 &+ ProtobufSize.message(value) }
      return size
    }

    public func write(into writer: inout ProtobufWriter) {
      if let value = self.entity { writer.message(value); writer.tag(18) }
      if !self.identity.isEmpty { writer.string(self.identity); writer.tag(10) }
    }

    public init(from decoder: any Swift.Decoder) throws {
      let json = try ProtobufJSONReader(decoder)
      try json.scalar("identity", "identity", into: &self.identity)
      try json.message("entity", "entity", into: &self.entity)
    }

    public func encode(to encoder: any Swift.Encoder) throws {
      var json = ProtobufJSONWriter(encoder)
      try json.scalar("identity", self.identity)
      try json.message("entity", self.entity)
    }
  }

  public static var protobufName: String { "entente.v1.DocumentDrafts" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.document = try reader.uint32()
      case 18: self.drafts.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.document != 0 { size &+= 1 &+ ProtobufSize.uint32(self.document) }
    for value in self.drafts { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.drafts.reversed() { writer.message(value); writer.tag(18) }
    if self.document != 0 { writer.uint32(self.document); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("document", "document", into: &self.document)
    try json.messages("drafts", "drafts", into: &self.drafts)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("document", self.document)
    try json.messages("drafts", self.drafts)
  }
}

/// An entity without its mentions, for lists.
public struct EntitySummary: ProtobufMessage {
  public var id: String = ""
  public var kind: EntityKind = EntityKind(rawValue: 0)
  public var name: String = ""
  public var acronym: String = ""
  public var iso2: String = ""
  public var type: String = ""
  public var mentionCount: UInt32 = 0
  public var documentCount: UInt32 = 0
  /// A person's most recently stated role; empty for other kinds.
  public var role: String = ""

  public init() {}

  public init(id: String = "", kind: EntityKind = EntityKind(rawValue: 0), name: String = "", acronym: String = "", iso2: String = "", type: String = "", mentionCount: UInt32 = 0, documentCount: UInt32 = 0, role: String = "") {
    self.id = id
    self.kind = kind
    self.name = name
    self.acronym = acronym
    self.iso2 = iso2
    self.type = type
    self.mentionCount = mentionCount
    self.documentCount = documentCount
    self.role = role
  }

  public static var protobufName: String { "entente.v1.EntitySummary" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.kind = try reader.enumeration()
      case 26: self.name = try reader.string()
      case 34: self.acronym = try reader.string()
      case 42: self.iso2 = try reader.string()
      case 50: self.type = try reader.string()
      case 56: self.mentionCount = try reader.uint32()
      case 64: self.documentCount = try reader.uint32()
      case 74: self.role = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    if !self.acronym.isEmpty { size &+= 1 &+ ProtobufSize.string(self.acronym) }
    if !self.iso2.isEmpty { size &+= 1 &+ ProtobufSize.string(self.iso2) }
    if !self.type.isEmpty { size &+= 1 &+ ProtobufSize.string(self.type) }
    if self.mentionCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.mentionCount) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.documentCount) }
    if !self.role.isEmpty { size &+= 1 &+ ProtobufSize.string(self.role) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.role.isEmpty { writer.string(self.role); writer.tag(74) }
    if self.documentCount != 0 { writer.uint32(self.documentCount); writer.tag(64) }
    if self.mentionCount != 0 { writer.uint32(self.mentionCount); writer.tag(56) }
    if !self.type.isEmpty { writer.string(self.type); writer.tag(50) }
    if !self.iso2.isEmpty { writer.string(self.iso2); writer.tag(42) }
    if !self.acronym.isEmpty { writer.string(self.acronym); writer.tag(34) }
    if !self.name.isEmpty { writer.string(self.name); writer.tag(26) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.scalar("name", "name", into: &self.name)
    try json.scalar("acronym", "acronym", into: &self.acronym)
    try json.scalar("iso2", "iso2", into: &self.iso2)
    try json.scalar("type", "type", into: &self.type)
    try json.scalar("mentionCount", "mention_count", into: &self.mentionCount)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.scalar("role", "role", into: &self.role)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("kind", self.kind)
    try json.scalar("name", self.name)
    try json.scalar("acronym", self.acronym)
    try json.scalar("iso2", self.iso2)
    try json.scalar("type", self.type)
    try json.scalar("mentionCount", self.mentionCount)
    try json.scalar("documentCount", self.documentCount)
    try json.scalar("role", self.role)
  }
}

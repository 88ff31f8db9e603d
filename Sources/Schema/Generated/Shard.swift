// Generated from entente/v1/shard.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public struct ShardSearchRequest: ProtobufMessage {
  public var corpusID: String = ""
  public var query: String = ""
  /// The most hits, at most 10,200.
  public var limit: UInt32 = 0
  /// The facets to count, completely.
  public var facets: [FacetKind] = []
  public var sort: SearchSort = SearchSort(rawValue: 0)
  /// How many of the first hits to show at once: so many as are likely to be on the page.
  public var shown: UInt32 = 0
  public var withoutPassages: Bool = false

  public init() {}

  public init(corpusID: String = "", query: String = "", limit: UInt32 = 0, facets: [FacetKind] = [], sort: SearchSort = SearchSort(rawValue: 0), shown: UInt32 = 0, withoutPassages: Bool = false) {
    self.corpusID = corpusID
    self.query = query
    self.limit = limit
    self.facets = facets
    self.sort = sort
    self.shown = shown
    self.withoutPassages = withoutPassages
  }

  public static var protobufName: String { "entente.v1.ShardSearchRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 18: self.query = try reader.string()
      case 24: self.limit = try reader.uint32()
      case 32: self.facets.append(try reader.enumeration())
      case 34:
        try reader.packed(into: &self.facets, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
      case 40: self.sort = try reader.enumeration()
      case 48: self.shown = try reader.uint32()
      case 56: self.withoutPassages = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if !self.query.isEmpty { size &+= 1 &+ ProtobufSize.string(self.query) }
    if self.limit != 0 { size &+= 1 &+ ProtobufSize.uint32(self.limit) }
    if !self.facets.isEmpty {
      let count = ProtobufSize.elements(self.facets, ProtobufSize.enumeration)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if self.sort.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.sort) }
    if self.shown != 0 { size &+= 1 &+ ProtobufSize.uint32(self.shown) }
    if self.withoutPassages { size &+= 1 &+ ProtobufSize.bool(self.withoutPassages) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.withoutPassages { writer.bool(self.withoutPassages); writer.tag(56) }
    if self.shown != 0 { writer.uint32(self.shown); writer.tag(48) }
    if self.sort.rawValue != 0 { writer.enumeration(self.sort); writer.tag(40) }
    if !self.facets.isEmpty {
      writer.delimited { for value in self.facets.reversed() { $0.enumeration(value) } }
      writer.tag(34)
    }
    if self.limit != 0 { writer.uint32(self.limit); writer.tag(24) }
    if !self.query.isEmpty { writer.string(self.query); writer.tag(18) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.scalar("query", "query", into: &self.query)
    try json.scalar("limit", "limit", into: &self.limit)
    try json.scalars("facets", "facets", into: &self.facets)
    try json.scalar("sort", "sort", into: &self.sort)
    try json.scalar("shown", "shown", into: &self.shown)
    try json.scalar("withoutPassages", "without_passages", into: &self.withoutPassages)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.scalar("query", self.query)
    try json.scalar("limit", self.limit)
    try json.scalars("facets", self.facets)
    try json.scalar("sort", self.sort)
    try json.scalar("shown", self.shown)
    try json.scalar("withoutPassages", self.withoutPassages)
  }
}

public struct ShardSearchResponse: ProtobufMessage {
  /// Greatest order first; of equal ones, the lower ordinal.
  public var hits: [RankedDocument] = []
  public var totalHits: UInt64 = 0
  public var totalIsExact: Bool = false
  public var expansionIsCut: Bool = false
  /// The query is a question: the best hits of the corpus are to be ordered by `reranked_score`.
  public var isQuestion: Bool = false
  public var facets: [ShardFacet] = []
  /// Corrections of words that no document of the corpus contains; only if the shard has few hits.
  public var corrections: [Correction] = []
  /// The first of the hits, as Show returns them; fewer than were asked for if they are long. Those of a question are the first by
  /// `reranked_score`, which is their score; none if more than 20 hits were asked for.
  public var shown: [ShownHit] = []

  public init() {}

  public init(hits: [RankedDocument] = [], totalHits: UInt64 = 0, totalIsExact: Bool = false, expansionIsCut: Bool = false, isQuestion: Bool = false, facets: [ShardFacet] = [], corrections: [Correction] = [], shown: [ShownHit] = []) {
    self.hits = hits
    self.totalHits = totalHits
    self.totalIsExact = totalIsExact
    self.expansionIsCut = expansionIsCut
    self.isQuestion = isQuestion
    self.facets = facets
    self.corrections = corrections
    self.shown = shown
  }

  public static var protobufName: String { "entente.v1.ShardSearchResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.hits.append(try reader.message())
      case 16: self.totalHits = try reader.uint64()
      case 24: self.totalIsExact = try reader.bool()
      case 32: self.expansionIsCut = try reader.bool()
      case 40: self.isQuestion = try reader.bool()
      case 50: self.facets.append(try reader.message())
      case 58: self.corrections.append(try reader.message())
      case 66: self.shown.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.hits { size &+= 1 &+ ProtobufSize.message(value) }
    if self.totalHits != 0 { size &+= 1 &+ ProtobufSize.uint64(self.totalHits) }
    if self.totalIsExact { size &+= 1 &+ ProtobufSize.bool(self.totalIsExact) }
    if self.expansionIsCut { size &+= 1 &+ ProtobufSize.bool(self.expansionIsCut) }
    if self.isQuestion { size &+= 1 &+ ProtobufSize.bool(self.isQuestion) }
    for value in self.facets { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.corrections { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.shown { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.shown.reversed() { writer.message(value); writer.tag(66) }
    for value in self.corrections.reversed() { writer.message(value); writer.tag(58) }
    for value in self.facets.reversed() { writer.message(value); writer.tag(50) }
    if self.isQuestion { writer.bool(self.isQuestion); writer.tag(40) }
    if self.expansionIsCut { writer.bool(self.expansionIsCut); writer.tag(32) }
    if self.totalIsExact { writer.bool(self.totalIsExact); writer.tag(24) }
    if self.totalHits != 0 { writer.uint64(self.totalHits); writer.tag(16) }
    for value in self.hits.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("hits", "hits", into: &self.hits)
    try json.scalar("totalHits", "total_hits", into: &self.totalHits)
    try json.scalar("totalIsExact", "total_is_exact", into: &self.totalIsExact)
    try json.scalar("expansionIsCut", "expansion_is_cut", into: &self.expansionIsCut)
    try json.scalar("isQuestion", "is_question", into: &self.isQuestion)
    try json.messages("facets", "facets", into: &self.facets)
    try json.messages("corrections", "corrections", into: &self.corrections)
    try json.messages("shown", "shown", into: &self.shown)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("hits", self.hits)
    try json.scalar("totalHits", self.totalHits)
    try json.scalar("totalIsExact", self.totalIsExact)
    try json.scalar("expansionIsCut", self.expansionIsCut)
    try json.scalar("isQuestion", self.isQuestion)
    try json.messages("facets", self.facets)
    try json.messages("corrections", self.corrections)
    try json.messages("shown", self.shown)
  }
}

public struct RankedDocument: ProtobufMessage {
  public var ordinal: UInt32 = 0
  public var score: Float = 0
  /// Compares hits of different shards.
  public var order: UInt64 = 0
  /// Set for the best hits of a question.
  public var rerankedScore: Float = 0

  public init() {}

  public init(ordinal: UInt32 = 0, score: Float = 0, order: UInt64 = 0, rerankedScore: Float = 0) {
    self.ordinal = ordinal
    self.score = score
    self.order = order
    self.rerankedScore = rerankedScore
  }

  public static var protobufName: String { "entente.v1.RankedDocument" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.ordinal = try reader.uint32()
      case 21: self.score = try reader.float()
      case 24: self.order = try reader.uint64()
      case 37: self.rerankedScore = try reader.float()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.ordinal != 0 { size &+= 1 &+ ProtobufSize.uint32(self.ordinal) }
    if self.score.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.score) }
    if self.order != 0 { size &+= 1 &+ ProtobufSize.uint64(self.order) }
    if self.rerankedScore.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.rerankedScore) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.rerankedScore.bitPattern != 0 { writer.float(self.rerankedScore); writer.tag(37) }
    if self.order != 0 { writer.uint64(self.order); writer.tag(24) }
    if self.score.bitPattern != 0 { writer.float(self.score); writer.tag(21) }
    if self.ordinal != 0 { writer.uint32(self.ordinal); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("ordinal", "ordinal", into: &self.ordinal)
    try json.scalar("score", "score", into: &self.score)
    try json.scalar("order", "order", into: &self.order)
    try json.scalar("rerankedScore", "reranked_score", into: &self.rerankedScore)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("ordinal", self.ordinal)
    try json.scalar("score", self.score)
    try json.scalar("order", self.order)
    try json.scalar("rerankedScore", self.rerankedScore)
  }
}

/// Every value that a hit has, with its number of hits.
public struct ShardFacet: ProtobufMessage {
  public var kind: FacetKind = FacetKind(rawValue: 0)
  /// For kinds, years and goals.
  public var counts: [FacetCount] = []
  /// For people, organisations and countries: entities, and the number of hits of each.
  public var entities: [UInt32] = []
  public var entityCounts: [UInt32] = []

  public init() {}

  public init(kind: FacetKind = FacetKind(rawValue: 0), counts: [FacetCount] = [], entities: [UInt32] = [], entityCounts: [UInt32] = []) {
    self.kind = kind
    self.counts = counts
    self.entities = entities
    self.entityCounts = entityCounts
  }

  public static var protobufName: String { "entente.v1.ShardFacet" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.kind = try reader.enumeration()
      case 18: self.counts.append(try reader.message())
      case 24: self.entities.append(try reader.uint32())
      case 26:
        try reader.packed(into: &self.entities, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      case 32: self.entityCounts.append(try reader.uint32())
      case 34:
        try reader.packed(into: &self.entityCounts, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    for value in self.counts { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.entities.isEmpty {
      let count = ProtobufSize.elements(self.entities, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if !self.entityCounts.isEmpty {
      let count = ProtobufSize.elements(self.entityCounts, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.entityCounts.isEmpty {
      writer.delimited { for value in self.entityCounts.reversed() { $0.uint32(value) } }
      writer.tag(34)
    }
    if !self.entities.isEmpty {
      writer.delimited { for value in self.entities.reversed() { $0.uint32(value) } }
      writer.tag(26)
    }
    for value in self.counts.reversed() { writer.message(value); writer.tag(18) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.messages("counts", "counts", into: &self.counts)
    try json.scalars("entities", "entities", into: &self.entities)
    try json.scalars("entityCounts", "entity_counts", into: &self.entityCounts)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("kind", self.kind)
    try json.messages("counts", self.counts)
    try json.scalars("entities", self.entities)
    try json.scalars("entityCounts", self.entityCounts)
  }
}

/// A word of the query that no document contains, and words that might be meant, best first.
public struct Correction: ProtobufMessage {
  /// In characters of the query.
  public var start: UInt32 = 0
  public var end: UInt32 = 0
  public var candidates: [WrittenTerm] = []

  public init() {}

  public init(start: UInt32 = 0, end: UInt32 = 0, candidates: [WrittenTerm] = []) {
    self.start = start
    self.end = end
    self.candidates = candidates
  }

  public static var protobufName: String { "entente.v1.Correction" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.start = try reader.uint32()
      case 16: self.end = try reader.uint32()
      case 26: self.candidates.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.start != 0 { size &+= 1 &+ ProtobufSize.uint32(self.start) }
    if self.end != 0 { size &+= 1 &+ ProtobufSize.uint32(self.end) }
    for value in self.candidates { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.candidates.reversed() { writer.message(value); writer.tag(26) }
    if self.end != 0 { writer.uint32(self.end); writer.tag(16) }
    if self.start != 0 { writer.uint32(self.start); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("start", "start", into: &self.start)
    try json.scalar("end", "end", into: &self.end)
    try json.messages("candidates", "candidates", into: &self.candidates)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("start", self.start)
    try json.scalar("end", self.end)
    try json.messages("candidates", self.candidates)
  }
}

/// A term, and how the shard's best documents for it write it.
public struct WrittenTerm: ProtobufMessage {
  /// In documents of the corpus.
  public var documentCount: UInt64 = 0
  public var sightings: [TermSighting] = []

  public init() {}

  public init(documentCount: UInt64 = 0, sightings: [TermSighting] = []) {
    self.documentCount = documentCount
    self.sightings = sightings
  }

  public static var protobufName: String { "entente.v1.WrittenTerm" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.documentCount = try reader.uint64()
      case 18: self.sightings.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentCount) }
    for value in self.sightings { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.sightings.reversed() { writer.message(value); writer.tag(18) }
    if self.documentCount != 0 { writer.uint64(self.documentCount); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.messages("sightings", "sightings", into: &self.sightings)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("documentCount", self.documentCount)
    try json.messages("sightings", self.sightings)
  }
}

public struct TermSighting: ProtobufMessage {
  public var ordinal: UInt32 = 0
  public var score: Float = 0
  public var spellings: [TermSpelling] = []

  public init() {}

  public init(ordinal: UInt32 = 0, score: Float = 0, spellings: [TermSpelling] = []) {
    self.ordinal = ordinal
    self.score = score
    self.spellings = spellings
  }

  public static var protobufName: String { "entente.v1.TermSighting" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.ordinal = try reader.uint32()
      case 21: self.score = try reader.float()
      case 26: self.spellings.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.ordinal != 0 { size &+= 1 &+ ProtobufSize.uint32(self.ordinal) }
    if self.score.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.score) }
    for value in self.spellings { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.spellings.reversed() { writer.message(value); writer.tag(26) }
    if self.score.bitPattern != 0 { writer.float(self.score); writer.tag(21) }
    if self.ordinal != 0 { writer.uint32(self.ordinal); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("ordinal", "ordinal", into: &self.ordinal)
    try json.scalar("score", "score", into: &self.score)
    try json.messages("spellings", "spellings", into: &self.spellings)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("ordinal", self.ordinal)
    try json.scalar("score", self.score)
    try json.messages("spellings", self.spellings)
  }
}

public struct TermSpelling: ProtobufMessage {
  public var text: String = ""
  public var count: UInt32 = 0
  /// It stands only where sentences begin.
  public var beginsSentences: Bool = false

  public init() {}

  public init(text: String = "", count: UInt32 = 0, beginsSentences: Bool = false) {
    self.text = text
    self.count = count
    self.beginsSentences = beginsSentences
  }

  public static var protobufName: String { "entente.v1.TermSpelling" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.text = try reader.string()
      case 16: self.count = try reader.uint32()
      case 24: self.beginsSentences = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    if self.count != 0 { size &+= 1 &+ ProtobufSize.uint32(self.count) }
    if self.beginsSentences { size &+= 1 &+ ProtobufSize.bool(self.beginsSentences) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.beginsSentences { writer.bool(self.beginsSentences); writer.tag(24) }
    if self.count != 0 { writer.uint32(self.count); writer.tag(16) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("text", "text", into: &self.text)
    try json.scalar("count", "count", into: &self.count)
    try json.scalar("beginsSentences", "begins_sentences", into: &self.beginsSentences)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("text", self.text)
    try json.scalar("count", self.count)
    try json.scalar("beginsSentences", self.beginsSentences)
  }
}

public struct ShowRequest: ProtobufMessage {
  public var corpusID: String = ""
  public var query: String = ""
  public var hits: [RankedDocument] = []
  public var withoutPassages: Bool = false
  /// Entities to return the summaries of.
  public var entities: [UInt32] = []

  public init() {}

  public init(corpusID: String = "", query: String = "", hits: [RankedDocument] = [], withoutPassages: Bool = false, entities: [UInt32] = []) {
    self.corpusID = corpusID
    self.query = query
    self.hits = hits
    self.withoutPassages = withoutPassages
    self.entities = entities
  }

  public static var protobufName: String { "entente.v1.ShowRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 18: self.query = try reader.string()
      case 26: self.hits.append(try reader.message())
      case 32: self.withoutPassages = try reader.bool()
      case 40: self.entities.append(try reader.uint32())
      case 42:
        try reader.packed(into: &self.entities, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.uint32() }
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if !self.query.isEmpty { size &+= 1 &+ ProtobufSize.string(self.query) }
    for value in self.hits { size &+= 1 &+ ProtobufSize.message(value) }
    if self.withoutPassages { size &+= 1 &+ ProtobufSize.bool(self.withoutPassages) }
    if !self.entities.isEmpty {
      let count = ProtobufSize.elements(self.entities, ProtobufSize.uint32)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.entities.isEmpty {
      writer.delimited { for value in self.entities.reversed() { $0.uint32(value) } }
      writer.tag(42)
    }
    if self.withoutPassages { writer.bool(self.withoutPassages); writer.tag(32) }
    for value in self.hits.reversed() { writer.message(value); writer.tag(26) }
    if !self.query.isEmpty { writer.string(self.query); writer.tag(18) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.scalar("query", "query", into: &self.query)
    try json.messages("hits", "hits", into: &self.hits)
    try json.scalar("withoutPassages", "without_passages", into: &self.withoutPassages)
    try json.scalars("entities", "entities", into: &self.entities)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.scalar("query", self.query)
    try json.messages("hits", self.hits)
    try json.scalar("withoutPassages", self.withoutPassages)
    try json.scalars("entities", self.entities)
  }
}

public struct ShowResponse: ProtobufMessage {
  /// Fewer than were asked for if they are long.
  public var hits: [ShownHit] = []
  public var entities: [EntitySummary] = []

  public init() {}

  public init(hits: [ShownHit] = [], entities: [EntitySummary] = []) {
    self.hits = hits
    self.entities = entities
  }

  public static var protobufName: String { "entente.v1.ShowResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.hits.append(try reader.message())
      case 18: self.entities.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.hits { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.entities { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.entities.reversed() { writer.message(value); writer.tag(18) }
    for value in self.hits.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("hits", "hits", into: &self.hits)
    try json.messages("entities", "entities", into: &self.entities)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("hits", self.hits)
    try json.messages("entities", self.entities)
  }
}

public struct ShownHit: ProtobufMessage {
  /// An encoded SearchHit, which a router passes on as it is.
  public var hit: [UInt8] = []
  /// What was read for its passage and highlights, in words; a page has a limit.
  public var effort: UInt32 = 0

  public init() {}

  public init(hit: [UInt8] = [], effort: UInt32 = 0) {
    self.hit = hit
    self.effort = effort
  }

  public static var protobufName: String { "entente.v1.ShownHit" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.hit = try reader.byteString()
      case 16: self.effort = try reader.uint32()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.hit.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.hit) }
    if self.effort != 0 { size &+= 1 &+ ProtobufSize.uint32(self.effort) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.effort != 0 { writer.uint32(self.effort); writer.tag(16) }
    if !self.hit.isEmpty { writer.byteString(self.hit); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("hit", "hit", into: &self.hit)
    try json.scalar("effort", "effort", into: &self.effort)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("hit", self.hit)
    try json.scalar("effort", self.effort)
  }
}

public struct ShardSuggestRequest: ProtobufMessage {
  public var corpusID: String = ""
  public var request: SuggestRequest? = nil

  public init() {}

  public init(corpusID: String = "", request: SuggestRequest? = nil) {
    self.corpusID = corpusID
    self.request = request
  }

  public static var protobufName: String { "entente.v1.ShardSuggestRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 18: try reader.message(into: &self.request)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if let value = self.request { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.request { writer.message(value); writer.tag(18) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.message("request", "request", into: &self.request)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.message("request", self.request)
  }
}

public struct ShardSuggestResponse: ProtobufMessage {
  /// Completions of the last word, best first: the same ones from every shard.
  public var candidates: [WrittenTerm] = []

  public init() {}

  public init(candidates: [WrittenTerm] = []) {
    self.candidates = candidates
  }

  public static var protobufName: String { "entente.v1.ShardSuggestResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.candidates.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.candidates { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.candidates.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("candidates", "candidates", into: &self.candidates)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("candidates", self.candidates)
  }
}

public struct CharacterizeRequest: ProtobufMessage {
  public var corpusID: String = ""
  public var documentID: String = ""

  public init() {}

  public init(corpusID: String = "", documentID: String = "") {
    self.corpusID = corpusID
    self.documentID = documentID
  }

  public static var protobufName: String { "entente.v1.CharacterizeRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 18: self.documentID = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    if !self.documentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.documentID) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.documentID.isEmpty { writer.string(self.documentID); writer.tag(18) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.scalar("documentId", "document_id", into: &self.documentID)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.scalar("documentId", self.documentID)
  }
}

public struct CharacterizeResponse: ProtobufMessage {
  public var ordinal: UInt32 = 0
  /// Best first.
  public var terms: [DistinctiveTerm] = []

  public init() {}

  public init(ordinal: UInt32 = 0, terms: [DistinctiveTerm] = []) {
    self.ordinal = ordinal
    self.terms = terms
  }

  public static var protobufName: String { "entente.v1.CharacterizeResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.ordinal = try reader.uint32()
      case 18: self.terms.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.ordinal != 0 { size &+= 1 &+ ProtobufSize.uint32(self.ordinal) }
    for value in self.terms { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.terms.reversed() { writer.message(value); writer.tag(18) }
    if self.ordinal != 0 { writer.uint32(self.ordinal); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("ordinal", "ordinal", into: &self.ordinal)
    try json.messages("terms", "terms", into: &self.terms)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("ordinal", self.ordinal)
    try json.messages("terms", self.terms)
  }
}

public struct DistinctiveTerm: ProtobufMessage {
  public var term: [UInt8] = []
  public var weight: Float = 0
  public var spelling: String = ""

  public init() {}

  public init(term: [UInt8] = [], weight: Float = 0, spelling: String = "") {
    self.term = term
    self.weight = weight
    self.spelling = spelling
  }

  public static var protobufName: String { "entente.v1.DistinctiveTerm" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.term = try reader.byteString()
      case 21: self.weight = try reader.float()
      case 26: self.spelling = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.term.isEmpty { size &+= 1 &+ ProtobufSize.byteString(self.term) }
    if self.weight.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.weight) }
    if !self.spelling.isEmpty { size &+= 1 &+ ProtobufSize.string(self.spelling) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.spelling.isEmpty { writer.string(self.spelling); writer.tag(26) }
    if self.weight.bitPattern != 0 { writer.float(self.weight); writer.tag(21) }
    if !self.term.isEmpty { writer.byteString(self.term); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("term", "term", into: &self.term)
    try json.scalar("weight", "weight", into: &self.weight)
    try json.scalar("spelling", "spelling", into: &self.spelling)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("term", self.term)
    try json.scalar("weight", self.weight)
    try json.scalar("spelling", self.spelling)
  }
}

public struct RelateRequest: ProtobufMessage {
  public var corpusID: String = ""
  public var terms: [DistinctiveTerm] = []
  public var limit: UInt32 = 0
  /// The document that others are related to.
  public var ordinal: UInt32 = 0

  public init() {}

  public init(corpusID: String = "", terms: [DistinctiveTerm] = [], limit: UInt32 = 0, ordinal: UInt32 = 0) {
    self.corpusID = corpusID
    self.terms = terms
    self.limit = limit
    self.ordinal = ordinal
  }

  public static var protobufName: String { "entente.v1.RelateRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.corpusID = try reader.string()
      case 18: self.terms.append(try reader.message())
      case 24: self.limit = try reader.uint32()
      case 32: self.ordinal = try reader.uint32()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.corpusID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.corpusID) }
    for value in self.terms { size &+= 1 &+ ProtobufSize.message(value) }
    if self.limit != 0 { size &+= 1 &+ ProtobufSize.uint32(self.limit) }
    if self.ordinal != 0 { size &+= 1 &+ ProtobufSize.uint32(self.ordinal) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.ordinal != 0 { writer.uint32(self.ordinal); writer.tag(32) }
    if self.limit != 0 { writer.uint32(self.limit); writer.tag(24) }
    for value in self.terms.reversed() { writer.message(value); writer.tag(18) }
    if !self.corpusID.isEmpty { writer.string(self.corpusID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("corpusId", "corpus_id", into: &self.corpusID)
    try json.messages("terms", "terms", into: &self.terms)
    try json.scalar("limit", "limit", into: &self.limit)
    try json.scalar("ordinal", "ordinal", into: &self.ordinal)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("corpusId", self.corpusID)
    try json.messages("terms", self.terms)
    try json.scalar("limit", self.limit)
    try json.scalar("ordinal", self.ordinal)
  }
}

public struct RelateResponse: ProtobufMessage {
  public var related: [RankedRelated] = []

  public init() {}

  public init(related: [RankedRelated] = []) {
    self.related = related
  }

  public static var protobufName: String { "entente.v1.RelateResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.related.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    for value in self.related { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.related.reversed() { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.messages("related", "related", into: &self.related)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.messages("related", self.related)
  }
}

public struct RankedRelated: ProtobufMessage {
  public var ordinal: UInt32 = 0
  public var document: RelatedDocument? = nil

  public init() {}

  public init(ordinal: UInt32 = 0, document: RelatedDocument? = nil) {
    self.ordinal = ordinal
    self.document = document
  }

  public static var protobufName: String { "entente.v1.RankedRelated" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.ordinal = try reader.uint32()
      case 18: try reader.message(into: &self.document)
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.ordinal != 0 { size &+= 1 &+ ProtobufSize.uint32(self.ordinal) }
    if let value = self.document { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if let value = self.document { writer.message(value); writer.tag(18) }
    if self.ordinal != 0 { writer.uint32(self.ordinal); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("ordinal", "ordinal", into: &self.ordinal)
    try json.message("document", "document", into: &self.document)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("ordinal", self.ordinal)
    try json.message("document", self.document)
  }
}

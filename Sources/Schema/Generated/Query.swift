// Generated from entente/v1/query.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import ProtobufCoding

public enum FacetKind: ProtobufEnum {
  case unspecified
  case documentKind
  case year
  case goal
  case person
  case organisation
  case country
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .documentKind
    case 2: self = .year
    case 3: self = .goal
    case 4: self = .person
    case 5: self = .organisation
    case 6: self = .country
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .documentKind: 1
    case .year: 2
    case .goal: 3
    case .person: 4
    case .organisation: 5
    case .country: 6
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "FACET_KIND_UNSPECIFIED"
    case 1: "FACET_KIND_DOCUMENT_KIND"
    case 2: "FACET_KIND_YEAR"
    case 3: "FACET_KIND_GOAL"
    case 4: "FACET_KIND_PERSON"
    case 5: "FACET_KIND_ORGANISATION"
    case 6: "FACET_KIND_COUNTRY"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "FACET_KIND_UNSPECIFIED": self.init(rawValue: 0)
    case "FACET_KIND_DOCUMENT_KIND": self.init(rawValue: 1)
    case "FACET_KIND_YEAR": self.init(rawValue: 2)
    case "FACET_KIND_GOAL": self.init(rawValue: 3)
    case "FACET_KIND_PERSON": self.init(rawValue: 4)
    case "FACET_KIND_ORGANISATION": self.init(rawValue: 5)
    case "FACET_KIND_COUNTRY": self.init(rawValue: 6)
    default: return nil
    }
  }
}

public enum SearchSort: ProtobufEnum {
  /// The best first; if the query holds only filters or exclusions, the latest first.
  case unspecified
  /// The latest effective date first, undated documents last; on the same date the best first, then by id.
  case date
  /// A number that the schema did not name when this was generated.
  case unrecognized(Int32)

  public init(rawValue: Int32) {
    switch rawValue {
    case 0: self = .unspecified
    case 1: self = .date
    default: self = .unrecognized(rawValue)
    }
  }

  public var rawValue: Int32 {
    switch self {
    case .unspecified: 0
    case .date: 1
    case .unrecognized(let rawValue): rawValue
    }
  }

  public var protobufName: String? {
    switch rawValue {
    case 0: "SEARCH_SORT_UNSPECIFIED"
    case 1: "SEARCH_SORT_DATE"
    default: nil
    }
  }

  public init?(protobufName: String) {
    switch protobufName {
    case "SEARCH_SORT_UNSPECIFIED": self.init(rawValue: 0)
    case "SEARCH_SORT_DATE": self.init(rawValue: 1)
    default: return nil
    }
  }
}

/// The snapshot that an answer came from.
public struct SnapshotReference: ProtobufMessage {
  /// The SHA-256 of its content, in hexadecimal.
  public var id: String = ""
  /// Assigned at ingestion; increases with each publication.
  public var generation: UInt64 = 0

  public init() {}

  public init(id: String = "", generation: UInt64 = 0) {
    self.id = id
    self.generation = generation
  }

  public static var protobufName: String { "entente.v1.SnapshotReference" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.generation = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.generation != 0 { size &+= 1 &+ ProtobufSize.uint64(self.generation) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.generation != 0 { writer.uint64(self.generation); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("generation", "generation", into: &self.generation)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("generation", self.generation)
  }
}

public struct SearchRequest: ProtobufMessage {
  /// Words, "phrases", AND, OR, NOT, +, -, prefix*, fuzzy~, and filters: kind: source: date: person: organisation:
  /// country: goal: priority:. Words are alternatives that add to the score, as in `a OR b`.
  ///
  /// Limits: 32 KiB; 1,024 words, of which 128 in a phrase, 16 with * and 8 with ~; 64 filters; parentheses 32 deep; 10,000
  /// hits over all pages. A query is refused if it would read more than 1.3 million index entries, or 16 per document in a
  /// large corpus. Entries count four times for each word of a phrase, eight times in a group with AND, NOT or parentheses,
  /// twice with facets, and four times if the hits are sorted by date. Phrases with words such as "de" are looked up in
  /// texts, of which at most 4 MiB are read: in a large corpus the best candidates, and then the total is a lower bound.
  public var query: String = ""
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  public var minimumGeneration: UInt64 = 0
  /// The facets to count over all hits.
  public var facets: [FacetKind] = []
  /// Omit the passages, which is faster.
  public var withoutPassages: Bool = false
  /// The order of the hits. A page token is valid for the same order only.
  public var sort: SearchSort = SearchSort(rawValue: 0)
  /// Accept an answer without the documents of shards that are down. It matters to routers alone.
  public var allowPartial: Bool = false

  public init() {}

  public init(query: String = "", pageSize: UInt32 = 0, pageToken: String = "", minimumGeneration: UInt64 = 0, facets: [FacetKind] = [], withoutPassages: Bool = false, sort: SearchSort = SearchSort(rawValue: 0), allowPartial: Bool = false) {
    self.query = query
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.minimumGeneration = minimumGeneration
    self.facets = facets
    self.withoutPassages = withoutPassages
    self.sort = sort
    self.allowPartial = allowPartial
  }

  public static var protobufName: String { "entente.v1.SearchRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.query = try reader.string()
      case 16: self.pageSize = try reader.uint32()
      case 26: self.pageToken = try reader.string()
      case 32: self.minimumGeneration = try reader.uint64()
      case 40: self.facets.append(try reader.enumeration())
      case 42:
        try reader.packed(into: &self.facets, minimumSize: 1) { (reader: inout ProtobufReader) throws(ProtobufError) in try reader.enumeration() }
      case 48: self.withoutPassages = try reader.bool()
      case 56: self.sort = try reader.enumeration()
      case 120: self.allowPartial = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.query.isEmpty { size &+= 1 &+ ProtobufSize.string(self.query) }
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if !self.facets.isEmpty {
      let count = ProtobufSize.elements(self.facets, ProtobufSize.enumeration)
      size &+= 1 &+ ProtobufSize.delimited(count)
    }
    if self.withoutPassages { size &+= 1 &+ ProtobufSize.bool(self.withoutPassages) }
    if self.sort.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.sort) }
    if self.allowPartial { size &+= 1 &+ ProtobufSize.bool(self.allowPartial) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.allowPartial { writer.bool(self.allowPartial); writer.tag(120) }
    if self.sort.rawValue != 0 { writer.enumeration(self.sort); writer.tag(56) }
    if self.withoutPassages { writer.bool(self.withoutPassages); writer.tag(48) }
    if !self.facets.isEmpty {
      writer.delimited { for value in self.facets.reversed() { $0.enumeration(value) } }
      writer.tag(42)
    }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(32) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(26) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(16) }
    if !self.query.isEmpty { writer.string(self.query); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("query", "query", into: &self.query)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalars("facets", "facets", into: &self.facets)
    try json.scalar("withoutPassages", "without_passages", into: &self.withoutPassages)
    try json.scalar("sort", "sort", into: &self.sort)
    try json.scalar("allowPartial", "allow_partial", into: &self.allowPartial)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("query", self.query)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalars("facets", self.facets)
    try json.scalar("withoutPassages", self.withoutPassages)
    try json.scalar("sort", self.sort)
    try json.scalar("allowPartial", self.allowPartial)
  }
}

public struct SearchResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  /// In the order requested.
  public var hits: [SearchHit] = []
  /// Exact if `total_is_exact` is set, otherwise a lower bound.
  public var totalHits: UInt64 = 0
  public var totalIsExact: Bool = false
  public var nextPageToken: String = ""
  public var facets: [Facet] = []
  /// A query that finds more, if the words of this one look misspelt; empty otherwise.
  public var didYouMean: String = ""
  /// A word with * or ~ matches more words of the corpus than are searched: only the 128 most frequent are used.
  public var expansionIsCut: Bool = false
  /// The last hits of the page have no passages and highlights, because the limit on text read for them was reached.
  public var passagesAreCut: Bool = false
  /// Shards were down: hits, counts and facets lack their documents. Only if the request allows it.
  public var isPartial: Bool = false

  public init() {}

  public init(snapshot: SnapshotReference? = nil, hits: [SearchHit] = [], totalHits: UInt64 = 0, totalIsExact: Bool = false, nextPageToken: String = "", facets: [Facet] = [], didYouMean: String = "", expansionIsCut: Bool = false, passagesAreCut: Bool = false, isPartial: Bool = false) {
    self.snapshot = snapshot
    self.hits = hits
    self.totalHits = totalHits
    self.totalIsExact = totalIsExact
    self.nextPageToken = nextPageToken
    self.facets = facets
    self.didYouMean = didYouMean
    self.expansionIsCut = expansionIsCut
    self.passagesAreCut = passagesAreCut
    self.isPartial = isPartial
  }

  public static var protobufName: String { "entente.v1.SearchResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.hits.append(try reader.message())
      case 24: self.totalHits = try reader.uint64()
      case 32: self.totalIsExact = try reader.bool()
      case 42: self.nextPageToken = try reader.string()
      case 50: self.facets.append(try reader.message())
      case 58: self.didYouMean = try reader.string()
      case 64: self.expansionIsCut = try reader.bool()
      case 72: self.passagesAreCut = try reader.bool()
      case 120: self.isPartial = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.hits { size &+= 1 &+ ProtobufSize.message(value) }
    if self.totalHits != 0 { size &+= 1 &+ ProtobufSize.uint64(self.totalHits) }
    if self.totalIsExact { size &+= 1 &+ ProtobufSize.bool(self.totalIsExact) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    for value in self.facets { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.didYouMean.isEmpty { size &+= 1 &+ ProtobufSize.string(self.didYouMean) }
    if self.expansionIsCut { size &+= 1 &+ ProtobufSize.bool(self.expansionIsCut) }
    if self.passagesAreCut { size &+= 1 &+ ProtobufSize.bool(self.passagesAreCut) }
    if self.isPartial { size &+= 1 &+ ProtobufSize.bool(self.isPartial) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.isPartial { writer.bool(self.isPartial); writer.tag(120) }
    if self.passagesAreCut { writer.bool(self.passagesAreCut); writer.tag(72) }
    if self.expansionIsCut { writer.bool(self.expansionIsCut); writer.tag(64) }
    if !self.didYouMean.isEmpty { writer.string(self.didYouMean); writer.tag(58) }
    for value in self.facets.reversed() { writer.message(value); writer.tag(50) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(42) }
    if self.totalIsExact { writer.bool(self.totalIsExact); writer.tag(32) }
    if self.totalHits != 0 { writer.uint64(self.totalHits); writer.tag(24) }
    for value in self.hits.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("hits", "hits", into: &self.hits)
    try json.scalar("totalHits", "total_hits", into: &self.totalHits)
    try json.scalar("totalIsExact", "total_is_exact", into: &self.totalIsExact)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.messages("facets", "facets", into: &self.facets)
    try json.scalar("didYouMean", "did_you_mean", into: &self.didYouMean)
    try json.scalar("expansionIsCut", "expansion_is_cut", into: &self.expansionIsCut)
    try json.scalar("passagesAreCut", "passages_are_cut", into: &self.passagesAreCut)
    try json.scalar("isPartial", "is_partial", into: &self.isPartial)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("hits", self.hits)
    try json.scalar("totalHits", self.totalHits)
    try json.scalar("totalIsExact", self.totalIsExact)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.messages("facets", self.facets)
    try json.scalar("didYouMean", self.didYouMean)
    try json.scalar("expansionIsCut", self.expansionIsCut)
    try json.scalar("passagesAreCut", self.passagesAreCut)
    try json.scalar("isPartial", self.isPartial)
  }
}

public struct SearchHit: ProtobufMessage {
  public var document: DocumentSummary? = nil
  public var score: Float = 0
  /// The best passage; unset if passages were not requested or only the title matches.
  public var passage: Passage? = nil
  /// The matching words, as spans of the title.
  public var titleHighlights: [TextSpan] = []

  public init() {}

  public init(document: DocumentSummary? = nil, score: Float = 0, passage: Passage? = nil, titleHighlights: [TextSpan] = []) {
    self.document = document
    self.score = score
    self.passage = passage
    self.titleHighlights = titleHighlights
  }

  public static var protobufName: String { "entente.v1.SearchHit" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.document)
      case 21: self.score = try reader.float()
      case 26: try reader.message(into: &self.passage)
      case 34: self.titleHighlights.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.document { size &+= 1 &+ ProtobufSize.message(value) }
    if self.score.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.score) }
    if let value = self.passage { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.titleHighlights { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.titleHighlights.reversed() { writer.message(value); writer.tag(34) }
    if let value = self.passage { writer.message(value); writer.tag(26) }
    if self.score.bitPattern != 0 { writer.float(self.score); writer.tag(21) }
    if let value = self.document { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("document", "document", into: &self.document)
    try json.scalar("score", "score", into: &self.score)
    try json.message("passage", "passage", into: &self.passage)
    try json.messages("titleHighlights", "title_highlights", into: &self.titleHighlights)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("document", self.document)
    try json.scalar("score", self.score)
    try json.message("passage", self.passage)
    try json.messages("titleHighlights", self.titleHighlights)
  }
}

public struct Passage: ProtobufMessage {
  public var source: Source? = nil
  /// The matching words, as spans of the document's text, in order.
  public var highlights: [TextSpan] = []

  public init() {}

  public init(source: Source? = nil, highlights: [TextSpan] = []) {
    self.source = source
    self.highlights = highlights
  }

  public static var protobufName: String { "entente.v1.Passage" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.source)
      case 18: self.highlights.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.source { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.highlights { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.highlights.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.source { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("source", "source", into: &self.source)
    try json.messages("highlights", "highlights", into: &self.highlights)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("source", self.source)
    try json.messages("highlights", self.highlights)
  }
}

public struct Facet: ProtobufMessage {
  public var kind: FacetKind = FacetKind(rawValue: 0)
  /// Most frequent first, at most 20.
  public var counts: [FacetCount] = []

  public init() {}

  public init(kind: FacetKind = FacetKind(rawValue: 0), counts: [FacetCount] = []) {
    self.kind = kind
    self.counts = counts
  }

  public static var protobufName: String { "entente.v1.Facet" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.kind = try reader.enumeration()
      case 18: self.counts.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    for value in self.counts { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.counts.reversed() { writer.message(value); writer.tag(18) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.messages("counts", "counts", into: &self.counts)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("kind", self.kind)
    try json.messages("counts", self.counts)
  }
}

public struct FacetCount: ProtobufMessage {
  /// The value to use in a filter: an entity id, a goal id, a year or a kind.
  public var value: String = ""
  public var label: String = ""
  public var count: UInt64 = 0

  public init() {}

  public init(value: String = "", label: String = "", count: UInt64 = 0) {
    self.value = value
    self.label = label
    self.count = count
  }

  public static var protobufName: String { "entente.v1.FacetCount" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.value = try reader.string()
      case 18: self.label = try reader.string()
      case 24: self.count = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.value.isEmpty { size &+= 1 &+ ProtobufSize.string(self.value) }
    if !self.label.isEmpty { size &+= 1 &+ ProtobufSize.string(self.label) }
    if self.count != 0 { size &+= 1 &+ ProtobufSize.uint64(self.count) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.count != 0 { writer.uint64(self.count); writer.tag(24) }
    if !self.label.isEmpty { writer.string(self.label); writer.tag(18) }
    if !self.value.isEmpty { writer.string(self.value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("value", "value", into: &self.value)
    try json.scalar("label", "label", into: &self.label)
    try json.scalar("count", "count", into: &self.count)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("value", self.value)
    try json.scalar("label", self.label)
    try json.scalar("count", self.count)
  }
}

public struct SuggestRequest: ProtobufMessage {
  /// The text typed so far, whose last word is completed. At most 1,024 bytes.
  public var prefix: String = ""
  /// 0 means 8; at most 50.
  public var limit: UInt32 = 0
  public var minimumGeneration: UInt64 = 0

  public init() {}

  public init(prefix: String = "", limit: UInt32 = 0, minimumGeneration: UInt64 = 0) {
    self.prefix = prefix
    self.limit = limit
    self.minimumGeneration = minimumGeneration
  }

  public static var protobufName: String { "entente.v1.SuggestRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.prefix = try reader.string()
      case 16: self.limit = try reader.uint32()
      case 24: self.minimumGeneration = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.prefix.isEmpty { size &+= 1 &+ ProtobufSize.string(self.prefix) }
    if self.limit != 0 { size &+= 1 &+ ProtobufSize.uint32(self.limit) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if self.limit != 0 { writer.uint32(self.limit); writer.tag(16) }
    if !self.prefix.isEmpty { writer.string(self.prefix); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("prefix", "prefix", into: &self.prefix)
    try json.scalar("limit", "limit", into: &self.limit)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("prefix", self.prefix)
    try json.scalar("limit", self.limit)
    try json.scalar("minimumGeneration", self.minimumGeneration)
  }
}

public struct SuggestResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var suggestions: [Suggestion] = []

  public init() {}

  public init(snapshot: SnapshotReference? = nil, suggestions: [Suggestion] = []) {
    self.snapshot = snapshot
    self.suggestions = suggestions
  }

  public static var protobufName: String { "entente.v1.SuggestResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.suggestions.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.suggestions { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.suggestions.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("suggestions", "suggestions", into: &self.suggestions)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("suggestions", self.suggestions)
  }
}

public struct Suggestion: ProtobufMessage {
  /// The whole query, completed.
  public var text: String = ""
  /// The number of documents that contain the completed word.
  public var documentCount: UInt64 = 0

  public init() {}

  public init(text: String = "", documentCount: UInt64 = 0) {
    self.text = text
    self.documentCount = documentCount
  }

  public static var protobufName: String { "entente.v1.Suggestion" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.text = try reader.string()
      case 16: self.documentCount = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.text.isEmpty { size &+= 1 &+ ProtobufSize.string(self.text) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentCount) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.documentCount != 0 { writer.uint64(self.documentCount); writer.tag(16) }
    if !self.text.isEmpty { writer.string(self.text); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("text", "text", into: &self.text)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("text", self.text)
    try json.scalar("documentCount", self.documentCount)
  }
}

public struct GetDocumentRequest: ProtobufMessage {
  public var id: String = ""
  public var minimumGeneration: UInt64 = 0
  /// The piece of the text to return, in bytes of UTF-8. An offset inside a character is INVALID_ARGUMENT. A length of 0, or
  /// of more than 1 MiB, means 1 MiB. The piece always ends with a whole character.
  public var textOffset: UInt64 = 0
  public var textLength: UInt64 = 0
  /// Omit the text, for further pages of the lists.
  public var withoutText: Bool = false
  /// The page size of the lists.
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  /// Also return the places where the document mentions its entities.
  public var withMentions: Bool = false

  public init() {}

  public init(id: String = "", minimumGeneration: UInt64 = 0, textOffset: UInt64 = 0, textLength: UInt64 = 0, withoutText: Bool = false, pageSize: UInt32 = 0, pageToken: String = "", withMentions: Bool = false) {
    self.id = id
    self.minimumGeneration = minimumGeneration
    self.textOffset = textOffset
    self.textLength = textLength
    self.withoutText = withoutText
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.withMentions = withMentions
  }

  public static var protobufName: String { "entente.v1.GetDocumentRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.minimumGeneration = try reader.uint64()
      case 24: self.textOffset = try reader.uint64()
      case 32: self.textLength = try reader.uint64()
      case 40: self.withoutText = try reader.bool()
      case 48: self.pageSize = try reader.uint32()
      case 58: self.pageToken = try reader.string()
      case 64: self.withMentions = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if self.textOffset != 0 { size &+= 1 &+ ProtobufSize.uint64(self.textOffset) }
    if self.textLength != 0 { size &+= 1 &+ ProtobufSize.uint64(self.textLength) }
    if self.withoutText { size &+= 1 &+ ProtobufSize.bool(self.withoutText) }
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.withMentions { size &+= 1 &+ ProtobufSize.bool(self.withMentions) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.withMentions { writer.bool(self.withMentions); writer.tag(64) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(58) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(48) }
    if self.withoutText { writer.bool(self.withoutText); writer.tag(40) }
    if self.textLength != 0 { writer.uint64(self.textLength); writer.tag(32) }
    if self.textOffset != 0 { writer.uint64(self.textOffset); writer.tag(24) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("textOffset", "text_offset", into: &self.textOffset)
    try json.scalar("textLength", "text_length", into: &self.textLength)
    try json.scalar("withoutText", "without_text", into: &self.withoutText)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("withMentions", "with_mentions", into: &self.withMentions)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("textOffset", self.textOffset)
    try json.scalar("textLength", self.textLength)
    try json.scalar("withoutText", self.withoutText)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("withMentions", self.withMentions)
  }
}

public struct GetDocumentResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var document: Document? = nil
  /// The facts extracted from the document, in text order.
  public var quotations: [Quotation] = []
  public var events: [Event] = []
  public var evidence: [Evidence] = []
  public var entities: [EntityReference] = []
  public var dates: [PartialDate] = []
  /// The size of the whole text in bytes if `document.text` is a piece of it; 0 if it is the whole text.
  public var textSize: UInt64 = 0
  /// The `text_offset` of the next piece; 0 at the end of the text.
  public var nextTextOffset: UInt64 = 0
  public var nextPageToken: String = ""
  public var quotationTotal: UInt64 = 0
  public var eventTotal: UInt64 = 0
  public var evidenceTotal: UInt64 = 0
  public var entityTotal: UInt64 = 0
  public var dateTotal: UInt64 = 0
  /// In text order, if requested. Mentions may overlap: "ministre japonais de la Défense" holds "japonais".
  public var mentions: [DocumentMention] = []
  public var mentionTotal: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, document: Document? = nil, quotations: [Quotation] = [], events: [Event] = [], evidence: [Evidence] = [], entities: [EntityReference] = [], dates: [PartialDate] = [], textSize: UInt64 = 0, nextTextOffset: UInt64 = 0, nextPageToken: String = "", quotationTotal: UInt64 = 0, eventTotal: UInt64 = 0, evidenceTotal: UInt64 = 0, entityTotal: UInt64 = 0, dateTotal: UInt64 = 0, mentions: [DocumentMention] = [], mentionTotal: UInt64 = 0) {
    self.snapshot = snapshot
    self.document = document
    self.quotations = quotations
    self.events = events
    self.evidence = evidence
    self.entities = entities
    self.dates = dates
    self.textSize = textSize
    self.nextTextOffset = nextTextOffset
    self.nextPageToken = nextPageToken
    self.quotationTotal = quotationTotal
    self.eventTotal = eventTotal
    self.evidenceTotal = evidenceTotal
    self.entityTotal = entityTotal
    self.dateTotal = dateTotal
    self.mentions = mentions
    self.mentionTotal = mentionTotal
  }

  public static var protobufName: String { "entente.v1.GetDocumentResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: try reader.message(into: &self.document)
      case 26: self.quotations.append(try reader.message())
      case 34: self.events.append(try reader.message())
      case 42: self.evidence.append(try reader.message())
      case 50: self.entities.append(try reader.message())
      case 58: self.dates.append(try reader.message())
      case 64: self.textSize = try reader.uint64()
      case 72: self.nextTextOffset = try reader.uint64()
      case 82: self.nextPageToken = try reader.string()
      case 88: self.quotationTotal = try reader.uint64()
      case 96: self.eventTotal = try reader.uint64()
      case 104: self.evidenceTotal = try reader.uint64()
      case 112: self.entityTotal = try reader.uint64()
      case 120: self.dateTotal = try reader.uint64()
      case 130: self.mentions.append(try reader.message())
      case 136: self.mentionTotal = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.document { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.quotations { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.events { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.evidence { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.entities { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.dates { size &+= 1 &+ ProtobufSize.message(value) }
    if self.textSize != 0 { size &+= 1 &+ ProtobufSize.uint64(self.textSize) }
    if self.nextTextOffset != 0 { size &+= 1 &+ ProtobufSize.uint64(self.nextTextOffset) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.quotationTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.quotationTotal) }
    if self.eventTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.eventTotal) }
    if self.evidenceTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.evidenceTotal) }
    if self.entityTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.entityTotal) }
    if self.dateTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.dateTotal) }
    for value in self.mentions { size &+= 2 &+ ProtobufSize.message(value) }
    if self.mentionTotal != 0 { size &+= 2 &+ ProtobufSize.uint64(self.mentionTotal) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.mentionTotal != 0 { writer.uint64(self.mentionTotal); writer.tag(136) }
    for value in self.mentions.reversed() { writer.message(value); writer.tag(130) }
    if self.dateTotal != 0 { writer.uint64(self.dateTotal); writer.tag(120) }
    if self.entityTotal != 0 { writer.uint64(self.entityTotal); writer.tag(112) }
    if self.evidenceTotal != 0 { writer.uint64(self.evidenceTotal); writer.tag(104) }
    if self.eventTotal != 0 { writer.uint64(self.eventTotal); writer.tag(96) }
    if self.quotationTotal != 0 { writer.uint64(self.quotationTotal); writer.tag(88) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(82) }
    if self.nextTextOffset != 0 { writer.uint64(self.nextTextOffset); writer.tag(72) }
    if self.textSize != 0 { writer.uint64(self.textSize); writer.tag(64) }
    for value in self.dates.reversed() { writer.message(value); writer.tag(58) }
    for value in self.entities.reversed() { writer.message(value); writer.tag(50) }
    for value in self.evidence.reversed() { writer.message(value); writer.tag(42) }
    for value in self.events.reversed() { writer.message(value); writer.tag(34) }
    for value in self.quotations.reversed() { writer.message(value); writer.tag(26) }
    if let value = self.document { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.message("document", "document", into: &self.document)
    try json.messages("quotations", "quotations", into: &self.quotations)
    try json.messages("events", "events", into: &self.events)
    try json.messages("evidence", "evidence", into: &self.evidence)
    try json.messages("entities", "entities", into: &self.entities)
    try json.messages("dates", "dates", into: &self.dates)
    try json.scalar("textSize", "text_size", into: &self.textSize)
    try json.scalar("nextTextOffset", "next_text_offset", into: &self.nextTextOffset)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("quotationTotal", "quotation_total", into: &self.quotationTotal)
    try json.scalar("eventTotal", "event_total", into: &self.eventTotal)
    try json.scalar("evidenceTotal", "evidence_total", into: &self.evidenceTotal)
    try json.scalar("entityTotal", "entity_total", into: &self.entityTotal)
    try json.scalar("dateTotal", "date_total", into: &self.dateTotal)
    try json.messages("mentions", "mentions", into: &self.mentions)
    try json.scalar("mentionTotal", "mention_total", into: &self.mentionTotal)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.message("document", self.document)
    try json.messages("quotations", self.quotations)
    try json.messages("events", self.events)
    try json.messages("evidence", self.evidence)
    try json.messages("entities", self.entities)
    try json.messages("dates", self.dates)
    try json.scalar("textSize", self.textSize)
    try json.scalar("nextTextOffset", self.nextTextOffset)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("quotationTotal", self.quotationTotal)
    try json.scalar("eventTotal", self.eventTotal)
    try json.scalar("evidenceTotal", self.evidenceTotal)
    try json.scalar("entityTotal", self.entityTotal)
    try json.scalar("dateTotal", self.dateTotal)
    try json.messages("mentions", self.mentions)
    try json.scalar("mentionTotal", self.mentionTotal)
  }
}

/// Where a document mentions an entity.
public struct DocumentMention: ProtobufMessage {
  public var entityID: String = ""
  public var span: TextSpan? = nil
  public var form: MentionForm = MentionForm(rawValue: 0)

  public init() {}

  public init(entityID: String = "", span: TextSpan? = nil, form: MentionForm = MentionForm(rawValue: 0)) {
    self.entityID = entityID
    self.span = span
    self.form = form
  }

  public static var protobufName: String { "entente.v1.DocumentMention" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.entityID = try reader.string()
      case 18: try reader.message(into: &self.span)
      case 24: self.form = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.entityID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.entityID) }
    if let value = self.span { size &+= 1 &+ ProtobufSize.message(value) }
    if self.form.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.form) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.form.rawValue != 0 { writer.enumeration(self.form); writer.tag(24) }
    if let value = self.span { writer.message(value); writer.tag(18) }
    if !self.entityID.isEmpty { writer.string(self.entityID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("entityId", "entity_id", into: &self.entityID)
    try json.message("span", "span", into: &self.span)
    try json.scalar("form", "form", into: &self.form)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("entityId", self.entityID)
    try json.message("span", self.span)
    try json.scalar("form", self.form)
  }
}

public struct ListDocumentsRequest: ProtobufMessage {
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  public var minimumGeneration: UInt64 = 0
  /// Unspecified means all.
  public var kind: DocumentKind = DocumentKind(rawValue: 0)

  public init() {}

  public init(pageSize: UInt32 = 0, pageToken: String = "", minimumGeneration: UInt64 = 0, kind: DocumentKind = DocumentKind(rawValue: 0)) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.minimumGeneration = minimumGeneration
    self.kind = kind
  }

  public static var protobufName: String { "entente.v1.ListDocumentsRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.pageSize = try reader.uint32()
      case 18: self.pageToken = try reader.string()
      case 24: self.minimumGeneration = try reader.uint64()
      case 32: self.kind = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(32) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(18) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("kind", "kind", into: &self.kind)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("kind", self.kind)
  }
}

public struct ListDocumentsResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var documents: [DocumentSummary] = []
  public var nextPageToken: String = ""
  public var total: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, documents: [DocumentSummary] = [], nextPageToken: String = "", total: UInt64 = 0) {
    self.snapshot = snapshot
    self.documents = documents
    self.nextPageToken = nextPageToken
    self.total = total
  }

  public static var protobufName: String { "entente.v1.ListDocumentsResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.documents.append(try reader.message())
      case 26: self.nextPageToken = try reader.string()
      case 32: self.total = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.documents { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.total != 0 { size &+= 1 &+ ProtobufSize.uint64(self.total) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.total != 0 { writer.uint64(self.total); writer.tag(32) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(26) }
    for value in self.documents.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("documents", "documents", into: &self.documents)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("total", "total", into: &self.total)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("documents", self.documents)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("total", self.total)
  }
}

public struct ListRelatedRequest: ProtobufMessage {
  public var documentID: String = ""
  /// 0 means 5; at most 50.
  public var limit: UInt32 = 0
  public var minimumGeneration: UInt64 = 0

  public init() {}

  public init(documentID: String = "", limit: UInt32 = 0, minimumGeneration: UInt64 = 0) {
    self.documentID = documentID
    self.limit = limit
    self.minimumGeneration = minimumGeneration
  }

  public static var protobufName: String { "entente.v1.ListRelatedRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.documentID = try reader.string()
      case 16: self.limit = try reader.uint32()
      case 24: self.minimumGeneration = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.documentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.documentID) }
    if self.limit != 0 { size &+= 1 &+ ProtobufSize.uint32(self.limit) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if self.limit != 0 { writer.uint32(self.limit); writer.tag(16) }
    if !self.documentID.isEmpty { writer.string(self.documentID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("documentId", "document_id", into: &self.documentID)
    try json.scalar("limit", "limit", into: &self.limit)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("documentId", self.documentID)
    try json.scalar("limit", self.limit)
    try json.scalar("minimumGeneration", self.minimumGeneration)
  }
}

public struct ListRelatedResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var related: [RelatedDocument] = []

  public init() {}

  public init(snapshot: SnapshotReference? = nil, related: [RelatedDocument] = []) {
    self.snapshot = snapshot
    self.related = related
  }

  public static var protobufName: String { "entente.v1.ListRelatedResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.related.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.related { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.related.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("related", "related", into: &self.related)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("related", self.related)
  }
}

public struct RelatedDocument: ProtobufMessage {
  public var document: DocumentSummary? = nil
  public var score: Float = 0
  /// Distinctive words that both documents contain.
  public var sharedWords: [String] = []

  public init() {}

  public init(document: DocumentSummary? = nil, score: Float = 0, sharedWords: [String] = []) {
    self.document = document
    self.score = score
    self.sharedWords = sharedWords
  }

  public static var protobufName: String { "entente.v1.RelatedDocument" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.document)
      case 21: self.score = try reader.float()
      case 26: self.sharedWords.append(try reader.string())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.document { size &+= 1 &+ ProtobufSize.message(value) }
    if self.score.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.score) }
    for value in self.sharedWords { size &+= 1 &+ ProtobufSize.string(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.sharedWords.reversed() { writer.string(value); writer.tag(26) }
    if self.score.bitPattern != 0 { writer.float(self.score); writer.tag(21) }
    if let value = self.document { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("document", "document", into: &self.document)
    try json.scalar("score", "score", into: &self.score)
    try json.scalars("sharedWords", "shared_words", into: &self.sharedWords)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("document", self.document)
    try json.scalar("score", self.score)
    try json.scalars("sharedWords", self.sharedWords)
  }
}

public struct GetProgrammeRequest: ProtobufMessage {
  /// Empty means the only programme, or the first by document id.
  public var documentID: String = ""
  public var minimumGeneration: UInt64 = 0

  public init() {}

  public init(documentID: String = "", minimumGeneration: UInt64 = 0) {
    self.documentID = documentID
    self.minimumGeneration = minimumGeneration
  }

  public static var protobufName: String { "entente.v1.GetProgrammeRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.documentID = try reader.string()
      case 16: self.minimumGeneration = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.documentID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.documentID) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(16) }
    if !self.documentID.isEmpty { writer.string(self.documentID); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("documentId", "document_id", into: &self.documentID)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("documentId", self.documentID)
    try json.scalar("minimumGeneration", self.minimumGeneration)
  }
}

public struct GetProgrammeResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var programme: Programme? = nil
  /// The documents that print other programmes of the corpus, at most 20.
  public var others: [DocumentSummary] = []
  /// The programme is too long for one response; its last paragraphs, objectives or goals are omitted.
  public var programmeIsCut: Bool = false

  public init() {}

  public init(snapshot: SnapshotReference? = nil, programme: Programme? = nil, others: [DocumentSummary] = [], programmeIsCut: Bool = false) {
    self.snapshot = snapshot
    self.programme = programme
    self.others = others
    self.programmeIsCut = programmeIsCut
  }

  public static var protobufName: String { "entente.v1.GetProgrammeResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: try reader.message(into: &self.programme)
      case 26: self.others.append(try reader.message())
      case 32: self.programmeIsCut = try reader.bool()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.programme { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.others { size &+= 1 &+ ProtobufSize.message(value) }
    if self.programmeIsCut { size &+= 1 &+ ProtobufSize.bool(self.programmeIsCut) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.programmeIsCut { writer.bool(self.programmeIsCut); writer.tag(32) }
    for value in self.others.reversed() { writer.message(value); writer.tag(26) }
    if let value = self.programme { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.message("programme", "programme", into: &self.programme)
    try json.messages("others", "others", into: &self.others)
    try json.scalar("programmeIsCut", "programme_is_cut", into: &self.programmeIsCut)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.message("programme", self.programme)
    try json.messages("others", self.others)
    try json.scalar("programmeIsCut", self.programmeIsCut)
  }
}

public struct ListGoalsRequest: ProtobufMessage {
  /// 0 means all; an unknown priority is NOT_FOUND.
  public var priorityNumber: UInt32 = 0
  public var minimumGeneration: UInt64 = 0
  /// 0 means 200.
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""

  public init() {}

  public init(priorityNumber: UInt32 = 0, minimumGeneration: UInt64 = 0, pageSize: UInt32 = 0, pageToken: String = "") {
    self.priorityNumber = priorityNumber
    self.minimumGeneration = minimumGeneration
    self.pageSize = pageSize
    self.pageToken = pageToken
  }

  public static var protobufName: String { "entente.v1.ListGoalsRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.priorityNumber = try reader.uint32()
      case 16: self.minimumGeneration = try reader.uint64()
      case 24: self.pageSize = try reader.uint32()
      case 34: self.pageToken = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.priorityNumber != 0 { size &+= 1 &+ ProtobufSize.uint32(self.priorityNumber) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(34) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(24) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(16) }
    if self.priorityNumber != 0 { writer.uint32(self.priorityNumber); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("priorityNumber", "priority_number", into: &self.priorityNumber)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("priorityNumber", self.priorityNumber)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
  }
}

public struct ListGoalsResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var goals: [GoalReview] = []
  public var nextPageToken: String = ""
  /// The number of goals; 0 if all of them are in this response.
  public var total: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, goals: [GoalReview] = [], nextPageToken: String = "", total: UInt64 = 0) {
    self.snapshot = snapshot
    self.goals = goals
    self.nextPageToken = nextPageToken
    self.total = total
  }

  public static var protobufName: String { "entente.v1.ListGoalsResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.goals.append(try reader.message())
      case 26: self.nextPageToken = try reader.string()
      case 32: self.total = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.goals { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.total != 0 { size &+= 1 &+ ProtobufSize.uint64(self.total) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.total != 0 { writer.uint64(self.total); writer.tag(32) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(26) }
    for value in self.goals.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("goals", "goals", into: &self.goals)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("total", "total", into: &self.total)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("goals", self.goals)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("total", self.total)
  }
}

/// A goal, with the number of facts that support it.
public struct GoalReview: ProtobufMessage {
  public var goal: Goal? = nil
  public var priorityTitle: String = ""
  public var evidenceCount: UInt32 = 0
  public var directEvidenceCount: UInt32 = 0
  public var documentCount: UInt32 = 0
  public var eventCount: UInt32 = 0
  public var quotationCount: UInt32 = 0
  /// The first and last date of evidence and events that have a date of their own; unset if none has.
  public var firstDate: PartialDate? = nil
  public var lastDate: PartialDate? = nil
  /// The sum of the evidence scores.
  public var strength: Float = 0

  public init() {}

  public init(goal: Goal? = nil, priorityTitle: String = "", evidenceCount: UInt32 = 0, directEvidenceCount: UInt32 = 0, documentCount: UInt32 = 0, eventCount: UInt32 = 0, quotationCount: UInt32 = 0, firstDate: PartialDate? = nil, lastDate: PartialDate? = nil, strength: Float = 0) {
    self.goal = goal
    self.priorityTitle = priorityTitle
    self.evidenceCount = evidenceCount
    self.directEvidenceCount = directEvidenceCount
    self.documentCount = documentCount
    self.eventCount = eventCount
    self.quotationCount = quotationCount
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.strength = strength
  }

  public static var protobufName: String { "entente.v1.GoalReview" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.goal)
      case 18: self.priorityTitle = try reader.string()
      case 24: self.evidenceCount = try reader.uint32()
      case 32: self.directEvidenceCount = try reader.uint32()
      case 40: self.documentCount = try reader.uint32()
      case 48: self.eventCount = try reader.uint32()
      case 56: self.quotationCount = try reader.uint32()
      case 66: try reader.message(into: &self.firstDate)
      case 74: try reader.message(into: &self.lastDate)
      case 85: self.strength = try reader.float()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.goal { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.priorityTitle.isEmpty { size &+= 1 &+ ProtobufSize.string(self.priorityTitle) }
    if self.evidenceCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.evidenceCount) }
    if self.directEvidenceCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.directEvidenceCount) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.documentCount) }
    if self.eventCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.eventCount) }
    if self.quotationCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.quotationCount) }
    if let value = self.firstDate { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.lastDate { size &+= 1 &+ ProtobufSize.message(value) }
    if self.strength.bitPattern != 0 { size &+= 1 &+ ProtobufSize.float(self.strength) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.strength.bitPattern != 0 { writer.float(self.strength); writer.tag(85) }
    if let value = self.lastDate { writer.message(value); writer.tag(74) }
    if let value = self.firstDate { writer.message(value); writer.tag(66) }
    if self.quotationCount != 0 { writer.uint32(self.quotationCount); writer.tag(56) }
    if self.eventCount != 0 { writer.uint32(self.eventCount); writer.tag(48) }
    if self.documentCount != 0 { writer.uint32(self.documentCount); writer.tag(40) }
    if self.directEvidenceCount != 0 { writer.uint32(self.directEvidenceCount); writer.tag(32) }
    if self.evidenceCount != 0 { writer.uint32(self.evidenceCount); writer.tag(24) }
    if !self.priorityTitle.isEmpty { writer.string(self.priorityTitle); writer.tag(18) }
    if let value = self.goal { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("goal", "goal", into: &self.goal)
    try json.scalar("priorityTitle", "priority_title", into: &self.priorityTitle)
    try json.scalar("evidenceCount", "evidence_count", into: &self.evidenceCount)
    try json.scalar("directEvidenceCount", "direct_evidence_count", into: &self.directEvidenceCount)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.scalar("eventCount", "event_count", into: &self.eventCount)
    try json.scalar("quotationCount", "quotation_count", into: &self.quotationCount)
    try json.message("firstDate", "first_date", into: &self.firstDate)
    try json.message("lastDate", "last_date", into: &self.lastDate)
    try json.scalar("strength", "strength", into: &self.strength)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("goal", self.goal)
    try json.scalar("priorityTitle", self.priorityTitle)
    try json.scalar("evidenceCount", self.evidenceCount)
    try json.scalar("directEvidenceCount", self.directEvidenceCount)
    try json.scalar("documentCount", self.documentCount)
    try json.scalar("eventCount", self.eventCount)
    try json.scalar("quotationCount", self.quotationCount)
    try json.message("firstDate", self.firstDate)
    try json.message("lastDate", self.lastDate)
    try json.scalar("strength", self.strength)
  }
}

public struct GetGoalRequest: ProtobufMessage {
  /// The id, number or title of the goal.
  public var id: String = ""
  public var minimumGeneration: UInt64 = 0
  /// Only evidence, events and quotations from this date on (YYYY-MM-DD, YYYY-MM or YYYY), without undated ones.
  public var since: String = ""
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""

  public init() {}

  public init(id: String = "", minimumGeneration: UInt64 = 0, since: String = "", pageSize: UInt32 = 0, pageToken: String = "") {
    self.id = id
    self.minimumGeneration = minimumGeneration
    self.since = since
    self.pageSize = pageSize
    self.pageToken = pageToken
  }

  public static var protobufName: String { "entente.v1.GetGoalRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.minimumGeneration = try reader.uint64()
      case 26: self.since = try reader.string()
      case 32: self.pageSize = try reader.uint32()
      case 42: self.pageToken = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if !self.since.isEmpty { size &+= 1 &+ ProtobufSize.string(self.since) }
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(42) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(32) }
    if !self.since.isEmpty { writer.string(self.since); writer.tag(26) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("since", "since", into: &self.since)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("since", self.since)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
  }
}

public struct GetGoalResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  /// The goal; its counts are the totals of the lists.
  public var review: GoalReview? = nil
  /// Strongest first.
  public var evidence: [Evidence] = []
  public var events: [Event] = []
  public var quotations: [Quotation] = []
  /// People, organisations and countries in the evidence, most frequent first, at most 20; on the first page only.
  public var actors: [EntitySummary] = []
  public var nextPageToken: String = ""
  /// If several programmes print the goal, their documents, at most 20; on the first page only. The lists hold what is known of
  /// the goal, whichever programme prints it; `Evidence.programme_ids` tells them apart.
  public var programmes: [DocumentSummary] = []

  public init() {}

  public init(snapshot: SnapshotReference? = nil, review: GoalReview? = nil, evidence: [Evidence] = [], events: [Event] = [], quotations: [Quotation] = [], actors: [EntitySummary] = [], nextPageToken: String = "", programmes: [DocumentSummary] = []) {
    self.snapshot = snapshot
    self.review = review
    self.evidence = evidence
    self.events = events
    self.quotations = quotations
    self.actors = actors
    self.nextPageToken = nextPageToken
    self.programmes = programmes
  }

  public static var protobufName: String { "entente.v1.GetGoalResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: try reader.message(into: &self.review)
      case 26: self.evidence.append(try reader.message())
      case 34: self.events.append(try reader.message())
      case 42: self.quotations.append(try reader.message())
      case 50: self.actors.append(try reader.message())
      case 58: self.nextPageToken = try reader.string()
      case 66: self.programmes.append(try reader.message())
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.review { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.evidence { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.events { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.quotations { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.actors { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    for value in self.programmes { size &+= 1 &+ ProtobufSize.message(value) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    for value in self.programmes.reversed() { writer.message(value); writer.tag(66) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(58) }
    for value in self.actors.reversed() { writer.message(value); writer.tag(50) }
    for value in self.quotations.reversed() { writer.message(value); writer.tag(42) }
    for value in self.events.reversed() { writer.message(value); writer.tag(34) }
    for value in self.evidence.reversed() { writer.message(value); writer.tag(26) }
    if let value = self.review { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.message("review", "review", into: &self.review)
    try json.messages("evidence", "evidence", into: &self.evidence)
    try json.messages("events", "events", into: &self.events)
    try json.messages("quotations", "quotations", into: &self.quotations)
    try json.messages("actors", "actors", into: &self.actors)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.messages("programmes", "programmes", into: &self.programmes)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.message("review", self.review)
    try json.messages("evidence", self.evidence)
    try json.messages("events", self.events)
    try json.messages("quotations", self.quotations)
    try json.messages("actors", self.actors)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.messages("programmes", self.programmes)
  }
}

public struct ListEventsRequest: ProtobufMessage {
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  public var minimumGeneration: UInt64 = 0
  /// An event must match every filter that is set. Days, months or years, inclusive: "2023-07", "2024".
  public var since: String = ""
  public var until: String = ""
  /// As in GetGoalRequest. An unknown goal, name or type is NOT_FOUND.
  public var goalID: String = ""
  /// The ids or names of entities.
  public var person: String = ""
  public var organisation: String = ""
  public var country: String = ""
  public var place: String = ""
  public var type: String = ""
  public var status: EventStatus = EventStatus(rawValue: 0)

  public init() {}

  public init(pageSize: UInt32 = 0, pageToken: String = "", minimumGeneration: UInt64 = 0, since: String = "", until: String = "", goalID: String = "", person: String = "", organisation: String = "", country: String = "", place: String = "", type: String = "", status: EventStatus = EventStatus(rawValue: 0)) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.minimumGeneration = minimumGeneration
    self.since = since
    self.until = until
    self.goalID = goalID
    self.person = person
    self.organisation = organisation
    self.country = country
    self.place = place
    self.type = type
    self.status = status
  }

  public static var protobufName: String { "entente.v1.ListEventsRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.pageSize = try reader.uint32()
      case 18: self.pageToken = try reader.string()
      case 24: self.minimumGeneration = try reader.uint64()
      case 34: self.since = try reader.string()
      case 42: self.until = try reader.string()
      case 50: self.goalID = try reader.string()
      case 58: self.person = try reader.string()
      case 66: self.organisation = try reader.string()
      case 74: self.country = try reader.string()
      case 82: self.place = try reader.string()
      case 90: self.type = try reader.string()
      case 96: self.status = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if !self.since.isEmpty { size &+= 1 &+ ProtobufSize.string(self.since) }
    if !self.until.isEmpty { size &+= 1 &+ ProtobufSize.string(self.until) }
    if !self.goalID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.goalID) }
    if !self.person.isEmpty { size &+= 1 &+ ProtobufSize.string(self.person) }
    if !self.organisation.isEmpty { size &+= 1 &+ ProtobufSize.string(self.organisation) }
    if !self.country.isEmpty { size &+= 1 &+ ProtobufSize.string(self.country) }
    if !self.place.isEmpty { size &+= 1 &+ ProtobufSize.string(self.place) }
    if !self.type.isEmpty { size &+= 1 &+ ProtobufSize.string(self.type) }
    if self.status.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.status) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.status.rawValue != 0 { writer.enumeration(self.status); writer.tag(96) }
    if !self.type.isEmpty { writer.string(self.type); writer.tag(90) }
    if !self.place.isEmpty { writer.string(self.place); writer.tag(82) }
    if !self.country.isEmpty { writer.string(self.country); writer.tag(74) }
    if !self.organisation.isEmpty { writer.string(self.organisation); writer.tag(66) }
    if !self.person.isEmpty { writer.string(self.person); writer.tag(58) }
    if !self.goalID.isEmpty { writer.string(self.goalID); writer.tag(50) }
    if !self.until.isEmpty { writer.string(self.until); writer.tag(42) }
    if !self.since.isEmpty { writer.string(self.since); writer.tag(34) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(18) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("since", "since", into: &self.since)
    try json.scalar("until", "until", into: &self.until)
    try json.scalar("goalId", "goal_id", into: &self.goalID)
    try json.scalar("person", "person", into: &self.person)
    try json.scalar("organisation", "organisation", into: &self.organisation)
    try json.scalar("country", "country", into: &self.country)
    try json.scalar("place", "place", into: &self.place)
    try json.scalar("type", "type", into: &self.type)
    try json.scalar("status", "status", into: &self.status)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("since", self.since)
    try json.scalar("until", self.until)
    try json.scalar("goalId", self.goalID)
    try json.scalar("person", self.person)
    try json.scalar("organisation", self.organisation)
    try json.scalar("country", self.country)
    try json.scalar("place", self.place)
    try json.scalar("type", self.type)
    try json.scalar("status", self.status)
  }
}

public struct ListEventsResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var events: [Event] = []
  public var nextPageToken: String = ""
  public var total: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, events: [Event] = [], nextPageToken: String = "", total: UInt64 = 0) {
    self.snapshot = snapshot
    self.events = events
    self.nextPageToken = nextPageToken
    self.total = total
  }

  public static var protobufName: String { "entente.v1.ListEventsResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.events.append(try reader.message())
      case 26: self.nextPageToken = try reader.string()
      case 32: self.total = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.events { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.total != 0 { size &+= 1 &+ ProtobufSize.uint64(self.total) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.total != 0 { writer.uint64(self.total); writer.tag(32) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(26) }
    for value in self.events.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("events", "events", into: &self.events)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("total", "total", into: &self.total)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("events", self.events)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("total", self.total)
  }
}

public struct ListEntitiesRequest: ProtobufMessage {
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  public var minimumGeneration: UInt64 = 0
  /// Unspecified means all.
  public var kind: EntityKind = EntityKind(rawValue: 0)
  /// Part of a name, ignoring case and accents; empty means all.
  public var name: String = ""

  public init() {}

  public init(pageSize: UInt32 = 0, pageToken: String = "", minimumGeneration: UInt64 = 0, kind: EntityKind = EntityKind(rawValue: 0), name: String = "") {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.minimumGeneration = minimumGeneration
    self.kind = kind
    self.name = name
  }

  public static var protobufName: String { "entente.v1.ListEntitiesRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.pageSize = try reader.uint32()
      case 18: self.pageToken = try reader.string()
      case 24: self.minimumGeneration = try reader.uint64()
      case 32: self.kind = try reader.enumeration()
      case 42: self.name = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    if !self.name.isEmpty { size &+= 1 &+ ProtobufSize.string(self.name) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.name.isEmpty { writer.string(self.name); writer.tag(42) }
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(32) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(18) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("kind", "kind", into: &self.kind)
    try json.scalar("name", "name", into: &self.name)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("kind", self.kind)
    try json.scalar("name", self.name)
  }
}

public struct ListEntitiesResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var entities: [EntitySummary] = []
  public var nextPageToken: String = ""
  public var total: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, entities: [EntitySummary] = [], nextPageToken: String = "", total: UInt64 = 0) {
    self.snapshot = snapshot
    self.entities = entities
    self.nextPageToken = nextPageToken
    self.total = total
  }

  public static var protobufName: String { "entente.v1.ListEntitiesResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.entities.append(try reader.message())
      case 26: self.nextPageToken = try reader.string()
      case 32: self.total = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.entities { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.total != 0 { size &+= 1 &+ ProtobufSize.uint64(self.total) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.total != 0 { writer.uint64(self.total); writer.tag(32) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(26) }
    for value in self.entities.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("entities", "entities", into: &self.entities)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("total", "total", into: &self.total)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("entities", self.entities)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("total", self.total)
  }
}

public struct GetEntityRequest: ProtobufMessage {
  /// An id, a name, an acronym or any other form: "person/david-van-weel", "van Weel", "ATLA".
  public var id: String = ""
  public var minimumGeneration: UInt64 = 0
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""

  public init() {}

  public init(id: String = "", minimumGeneration: UInt64 = 0, pageSize: UInt32 = 0, pageToken: String = "") {
    self.id = id
    self.minimumGeneration = minimumGeneration
    self.pageSize = pageSize
    self.pageToken = pageToken
  }

  public static var protobufName: String { "entente.v1.GetEntityRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: self.id = try reader.string()
      case 16: self.minimumGeneration = try reader.uint64()
      case 24: self.pageSize = try reader.uint32()
      case 34: self.pageToken = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if !self.id.isEmpty { size &+= 1 &+ ProtobufSize.string(self.id) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(34) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(24) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(16) }
    if !self.id.isEmpty { writer.string(self.id); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("id", "id", into: &self.id)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("id", self.id)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
  }
}

public struct GetEntityResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  /// The entity, with a page of its mentions and roles, in document order.
  public var entity: Entity? = nil
  /// Entities mentioned in the same sentences, most frequent first, at most 50; on the first page only.
  public var coOccurrences: [CoOccurrence] = []
  public var events: [Event] = []
  public var quotations: [Quotation] = []
  /// Documents that mention it, in order of their effective dates.
  public var documents: [DocumentSummary] = []
  /// Other entities that match the requested name, most mentioned first, at most 20; on the first page only.
  public var alsoCalled: [EntitySummary] = []
  public var nextPageToken: String = ""
  public var mentionTotal: UInt64 = 0
  public var roleTotal: UInt64 = 0
  public var eventTotal: UInt64 = 0
  public var quotationTotal: UInt64 = 0
  public var documentTotal: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, entity: Entity? = nil, coOccurrences: [CoOccurrence] = [], events: [Event] = [], quotations: [Quotation] = [], documents: [DocumentSummary] = [], alsoCalled: [EntitySummary] = [], nextPageToken: String = "", mentionTotal: UInt64 = 0, roleTotal: UInt64 = 0, eventTotal: UInt64 = 0, quotationTotal: UInt64 = 0, documentTotal: UInt64 = 0) {
    self.snapshot = snapshot
    self.entity = entity
    self.coOccurrences = coOccurrences
    self.events = events
    self.quotations = quotations
    self.documents = documents
    self.alsoCalled = alsoCalled
    self.nextPageToken = nextPageToken
    self.mentionTotal = mentionTotal
    self.roleTotal = roleTotal
    self.eventTotal = eventTotal
    self.quotationTotal = quotationTotal
    self.documentTotal = documentTotal
  }

  public static var protobufName: String { "entente.v1.GetEntityResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: try reader.message(into: &self.entity)
      case 26: self.coOccurrences.append(try reader.message())
      case 34: self.events.append(try reader.message())
      case 42: self.quotations.append(try reader.message())
      case 50: self.documents.append(try reader.message())
      case 58: self.alsoCalled.append(try reader.message())
      case 66: self.nextPageToken = try reader.string()
      case 72: self.mentionTotal = try reader.uint64()
      case 80: self.roleTotal = try reader.uint64()
      case 88: self.eventTotal = try reader.uint64()
      case 96: self.quotationTotal = try reader.uint64()
      case 104: self.documentTotal = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    if let value = self.entity { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.coOccurrences { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.events { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.quotations { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.documents { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.alsoCalled { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.mentionTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.mentionTotal) }
    if self.roleTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.roleTotal) }
    if self.eventTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.eventTotal) }
    if self.quotationTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.quotationTotal) }
    if self.documentTotal != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentTotal) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.documentTotal != 0 { writer.uint64(self.documentTotal); writer.tag(104) }
    if self.quotationTotal != 0 { writer.uint64(self.quotationTotal); writer.tag(96) }
    if self.eventTotal != 0 { writer.uint64(self.eventTotal); writer.tag(88) }
    if self.roleTotal != 0 { writer.uint64(self.roleTotal); writer.tag(80) }
    if self.mentionTotal != 0 { writer.uint64(self.mentionTotal); writer.tag(72) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(66) }
    for value in self.alsoCalled.reversed() { writer.message(value); writer.tag(58) }
    for value in self.documents.reversed() { writer.message(value); writer.tag(50) }
    for value in self.quotations.reversed() { writer.message(value); writer.tag(42) }
    for value in self.events.reversed() { writer.message(value); writer.tag(34) }
    for value in self.coOccurrences.reversed() { writer.message(value); writer.tag(26) }
    if let value = self.entity { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.message("entity", "entity", into: &self.entity)
    try json.messages("coOccurrences", "co_occurrences", into: &self.coOccurrences)
    try json.messages("events", "events", into: &self.events)
    try json.messages("quotations", "quotations", into: &self.quotations)
    try json.messages("documents", "documents", into: &self.documents)
    try json.messages("alsoCalled", "also_called", into: &self.alsoCalled)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("mentionTotal", "mention_total", into: &self.mentionTotal)
    try json.scalar("roleTotal", "role_total", into: &self.roleTotal)
    try json.scalar("eventTotal", "event_total", into: &self.eventTotal)
    try json.scalar("quotationTotal", "quotation_total", into: &self.quotationTotal)
    try json.scalar("documentTotal", "document_total", into: &self.documentTotal)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.message("entity", self.entity)
    try json.messages("coOccurrences", self.coOccurrences)
    try json.messages("events", self.events)
    try json.messages("quotations", self.quotations)
    try json.messages("documents", self.documents)
    try json.messages("alsoCalled", self.alsoCalled)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("mentionTotal", self.mentionTotal)
    try json.scalar("roleTotal", self.roleTotal)
    try json.scalar("eventTotal", self.eventTotal)
    try json.scalar("quotationTotal", self.quotationTotal)
    try json.scalar("documentTotal", self.documentTotal)
  }
}

public struct CoOccurrence: ProtobufMessage {
  public var entity: EntitySummary? = nil
  /// The number of sentences that mention both.
  public var sentenceCount: UInt32 = 0

  public init() {}

  public init(entity: EntitySummary? = nil, sentenceCount: UInt32 = 0) {
    self.entity = entity
    self.sentenceCount = sentenceCount
  }

  public static var protobufName: String { "entente.v1.CoOccurrence" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.entity)
      case 16: self.sentenceCount = try reader.uint32()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.entity { size &+= 1 &+ ProtobufSize.message(value) }
    if self.sentenceCount != 0 { size &+= 1 &+ ProtobufSize.uint32(self.sentenceCount) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.sentenceCount != 0 { writer.uint32(self.sentenceCount); writer.tag(16) }
    if let value = self.entity { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("entity", "entity", into: &self.entity)
    try json.scalar("sentenceCount", "sentence_count", into: &self.sentenceCount)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("entity", self.entity)
    try json.scalar("sentenceCount", self.sentenceCount)
  }
}

public struct ListQuotationsRequest: ProtobufMessage {
  public var pageSize: UInt32 = 0
  public var pageToken: String = ""
  public var minimumGeneration: UInt64 = 0
  /// The id, a name or any other form of an entity; empty means all.
  public var speaker: String = ""
  /// As in GetGoalRequest.
  public var goalID: String = ""
  public var since: String = ""
  public var until: String = ""
  /// Unspecified means speech and documents, without titles and scare quotes.
  public var kind: QuotationKind = QuotationKind(rawValue: 0)

  public init() {}

  public init(pageSize: UInt32 = 0, pageToken: String = "", minimumGeneration: UInt64 = 0, speaker: String = "", goalID: String = "", since: String = "", until: String = "", kind: QuotationKind = QuotationKind(rawValue: 0)) {
    self.pageSize = pageSize
    self.pageToken = pageToken
    self.minimumGeneration = minimumGeneration
    self.speaker = speaker
    self.goalID = goalID
    self.since = since
    self.until = until
    self.kind = kind
  }

  public static var protobufName: String { "entente.v1.ListQuotationsRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.pageSize = try reader.uint32()
      case 18: self.pageToken = try reader.string()
      case 24: self.minimumGeneration = try reader.uint64()
      case 34: self.speaker = try reader.string()
      case 42: self.goalID = try reader.string()
      case 50: self.since = try reader.string()
      case 58: self.until = try reader.string()
      case 64: self.kind = try reader.enumeration()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.pageSize != 0 { size &+= 1 &+ ProtobufSize.uint32(self.pageSize) }
    if !self.pageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.pageToken) }
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    if !self.speaker.isEmpty { size &+= 1 &+ ProtobufSize.string(self.speaker) }
    if !self.goalID.isEmpty { size &+= 1 &+ ProtobufSize.string(self.goalID) }
    if !self.since.isEmpty { size &+= 1 &+ ProtobufSize.string(self.since) }
    if !self.until.isEmpty { size &+= 1 &+ ProtobufSize.string(self.until) }
    if self.kind.rawValue != 0 { size &+= 1 &+ ProtobufSize.enumeration(self.kind) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.kind.rawValue != 0 { writer.enumeration(self.kind); writer.tag(64) }
    if !self.until.isEmpty { writer.string(self.until); writer.tag(58) }
    if !self.since.isEmpty { writer.string(self.since); writer.tag(50) }
    if !self.goalID.isEmpty { writer.string(self.goalID); writer.tag(42) }
    if !self.speaker.isEmpty { writer.string(self.speaker); writer.tag(34) }
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(24) }
    if !self.pageToken.isEmpty { writer.string(self.pageToken); writer.tag(18) }
    if self.pageSize != 0 { writer.uint32(self.pageSize); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("pageSize", "page_size", into: &self.pageSize)
    try json.scalar("pageToken", "page_token", into: &self.pageToken)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
    try json.scalar("speaker", "speaker", into: &self.speaker)
    try json.scalar("goalId", "goal_id", into: &self.goalID)
    try json.scalar("since", "since", into: &self.since)
    try json.scalar("until", "until", into: &self.until)
    try json.scalar("kind", "kind", into: &self.kind)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("pageSize", self.pageSize)
    try json.scalar("pageToken", self.pageToken)
    try json.scalar("minimumGeneration", self.minimumGeneration)
    try json.scalar("speaker", self.speaker)
    try json.scalar("goalId", self.goalID)
    try json.scalar("since", self.since)
    try json.scalar("until", self.until)
    try json.scalar("kind", self.kind)
  }
}

public struct ListQuotationsResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var quotations: [Quotation] = []
  public var nextPageToken: String = ""
  public var total: UInt64 = 0

  public init() {}

  public init(snapshot: SnapshotReference? = nil, quotations: [Quotation] = [], nextPageToken: String = "", total: UInt64 = 0) {
    self.snapshot = snapshot
    self.quotations = quotations
    self.nextPageToken = nextPageToken
    self.total = total
  }

  public static var protobufName: String { "entente.v1.ListQuotationsResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 18: self.quotations.append(try reader.message())
      case 26: self.nextPageToken = try reader.string()
      case 32: self.total = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    for value in self.quotations { size &+= 1 &+ ProtobufSize.message(value) }
    if !self.nextPageToken.isEmpty { size &+= 1 &+ ProtobufSize.string(self.nextPageToken) }
    if self.total != 0 { size &+= 1 &+ ProtobufSize.uint64(self.total) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.total != 0 { writer.uint64(self.total); writer.tag(32) }
    if !self.nextPageToken.isEmpty { writer.string(self.nextPageToken); writer.tag(26) }
    for value in self.quotations.reversed() { writer.message(value); writer.tag(18) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.messages("quotations", "quotations", into: &self.quotations)
    try json.scalar("nextPageToken", "next_page_token", into: &self.nextPageToken)
    try json.scalar("total", "total", into: &self.total)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.messages("quotations", self.quotations)
    try json.scalar("nextPageToken", self.nextPageToken)
    try json.scalar("total", self.total)
  }
}

public struct DescribeRequest: ProtobufMessage {
  public var minimumGeneration: UInt64 = 0

  public init() {}

  public init(minimumGeneration: UInt64 = 0) {
    self.minimumGeneration = minimumGeneration
  }

  public static var protobufName: String { "entente.v1.DescribeRequest" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 8: self.minimumGeneration = try reader.uint64()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if self.minimumGeneration != 0 { size &+= 1 &+ ProtobufSize.uint64(self.minimumGeneration) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if self.minimumGeneration != 0 { writer.uint64(self.minimumGeneration); writer.tag(8) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.scalar("minimumGeneration", "minimum_generation", into: &self.minimumGeneration)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.scalar("minimumGeneration", self.minimumGeneration)
  }
}

public struct DescribeResponse: ProtobufMessage {
  public var snapshot: SnapshotReference? = nil
  public var documentCount: UInt64 = 0
  public var termCount: UInt64 = 0
  public var entityCount: UInt64 = 0
  public var eventCount: UInt64 = 0
  /// Of every kind; ListQuotations leaves out titles and scare quotes unless it is asked for them.
  public var quotationCount: UInt64 = 0
  public var evidenceCount: UInt64 = 0
  public var goalCount: UInt64 = 0
  /// The size of the snapshot, in bytes.
  public var size: UInt64 = 0
  /// The total size of all texts, in bytes of UTF-8.
  public var textSize: UInt64 = 0
  /// The version of the program that wrote the snapshot.
  public var writerVersion: String = ""

  public init() {}

  public init(snapshot: SnapshotReference? = nil, documentCount: UInt64 = 0, termCount: UInt64 = 0, entityCount: UInt64 = 0, eventCount: UInt64 = 0, quotationCount: UInt64 = 0, evidenceCount: UInt64 = 0, goalCount: UInt64 = 0, size: UInt64 = 0, textSize: UInt64 = 0, writerVersion: String = "") {
    self.snapshot = snapshot
    self.documentCount = documentCount
    self.termCount = termCount
    self.entityCount = entityCount
    self.eventCount = eventCount
    self.quotationCount = quotationCount
    self.evidenceCount = evidenceCount
    self.goalCount = goalCount
    self.size = size
    self.textSize = textSize
    self.writerVersion = writerVersion
  }

  public static var protobufName: String { "entente.v1.DescribeResponse" }

  public mutating func merge(from reader: inout ProtobufReader) throws(ProtobufError) {
    while true {
      let tag = try reader.nextTag()
      switch tag {
      case 0: return
      case 10: try reader.message(into: &self.snapshot)
      case 16: self.documentCount = try reader.uint64()
      case 24: self.termCount = try reader.uint64()
      case 32: self.entityCount = try reader.uint64()
      case 40: self.eventCount = try reader.uint64()
      case 48: self.quotationCount = try reader.uint64()
      case 56: self.evidenceCount = try reader.uint64()
      case 64: self.goalCount = try reader.uint64()
      case 72: self.size = try reader.uint64()
      case 80: self.textSize = try reader.uint64()
      case 90: self.writerVersion = try reader.string()
      default: try reader.skip(tag)
      }
    }
  }

  public var protobufSize: Int {
    var size = 0
    if let value = self.snapshot { size &+= 1 &+ ProtobufSize.message(value) }
    if self.documentCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.documentCount) }
    if self.termCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.termCount) }
    if self.entityCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.entityCount) }
    if self.eventCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.eventCount) }
    if self.quotationCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.quotationCount) }
    if self.evidenceCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.evidenceCount) }
    if self.goalCount != 0 { size &+= 1 &+ ProtobufSize.uint64(self.goalCount) }
    if self.size != 0 { size &+= 1 &+ ProtobufSize.uint64(self.size) }
    if self.textSize != 0 { size &+= 1 &+ ProtobufSize.uint64(self.textSize) }
    if !self.writerVersion.isEmpty { size &+= 1 &+ ProtobufSize.string(self.writerVersion) }
    return size
  }

  public func write(into writer: inout ProtobufWriter) {
    if !self.writerVersion.isEmpty { writer.string(self.writerVersion); writer.tag(90) }
    if self.textSize != 0 { writer.uint64(self.textSize); writer.tag(80) }
    if self.size != 0 { writer.uint64(self.size); writer.tag(72) }
    if self.goalCount != 0 { writer.uint64(self.goalCount); writer.tag(64) }
    if self.evidenceCount != 0 { writer.uint64(self.evidenceCount); writer.tag(56) }
    if self.quotationCount != 0 { writer.uint64(self.quotationCount); writer.tag(48) }
    if self.eventCount != 0 { writer.uint64(self.eventCount); writer.tag(40) }
    if self.entityCount != 0 { writer.uint64(self.entityCount); writer.tag(32) }
    if self.termCount != 0 { writer.uint64(self.termCount); writer.tag(24) }
    if self.documentCount != 0 { writer.uint64(self.documentCount); writer.tag(16) }
    if let value = self.snapshot { writer.message(value); writer.tag(10) }
  }

  public init(from decoder: any Swift.Decoder) throws {
    let json = try ProtobufJSONReader(decoder)
    try json.message("snapshot", "snapshot", into: &self.snapshot)
    try json.scalar("documentCount", "document_count", into: &self.documentCount)
    try json.scalar("termCount", "term_count", into: &self.termCount)
    try json.scalar("entityCount", "entity_count", into: &self.entityCount)
    try json.scalar("eventCount", "event_count", into: &self.eventCount)
    try json.scalar("quotationCount", "quotation_count", into: &self.quotationCount)
    try json.scalar("evidenceCount", "evidence_count", into: &self.evidenceCount)
    try json.scalar("goalCount", "goal_count", into: &self.goalCount)
    try json.scalar("size", "size", into: &self.size)
    try json.scalar("textSize", "text_size", into: &self.textSize)
    try json.scalar("writerVersion", "writer_version", into: &self.writerVersion)
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    var json = ProtobufJSONWriter(encoder)
    try json.message("snapshot", self.snapshot)
    try json.scalar("documentCount", self.documentCount)
    try json.scalar("termCount", self.termCount)
    try json.scalar("entityCount", self.entityCount)
    try json.scalar("eventCount", self.eventCount)
    try json.scalar("quotationCount", self.quotationCount)
    try json.scalar("evidenceCount", self.evidenceCount)
    try json.scalar("goalCount", self.goalCount)
    try json.scalar("size", self.size)
    try json.scalar("textSize", self.textSize)
    try json.scalar("writerVersion", self.writerVersion)
  }
}

internal import EntenteSchema

/// What is known of a document before its events and evidence are read: its entities, dates and quotations, by where
/// they stand. Holds positions only, each list sorted, so that a sentence finds its own by bisection. Never changes: its
/// readers share it.
final class DocumentFacts: Sendable {
  /// An entity where the text names it.
  struct Mention: Sendable {
    let bytes: Range<Int>
    /// In ``DocumentFacts/entities``.
    let entity: Int
  }

  /// A date where the text states it.
  struct DateMention: Sendable {
    let bytes: Range<Int>
    /// In ``DocumentFacts/dates``.
    let date: Int
  }

  let documentID: String
  let kind: DocumentKind
  /// The day of the text, ISO 8601; empty when unknown.
  let asOf: String
  let entities: [Entity]
  /// By entity: whether it is a state whose doings are no evidence.
  private let outsiders: [Bool]
  let dates: [PartialDate]
  /// By start, the longest first; none inside a longer one of another entity.
  let mentions: [Mention]
  /// Where a country is named by an adjective, by start.
  let adjectives: [Mention]
  let dateMentions: [DateMention]
  /// Where the text states somebody's role, by start.
  let roles: [Range<Int>]
  /// Where somebody's words stand, by start.
  let speech: [Range<Int>]
  /// Where words stand between marks, whoever said them, by start.
  let quoted: [Range<Int>]

  /// Takes of each list what has a span in this document.
  init(
    documentID: String, kind: DocumentKind, asOf: String = "", entities: [Entity], dates: [PartialDate],
    quotations: [Quotation] = []
  ) {
    self.documentID = documentID
    self.kind = kind
    self.asOf = asOf
    self.entities = entities
    outsiders = entities.map { FieldTermReader.outsiders.contains($0.iso2) }
    self.dates = dates
    var found: [Mention] = []
    for number in entities.indices {
      for mention in entities[number].mentions where mention.form != .adjective && mention.form != .description {
        guard let bytes = mention.source?.bytes(of: documentID) else { continue }
        found.append(Mention(bytes: bytes, entity: number))
      }
    }
    mentions = Self.outermost(found)
    adjectives = entities.indices.flatMap { number in
      entities[number].mentions.filter { $0.form == .adjective }.compactMap { $0.source?.bytes(of: documentID) }
        .map { Mention(bytes: $0, entity: number) }
    }.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    dateMentions = dates.enumerated().compactMap { number, date in
      date.source?.bytes(of: documentID).map { DateMention(bytes: $0, date: number) }
    }.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    roles = entities.indices.flatMap { entities[$0].roles }.compactMap { $0.source?.bytes(of: documentID) }
      .sorted { $0.lowerBound < $1.lowerBound }
    quoted = quotations.compactMap { $0.source?.bytes(of: documentID) }.sorted { $0.lowerBound < $1.lowerBound }
    speech = quotations.filter { $0.kind == .speech }.compactMap { $0.source?.bytes(of: documentID) }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Mentions by start; one that a longer mention holds is part of another name.
  private static func outermost(_ mentions: [Mention]) -> [Mention] {
    let sorted = mentions.sorted {
      ($0.bytes.lowerBound, -$0.bytes.upperBound, $0.entity) < ($1.bytes.lowerBound, -$1.bytes.upperBound, $1.entity)
    }
    var kept: [Mention] = []
    var end = 0
    for mention in sorted where mention.bytes.upperBound > end {
      kept.append(mention)
      end = mention.bytes.upperBound
    }
    return kept
  }

  // By part: an entity is not copied to be asked for one.

  func kind(of mention: Mention) -> EntityKind { entities[mention.entity].kind }

  func type(of mention: Mention) -> String { entities[mention.entity].type }

  /// Whether it is of a state whose doings are no evidence.
  func isOutsider(_ mention: Mention) -> Bool { outsiders[mention.entity] }

  /// The mentions that begin in a run of bytes.
  func mentions(in bytes: Range<Int>) -> ArraySlice<Mention> {
    Self.slice(mentions, bytes) { $0.bytes.lowerBound }
  }

  /// The adjectives of countries that begin in a run of bytes.
  func adjectives(in bytes: Range<Int>) -> ArraySlice<Mention> {
    Self.slice(adjectives, bytes) { $0.bytes.lowerBound }
  }

  /// The dates that begin in a run of bytes.
  func dates(in bytes: Range<Int>) -> ArraySlice<DateMention> {
    Self.slice(dateMentions, bytes) { $0.bytes.lowerBound }
  }

  /// Whether a byte stands inside the statement of a role.
  func isInRole(_ offset: Int) -> Bool { Self.contains(roles, offset) }

  /// Whether a byte stands inside somebody's words.
  func isInSpeech(_ offset: Int) -> Bool { Self.contains(speech, offset) }

  /// Whether a byte stands between marks, whatever they are for.
  func isQuoted(_ offset: Int) -> Bool { Self.contains(quoted, offset) }

  private static func contains(_ ranges: [Range<Int>], _ offset: Int) -> Bool {
    let next = bisect(ranges.count) { ranges[$0].lowerBound <= offset }
    // Roles overlap at most by a few, for one may hold another.
    return ranges[max(0, next - 3)..<next].contains { $0.contains(offset) }
  }

  private static func slice<Element>(
    _ elements: [Element], _ bytes: Range<Int>, start: (Element) -> Int
  ) -> ArraySlice<Element> {
    let first = bisect(elements.count) { start(elements[$0]) < bytes.lowerBound }
    let end = bisect(elements.count) { start(elements[$0]) < bytes.upperBound }
    return elements[first..<max(first, end)]
  }

  /// The first index for which `isBefore` is false.
  private static func bisect(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Source {
  /// Where it stands in a document, when it is of that document.
  func bytes(of documentID: String) -> Range<Int>? {
    guard self.documentID == documentID, let span else { return nil }
    return Int(span.offset)..<Int(span.offset) + Int(span.length)
  }

  /// A run of bytes of a text, with its words.
  init(_ bytes: Range<Int>, of text: AnnotatedText, documentID: String) {
    self.init(
      documentID: documentID,
      span: TextSpan(
        offset: UInt32(truncatingIfNeeded: bytes.lowerBound), length: UInt32(truncatingIfNeeded: bytes.count)),
      text: text.source(bytes))
  }
}

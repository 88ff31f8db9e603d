internal import EntenteFileMapping
package import EntenteSchema

// lists/entities := number of mentions packed                          by entity
//                   | ranking packed                                   entities, most mentioned first
//                   | end of each kind packed                          in the ranking by kind: of kinds 1 to 4
//                   | ranking by kind packed                           the same for each of these kinds, one after the other
//                   | entity parts                                     by entity
// entity         := participation ordinals | place ordinals            timeline positions (Timeline.swift)
//                   | quotation ordinals                               that it speaks
//                   | co-occurrence counts                             sentences that mention both, 50 entities at the most
//
// Of entities mentioned equally often the one with the lower ordinal comes first. Co-occurring entities come in descending order of
// sentences, equal ones in the order of the ranking. Where an entity has none of these its part may be empty.

/// The knowledge lists of each entity, by the entity's ordinal.
package struct EntityLists: Sendable {
  /// The kinds that have rankings of their own.
  static let rankedKinds: [EntityKind] = [.person, .organisation, .country, .place]
  /// How many co-occurring entities are kept.
  package static let maximumCoOccurrences = 50

  private let bytes: SectionBytes
  private let mentionCounts: PackedNumbers
  private let ranking: PackedNumbers
  private let kindEnds: PackedNumbers
  private let rankingByKind: PackedNumbers
  private let parts: SectionParts
  private let counts: RecordCounts

  package var count: Int { counts.entities }

  init(_ bytes: SectionBytes, _ counts: RecordCounts) throws(SnapshotError) {
    (self.bytes, self.counts) = (bytes, counts)
    mentionCounts = try PackedNumbers(bytes, at: 0, count: counts.entities, of: "entities")
    ranking = try PackedNumbers(bytes, at: mentionCounts.end, count: counts.entities, of: "entities")
    kindEnds = try PackedNumbers(bytes, at: ranking.end, count: Self.rankedKinds.count, of: "kinds")
    rankingByKind = try PackedNumbers(bytes, at: kindEnds.end)
    parts = try SectionParts(bytes, at: rankingByKind.end)
    guard rankingByKind.count <= counts.entities, parts.count == counts.entities else {
      throw bytes.error(kindEnds.end, "its length does not match \(counts.entities) entities")
    }
  }

  /// How often the corpus mentions an entity.
  package func mentionCount(of entity: Int) -> Int { Int(mentionCounts[entity]) }

  /// The entities by mentions, most mentioned first, ties in order of their ids.
  package func ranking(of kind: EntityKind = .unspecified) throws(SnapshotError) -> EntityRanking {
    guard let index = Self.rankedKinds.firstIndex(of: kind) else {
      return EntityRanking(bytes, ranking, 0..<(kind == .unspecified ? ranking.count : 0), limit: count)
    }
    let (first, last) = (index == 0 ? 0 : Int(kindEnds[index - 1]), Int(kindEnds[index]))
    guard first <= last, last <= rankingByKind.count else { throw bytes.error(ranking.end, "kinds are out of bounds") }
    return EntityRanking(bytes, rankingByKind, first..<last, limit: count)
  }

  /// The events that an entity takes part in, as timeline positions, in order of date.
  package func eventsTakingPart(_ entity: Int) throws(SnapshotError) -> OrdinalList {
    var cursor = try parts.cursor(entity)
    guard !cursor.isAtEnd else { return .none(cursor) }
    return try OrdinalList(&cursor, below: counts.events)
  }

  /// The events that take place at an entity, as timeline positions, in order of date.
  package func eventsTakingPlace(at entity: Int) throws(SnapshotError) -> OrdinalList {
    var cursor = try parts.cursor(entity)
    guard !cursor.isAtEnd else { return .none(cursor) }
    _ = try OrdinalList(&cursor, below: counts.events)
    return try OrdinalList(&cursor, below: counts.events)
  }

  /// The quotations of a speaker, by ordinal.
  package func quotations(of entity: Int) throws(SnapshotError) -> OrdinalList {
    var cursor = try parts.cursor(entity)
    guard !cursor.isAtEnd else { return .none(cursor) }
    for _ in 0..<2 { _ = try OrdinalList(&cursor, below: counts.events) }
    return try OrdinalList(&cursor, below: counts.quotations)
  }

  /// The entities that share the most sentences with an entity, with the number of sentences: most frequent first, ties by
  /// mentions, then by id.
  package func coOccurrences(of entity: Int) throws(SnapshotError) -> [EntityCount] {
    var cursor = try parts.cursor(entity)
    guard !cursor.isAtEnd else { return [] }
    for _ in 0..<2 { _ = try OrdinalList(&cursor, below: counts.events) }
    _ = try OrdinalList(&cursor, below: counts.quotations)
    return try EntityCount.list(&cursor, below: counts.entities)
  }
}

/// Entities in the order of their mentions, read in place.
package struct EntityRanking: Sendable {
  package let count: Int
  private let bytes: SectionBytes
  private let ordinals: PackedNumbers
  private let start: Int
  private let limit: Int

  init(_ bytes: SectionBytes, _ ordinals: PackedNumbers, _ range: Range<Int>, limit: Int) {
    (self.bytes, self.ordinals, self.limit) = (bytes, ordinals, limit)
    (start, count) = (range.lowerBound, range.count)
  }

  /// The ordinal of the entity at a rank, from 0 to below the count.
  package subscript(rank: Int) -> Int {
    get throws(SnapshotError) {
      let ordinal = Int(ordinals[start + rank])
      guard rank >= 0, rank < count, ordinal < limit else { throw bytes.error(0, "rank \(rank) is out of bounds") }
      return ordinal
    }
  }

  /// The entities at a range of ranks; fewer if the ranking is shorter.
  package func ordinals(_ ranks: Range<Int>) throws(SnapshotError) -> [Int] {
    var found: [Int] = []
    for rank in ranks.clamped(to: 0..<count) { found.append(try self[rank]) }
    return found
  }
}

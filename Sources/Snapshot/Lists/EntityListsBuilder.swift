internal import EntenteSchema

// The grammar is that of EntityLists.swift.

/// Gathers what is known of each entity.
struct EntityListsBuilder {
  private let mentionCounts: [UInt32]
  private let kinds: [EntityKind]
  private let ranking: [UInt32]
  /// By entity: its place in the ranking.
  private let ranks: [UInt32]
  private var participation, places, quotations: [[UInt32]]

  init(kinds: [EntityKind], mentionCounts: [UInt32]) {
    (self.kinds, self.mentionCounts) = (kinds, mentionCounts)
    ranking = mentionCounts.indices.sorted { left, right in
      mentionCounts[left] != mentionCounts[right] ? mentionCounts[left] > mentionCounts[right] : left < right
    }.map { UInt32(clamping: $0) }
    var ranks = [UInt32](repeating: 0, count: ranking.count)
    for (rank, entity) in ranking.enumerated() { ranks[Int(entity)] = UInt32(clamping: rank) }
    self.ranks = ranks
    participation = [[UInt32]](repeating: [], count: kinds.count)
    places = participation
    quotations = participation
  }

  func kind(of entity: Int) -> EntityKind { kinds[entity] }

  /// Adds the event at the next position of the timeline.
  mutating func add(event position: Int, participants: [Int], place: Int?) {
    for participant in Set(participants) { participation[participant].append(UInt32(clamping: position)) }
    if let place { places[place].append(UInt32(clamping: position)) }
  }

  /// Adds a quotation after those with lower ordinals.
  mutating func add(quotation ordinal: Int, speaker: Int) { quotations[speaker].append(UInt32(clamping: ordinal)) }

  /// The greatest counts first, equal ones in the order of the ranking.
  func greatest(_ counts: [EntityCount], limit: Int) -> [EntityCount] {
    Array(
      counts.sorted { left, right in
        left.count != right.count ? left.count > right.count : ranks[left.entity] < ranks[right.entity]
      }.prefix(limit))
  }

  func bytes(_ coOccurrences: CoOccurrences) throws(SnapshotError) -> [UInt8] {
    var byKind: [UInt32] = []
    var kindEnds: [UInt32] = []
    for kind in EntityLists.rankedKinds {
      byKind += ranking.filter { kinds[Int($0)] == kind }
      kindEnds.append(UInt32(clamping: byKind.count))
    }
    var counter = CoOccurrences.Counter(coOccurrences)
    var parts: [[UInt8]] = []
    parts.reserveCapacity(kinds.count)
    for entity in kinds.indices {
      let together = greatest(counter.counts(of: entity), limit: EntityLists.maximumCoOccurrences)
      parts.append(part(entity, together))
    }
    return PackedNumbers.encode(mentionCounts) + PackedNumbers.encode(ranking) + PackedNumbers.encode(kindEnds)
      + PackedNumbers.encode(byKind) + (try SectionParts.encode(parts, of: SectionName.entityLists))
  }

  private func part(_ entity: Int, _ together: [EntityCount]) -> [UInt8] {
    let lists = [participation[entity], places[entity], quotations[entity]]
    guard !together.isEmpty || lists.contains(where: { !$0.isEmpty }) else { return [] }
    var part: [UInt8] = []
    for list in lists { OrdinalList.append(list, to: &part) }
    EntityCount.append(together, to: &part)
    return part
  }
}

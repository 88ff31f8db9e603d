internal import EntenteSchema

/// The counts of a facet, of all shards together.
struct MergedFacet {
  private let kind: FacetKind
  private let counts: [FacetCount]
  private let entityCounts: ArraySlice<(entity: Int, count: UInt64)>

  /// The entities that it shows.
  var entities: [UInt32] { entityCounts.map { UInt32(clamping: $0.entity) } }

  /// - Parameter kinds: the facets that were asked for.
  /// - Throws: `ShardFault` where a shard has other facets.
  static func merge(_ answers: [[ShardFacet]], of kinds: [FacetKind]) throws(ShardFault) -> [MergedFacet] {
    var wanted: [FacetKind] = []
    for kind in kinds where !wanted.contains(kind) { wanted.append(kind) }
    guard answers.allSatisfy({ $0.map(\.kind) == wanted }) else {
      throw ShardFault("it has other facets than were asked for")
    }
    return try wanted.indices.map { (index) throws(ShardFault) in
      try MergedFacet(wanted[index], answers.map { $0[index] })
    }
  }

  private init(_ kind: FacetKind, _ answers: [ShardFacet]) throws(ShardFault) {
    var values: [String: FacetCount] = [:]
    var entities: [UInt32: UInt64] = [:]
    for answer in answers {
      guard answer.entities.count == answer.entityCounts.count else {
        throw ShardFault("it has counts of no entity")
      }
      for count in answer.counts {
        // Of at most 1,024 shards, so that sums do not overflow.
        guard count.count <= UInt32.max else { throw ShardFault("it counts more hits than there can be") }
        values[count.value, default: FacetCount(value: count.value, label: count.label)].count &+= count.count
      }
      for (entity, count) in zip(answer.entities, answer.entityCounts) {
        entities[entity, default: 0] &+= UInt64(count)
      }
    }
    self.kind = kind
    counts = FacetCounter.best(Array(values.values))
    entityCounts = FacetCounter.best(entities.map { (Int($0.key), $0.value) })
  }

  /// - Parameters:
  ///   - names: the summaries of its entities.
  ///   - rest: the summaries from the first of them on, which are removed.
  func named(_ names: ArraySlice<EntitySummary>, _ rest: inout ArraySlice<EntitySummary>) -> Facet {
    rest = rest.dropFirst(names.count)
    let named = zip(names, entityCounts).map { FacetCount($0, count: $1.count) }
    return Facet(kind: kind, counts: counts + named)
  }
}

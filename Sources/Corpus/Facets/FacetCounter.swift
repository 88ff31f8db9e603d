internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

/// Counts the documents of a result by kind, year, goal, person, organisation and country.
struct FacetCounter {
  private static let mostCounts = 20

  let catalog: DocumentCatalog
  let lists: DocumentLists
  let entities: EntityDirectory
  /// Called only for the goal facet.
  let goals: () throws(CorpusError) -> GoalDirectory
  let cancellation: Cancellation

  func count(_ kinds: [FacetKind], over documents: OrdinalSet) throws(CorpusError) -> [Facet] {
    try facets(kinds, over: documents) { (kind, entityKind, mentions) throws(CorpusError) in
      guard let entityKind else {
        return Facet(kind: kind, counts: Self.best(try counts(kind, documents)))
      }
      let counted = Self.best(try entities(of: entityKind, mentions))
      return try reading { () throws(SnapshotError) in
        Facet(
          kind: kind,
          counts: try counted.map { (entity, count) throws(SnapshotError) in
            FacetCount(try entities[entity], count: UInt64(count))
          })
      }
    }
  }

  /// Every value that a document has, so that the counts of several shards can be added.
  func countAll(_ kinds: [FacetKind], over documents: OrdinalSet) throws(CorpusError) -> [ShardFacet] {
    try facets(kinds, over: documents) { (kind, entityKind, mentions) throws(CorpusError) in
      guard let entityKind else { return ShardFacet(kind: kind, counts: try counts(kind, documents)) }
      let counted = try entities(of: entityKind, mentions)
      return ShardFacet(
        kind: kind, entities: counted.map { UInt32(clamping: $0.entity) },
        entityCounts: counted.map { UInt32(clamping: $0.count) })
    }
  }

  /// Counts each kind once.
  ///
  /// - Parameter count: is given how many documents mention each entity, where a kind is one of entities.
  private func facets<Counts>(
    _ kinds: [FacetKind], over documents: OrdinalSet,
    _ count: (FacetKind, EntityKind?, [UInt32]) throws(CorpusError) -> Counts
  ) throws(CorpusError) -> [Counts] {
    var counted: Set<FacetKind> = []
    var facets: [Counts] = []
    // Counted once for all kinds of entities.
    var mentions: [UInt32]?
    for kind in kinds where counted.insert(kind).inserted {
      try cancellation.check()
      let entityKind = try Self.entityKind(of: kind)
      if entityKind != nil, mentions == nil { mentions = try mentioningDocuments(documents) }
      facets.append(try count(kind, entityKind, mentions ?? []))
    }
    return facets
  }

  private static func entityKind(of kind: FacetKind) throws(CorpusError) -> EntityKind? {
    switch kind {
    case .person: return .person
    case .organisation: return .organisation
    case .country: return .country
    case .documentKind, .year, .goal: return nil
    case .unspecified, .unrecognized:
      throw .invalidArgument(
        RequestFault(.malformed, "facets: unknown kind \(kind.rawValue); see FacetKind in query.proto"))
    }
  }

  private func counts(_ kind: FacetKind, _ documents: OrdinalSet) throws(CorpusError) -> [FacetCount] {
    switch kind {
    case .documentKind: try reading { () throws(SnapshotError) in try documentKinds(documents) }
    case .year: try reading { () throws(SnapshotError) in try years(documents) }
    default: try countsOfGoals(documents)
    }
  }

  private func documentKinds(_ documents: OrdinalSet) throws(SnapshotError) -> [FacetCount] {
    let column = catalog.filters.kinds
    var found: [FacetCount] = []
    for (number, count) in column.counts(over: documents).enumerated() where count > 0 {
      let value = try column.value(number)
      guard let kind = DocumentFilter.kinds.first(where: { String($0.kind.rawValue) == value }) else { continue }
      found.append(FacetCount(value: kind.name, label: kind.french, count: UInt64(count)))
    }
    return found
  }

  private func years(_ documents: OrdinalSet) throws(SnapshotError) -> [FacetCount] {
    var years: [String: UInt64] = [:]
    for (number, count) in catalog.filters.dates.counts(over: documents).enumerated() where count > 0 {
      let year = String(try catalog.filters.dates.value(number).prefix(4))
      if !year.isEmpty { years[year, default: 0] += UInt64(count) }
    }
    return years.map { FacetCount(value: $0.key, label: $0.key, count: $0.value) }
  }

  private func countsOfGoals(_ documents: OrdinalSet) throws(CorpusError) -> [FacetCount] {
    var found: [FacetCount] = []
    for goal in try goals().entries {
      try cancellation.check()
      var count: UInt64 = 0
      try reading { () throws(SnapshotError) in
        try catalog.filters.visitDocuments(ofGoal: goal.id) { if documents.contains($0) { count += 1 } }
      }
      if count > 0 { found.append(FacetCount(value: goal.id, label: goal.title, count: count)) }
    }
    return found
  }

  /// How many of the documents mention each entity, by its ordinal.
  private func mentioningDocuments(_ documents: OrdinalSet) throws(CorpusError) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: entities.count)
    var (next, step) = (0, 0)
    while let document = documents.first(from: next) {
      try cancellation.check(at: step, every: 256)
      (next, step) = (document + 1, step + 1)
      let mentioned = try reading { () throws(SnapshotError) in try lists.entities(of: document) }
      for entity in mentioned { counts[entity] += 1 }
    }
    return counts
  }

  /// The entities of a kind that documents mention, by ordinal.
  private func entities(
    of kind: EntityKind, _ counts: [UInt32]
  ) throws(CorpusError) -> [(entity: Int, count: UInt32)] {
    try reading { () throws(SnapshotError) in
      let isWanted = try entities.test(for: kind)
      return counts.indices.filter { counts[$0] > 0 && isWanted($0) }.map { ($0, counts[$0]) }
    }
  }

  static func best(_ counts: [FacetCount]) -> [FacetCount] {
    Array(counts.sorted { ($0.count, $1.value) > ($1.count, $0.value) }.prefix(mostCounts))
  }

  /// Entities are ordered by id: equal counts stay in that order.
  static func best<Count: BinaryInteger>(
    _ counts: [(entity: Int, count: Count)]
  ) -> ArraySlice<(entity: Int, count: Count)> {
    counts.sorted { $0.count != $1.count ? $0.count > $1.count : $0.entity < $1.entity }.prefix(mostCounts)
  }
}

extension FacetCount {
  init(_ entity: EntitySummary, count: UInt64) { self.init(value: entity.id, label: entity.name, count: count) }
}

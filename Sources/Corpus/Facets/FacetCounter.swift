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
    var facets: [Facet] = []
    // Counted once for all kinds of entities.
    var mentions: [UInt32]?
    for kind in kinds where !facets.contains(where: { $0.kind == kind }) {
      try cancellation.check()
      if let entityKind = try Self.entityKind(of: kind) {
        if mentions == nil { mentions = try mentioningDocuments(documents) }
        facets.append(Facet(kind: kind, counts: try best(of: entityKind, mentions ?? [])))
      } else {
        facets.append(Facet(kind: kind, counts: try counts(kind, documents)))
      }
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
      throw .invalidArgument("facets: unknown kind \(kind.rawValue); see FacetKind in query.proto")
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
    for (number, count) in catalog.counts(column, over: documents).enumerated() where count > 0 {
      let value = try column.value(number)
      guard let kind = DocumentFilter.kinds.first(where: { String($0.kind.rawValue) == value }) else { continue }
      found.append(FacetCount(value: kind.name, label: kind.french, count: UInt64(count)))
    }
    return Self.best(found)
  }

  private func years(_ documents: OrdinalSet) throws(SnapshotError) -> [FacetCount] {
    var years: [String: UInt64] = [:]
    for (number, count) in catalog.counts(catalog.filters.dates, over: documents).enumerated() where count > 0 {
      let year = String(try catalog.filters.dates.value(number).prefix(4))
      if !year.isEmpty { years[year, default: 0] += UInt64(count) }
    }
    return Self.best(years.map { FacetCount(value: $0.key, label: $0.key, count: $0.value) })
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
    return Self.best(found)
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

  private func best(of kind: EntityKind, _ counts: [UInt32]) throws(CorpusError) -> [FacetCount] {
    try reading { () throws(SnapshotError) in
      let isWanted = try entities.test(for: kind)
      // Entities are ordered by id: equal counts stay in that order.
      var counted = counts.indices.filter { counts[$0] > 0 && isWanted($0) }
      counted.sort { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      return try counted.prefix(Self.mostCounts).map { (ordinal) throws(SnapshotError) in
        let entity = try entities[ordinal]
        return FacetCount(value: entity.id, label: entity.name, count: UInt64(counts[ordinal]))
      }
    }
  }

  private static func best(_ counts: [FacetCount]) -> [FacetCount] {
    Array(counts.sorted { ($0.count, $1.value) > ($1.count, $0.value) }.prefix(mostCounts))
  }
}

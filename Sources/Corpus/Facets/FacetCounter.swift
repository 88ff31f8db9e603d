internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

/// Counts the documents of a result by kind, year, goal, person, organisation and country.
struct FacetCounter {
  private static let maximumCounts = 20

  let catalog: DocumentCatalog
  let entities: EntityDirectory
  /// Asked for by the facet of goals alone.
  let goals: () throws(CorpusError) -> GoalDirectory
  let cancellation: Cancellation

  func count(_ kinds: [FacetKind], over documents: DocumentSet) throws(CorpusError) -> [Facet] {
    var facets: [Facet] = []
    for kind in kinds where !facets.contains(where: { $0.kind == kind }) {
      try cancellation.check()
      facets.append(Facet(kind: kind, counts: try counts(kind, documents)))
    }
    return facets
  }

  private func counts(_ kind: FacetKind, _ documents: DocumentSet) throws(CorpusError) -> [FacetCount] {
    switch kind {
    case .documentKind: try reading { () throws(SnapshotError) in try documentKinds(documents) }
    case .year: try reading { () throws(SnapshotError) in try years(documents) }
    case .goal: try countsOfGoals(documents)
    case .person: try counts(ofEntities: .person, documents)
    case .organisation: try counts(ofEntities: .organisation, documents)
    case .country: try counts(ofEntities: .country, documents)
    case .unspecified, .unrecognized:
      throw .invalidArgument(
        "facets: kind \(kind.rawValue) is none of this service; see FacetKind in query.proto")
    }
  }

  private func documentKinds(_ documents: DocumentSet) throws(SnapshotError) -> [FacetCount] {
    let column = catalog.filters.kinds
    var found: [FacetCount] = []
    for (number, count) in catalog.counts(column, over: documents).enumerated() where count > 0 {
      let value = try column.value(number)
      guard let kind = DocumentFilter.kinds.first(where: { String($0.kind.rawValue) == value }) else { continue }
      found.append(FacetCount(value: kind.name, label: kind.french, count: UInt64(count)))
    }
    return Self.best(found)
  }

  private func years(_ documents: DocumentSet) throws(SnapshotError) -> [FacetCount] {
    var years: [String: UInt64] = [:]
    for (number, count) in catalog.counts(catalog.filters.dates, over: documents).enumerated() where count > 0 {
      let year = String(try catalog.filters.dates.value(number).prefix(4))
      if !year.isEmpty { years[year, default: 0] += UInt64(count) }
    }
    return Self.best(years.map { FacetCount(value: $0.key, label: $0.key, count: $0.value) })
  }

  private func countsOfGoals(_ documents: DocumentSet) throws(CorpusError) -> [FacetCount] {
    var found: [FacetCount] = []
    for goal in try goals().goals.map(\.goal) {
      try cancellation.check()
      var count: UInt64 = 0
      try reading { () throws(SnapshotError) in
        try catalog.filters.visitDocuments(ofGoal: goal.id) { if documents.contains($0) { count += 1 } }
      }
      if count > 0 { found.append(FacetCount(value: goal.id, label: goal.title, count: count)) }
    }
    return Self.best(found)
  }

  private func counts(ofEntities kind: EntityKind, _ documents: DocumentSet) throws(CorpusError) -> [FacetCount] {
    let isWanted = try reading { () throws(SnapshotError) in try entities.test(for: kind) }
    var counted: [(ordinal: Int, count: Int)] = []
    for ordinal in 0..<catalog.filters.entityKinds.count where isWanted(ordinal) {
      if ordinal % 256 == 0 { try cancellation.check() }
      var count = 0
      try reading { () throws(SnapshotError) in
        try catalog.filters.visitDocuments(ofEntity: ordinal) { if documents.contains($0) { count += 1 } }
      }
      if count > 0 { counted.append((ordinal, count)) }
    }
    // Entities are ordered by id: equal counts stay in that order.
    counted.sort { ($0.count, $1.ordinal) > ($1.count, $0.ordinal) }
    return try reading { () throws(SnapshotError) in
      var found: [FacetCount] = []
      for (ordinal, count) in counted.prefix(Self.maximumCounts) {
        let entity = try entities[ordinal]
        found.append(FacetCount(value: entity.id, label: entity.name, count: UInt64(count)))
      }
      return found
    }
  }

  private static func best(_ counts: [FacetCount]) -> [FacetCount] {
    Array(counts.sorted { ($0.count, $1.value) > ($1.count, $0.value) }.prefix(maximumCounts))
  }
}

internal import Schema
internal import TTRPC

/// Counts the documents of a result by kind, year, goal, person, organisation and country.
struct FacetCounter {
  private static let maximumCounts = 20

  private let service: QueryService
  private let catalog: DocumentCatalog

  init(_ service: QueryService) throws(RPCError) {
    self.service = service
    catalog = try service.catalog()
  }

  func count(_ kinds: [FacetKind], over documents: DocumentBits) throws(RPCError) -> [Facet] {
    let ordinals = documents.ordinals
    var facets: [Facet] = []
    for kind in kinds where !facets.contains(where: { $0.kind == kind }) {
      var counts: [String: (label: String, count: UInt64)] = [:]
      try each(kind, ordinals) { value, label in counts[value, default: (label, 0)].count += 1 }
      let sorted = counts.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(Self.maximumCounts)
      facets.append(
        Facet(
          kind: kind, counts: sorted.map { FacetCount(value: $0.key, label: $0.value.label, count: $0.value.count) }))
    }
    return facets
  }

  private func each(
    _ kind: FacetKind, _ ordinals: [Int], _ body: (_ value: String, _ label: String) -> Void
  ) throws(RPCError) {
    switch kind {
    case .documentKind:
      for ordinal in ordinals {
        guard let entry = DocumentFilter.kinds.first(where: { $0.kind == catalog.kinds[ordinal] }) else { continue }
        body(entry.name, entry.french)
      }
    case .year:
      for ordinal in ordinals where !catalog.published[ordinal].start.isEmpty {
        let year = String(catalog.published[ordinal].start.prefix(4))
        body(year, year)
      }
    case .goal:
      let goals = try service.documentKnowledge().goals
      let titles = Dictionary(try service.knowledge().goals.map { ($0.goal.id, $0.goal.title) }) { first, _ in first }
      for ordinal in ordinals {
        for id in goals[ordinal] ?? [] { body(id, titles[id] ?? id) }
      }
    case .person: try eachEntity(.person, ordinals, body)
    case .organisation: try eachEntity(.organisation, ordinals, body)
    case .country: try eachEntity(.country, ordinals, body)
    case .unspecified, .unrecognized:
      throw RPCError(
        .invalidArgument, "facets: kind \(kind.rawValue) is none of this service; see FacetKind in query.proto")
    }
  }

  private func eachEntity(_ kind: EntityKind, _ ordinals: [Int], _ body: (String, String) -> Void) throws(RPCError) {
    let (entities, known) = (try service.documentKnowledge().entities, try service.knowledge().entities)
    for ordinal in ordinals {
      for number in entities[ordinal] ?? [] where known[number].kind == kind {
        body(known[number].id, known[number].name)
      }
    }
  }
}

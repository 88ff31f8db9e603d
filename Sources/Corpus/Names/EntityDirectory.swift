internal import EntenteSchema
internal import EntenteSnapshot

/// The entities of a corpus, by the names that people give them.
struct EntityDirectory: Sendable {
  private let filters: SnapshotFilters
  private let summaries: RecordReader<EntitySummary>

  init(_ filters: SnapshotFilters, _ summaries: RecordReader<EntitySummary>) {
    self.filters = filters
    self.summaries = summaries
  }

  var count: Int { summaries.count }

  subscript(ordinal: Int) -> EntitySummary {
    get throws(SnapshotError) { try summaries[ordinal] }
  }

  /// The entities that a text may mean: by id or any name, else by a word of a name.
  ///
  /// - Parameter kind: unspecified for any.
  func ordinals(named name: String, _ kind: EntityKind = .unspecified) throws(SnapshotError) -> [Int] {
    var found: [Int] = []
    for form in NameForms.of(name) where found.isEmpty { found = try filters.entities(named: form) }
    if found.isEmpty { found = try filters.entities(withWord: name) }
    return kind == .unspecified ? found : found.filter(try test(for: kind))
  }

  /// The same, where there must be one.
  ///
  /// - Throws: `CorpusError.notFound`.
  func ordinals(of name: String, _ kind: EntityKind = .unspecified) throws(CorpusError) -> [Int] {
    let found = try reading { () throws(SnapshotError) in try ordinals(named: name, kind) }
    guard !found.isEmpty else { throw .notFound(try unknown(name, kind)) }
    return found
  }

  /// Whether an entity is of a kind, by its ordinal.
  func test(for kind: EntityKind) throws(SnapshotError) -> (Int) -> Bool {
    let number = String(kind.rawValue)
    for place in 0..<filters.entityKinds.valueCount where try filters.entityKinds.value(place) == number {
      return { [kinds = filters.entityKinds] in kinds.number($0) == place }
    }
    return { _ in false }
  }

  /// What may be meant by a name that no entity has.
  func unknown(_ name: String, _ kind: EntityKind = .unspecified) throws(CorpusError) -> UnknownName {
    try reading { () throws(SnapshotError) in
      let namesakes = kind == .unspecified ? [] : try filters.entities(named: name)
      if let namesake = namesakes.first {
        return UnknownName(.entity(kind), name, namesake: try summaries[namesake])
      }
      var near = NearNames(to: name)
      try summaries.visit { (_, entity) throws(SnapshotError) in
        guard kind == .unspecified || entity.kind == kind else { return }
        near.offer(
          entity.name, forms: entity.acronym.isEmpty ? [] : [entity.name, entity.acronym],
          weight: Int(entity.mentionCount))
      }
      return UnknownName(.entity(kind), name, suggestions: near.best)
    }
  }
}

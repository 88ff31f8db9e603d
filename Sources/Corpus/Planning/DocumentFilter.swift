internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot
internal import EntenteTextAnalysis

/// The documents that the filters of a query leave.
struct DocumentFilter {
  let catalog: DocumentCatalog
  let entities: EntityDirectory
  /// Called only for filters on goals and priorities.
  let goals: () throws(CorpusError) -> GoalDirectory

  /// Filters of one field are alternatives; those of different fields must all hold.
  func documents(_ filters: [QueryFilter], _ cancellation: Cancellation) throws(CorpusError) -> OrdinalSet {
    var documents = OrdinalSet(count: catalog.count, all: true)
    for field in QueryFilter.Field.allCases {
      try cancellation.check()
      let ofField = filters.filter { $0.field == field }
      var included = OrdinalSet(count: catalog.count)
      for filter in ofField {
        let matching = try matching(filter)
        if filter.isExcluded { documents.subtract(matching) } else { included.formUnion(matching) }
      }
      if ofField.contains(where: { !$0.isExcluded }) { documents.formIntersection(included) }
    }
    return documents
  }

  /// The documents that a filter finds, whether it excludes them or not.
  func matching(_ filter: QueryFilter) throws(CorpusError) -> OrdinalSet {
    do throws(CorpusError) {
      switch filter.field {
      case .kind: return try kind(filter.value)
      case .source:
        return try reading { () throws(SnapshotError) in try catalog.documents(ofSource: filter.value) }
      case .date: return try date(filter.value)
      case .person: return try entity(filter.value, .person)
      case .organisation: return try entity(filter.value, .organisation)
      case .country: return try entity(filter.value, .country)
      case .goal: return try goal(filter.value)
      case .priority: return try priority(filter.value)
      }
    } catch {
      // The character, as for every fault of a query.
      switch error {
      case .invalidArgument(var fault):
        fault.position = fault.position ?? filter.range.lowerBound
        throw .invalidArgument(fault)
      case .notFound(let name): throw .invalidArgument(RequestFault(name, at: filter.range.lowerBound))
      default: throw error
      }
    }
  }

  private func kind(_ name: String) throws(CorpusError) -> OrdinalSet {
    let key = Folding.foldName(name)
    guard
      let kind = Self.kinds.first(where: { Folding.foldName($0.name) == key || Folding.foldName($0.french) == key })?
        .kind
    else {
      let known = Self.kinds.map(\.name)
      throw .invalidArgument(
        RequestFault(
          .unknownDocumentKind, "unknown kind « \(name.prefix(60)) »; the kinds are \(known.joined(separator: ", "))",
          ["name": String(name.prefix(60)), "known": known.joined(separator: "\n")]))
    }
    return try reading { () throws(SnapshotError) in try catalog.documents(ofKind: kind) }
  }

  private func date(_ value: String) throws(CorpusError) -> OrdinalSet {
    let ends = value.replacing("..", with: "|").split(separator: "|", omittingEmptySubsequences: false)
    let bounds = try DateBounds(
      since: String(ends.first ?? ""), until: String(ends.last ?? ""), names: ("date:", "date:"))
    return try reading { () throws(SnapshotError) in try catalog.documents(dated: bounds.days) }
  }

  private func entity(_ name: String, _ kind: EntityKind) throws(CorpusError) -> OrdinalSet {
    let found = try entities.ordinals(of: name, kind, "the name")
    return try reading { () throws(SnapshotError) in try catalog.documents(ofEntities: found) }
  }

  private func goal(_ name: String) throws(CorpusError) -> OrdinalSet {
    try documents(ofGoals: [try goals().goal(named: name).id])
  }

  private func priority(_ value: String) throws(CorpusError) -> OrdinalSet {
    try documents(ofGoals: try goals().goals(ofPriority: value).map(\.id))
  }

  private func documents(ofGoals ids: [String]) throws(CorpusError) -> OrdinalSet {
    try reading { () throws(SnapshotError) in try catalog.documents(ofGoals: ids) }
  }

  /// What a filter calls each kind: the values of facets, and French words.
  static let kinds: [(kind: DocumentKind, name: String, french: String)] = [
    (.pressRelease, "press_release", "communiqué"), (.news, "news", "actualité"),
    (.programme, "programme", "programme"),
    (.interview, "interview", "entretien"), (.declaration, "declaration", "déclaration"),
    (.speech, "speech", "discours"),
    (.other, "other", "autre"),
  ]
}

internal import EntenteSchema
internal import EntenteSnapshot
internal import TTRPC

/// The documents that the filters of a query leave.
struct DocumentFilter {
  private let service: QueryService
  private let catalog: DocumentCatalog

  init(_ service: QueryService) throws(RPCError) {
    self.service = service
    catalog = try service.catalog()
  }

  /// Filters of one field are alternatives; those of different fields must all hold.
  func documents(_ filters: [QueryFilter], _ context: CallContext) throws(RPCError) -> DocumentBits {
    var documents = DocumentBits(count: catalog.count, all: true)
    for field in QueryFilter.Field.allCases {
      try context.checkDeadline()
      let ofField = filters.filter { $0.field == field }
      var included = DocumentBits(count: catalog.count)
      for filter in ofField {
        let matching = try matching(filter)
        if filter.isExcluded { documents.subtract(matching) } else { included.formUnion(matching) }
      }
      if ofField.contains(where: { !$0.isExcluded }) { documents.formIntersection(included) }
    }
    return documents
  }

  /// The documents that a filter finds, whether it excludes them or not.
  func matching(_ filter: QueryFilter) throws(RPCError) -> DocumentBits {
    do throws(RPCError) {
      switch filter.field {
      case .kind: return try kind(filter.value)
      case .source:
        return try service.reading { () throws(SnapshotError) in try catalog.documents(ofSource: filter.value) }
      case .date: return try date(filter.value)
      case .person: return try entity(filter.value, .person)
      case .organisation: return try entity(filter.value, .organisation)
      case .country: return try entity(filter.value, .country)
      case .goal: return try goal(filter.value)
      case .priority: return try priority(filter.value)
      }
    } catch  where error.code == .invalidArgument || error.code == .notFound {
      // The character, as for every fault of a query.
      let place = "query, character \(filter.range.lowerBound + 1): "
      throw RPCError(.invalidArgument, place + error.message)
    }
  }

  private func kind(_ name: String) throws(RPCError) -> DocumentBits {
    let key = folded(name)
    guard let kind = Self.kinds.first(where: { folded($0.name) == key || folded($0.french) == key })?.kind else {
      let known = Self.kinds.map(\.name).joined(separator: ", ")
      throw RPCError(.invalidArgument, "there is no kind « \(name.prefix(60)) »; kinds are \(known)")
    }
    return try service.reading { () throws(SnapshotError) in try catalog.documents(ofKind: kind) }
  }

  private func date(_ value: String) throws(RPCError) -> DocumentBits {
    let ends = value.replacing("..", with: "|").split(separator: "|", omittingEmptySubsequences: false)
    let bounds = try DateBounds(
      since: String(ends.first ?? ""), until: String(ends.last ?? ""), names: ("date:", "date:"))
    return try service.reading { () throws(SnapshotError) in try catalog.documents(published: bounds) }
  }

  private func entity(_ name: String, _ kind: EntityKind) throws(RPCError) -> DocumentBits {
    let found = try service.reading { () throws(SnapshotError) in try catalog.entities(named: name, kind) }
    guard !found.isEmpty else { throw try service.unknownEntity(name, kind) }
    return try service.reading { () throws(SnapshotError) in try catalog.documents(ofEntities: found) }
  }

  private func goal(_ name: String) throws(RPCError) -> DocumentBits {
    try documents(ofGoals: [try KnowledgeBase.goal(named: name, in: catalog.goals).goal.id])
  }

  private func priority(_ value: String) throws(RPCError) -> DocumentBits {
    let goals = catalog.goals.map(\.goal).filter { String($0.priorityNumber) == value }
    guard !goals.isEmpty else { throw service.unknownPriority(value, in: catalog.goals) }
    return try documents(ofGoals: goals.map(\.id))
  }

  private func documents(ofGoals ids: [String]) throws(RPCError) -> DocumentBits {
    try service.reading { () throws(SnapshotError) in try catalog.documents(ofGoals: ids) }
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

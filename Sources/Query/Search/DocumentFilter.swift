internal import Schema
internal import TTRPC

/// The documents that a query's filters leave.
struct DocumentFilter {
  private(set) var documents: DocumentBits
  private let service: QueryService
  private let catalog: DocumentCatalog

  init(_ filters: [QueryFilter], _ service: QueryService, _ context: CallContext) throws(RPCError) {
    self.service = service
    catalog = try service.catalog()
    documents = DocumentBits(count: catalog.count, all: true)
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
  }

  private func matching(_ filter: QueryFilter) throws(RPCError) -> DocumentBits {
    do throws(RPCError) {
      switch filter.field {
      case .kind: return try kind(filter.value)
      case .source: return catalog.documents(ofSource: filter.value)
      case .date: return try date(filter.value)
      case .person: return try entity(filter.value, .person)
      case .organisation: return try entity(filter.value, .organisation)
      case .country: return try entity(filter.value, .country)
      case .goal: return try goal(filter.value)
      case .priority: return try priority(filter.value)
      }
    } catch {
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
    return catalog.documents { catalog.kinds[$0] == kind }
  }

  private func date(_ value: String) throws(RPCError) -> DocumentBits {
    let ends = value.replacing("..", with: "|").split(separator: "|", omittingEmptySubsequences: false)
    let bounds = try DateBounds(since: String(ends.first ?? ""), until: String(ends.last ?? ""))
    return catalog.documents { ordinal in
      let (start, end) = catalog.published[ordinal]
      return bounds.contains(PartialDate(start: start, end: end))
    }
  }

  private func entity(_ name: String, _ kind: EntityKind) throws(RPCError) -> DocumentBits {
    let ids = try service.identifiers(name, kind, service.knowledge()) ?? []
    return try service.documentKnowledge().documents(ofEntities: ids, count: catalog.count)
  }

  private func goal(_ name: String) throws(RPCError) -> DocumentBits {
    let knowledge = try service.knowledge()
    let wanted = folded(name)
    let goal = knowledge.goals.first {
      $0.goal.id == name || String($0.goal.number) == name || folded($0.goal.title) == wanted
    }
    guard let goal else {
      let known = knowledge.goals.map(\.goal.id).joined(separator: ", ")
      throw RPCError(
        .invalidArgument,
        "no goal « \(name.prefix(60)) »; " + (known.isEmpty ? "the corpus holds no programme" : "try one of: \(known)"))
    }
    return try service.documentKnowledge().documents(ofGoals: [goal.goal.id], count: catalog.count)
  }

  private func priority(_ value: String) throws(RPCError) -> DocumentBits {
    let knowledge = try service.knowledge()
    let known = Set(knowledge.goals.map(\.goal.priorityNumber)).sorted().map(String.init)
    guard let number = UInt32(value), known.contains(String(number)) else {
      throw RPCError(
        .invalidArgument, "there is no priority « \(value.prefix(60)) »; there are \(known.joined(separator: ", "))")
    }
    let ids = knowledge.goals.map(\.goal).filter { $0.priorityNumber == number }.map(\.id)
    return try service.documentKnowledge().documents(ofGoals: Set(ids), count: catalog.count)
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

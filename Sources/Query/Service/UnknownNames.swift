internal import EntenteSchema
internal import EntenteSnapshot
internal import TTRPC

// Names that nothing has: each is refused with those that may be meant, so that a slip is never answered by silence.

extension QueryService {
  /// The entities that a filter may mean; nil for no filter.
  ///
  /// - Parameter kind: nil for any.
  /// - Throws: NOT_FOUND when it means nobody.
  func identifiers(_ name: String, _ kind: EntityKind?, _ knowledge: KnowledgeBase) throws(RPCError) -> Set<String>? {
    guard !name.isEmpty else { return nil }
    let found = knowledge.entities(named: name, kind: kind)
    guard !found.isEmpty else { throw try unknownEntity(name, kind) }
    return Set(found.map(\.id))
  }

  /// - Parameter kind: nil for any.
  func unknownEntity(_ name: String, _ kind: EntityKind? = nil) throws(RPCError) -> RPCError {
    var near = NearNames(to: name)
    var others: [EntitySummary] = []
    let namesakes = try reading { () throws(SnapshotError) in
      let called = kind == nil ? [] : Set(try snapshot.filters().entities(named: name))
      try snapshot.entitySummaries.visit { (ordinal, entity) throws(SnapshotError) in
        if called.contains(ordinal) { others.append(entity) }
        guard kind == nil || entity.kind == kind else { return }
        near.offer(
          entity.name, forms: entity.acronym.isEmpty ? [] : [entity.name, entity.acronym],
          weight: Int(entity.mentionCount))
      }
      return others
    }
    let what = kind?.noun.map { "no \($0)" } ?? "nothing"
    let advice =
      namesakes.first.map { "; \($0.name) is a \($0.kind.noun ?? "name"): \($0.id)" } ?? near.question
      ?? "; list the entities to see what there is"
    return RPCError(.notFound, "\(what) in the corpus is called \"\(name.prefix(200))\"" + advice)
  }

  func unknownDocument(_ id: String) -> RPCError {
    RPCError(.notFound, "no document has the id \"\(id.prefix(200))\"; list the documents to see those that there are")
  }

  func unknownPriority(_ number: String, in goals: [(goal: Goal, priorityTitle: String)]) -> RPCError {
    let known = Set(goals.map(\.goal.priorityNumber)).sorted().map(String.init).joined(separator: ", ")
    return RPCError(
      .notFound,
      "there is no priority \"\(number.prefix(60))\"; "
        + (known.isEmpty ? "the corpus holds no programme" : "there are \(known)"))
  }
}

extension KnowledgeBase {
  /// The id of the goal that a filter means; nil for no filter.
  ///
  /// - Throws: NOT_FOUND when it means none.
  func goalIdentifier(_ name: String) throws(RPCError) -> String? {
    name.isEmpty ? nil : try Self.goal(named: name, in: goals).goal.id
  }

  /// By its id, its title, and what stands in and before the parentheses of its title: `WOMEN (WPS)`.
  private static func names(of goal: Goal) -> [String] {
    let parts = goal.title.split { "()".contains($0) }.map { folded($0.split(separator: " ").joined(separator: " ")) }
    return [goal.id, folded(goal.title)] + parts.filter { !$0.isEmpty }
  }

  /// The goal that is meant: by id, by its number, or by its title in any spelling or language that the lexicon knows.
  ///
  /// - Throws: NOT_FOUND, with the goals that there are.
  static func goal(
    named name: String, in goals: [(goal: Goal, priorityTitle: String)]
  ) throws(RPCError) -> (goal: Goal, priorityTitle: String) {
    if let goal = goals.first(where: { $0.goal.id == name || String($0.goal.number) == name }) { return goal }
    let wanted = Set(NameForms.of(name).map(folded))
    if let goal = goals.first(where: { !wanted.isDisjoint(with: names(of: $0.goal)) }) { return goal }
    var near = NearNames(to: name)
    for goal in goals { near.offer(goal.goal.id, forms: [goal.goal.id, goal.goal.title]) }
    let known = goals.map(\.goal.id).joined(separator: ", ")
    let advice = near.question ?? (known.isEmpty ? "; the corpus holds no programme" : "; there are \(known)")
    throw RPCError(.notFound, "no goal is called \"\(name.prefix(200))\"" + advice)
  }

  /// The type of event that is meant; nil for no filter.
  ///
  /// - Throws: NOT_FOUND where no event is of that type, with the types that there are.
  func eventType(_ name: String) throws(RPCError) -> String? {
    guard !name.isEmpty else { return nil }
    let types = Set(events.map(\.type)).sorted()
    let wanted = folded(name)
    if let type = types.first(where: { folded($0) == wanted }) { return type }
    var near = NearNames(to: name)
    for type in types { near.offer(type) }
    let advice =
      near.question ?? (types.isEmpty ? "; it tells of no events" : "; there are \(types.joined(separator: ", "))")
    throw RPCError(.notFound, "no event in the corpus is of type \"\(name.prefix(200))\"" + advice)
  }
}

extension EntityKind {
  /// For a sentence; nil where the kind is not known.
  fileprivate var noun: String? {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .country: "country"
    case .place: "place"
    case .unspecified, .unrecognized: nil
    }
  }
}

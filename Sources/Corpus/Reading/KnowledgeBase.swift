internal import EntenteSchema
internal import EntenteSnapshot

/// What extraction found, in memory, with the ways into it that calls take.
///
/// Loaded by the first call that needs it: a replica that only searches never pays for it.
struct KnowledgeBase: Sendable {
  let entities: [Entity]
  let events: [Event]
  let quotations: [Quotation]
  let evidence: [Evidence]
  let programmes: [Programme]

  private let entityByID: [String: Int]
  /// Entities by each folded name, acronym, ISO code and form.
  private let entitiesByName: [String: [Int]]
  let mentionedDocuments: [Set<String>]

  init(_ snapshot: SnapshotReader) throws(SnapshotError) {
    entities = try snapshot.entities.all()
    events = try snapshot.events.all()
    quotations = try snapshot.quotations.all()
    evidence = try snapshot.evidence.all()
    programmes = try snapshot.programmes.all()
    entityByID = Dictionary(entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byName: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() {
      var names = Set(entity.forms.map(EntityName.fold))
      names.formUnion([entity.name, entity.acronym, entity.iso2].filter { !$0.isEmpty }.map(EntityName.fold))
      for name in names { byName[name, default: []].append(index) }
    }
    entitiesByName = byName
    mentionedDocuments = entities.map { entity in Set(entity.mentions.compactMap { $0.source?.documentId }) }
  }

  // Entities

  func entity(withID id: String) -> Entity? { entityByID[id].map { entities[$0] } }

  /// The entities that a text may mean: by id, else by exact folded name, else by part of a name, most mentioned first.
  func entities(named text: String, kind: EntityKind? = nil) -> [Entity] {
    if let entity = entity(withID: text) { return [entity] }
    let name = EntityName.fold(text)
    guard !name.isEmpty else { return [] }
    let known = NameForms.of(text).lazy.compactMap { entitiesByName[EntityName.fold($0)] }.first ?? []
    var found = known.map { entities[$0] }
    if found.isEmpty {
      found = entities.filter { EntityName.fold($0.name).split(separator: " ").contains(Substring(name)) }
    }
    return found.filter { kind == nil || $0.kind == kind }.sorted(by: Self.isMentionedMore)
  }

  static func isMentionedMore(_ left: Entity, _ right: Entity) -> Bool {
    left.mentions.count != right.mentions.count
      ? left.mentions.count > right.mentions.count : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }

  func summary(_ entity: Entity) -> EntitySummary {
    let documents = entityByID[entity.id].map { mentionedDocuments[$0].count } ?? 0
    let role = entity.roles.last { !$0.former } ?? entity.roles.last
    return EntitySummary(
      id: entity.id, kind: entity.kind, name: entity.name, acronym: entity.acronym, iso2: entity.iso2,
      type: entity.type,
      mentionCount: UInt32(clamping: entity.mentions.count), documentCount: UInt32(clamping: documents),
      role: role?.text ?? "")
  }

  // Goals

  func evidence(forGoal id: String) -> [Evidence] { evidence.filter { $0.goalId == id } }
  func events(forGoal id: String) -> [Event] { events.filter { $0.goalIds.contains(id) } }
  func quotations(forGoal id: String) -> [Quotation] { quotations.filter { $0.goalIds.contains(id) } }
}

extension PartialDate {
  /// Orders by the first day, then the last; what is not resolved comes last.
  static func isEarlier(_ left: PartialDate?, _ right: PartialDate?) -> Bool? {
    let (first, second) = (left?.start ?? "", right?.start ?? "")
    if first.isEmpty != second.isEmpty { return second.isEmpty }
    if first != second { return first < second }
    let (firstEnd, secondEnd) = (left?.end ?? "", right?.end ?? "")
    return firstEnd == secondEnd ? nil : firstEnd < secondEnd
  }
}

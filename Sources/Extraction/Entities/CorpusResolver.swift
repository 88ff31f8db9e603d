public import EntenteSchema

/// Brings the entities of many documents together: one identity for every form and every document, whatever the order
/// in which the documents are read.
///
/// ```swift
/// var resolver = CorpusResolver()
/// for entity in drafts { resolver.add(entity) }
/// let replaced = resolver.replacements()
/// let entity = CorpusResolver.merged(draftsOfOneIdentity, as: id)
/// ```
///
/// It keeps the names of people and nothing else, so a corpus may be larger than memory.
public struct CorpusResolver: Sendable {
  /// People by the ids that their family names alone would have.
  private var full: [String: Set<String>] = [:]
  /// People known by one word.
  private var single: Set<String> = []

  public init() {}

  /// Learns of an entity of a document.
  public mutating func add(_ entity: Entity) {
    guard entity.kind == .person else { return }
    let words = entity.name.split(separator: " ")
    guard words.count > 1, let last = words.last else {
      single.insert(entity.id)
      return
    }
    full[EntityID.make(.person, String(last)), default: []].insert(entity.id)
    full[EntityID.make(.person, words.dropFirst().joined(separator: " ")), default: []].insert(entity.id)
  }

  /// For each id that is given up, the one that stands in its place: people known by one word are the only person of
  /// the corpus whose name ends with it.
  public func replacements() -> [String: String] {
    single.reduce(into: [:]) { replaced, id in
      if let people = full[id], people.count == 1 { replaced[id] = people.first }
    }
  }

  /// One entity of what several documents say of it.
  ///
  /// - Parameter drafts: in the order of the documents.
  public static func merged(_ drafts: [Entity], as id: String) -> Entity {
    guard var known = drafts.first else { return Entity(id: id) }
    known.id = id
    for entity in drafts.dropFirst() {
      if known.name.split(separator: " ").count < entity.name.split(separator: " ").count { known.name = entity.name }
      if known.acronym.isEmpty { known.acronym = entity.acronym }
      if known.organisationId.isEmpty { known.organisationId = entity.organisationId }
      if known.countryId.isEmpty { known.countryId = entity.countryId }
      known.mentions += entity.mentions
      known.roles += entity.roles
    }
    known.forms = EntityReader.forms(known.mentions)
    return known
  }

  /// What each document says of an entity, as far as the entity tells: the inverse of ``merged(_:as:)`` but for names and
  /// links that documents differ in.
  ///
  /// - Returns: by document, in the order of the entity's mentions and roles.
  public static func drafts(of entity: Entity) -> [(documentID: String, draft: Entity)] {
    var drafts: [(documentID: String, draft: Entity)] = []
    var places: [String: Int] = [:]
    var bare = entity
    (bare.mentions, bare.roles, bare.forms) = ([], [], [])
    func place(of source: Source?) -> Int {
      let id = source?.documentId ?? ""
      if let place = places[id] { return place }
      places[id] = drafts.count
      drafts.append((id, bare))
      return drafts.count - 1
    }
    for mention in entity.mentions { drafts[place(of: mention.source)].draft.mentions.append(mention) }
    for role in entity.roles { drafts[place(of: role.source)].draft.roles.append(role) }
    for place in drafts.indices { drafts[place].draft.forms = EntityReader.forms(drafts[place].draft.mentions) }
    return drafts
  }
}

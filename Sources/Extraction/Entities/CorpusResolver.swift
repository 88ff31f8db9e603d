public import Schema

/// Brings the entities of many documents together: one identity for every form and every document, whatever the order
/// in which the documents are given.
public struct CorpusResolver: Sendable {
  private var documents: [(id: String, entities: [Entity])] = []

  public init() {}

  /// Adds the entities of a document.
  public mutating func add(_ entities: [Entity], of documentID: String) {
    documents.append((documentID, entities))
  }

  /// The entities of the corpus by id, and for each id that was given up the one that stands in its place.
  public func resolved() -> (entities: [Entity], replaced: [String: String]) {
    let replaced = familyNames()
    var merged: [String: Entity] = [:]
    for document in documents.sorted(by: { $0.id < $1.id }) {
      for entity in document.entities {
        let id = replaced[entity.id] ?? entity.id
        guard var known = merged[id] else {
          var first = entity
          first.id = id
          merged[id] = first
          continue
        }
        if known.name.split(separator: " ").count < entity.name.split(separator: " ").count { known.name = entity.name }
        if known.acronym.isEmpty { known.acronym = entity.acronym }
        if known.organisationId.isEmpty { known.organisationId = entity.organisationId }
        if known.countryId.isEmpty { known.countryId = entity.countryId }
        known.mentions += entity.mentions
        known.roles += entity.roles
        merged[id] = known
      }
    }
    let entities = merged.values.map { entity in
      var entity = entity
      entity.forms = EntityReader.forms(entity.mentions)
      return entity
    }
    return (entities.sorted { $0.id < $1.id }, replaced)
  }

  /// People known by one word, and the only person of the corpus whose name ends with it.
  private func familyNames() -> [String: String] {
    var full: [String: Set<String>] = [:]
    var single: Set<String> = []
    for entity in documents.flatMap(\.entities) where entity.kind == .person {
      let words = entity.name.split(separator: " ")
      guard words.count > 1, let last = words.last else {
        single.insert(entity.id)
        continue
      }
      full[EntityID.make(.person, String(last)), default: []].insert(entity.id)
      full[EntityID.make(.person, words.dropFirst().joined(separator: " ")), default: []].insert(entity.id)
    }
    return single.reduce(into: [:]) { replaced, id in
      if let people = full[id], people.count == 1 { replaced[id] = people.first }
    }
  }
}

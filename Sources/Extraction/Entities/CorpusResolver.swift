public import EntenteSchema

/// Brings the entities of many documents together: one identity for every form and every document, whatever the order
/// in which the documents are read.
///
/// ```swift
/// var resolver = CorpusResolver()
/// for entity in drafts { resolver.add(entity) }
/// let replaced = resolver.replacements()
/// var union = EntityUnion(id: id)
/// for draft in draftsOfOneIdentity { union.add(draft) }
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
}

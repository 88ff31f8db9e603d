internal import Schema
internal import Snapshot

/// Which goals and entities each document speaks of, for filters and facets.
struct DocumentKnowledge: Sendable {
  /// By ordinal of the document: places in `KnowledgeBase.entities`, each once.
  private(set) var entities: [Int: [Int]] = [:]
  /// By ordinal of the document: ids of goals, each once.
  private(set) var goals: [Int: [String]] = [:]
  private var entityIDs: [String] = []

  init(_ knowledge: KnowledgeBase, _ snapshot: SnapshotReader) throws(SnapshotError) {
    var ordinals: [String: Int] = [:]
    func ordinal(_ id: String) throws(SnapshotError) -> Int? {
      if let known = ordinals[id] { return known }
      guard let found = try snapshot.ordinal(ofDocument: id) else { return nil }
      ordinals[id] = found
      return found
    }
    entityIDs = knowledge.entities.map(\.id)
    for (place, documents) in knowledge.mentionedDocuments.enumerated() {
      for id in documents {
        if let ordinal = try ordinal(id) { entities[ordinal, default: []].append(place) }
      }
    }
    for evidence in knowledge.evidence {
      guard let id = evidence.passage?.documentId, let ordinal = try ordinal(id) else { continue }
      if goals[ordinal]?.contains(evidence.goalId) != true { goals[ordinal, default: []].append(evidence.goalId) }
    }
  }

  func documents(ofEntities ids: Set<String>, count: Int) -> DocumentBits {
    set(entities, count) { $0.contains { ids.contains(entityIDs[$0]) } }
  }

  func documents(ofGoals ids: Set<String>, count: Int) -> DocumentBits {
    set(goals, count) { !ids.isDisjoint(with: $0) }
  }

  private func set<Value>(_ table: [Int: [Value]], _ count: Int, _ isIncluded: ([Value]) -> Bool) -> DocumentBits {
    var set = DocumentBits(count: count)
    for (ordinal, values) in table where isIncluded(values) { set.insert(ordinal) }
    return set
  }
}

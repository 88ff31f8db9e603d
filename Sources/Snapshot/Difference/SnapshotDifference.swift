internal import EntenteSchema

/// The difference between two snapshots, in terms of documents, entities, events and evidence.
///
/// ```swift
/// let difference = try SnapshotDifference(from: monday, to: tuesday)
/// for document in difference.documents where document.change == .added { print(document.title) }
/// ```
public struct SnapshotDifference: Encodable, Sendable {
  public enum Change: String, Encodable, Sendable {
    case added, removed, changed
  }

  /// A changed document; one that was merely moved to another file counts as unchanged.
  public struct DocumentChange: Encodable, Sendable {
    public let change: Change
    public let id: String
    public let title: String
  }

  /// A changed person, organisation, country or place; a different number of mentions counts as a change.
  public struct EntityChange: Encodable, Sendable {
    public let change: Change
    public let id: String
    public let name: String
    public let oldMentions: Int
    public let newMentions: Int
  }

  /// An event that only one of the two snapshots has.
  public struct EventChange: Encodable, Hashable, Sendable {
    public let change: Change
    public let document: String
    public let title: String
    /// The first day, as precisely as it is known; empty if unknown.
    public let date: String
  }

  /// The number of passages of evidence for a goal, before and after.
  public struct GoalChange: Encodable, Sendable {
    public let goal: String
    public let old: Int
    public let new: Int
  }

  public struct RecordCount: Encodable, Sendable {
    public let section: String
    public let old: Int
    public let new: Int
  }

  public private(set) var documents: [DocumentChange] = []
  /// The changed entities, in order of their ids.
  public private(set) var entities: [EntityChange] = []
  public private(set) var events: [EventChange] = []
  /// Goals with more or fewer passages, in order of their ids.
  public private(set) var goals: [GoalChange] = []
  public let records: [RecordCount]
  /// Whether the content is identical byte for byte.
  public let isSame: Bool

  public init(from old: SnapshotReader, to new: SnapshotReader) throws(SnapshotError) {
    isSame = old.id == new.id
    records = [
      ("documents", \SnapshotReader.documents.count), ("programmes", \.programmes.count),
      ("entities", \.entities.count), ("events", \.events.count), ("quotations", \.quotations.count),
      ("evidence", \.evidence.count),
    ].map { RecordCount(section: $0.0, old: old[keyPath: $0.1], new: new[keyPath: $0.1]) }
    guard !isSame else { return }
    try compareDocuments(old, new)
    try compareEntities(old, new)
    try compareEvents(old, new)
    try compareEvidence(old, new)
  }

  // MARK: Documents

  /// Documents of both stand in the order of the bytes of their ids.
  private mutating func compareDocuments(_ old: SnapshotReader, _ new: SnapshotReader) throws(SnapshotError) {
    var (left, right) = (0, 0)
    while left < old.documents.count || right < new.documents.count {
      let before = left < old.documents.count ? try old.documents[left] : nil
      let after = right < new.documents.count ? try new.documents[right] : nil
      if let before, let after, before.id.utf8.elementsEqual(after.id.utf8) {
        let texts = (try old.text(ofDocument: left), try new.text(ofDocument: right))
        var moved = before
        moved.file = after.file
        if moved != after || texts.0 != texts.1 { add(.changed, after) }
        (left, right) = (left + 1, right + 1)
      } else if let before, after.map({ before.id.utf8.lexicographicallyPrecedes($0.id.utf8) }) ?? true {
        add(.removed, before)
        left += 1
      } else if let after {
        add(.added, after)
        right += 1
      }
    }
  }

  private mutating func add(_ change: Change, _ document: Document) {
    documents.append(DocumentChange(change: change, id: document.id, title: document.title))
  }

  // MARK: Entities

  private mutating func compareEntities(_ old: SnapshotReader, _ new: SnapshotReader) throws(SnapshotError) {
    let (before, after) = (try Self.mentions(old), try Self.mentions(new))
    for id in Set(before.keys).union(after.keys).sorted() {
      let (left, right) = (before[id], after[id])
      guard left?.count != right?.count else { continue }
      entities.append(
        EntityChange(
          change: left == nil ? .added : right == nil ? .removed : .changed, id: id,
          name: right?.name ?? left?.name ?? "", oldMentions: left?.count ?? 0, newMentions: right?.count ?? 0))
    }
  }

  private static func mentions(
    _ snapshot: SnapshotReader
  ) throws(SnapshotError) -> [String: (name: String, count: Int)] {
    var mentions: [String: (name: String, count: Int)] = [:]
    try snapshot.entitySummaries.visit { (_, entity) throws(SnapshotError) in
      mentions[entity.id] = (entity.name, Int(entity.mentionCount))
    }
    return mentions
  }

  // MARK: Events

  private mutating func compareEvents(_ old: SnapshotReader, _ new: SnapshotReader) throws(SnapshotError) {
    // Counted, as a document may state the same twice.
    var counts: [EventChange: Int] = [:]
    try Self.visitEvents(new) { counts[$0, default: 0] += 1 }
    try Self.visitEvents(old) { counts[$0, default: 0] -= 1 }
    events = counts.filter { $0.value != 0 }.flatMap { event, count in
      Array(
        repeating: EventChange(
          change: count > 0 ? .added : .removed, document: event.document, title: event.title, date: event.date),
        count: abs(count))
    }
    .sorted {
      ($0.date, $0.document, $0.title, $0.change.rawValue) < ($1.date, $1.document, $1.title, $1.change.rawValue)
    }
  }

  private static func visitEvents(_ snapshot: SnapshotReader, _ body: (EventChange) -> Void) throws(SnapshotError) {
    try snapshot.events.visit { (_, event) throws(SnapshotError) in
      body(
        EventChange(
          change: .added, document: event.id.lastIndex(of: "#").map { String(event.id[..<$0]) } ?? "",
          title: event.title, date: event.date?.start ?? ""))
    }
  }

  // MARK: Evidence

  private mutating func compareEvidence(_ old: SnapshotReader, _ new: SnapshotReader) throws(SnapshotError) {
    let (before, after) = (try Self.evidence(old), try Self.evidence(new))
    goals = Set(before.keys).union(after.keys).sorted().compactMap { goal in
      let (left, right) = (before[goal] ?? 0, after[goal] ?? 0)
      return left == right ? nil : GoalChange(goal: goal, old: left, new: right)
    }
  }

  private static func evidence(_ snapshot: SnapshotReader) throws(SnapshotError) -> [String: Int] {
    var counts: [String: Int] = [:]
    try snapshot.evidence.visit { (_, evidence) throws(SnapshotError) in counts[evidence.goalID, default: 0] += 1 }
    return counts
  }
}

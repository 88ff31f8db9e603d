internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteTextAnalysis

/// What filters, facets and lists need to know about documents and entities, read in place without inflating records.
///
/// ```swift
/// let filters = try snapshot.filters()
/// let france = try filters.entities(named: "France")
/// ```
public final class SnapshotFilters: Sendable {
  public let documentCount: Int
  /// The kind of each document, as the number of its DocumentKind in decimal.
  public let kinds: FilterColumn
  /// The first and last day of publication of each document, as `2023-07-11/2023-07-12`; empty if unknown. The values are
  /// numbered chronologically.
  public let dates: FilterColumn
  /// The publisher and host of each document, folded.
  public let sources: FilterColumn
  /// The kind of each entity, as the number of its EntityKind in decimal.
  public let entityKinds: FilterColumn
  /// The names of the entities.
  package let names: NameDirectory
  private let summaries: RecordReader<EntitySummary>
  private let goals: (ids: SectionStrings, documents: SectionParts)
  private let entityDocuments: SectionParts

  /// - Parameter summaries: of the entities, ordered by their ids.
  init(
    _ table: SectionTable, documentCount: Int, _ summaries: RecordReader<EntitySummary>
  ) throws(SnapshotError) {
    let entityCount = summaries.count
    self.documentCount = documentCount
    self.summaries = summaries
    kinds = try FilterColumn(try table.bytes(SectionName.documentKinds), count: documentCount)
    dates = try FilterColumn(try table.bytes(SectionName.documentDates), count: documentCount)
    sources = try FilterColumn(try table.bytes(SectionName.documentSources), count: documentCount)
    let goalBytes = try table.bytes(SectionName.goalDocuments)
    let goalIDs = try SectionStrings(goalBytes, at: 0)
    goals = (goalIDs, try SectionParts(goalBytes, at: goalIDs.end))
    guard goals.documents.count == goals.ids.count else {
      throw goalBytes.error(goalIDs.end, "goals and lists differ in number")
    }
    entityKinds = try FilterColumn(try table.bytes(SectionName.entityDocuments), count: entityCount)
    entityDocuments = try SectionParts(try table.bytes(SectionName.entityDocuments), at: entityKinds.end)
    guard entityDocuments.count == entityCount else {
      throw entityDocuments.bytes.error(entityKinds.end, "its length does not match \(entityCount) entities")
    }
    names = try NameDirectory(try table.bytes(SectionName.entityNames), entityCount: entityCount)
  }

  // Documents

  /// Calls `body` with the ordinals of the documents that mention an entity, in order.
  public func visitDocuments(ofEntity ordinal: Int, _ body: (Int) -> Void) throws(SnapshotError) {
    try visit(entityDocuments, ordinal, body)
  }

  /// Calls `body` with the ordinals of the documents with evidence for a goal, in order.
  public func visitDocuments(ofGoal id: String, _ body: (Int) -> Void) throws(SnapshotError) {
    guard let index = try goals.ids.find(id) else { return }
    try visit(goals.documents, index, body)
  }

  private func visit(_ lists: SectionParts, _ index: Int, _ body: (Int) -> Void) throws(SnapshotError) {
    var cursor = try lists.cursor(index)
    var next = 0
    while !cursor.isAtEnd {
      next += try cursor.varint(below: documentCount - next)
      body(next)
      next += 1
    }
  }

  // Entities

  /// The ordinals of the entities with that id, name, acronym, code or form.
  public func entities(named name: String) throws(SnapshotError) -> [Int] {
    // An id has a slash between its kind and its slug.
    if name.contains("/"), let ordinal = try summaries.ordinal(of: name, by: \.id) { return [ordinal] }
    guard let index = try names.find(Folding.foldName(name)) else { return [] }
    var ordinals: [Int] = []
    try names.visitEntities(index) { ordinals.append($0) }
    return ordinals
  }

  /// The entities with a name that contains the word `word`; one pass over the names.
  public func entities(withWord word: String) throws(SnapshotError) -> [Int] {
    let wanted = Folding.foldName(word)
    guard !wanted.contains(" ") else { return [] }
    var found: Set<Int> = []
    try names.visit(containing: Array(wanted.utf8)) { (index) throws(SnapshotError) in
      if try names[index].split(separator: " ").contains(Substring(wanted)) {
        try names.visitEntities(index) { found.insert($0) }
      }
      return true
    }
    return found.sorted()
  }

  /// The entities with a name, acronym, code or form that contains `part`; one pass over the names.
  public func entities(withNamesLike part: String) throws(SnapshotError) -> Set<Int> {
    var found: Set<Int> = []
    try visitEntities(withNamesLike: part) { found.insert($0) }
    return found
  }

  /// Calls `body` with the ordinals of the entities with a name, acronym, code or form that contains `part`, in no
  /// particular order, and once per matching name.
  package func visitEntities(withNamesLike part: String, _ body: (Int) -> Void) throws(SnapshotError) {
    try names.visit(containing: Array(Folding.foldName(part).utf8)) { (index) throws(SnapshotError) in
      try names.visitEntities(index, body)
      return true
    }
  }
}

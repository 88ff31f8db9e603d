internal import EntenteFileMapping

/// What filters, facets and lists need of documents and entities, read in place: no record is inflated.
///
/// ```swift
/// let filters = try snapshot.filters()
/// let france = try filters.entities(named: "France")
/// ```
public struct SnapshotFilters: Sendable {
  public let documentCount: Int
  /// The number of its DocumentKind, in decimal.
  public let kinds: FilterColumn
  /// First and last day of publication, as `2023-07-11/2023-07-12`; empty when unknown. The numbers of the values are in
  /// the order of time.
  public let dates: FilterColumn
  /// Publisher and host, folded.
  public let sources: FilterColumn
  /// The number of its EntityKind, in decimal.
  public let entityKinds: FilterColumn
  private let goals: (ids: FilterParts, documents: FilterParts)
  private let entityDocuments: FilterParts
  private let names: (names: FilterParts, entities: FilterParts)

  init(_ regions: [String: ByteRegion], documentCount: Int, entityCount: Int) throws(SnapshotError) {
    func bytes(_ name: String) throws(SnapshotError) -> FilterBytes {
      guard let region = regions[name] else { throw .missingSection(name) }
      return FilterBytes(section: name, region: region)
    }
    func column(_ name: String, count: Int) throws(SnapshotError) -> FilterColumn {
      let bytes = try bytes(name)
      let column = try FilterColumn(bytes)
      guard column.count == count else { throw bytes.error(0, "it does not fit \(count) records") }
      return column
    }
    func directory(_ name: String) throws(SnapshotError) -> (FilterParts, FilterParts) {
      let bytes = try bytes(name)
      let strings = try FilterParts(bytes, at: 0)
      let lists = try FilterParts(bytes, at: strings.end)
      guard strings.count == lists.count else { throw bytes.error(strings.end, "names and lists differ in number") }
      return (strings, lists)
    }
    self.documentCount = documentCount
    kinds = try column(SectionName.documentKinds, count: documentCount)
    dates = try column(SectionName.documentDates, count: documentCount)
    sources = try column(SectionName.documentSources, count: documentCount)
    goals = try directory(SectionName.goalDocuments)
    entityKinds = try column(SectionName.entityDocuments, count: entityCount)
    entityDocuments = try FilterParts(try bytes(SectionName.entityDocuments), at: entityKinds.end)
    guard entityDocuments.count == entityCount else {
      throw entityDocuments.bytes.error(entityKinds.end, "it does not fit \(entityCount) entities")
    }
    names = try directory(SectionName.entityNames)
  }

  /// Gives the documents that mention an entity to `body`, by ordinal, in order.
  public func visitDocuments(ofEntity ordinal: Int, _ body: (Int) -> Void) throws(SnapshotError) {
    try entityDocuments.visit(ordinal, below: documentCount, body)
  }

  /// Gives the documents that hold evidence on a goal to `body`, in order; none for a goal without any.
  public func visitDocuments(ofGoal id: String, _ body: (Int) -> Void) throws(SnapshotError) {
    guard let number = try goals.ids.find(id) else { return }
    try goals.documents.visit(number, below: documentCount, body)
  }

  /// The entities that are called so, by ordinal: by id, name, acronym, code or any form.
  public func entities(named name: String) throws(SnapshotError) -> [Int] {
    guard let number = try names.names.find(EntityName.fold(name)) else { return [] }
    return try list(number)
  }

  /// The entities of which a name has `word` among its words; a look at every name.
  public func entities(withWord word: String) throws(SnapshotError) -> [Int] {
    let wanted = EntityName.fold(word)
    guard !wanted.isEmpty, !wanted.contains(" ") else { return [] }
    var found: Set<Int> = []
    for number in 0..<names.names.count {
      if try names.names.string(number).split(separator: " ").contains(Substring(wanted)) {
        found.formUnion(try list(number))
      }
    }
    return found.sorted()
  }

  /// The entities of which a name, an acronym, a code or a form has `part` in it; a look at every name.
  public func entities(withNamesLike part: String) throws(SnapshotError) -> Set<Int> {
    let wanted = EntityName.fold(part)
    var found: Set<Int> = []
    for number in 0..<names.names.count {
      let name = try names.names.string(number)
      // An id is found by all of it: each has the name of its kind in it.
      guard !Self.kindsOfIDs.contains(where: name.hasPrefix), name.contains(wanted) else { continue }
      found.formUnion(try list(number))
    }
    return found
  }

  private static let kindsOfIDs = ["person/", "organisation/", "country/", "place/"]

  private func list(_ number: Int) throws(SnapshotError) -> [Int] {
    var ordinals: [Int] = []
    try names.entities.visit(number, below: entityKinds.count) { ordinals.append($0) }
    return ordinals
  }
}

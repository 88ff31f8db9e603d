internal import EntenteSchema
internal import EntenteTextAnalysis

// What filters and facets need, read in place. All of it follows from the records of the same file.
//
// filters/kinds         := column            the kind of each document: its number in DocumentKind, in decimal
// filters/dates         := column            the effective date of each document: first day "/" last day; empty if unknown
// filters/sources       := column            where each document comes from: publisher " " host, folded
// filters/goals         := strings lists     by goal id: the documents that hold evidence on it
// filters/entities      := column lists      the kind of each entity: its number in EntityKind, in decimal; and the documents
//                                            that mention it. Entities stand in the order of `entities`
// filters/names         := strings lists     by folded name, acronym, code or form: the entities that are called so
//
// column  := strings | number of a string packed
// lists   := parts, each of them gap*                                   OrdinalList.swift
// strings := parts in ascending order of their bytes, each once         SectionParts.swift
// packed                                                                PackedNumbers.swift

/// Gathers what filters and facets need from the records of a snapshot.
struct FilterBuilder {
  private var kinds = ColumnBuilder()
  private var dates = ColumnBuilder()
  private var sources = ColumnBuilder()
  private var goals: [String: [UInt32]] = [:]
  private var entityKinds = ColumnBuilder()
  private var entityDocuments: [[UInt8]] = []
  private var names: [String: [UInt32]] = [:]

  /// Adds all records.
  ///
  /// - Returns: the summary of each entity.
  mutating func add(_ table: SectionTable) throws(SnapshotError) -> [EntitySummary] {
    var ids = SortedIDs()
    let documents: RecordReader<Document> = try table.records(SectionName.documents)
    try documents.visit { (_, document) in
      ids.append(document.id)
      add(document)
    }
    let evidence: RecordReader<Evidence> = try table.records(SectionName.evidence)
    try evidence.visit { (_, evidence) in
      if let document = evidence.passage.flatMap({ ids.index(of: $0.documentID) }) { add(evidence, document) }
    }
    let roles: RecordReader<Role> = try table.records(SectionName.roles)
    let parts = try table.parts(SectionName.mentions)
    let entities: RecordReader<Entity> = try table.records(SectionName.entities)
    var summaries: [EntitySummary] = []
    try entities.visit { (ordinal, entity) throws(SnapshotError) in
      guard let parts else { throw .missingSection(SectionName.mentions) }
      let mentions = try MentionList(parts, entity: ordinal, documentCount: ids.count, roleCount: roles.count)
      summaries.append(try add(entity, mentions, roles))
    }
    return summaries
  }

  private mutating func add(_ document: Document) {
    kinds.append(String(document.kind.rawValue))
    // Snapshots of before had the date of publication alone.
    let date = (document.effectiveDate ?? document.published).flatMap { $0.start.isEmpty ? nil : $0 }
    dates.append(date.map { $0.start + "/" + $0.end } ?? "")
    sources.append(Folding.fold(document.publisher) + " " + Folding.fold(Self.host(document.sourceURL)))
  }

  private mutating func add(_ evidence: Evidence, _ document: Int) {
    let document = UInt32(clamping: document)
    if goals[evidence.goalID]?.last != document { goals[evidence.goalID, default: []].append(document) }
  }

  private mutating func add(
    _ entity: Entity, _ mentions: MentionList, _ roles: RecordReader<Role>
  ) throws(SnapshotError) -> EntitySummary {
    let ordinal = UInt32(clamping: entityDocuments.count)
    let documents = try mentions.documents()
    entityKinds.append(String(entity.kind.rawValue))
    entityDocuments.append(OrdinalList.gaps(documents))
    let called = [entity.name, entity.acronym, entity.iso2] + entity.forms
    for name in Set(called.map(Folding.foldName)) where !name.isEmpty { names[name, default: []].append(ordinal) }
    return EntitySummary(
      id: entity.id, kind: entity.kind, name: entity.name, acronym: entity.acronym, iso2: entity.iso2,
      type: entity.type, mentionCount: UInt32(clamping: mentions.count),
      documentCount: UInt32(clamping: documents.count), role: try Self.latest(mentions.roles, roles))
  }

  /// The text of the last role that is not over; of the last one where all are.
  private static func latest(_ range: Range<Int>, _ roles: RecordReader<Role>) throws(SnapshotError) -> String {
    for ordinal in range.reversed() {
      let role = try roles[ordinal]
      if !role.former { return role.text }
    }
    return range.isEmpty ? "" : try roles[range.upperBound - 1].text
  }

  func sections() throws(SnapshotError) -> [(name: String, bytes: [UInt8])] {
    [
      (SectionName.documentKinds, try kinds.bytes(of: SectionName.documentKinds)),
      (SectionName.documentDates, try dates.bytes(of: SectionName.documentDates)),
      (SectionName.documentSources, try sources.bytes(of: SectionName.documentSources)),
      (SectionName.goalDocuments, try Self.directory(goals, of: SectionName.goalDocuments)),
      (
        SectionName.entityDocuments,
        try entityKinds.bytes(of: SectionName.entityDocuments)
          + SectionParts.encode(entityDocuments, of: SectionName.entityDocuments)
      ),
      (SectionName.entityNames, try Self.directory(names, of: SectionName.entityNames)),
    ]
  }

  private static func host(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return String(url[scheme.upperBound...].prefix { $0 != "/" })
  }

  private static func directory(
    _ lists: [String: [UInt32]], of section: String
  ) throws(SnapshotError) -> [UInt8] {
    let sorted = lists.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return try SectionStrings.encode(sorted.map(\.key), of: section)
      + SectionParts.encode(sorted.map { OrdinalList.gaps(Set($0.value).sorted()) }, of: section)
  }
}

/// Numbers the distinct values of a column as they come.
private struct ColumnBuilder {
  private var numbers: [String: UInt32] = [:]
  private var values: [UInt32] = []
  /// The last value, because many in a row are often the same.
  private var last: (value: String, number: UInt32)?

  mutating func append(_ value: String) {
    if let last, last.value == value { return values.append(last.number) }
    let number = numbers[value] ?? UInt32(clamping: numbers.count)
    numbers[value] = number
    values.append(number)
    last = (value, number)
  }

  func bytes(of section: String) throws(SnapshotError) -> [UInt8] {
    let sorted = numbers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var indices = [UInt32](repeating: 0, count: sorted.count)
    for (index, entry) in sorted.enumerated() { indices[Int(entry.value)] = UInt32(clamping: index) }
    return try SectionStrings.encode(sorted.map(\.key), of: section)
      + PackedNumbers.encode(values.map { indices[Int($0)] })
  }
}

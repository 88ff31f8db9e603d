import EntenteFileMapping
import EntenteSchema
import EntenteTextAnalysis
import Foundation
import Testing

@testable import EntenteSnapshot

@Suite struct FilterTests {
  private static let documents = (0..<70).map { ordinal in
    let day = "2023-0\(1 + ordinal % 9)-01"
    return Document(
      id: "d\(10 + ordinal)", kind: ordinal % 3 == 0 ? .news : .speech,
      published: ordinal % 7 == 0 ? nil : PartialDate(start: day, end: day), publisher: "Élysée",
      sourceURL: "https://exemple.fr/\(ordinal)")
  }

  private static let entities = [
    Entity(id: "organisation/otan", kind: .organisation, name: "Organisation du traité", acronym: "OTAN"),
    Entity(id: "person/a", kind: .person, name: "Zoé d’Été", forms: ["Zoé d'Été", "Été"]),
  ]

  /// The summaries, and the sections of filters.
  private static func build() throws -> (summaries: [EntitySummary], sections: [String: [UInt8]]) {
    var sections = MemorySections()
    try sections.append(SectionName.documents, documents)
    try sections.append(SectionName.entities, entities)
    try sections.append(SectionName.roles, [Role(text: "ministre"), Role(text: "député", former: true)])
    try sections.append(
      SectionName.evidence,
      [1, 1, 4].map { Evidence(goalID: "but", passage: Source(documentID: "d\(10 + $0)")) })
    var mentions = [MentionListBuilder(), MentionListBuilder()]
    for document: UInt32 in [0, 0, 5, 69] { mentions[0].add(document: document, offset: 0, text: "OTAN", form: .name) }
    mentions[1].add(document: 3, offset: 0, text: "Été", form: .name)
    sections.append(
      SectionName.mentions,
      try SectionParts.encode(
        [mentions[0].part(roles: 0..<0), mentions[1].part(roles: 0..<2)], of: SectionName.mentions))
    var builder = FilterBuilder()
    let summaries = try builder.add(sections.table())
    return (summaries, Dictionary(uniqueKeysWithValues: try builder.sections().map { ($0.name, $0.bytes) }))
  }

  private let built: (summaries: [EntitySummary], sections: [String: [UInt8]])

  init() throws { built = try Self.build() }

  private func open(_ sections: [String: [UInt8]]) throws(SnapshotError) -> SnapshotFilters {
    try SnapshotFilters(
      SectionTable([], sections.mapValues { ByteRegion($0) }), documentCount: 70, summaries(built.summaries))
  }

  private func summaries(_ summaries: [EntitySummary]) throws(SnapshotError) -> RecordReader<EntitySummary> {
    var sections = MemorySections()
    do { try sections.append("summaries", summaries) } catch { throw .missingSection("\(error)") }
    return try sections.table().records("summaries")
  }

  @Test func `columns and lists say what the records say`() throws {
    let filters = try open(built.sections)
    for ordinal in 0..<70 {
      let kind = try filters.kinds.value(filters.kinds.number(ordinal))
      #expect(kind == String((ordinal % 3 == 0 ? DocumentKind.news : .speech).rawValue))
      let date = try filters.dates.value(filters.dates.number(ordinal))
      #expect(date.isEmpty == (ordinal % 7 == 0))
    }
    let source = try filters.sources.value(0)
    #expect(source == "elysee exemple.fr")
    var documents: [Int] = []
    try filters.visitDocuments(ofEntity: 0) { documents.append($0) }
    #expect(documents == [0, 5, 69])
    documents = []
    try filters.visitDocuments(ofGoal: "but") { documents.append($0) }
    try filters.visitDocuments(ofGoal: "autre") { documents.append($0) }
    #expect(documents == [1, 4])
    let found = try (
      filters.entities(named: "otan"), filters.entities(named: "ZOE D'ETE"), filters.entities(named: "personne"),
      filters.entities(withWord: "traite")
    )
    #expect(found.0 == [0] && found.1 == [1] && found.2 == [] && found.3 == [0])
    let alike = try (filters.entities(withNamesLike: "ÉT"), filters.entities(withNamesLike: "person"))
    #expect(alike.0 == [1] && alike.1 == [])
    #expect(built.summaries.map(\.mentionCount) == [4, 1])
    #expect(built.summaries.map(\.documentCount) == [3, 1])
    #expect(built.summaries.map(\.role) == ["", "ministre"])
  }

  @Test func `damaged sections give typed errors or other answers, never a trap`() {
    for (name, bytes) in built.sections {
      for length in 0..<bytes.count { readAll(name, Array(bytes[..<length])) }
      for bit in 0..<bytes.count * 8 {
        var damaged = bytes
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        readAll(name, damaged)
      }
    }
  }

  private func readAll(_ name: String, _ bytes: [UInt8]) {
    var sections = built.sections
    sections[name] = bytes
    do throws(SnapshotError) {
      let filters = try open(sections)
      for column in [filters.kinds, filters.dates, filters.sources, filters.entityKinds] {
        for ordinal in 0..<column.count {
          let number = column.number(ordinal)
          #expect(number >= 0 && number < column.valueCount)
        }
        for number in 0..<column.valueCount { _ = try column.value(number) }
      }
      _ = try filters.entities(named: "otan")
      _ = try filters.entities(withWord: "ete")
      #expect(try filters.entities(withNamesLike: "a").allSatisfy { $0 < 2 })
      var inside = true
      for entity in 0..<2 { try filters.visitDocuments(ofEntity: entity) { inside = inside && $0 < 70 } }
      try filters.visitDocuments(ofGoal: "but") { inside = inside && $0 < 70 }
      #expect(inside)
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test func `a part of a name is found wherever it stands, as by looking at each name`() throws {
    var random = SeededRandom(5)
    let syllables = ["ka", "to", "van", "é", "l’o", "-", " ", "ri"]
    let records = (0..<300).map { number in
      let name = (0..<Int.random(in: 1...9, using: &random)).map { _ in syllables.randomElement(using: &random) ?? "" }
      let kind = ["country", "organisation", "person", "place"][number / 75]
      return Entity(id: "\(kind)/\(100 + number)", kind: .person, name: name.joined())
    }
    var sections = MemorySections()
    try sections.append(SectionName.documents, Self.documents)
    try sections.append(SectionName.entities, records)
    sections.append(
      SectionName.mentions, try SectionParts.encode(records.map { _ in [] }, of: SectionName.mentions))
    var builder = FilterBuilder()
    _ = try builder.add(sections.table())
    for (name, bytes) in try builder.sections() { sections.append(name, bytes) }
    let filters = try SnapshotFilters(
      sections.table(), documentCount: 70, summaries(records.map { EntitySummary(id: $0.id) }))
    for part in ["k", "ka", "KA", "tov", "vané", "L'O", "e-", "ri ka", "oka", "person", "tokatoka", "to to to to", ""] {
      let folded = Folding.foldName(part)
      let found = try filters.entities(withNamesLike: part)
      let expected =
        folded.isEmpty ? [] : records.indices.filter { Folding.foldName(records[$0].name).contains(folded) }
      #expect(found.sorted() == expected)
      let word = try filters.entities(withWord: part)
      #expect(
        word
          == records.indices.filter {
            !folded.isEmpty && Folding.foldName(records[$0].name).split(separator: " ").contains(Substring(folded))
          })
    }
  }

  @Test func `verification builds filters once more`() throws {
    let fixture = try SnapshotFixture()
    defer { fixture.remove() }
    let snapshot = try SnapshotReader(path: fixture.path)
    let filters = try snapshot.filters()
    #expect(filters.documentCount == fixture.documentCount)
    _ = try VerifiedSnapshot(verifying: snapshot)
  }
}

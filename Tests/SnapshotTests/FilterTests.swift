import EntenteFileMapping
import Foundation
import EntenteSchema
import Testing

@testable import EntenteSnapshot

@Suite struct FilterTests {
  private static func builder() -> (builder: FilterBuilder, summaries: [EntitySummary]) {
    var builder = FilterBuilder()
    for ordinal in 0..<70 {
      let day = "2023-0\(1 + ordinal % 9)-01"
      builder.add(
        Document(
          id: "d\(10 + ordinal)", kind: ordinal % 3 == 0 ? .news : .speech,
          published: ordinal % 7 == 0 ? nil : PartialDate(start: day, end: day), publisher: "Élysée",
          sourceUrl: "https://exemple.fr/\(ordinal)"))
    }
    func mention(_ ordinal: Int) -> Mention { Mention(source: Source(documentId: "d\(10 + ordinal)")) }
    let entities = [
      Entity(
        id: "organisation/otan", kind: .organisation, name: "Organisation du traité", acronym: "OTAN",
        mentions: [0, 0, 5, 69].map(mention)),
      Entity(
        id: "person/a", kind: .person, name: "Zoé d’Été", forms: ["Zoé d'Été", "Été"], roles: [Role(text: "ministre")],
        mentions: [mention(3)]),
    ]
    let summaries = entities.map { builder.add($0) }
    for ordinal in [1, 1, 4] {
      builder.add(Evidence(goalId: "but", passage: Source(documentId: "d\(10 + ordinal)")))
    }
    return (builder, summaries)
  }

  private static let sections = Dictionary(
    uniqueKeysWithValues: builder().builder.sections().map { ($0.name, $0.bytes) })

  private func open(_ sections: [String: [UInt8]]) throws(SnapshotError) -> SnapshotFilters {
    try SnapshotFilters(sections.mapValues { ByteRegion($0) }, documentCount: 70, entityCount: 2)
  }

  @Test func `columns and lists say what the records say`() throws {
    let filters = try open(Self.sections)
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
    #expect(Self.builder().summaries.map(\.documentCount) == [3, 1])
    #expect(Self.builder().summaries.map(\.role) == ["", "ministre"])
  }

  @Test func `damaged sections give typed errors or other answers, never a trap`() {
    for (name, bytes) in Self.sections {
      for length in 0..<bytes.count { readAll(name, Array(bytes[..<length])) }
      for bit in 0..<bytes.count * 8 {
        var damaged = bytes
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        readAll(name, damaged)
      }
    }
  }

  private func readAll(_ name: String, _ bytes: [UInt8]) {
    var sections = Self.sections
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
      var inside = true
      for entity in 0..<2 { try filters.visitDocuments(ofEntity: entity) { inside = inside && $0 < 70 } }
      try filters.visitDocuments(ofGoal: "but") { inside = inside && $0 < 70 }
      #expect(inside)
    } catch {
      #expect(!error.description.isEmpty)
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

import EntenteFileMapping
import EntenteSchema
import Testing

@testable import EntenteSnapshot

/// Lists whose bytes are not those that were written.
@Suite struct KnowledgeDamageTests {
  private let snapshot: SnapshotReader

  init() throws {
    snapshot = try KnowledgeFixture(seed: 9, documents: 14, entityCount: 8, historyCount: 4).snapshot
  }

  private var names: [String] {
    snapshot.directory.sections.map(\.name).filter { $0.hasPrefix("lists/") }
  }

  private var counts: RecordCounts {
    RecordCounts(
      documents: snapshot.documents.count, entities: snapshot.entities.count, events: snapshot.events.count,
      quotations: snapshot.quotations.count, evidence: snapshot.evidence.count,
      programmes: snapshot.programmes.count, goals: snapshot.goals.count)
  }

  @Test func `there is a section for each kind of list`() {
    #expect(
      Set(names) == [
        "lists/documents", "lists/entities", "lists/events", "lists/evidence", "lists/goals", "lists/history",
        "lists/quotations",
      ])
  }

  @Test func `lists that are cut off or changed give typed errors or other ordinals, never a trap`() throws {
    for name in names {
      let region = try #require(snapshot[section: name])
      let bytes = try #require(region.array(0, region.count))
      for length in 0..<bytes.count { readAll(name, Array(bytes[..<length])) }
      for bit in 0..<bytes.count * 8 {
        var damaged = bytes
        damaged[bit / 8] ^= 1 << UInt8(bit % 8)
        readAll(name, damaged)
      }
    }
  }

  @Test func `a missing section is named`() {
    for name in names {
      #expect(throws: SnapshotError.missingSection(name)) {
        var regions = snapshot.table.regions
        regions[name] = nil
        _ = try KnowledgeLists(SectionTable([], regions), counts)
      }
    }
  }

  @Test func `verification finds lists that are whole and say something else`() throws {
    for name in names {
      let region = try #require(snapshot[section: name])
      var bytes = try #require(region.array(0, region.count))
      // The lowest byte of the first number that is not in a header.
      bytes[9] ^= 1
      let other = try KnowledgeFixture(
        seed: 9, documents: 14, entityCount: 8, historyCount: 4, replacing: [name: bytes]
      ).snapshot
      #expect(throws: SnapshotError.layout(section: name, offset: 0, "it does not match the records")) {
        try VerifiedSnapshot(verifying: other)
      }
    }
  }

  private func readAll(_ name: String, _ bytes: [UInt8]) {
    do throws(SnapshotError) {
      var regions = snapshot.table.regions
      regions[name] = ByteRegion(bytes)
      try readAll(KnowledgeLists(SectionTable([], regions), counts))
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  /// Everything there is; a damaged list ends the reading of its own kind alone.
  private func readAll(_ lists: KnowledgeLists) {
    func check(_ ordinals: [Int], below limit: Int) {
      #expect(ordinals.allSatisfy { $0 >= 0 && $0 < limit } && zip(ordinals, ordinals.dropFirst()).allSatisfy(<))
    }
    let counts = counts
    for document in 0..<counts.documents {
      if let found = try? lists.documents.entities(of: document) { check(found, below: counts.entities) }
      if let found = try? lists.documents.events(of: document) { check(Array(found), below: counts.events) }
      if let found = try? lists.documents.quotations(of: document) { check(Array(found), below: counts.quotations) }
      if let found = try? lists.documents.evidence(of: document) { check(Array(found), below: counts.evidence) }
      _ = lists.documents.textLength(of: document)
    }
    for entity in 0..<counts.entities {
      if let found = try? lists.entities.eventsTakingPart(entity).all() { check(found, below: counts.events) }
      if let found = try? lists.entities.eventsTakingPlace(at: entity).all() { check(found, below: counts.events) }
      if let found = try? lists.entities.quotations(of: entity).all() { check(found, below: counts.quotations) }
      if let found = try? lists.entities.coOccurrences(of: entity) {
        #expect(found.allSatisfy { $0.entity < counts.entities })
      }
    }
    for kind in [EntityKind.unspecified] + EntityLists.rankedKinds {
      if let found = try? lists.entities.ranking(of: kind).ordinals(0..<counts.entities) {
        #expect(found.allSatisfy { $0 < counts.entities })
      }
    }
    let types = (try? lists.timeline.typeNames()) ?? []
    for position in 0..<counts.events {
      if let found = try? lists.timeline.event(at: position) { #expect(found < counts.events) }
      _ = (lists.timeline.days(at: position), lists.timeline.status(at: position))
      _ = types.indices.contains(lists.timeline.type(at: position))
    }
    for quotation in 0..<counts.quotations {
      _ = (lists.quotations.days(of: quotation), lists.quotations.kind(of: quotation))
    }
    for evidence in 0..<counts.evidence {
      _ = (lists.evidence.days(of: evidence), lists.evidence.score(of: evidence))
      try? lists.evidence.visitActors(of: evidence) { #expect($0.entity < counts.entities) }
    }
    for goal in 0..<counts.goals {
      if let found = try? lists.goals.evidence(of: goal).ordinals(0..<counts.evidence) {
        #expect(found.allSatisfy { $0 < counts.evidence })
      }
      if let found = try? lists.goals.events(of: goal).all() { check(found, below: counts.events) }
      if let found = try? lists.goals.quotations(of: goal).all() { check(found, below: counts.quotations) }
      if let found = try? lists.goals.programmes(of: goal) { check(found, below: counts.programmes) }
      if let found = try? lists.goals.actors(of: goal) { #expect(found.allSatisfy { $0.entity < counts.entities }) }
      _ = try? lists.tally(ofGoal: goal, in: .all)
      readHistory(lists, of: goal)
    }
    _ = try? lists.goals.goal(withID: "cyber")
    _ = lists.goals.programme(ofDocument: 5)
  }

  private func readHistory(_ lists: KnowledgeLists, of goal: Int) {
    for day in ["2024-01-01", "2024-03-15"] {
      let period = DayRange(first: DayNumber(iso8601: day), last: .last)
      guard let found = try? lists.evidence(ofGoal: goal, in: period) else { continue }
      _ = try? lists.tally(ofGoal: goal, in: period, evidence: found)
      let isCancelled = { false }
      _ = try? lists.visitActors(of: found, isCancelled: isCancelled) { #expect($0.entity < counts.entities) }
      if let strongest = try? lists.strongest(of: found, 0..<10, isCancelled: { false }) {
        #expect(strongest.count <= 10)
      }
    }
  }
}

import EntenteSchema
import ProtobufCoding
import Testing

@testable import EntenteSnapshot

/// Each list against a reading of all records.
@Suite struct KnowledgeListsTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4]

  @Test(arguments: seeds) func `a document has its entities, events, quotations and evidence`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge().documents
    #expect(lists.count == fixture.texts.count)
    for document in fixture.texts.indices {
      let id = KnowledgeFixture.id(document)
      let found = (
        try lists.entities(of: document), try lists.events(of: document), try lists.quotations(of: document),
        try lists.evidence(of: document)
      )
      #expect(found.0 == ordinals(fixture.entities) { $0.mentions.contains { $0.source?.documentID == id } })
      #expect(Array(found.1) == ordinals(fixture.events) { $0.evidence?.documentID == id })
      #expect(Array(found.2) == ordinals(fixture.quotations) { $0.source?.documentID == id })
      #expect(Array(found.3) == ordinals(fixture.evidence) { $0.passage?.documentID == id })
      #expect(lists.textLength(of: document) == fixture.texts[document].utf8.count)
      for ordinal in found.3 {
        for first in 0...document { #expect(lists.document(ofEvidence: ordinal, from: first) == document) }
      }
    }
  }

  @Test(arguments: seeds) func `the timeline holds every event in order of date`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let timeline = try fixture.snapshot.knowledge().timeline
    let sorted = timelineOrder(fixture)
    #expect(timeline.count == sorted.count)
    let types = try timeline.typeNames()
    for (position, ordinal) in sorted.enumerated() {
      let event = fixture.events[ordinal]
      let found = try timeline.event(at: position)
      #expect(found == ordinal)
      #expect(timeline.days(at: position) == DayRange(event.date))
      #expect(timeline.status(at: position) == event.status)
      #expect(types[timeline.type(at: position)] == event.type)
      #expect(timeline.isDated(at: position) == isDated(event.date))
    }
    for period in periods {
      let all = timeline.positions(in: period).filter { period.overlaps(timeline.days(at: $0)) }
      #expect(all == sorted.indices.filter { isIn(period, fixture.events[sorted[$0]].date) })
    }
  }

  @Test(arguments: seeds) func `an entity has its events, quotations, mentions and roles`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge()
    let sorted = timelineOrder(fixture)
    for (ordinal, entity) in fixture.entities.enumerated() {
      let found = (
        try lists.entities.eventsTakingPart(ordinal).all(), try lists.entities.eventsTakingPlace(at: ordinal).all(),
        try lists.entities.quotations(of: ordinal).all()
      )
      #expect(
        found.0 == sorted.indices.filter { fixture.events[sorted[$0]].participants.map(\.id).contains(entity.id) })
      #expect(found.1 == sorted.indices.filter { fixture.events[sorted[$0]].place?.id == entity.id })
      #expect(found.2 == ordinals(fixture.quotations) { $0.speakerID == entity.id })
      #expect(lists.entities.mentionCount(of: ordinal) == entity.mentions.count)
      let whole = try fixture.snapshot.entity(ordinal)
      #expect(whole == entity)
    }
    var whole: [Entity] = []
    try fixture.snapshot.visitEntities { (_, entity) in whole.append(entity) }
    #expect(whole == fixture.entities)
  }

  @Test(arguments: seeds) func `entities are ranked by their mentions, of all kinds and of each`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge().entities
    for kind in [EntityKind.unspecified, .person, .organisation, .country, .place] {
      let expected = mostMentioned(fixture).filter { kind == .unspecified || fixture.entities[$0].kind == kind }
      let ranking = try lists.ranking(of: kind)
      let found = try ranking.ordinals(0..<1000)
      #expect(found == expected)
      let page = try ranking.ordinals(2..<4)
      #expect(page == Array(expected.dropFirst(2).prefix(2)))
    }
  }

  @Test(arguments: seeds) func `entities of the same sentences come most frequent first`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge().entities
    let ranking = mostMentioned(fixture)
    // A sentence of the fixture ends at a full stop.
    var members: [Set<Int>] = []
    for (document, text) in fixture.texts.enumerated() {
      var start = 0
      for sentence in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
        let range = start..<start + sentence.count
        members.append(
          Set(
            ordinals(fixture.entities) { entity in
              entity.mentions.contains {
                $0.source?.documentID == KnowledgeFixture.id(document)
                  && range.contains(Int($0.source?.span?.offset ?? 0))
              }
            }))
        start = range.upperBound + 1
      }
    }
    for entity in fixture.entities.indices {
      let shared = members.filter { $0.contains(entity) }
      var expected: [EntityCount] = []
      for other in ranking where other != entity {
        let count = shared.count { $0.contains(other) }
        if count > 0 { expected.append(EntityCount(entity: other, count: count)) }
      }
      expected.sort { $0.count > $1.count }
      let found = try lists.coOccurrences(of: entity)
      #expect(found == expected)
    }
  }

  @Test(arguments: seeds) func `a goal has its evidence, events, quotations, actors and programmes`(seed: UInt64) throws
  {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge()
    let sorted = timelineOrder(fixture)
    let printed = fixture.programmes.flatMap { $0.priorities.flatMap(\.goals).map(\.id) }
    var ids: [String] = []
    for id in printed where !ids.contains(id) { ids.append(id) }
    #expect(lists.goals.count == ids.count)
    let unknown = try lists.goals.goal(withID: "orphelin")
    #expect(unknown == nil)
    for (ordinal, id) in ids.enumerated() {
      let goal = try lists.goals.goal(withID: id)
      #expect(goal == ordinal)
      let evidence = ordinals(fixture.evidence) { $0.goalID == id }
      let strongest = evidence.sorted { fixture.evidence[$0].score > fixture.evidence[$1].score }
      let found = (
        try lists.goals.evidence(of: ordinal).ordinals(0..<1000), try lists.goals.events(of: ordinal).all(),
        try lists.goals.quotations(of: ordinal).all(), try lists.goals.programmes(of: ordinal)
      )
      #expect(found.0 == strongest)
      #expect(found.1 == sorted.indices.filter { fixture.events[sorted[$0]].goalIDs.contains(id) })
      #expect(found.2 == ordinals(fixture.quotations) { $0.goalIDs.contains(id) })
      #expect(found.3 == ordinals(fixture.programmes) { $0.priorities[0].goals.contains { $0.id == id } })
      for first in stride(from: 0, to: strongest.count, by: 3) {
        let page = try lists.goals.evidence(of: ordinal).ordinals(first..<first + 5)
        #expect(page == Array(strongest.dropFirst(first).prefix(5)))
      }
      let count = try lists.goals.evidence(of: ordinal).count
      #expect(count == strongest.count)
      let actors = try lists.goals.actors(of: ordinal)
      #expect(actors == self.actors(in: evidence, fixture))
    }
  }

  @Test(arguments: seeds) func `a review counts what there is on a goal in a period`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge()
    let reviews = try fixture.snapshot.goals.all()
    for (ordinal, review) in reviews.enumerated() {
      for period in periods {
        let expected = self.review(review.goal, period, fixture)
        let tally = try #require(try lists.tally(ofGoal: ordinal, in: period))
        #expect(tally.evidence == Int(expected.evidenceCount))
        #expect(tally.directEvidence == Int(expected.directEvidenceCount))
        #expect(tally.documents == Int(expected.documentCount))
        #expect(tally.events == Int(expected.eventCount))
        #expect(tally.quotations == Int(expected.quotationCount))
        #expect(tally.strength == expected.strength)
        #expect(date(tally.first, fixture) == expected.firstDate)
        #expect(date(tally.last, fixture) == expected.lastDate)
        if period == .all {
          var whole = expected
          (whole.goal, whole.priorityTitle) = (review.goal, review.priorityTitle)
          #expect(whole == review)
        }
      }
      let cancelled = try lists.tally(ofGoal: ordinal, in: .all) { true }
      #expect(cancelled == nil || fixture.evidence.count < 4096)
    }
  }

  @Test(arguments: seeds) func `evidence and quotations have the columns that filters ask`(seed: UInt64) throws {
    let fixture = try KnowledgeFixture(seed: seed)
    let lists = try fixture.snapshot.knowledge()
    for (ordinal, item) in fixture.evidence.enumerated() {
      #expect(lists.evidence.days(of: ordinal) == DayRange(item.date))
      #expect(lists.evidence.score(of: ordinal) == item.score)
      #expect(lists.evidence.strength(of: ordinal) == item.strength)
      #expect(lists.evidence.isDated(ordinal) == isDated(item.date))
    }
    for (ordinal, quotation) in fixture.quotations.enumerated() {
      #expect(lists.quotations.days(of: ordinal) == DayRange(quotation.date))
      #expect(lists.quotations.kind(of: ordinal) == quotation.kind)
    }
    for (document, text) in fixture.texts.indices.enumerated() {
      let programme = lists.goals.programme(ofDocument: document)
      #expect(programme == fixture.programmes.firstIndex { $0.documentID == KnowledgeFixture.id(text) })
      if let programme { #expect(lists.goals.document(ofProgramme: programme) == document) }
    }
  }

  @Test(arguments: seeds) func `verification builds the lists once more`(seed: UInt64) throws {
    _ = try VerifiedSnapshot(verifying: KnowledgeFixture(seed: seed).snapshot)
  }

  // The same, from the records alone

  private let periods = [
    DayRange.all, DayRange(first: DayNumber(iso8601: "2024-02-01"), last: .last),
    DayRange(first: .none, last: DayNumber(iso8601: "2024-01-31")),
    DayRange(first: DayNumber(iso8601: "2024-03-02"), last: DayNumber(iso8601: "2024-03-20")),
    DayRange(first: DayNumber(iso8601: "2030-01-01"), last: .last),
  ]

  private func ordinals<Record>(_ records: [Record], where isWanted: (Record) -> Bool) -> [Int] {
    records.indices.filter { isWanted(records[$0]) }
  }

  private func isDated(_ date: PartialDate?) -> Bool {
    date.map { !$0.start.isEmpty && $0.subject == .unspecified } ?? false
  }

  /// ISO 8601 dates compare as texts.
  private func isIn(_ period: DayRange, _ date: PartialDate?) -> Bool {
    if period == .all { return true }
    guard let date, !date.start.isEmpty else { return false }
    return date.end >= period.first.date?.iso8601 ?? "" && date.start <= period.last.date?.iso8601 ?? ""
  }

  private func timelineOrder(_ fixture: KnowledgeFixture) -> [Int] {
    fixture.events.indices.sorted { left, right in
      let (first, second) = (fixture.events[left], fixture.events[right])
      let (start, otherStart) = (first.date?.start ?? "", second.date?.start ?? "")
      if start.isEmpty != otherStart.isEmpty { return otherStart.isEmpty }
      return (start, first.date?.end ?? "", first.id) < (otherStart, second.date?.end ?? "", second.id)
    }
  }

  private func mostMentioned(_ fixture: KnowledgeFixture) -> [Int] {
    fixture.entities.indices.sorted { left, right in
      let counts = (fixture.entities[left].mentions.count, fixture.entities[right].mentions.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
    }
  }

  private func actors(in evidence: [Int], _ fixture: KnowledgeFixture) -> [EntityCount] {
    let passages = evidence.compactMap { fixture.evidence[$0].passage }
    var found: [EntityCount] = []
    for entity in mostMentioned(fixture) where fixture.entities[entity].kind != .place {
      let count = fixture.entities[entity].mentions.reduce(0) { count, mention in
        count + passages.count { $0.holds(mention.source) }
      }
      if count > 0 { found.append(EntityCount(entity: entity, count: count)) }
    }
    return found.sorted { $0.count > $1.count }
  }

  private func review(_ goal: Goal?, _ period: DayRange, _ fixture: KnowledgeFixture) -> GoalReview {
    let id = goal?.id ?? ""
    let evidence = fixture.evidence.filter { $0.goalID == id && isIn(period, $0.date) }
    let events = fixture.events.filter { $0.goalIDs.contains(id) && isIn(period, $0.date) }
    let dates = (evidence.map(\.date) + events.map(\.date)).compactMap(\.self).filter(isDated)
    return GoalReview(
      evidenceCount: UInt32(evidence.count), directEvidenceCount: UInt32(evidence.count { $0.strength == .direct }),
      documentCount: UInt32(Set(evidence.map { $0.passage?.documentID ?? "" }).count),
      eventCount: UInt32(events.count),
      quotationCount: UInt32(fixture.quotations.count { $0.goalIDs.contains(id) && isIn(period, $0.date) }),
      firstDate: dates.min { $0.start < $1.start }, lastDate: dates.max { $0.end < $1.end },
      strength: Float(evidence.reduce(0) { $0 + (Double($1.score) * 1_000_000).rounded() } / 1_000_000))
  }

  private func date(_ record: GoalTally.DatedRecord?, _ fixture: KnowledgeFixture) -> PartialDate? {
    switch record {
    case .evidence(let ordinal): fixture.evidence[ordinal].date
    case .event(let ordinal): fixture.events[ordinal].date
    case nil: nil
    }
  }
}

extension Source {
  /// Whether the other one lies inside this one.
  fileprivate func holds(_ other: Source?) -> Bool {
    guard let outer = span, let inner = other?.span, documentID == other?.documentID else { return false }
    return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
  }
}

import EntenteSchema
import Testing

@testable import EntenteSnapshot

/// Histories against a count of every item: with few and many checkpoints, and days before, among and after all evidence.
@Suite struct GoalHistoryTests {
  private static let days = [
    "2023-12-31", "2024-01-15", "2024-01-16", "2024-02-01", "2024-03-15", "2024-04-01", "2024-06-01",
  ]

  @Test(arguments: [1, 2, 5, 16], [UInt64(1), 7]) func `a history counts what a reading of every item counts`(
    leastCount: Int, seed: UInt64
  ) throws {
    let counted = try KnowledgeFixture(seed: seed, documents: 60).snapshot.knowledge()
    let known = try KnowledgeFixture(seed: seed, documents: 60, historyCount: leastCount).snapshot.knowledge()
    for goal in 0..<counted.goals.count {
      let (without, with) = (try counted.histories.history(of: goal), try known.histories.history(of: goal))
      #expect(without == nil)
      #expect(with != nil)
      for day in Self.days {
        let period = DayRange(first: DayNumber(iso8601: day), last: .last)
        let listed = try #require(try counted.evidence(ofGoal: goal, in: period))
        let latest = try #require(try known.evidence(ofGoal: goal, in: period))
        #expect(try counted.tally(ofGoal: goal, in: period) == known.tally(ofGoal: goal, in: period))
        #expect(try actors(counted, listed) == actors(known, latest))
        for page in [0..<5, 3..<9, 200..<210] {
          #expect(
            try counted.strongest(of: listed, page) { false } == known.strongest(of: latest, page) { false },
            "since \(day), \(page)")
        }
      }
    }
  }

  @Test func `verification tells a forged history`() throws {
    let fixture = try KnowledgeFixture(seed: 2)
    let forged = try KnowledgeFixture(seed: 2, historyCount: 3)
    _ = try VerifiedSnapshot(verifying: fixture.snapshot)
    #expect(throws: SnapshotError.layout(section: "lists/history", offset: 0, "it does not match the records")) {
      try VerifiedSnapshot(verifying: forged.snapshot)
    }
  }

  private func actors(_ lists: KnowledgeLists, _ evidence: PeriodEvidence) throws -> [Int: Int] {
    var counts: [Int: Int] = [:]
    let isCancelled = { false }
    let isDone = try lists.visitActors(of: evidence, isCancelled: isCancelled) {
      counts[$0.entity, default: 0] += $0.count
    }
    #expect(isDone)
    return counts
  }
}

import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

/// The corpus that ships with the project, from files to a snapshot.
@Suite struct SeedsTests {
  private let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds").path

  @Test func `every byte of the snapshot checks, and what is known of the documents is in it`() async throws {
    let folder = try TemporaryFolder()
    let output = folder.path("seeds.snapshot")
    let report = try await SnapshotBuilder(options: IngestOptions()).build([seeds], output: output)
    #expect(report.findings.rejections.isEmpty)
    let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot
    #expect(snapshot.documents.count == 5)
    let programme = try #require(try snapshot.programmes.all().first)
    #expect(programme.parts.count == 3)
    #expect(programme.strategicObjectives.count == 3)
    #expect(programme.priorities.map(\.goals.count) == [5, 3, 6, 2])
    #expect(snapshot.entities.count > 20)
    #expect(snapshot.events.count > 5)
    #expect(snapshot.evidence.count > 10)
  }

  @Test func `whoever an event or a quotation refers to is an entity of the snapshot, by its name there`() async throws
  {
    let folder = try TemporaryFolder()
    let output = folder.path("seeds.snapshot")
    _ = try await SnapshotBuilder(options: IngestOptions()).build([seeds], output: output)
    let snapshot = try SnapshotReader(path: output)
    let names = Dictionary(uniqueKeysWithValues: try snapshot.entities.all().map { ($0.id, $0.name) })
    for event in try snapshot.events.all() {
      for reference in event.participants + [event.place].compactMap(\.self) {
        #expect(names[reference.id] == reference.name)
      }
    }
    for quotation in try snapshot.quotations.all() where !quotation.speakerID.isEmpty {
      #expect(names[quotation.speakerID] == quotation.speaker)
    }
  }

  @Test func `extraction prints a line for each document`() throws {
    let ended = try Command.run(Command.ingest, ["extract", seeds])
    #expect(ended.status == 0)
    let lines = ended.output.split(separator: "\n")
    #expect(lines.count == 5)
    for line in lines {
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      for key in ["id", "title", "kind", "people", "organisations", "countries", "places", "quotes", "dates", "events"]
      {
        #expect(record?[key] != nil, "\(key)")
      }
    }
  }
}

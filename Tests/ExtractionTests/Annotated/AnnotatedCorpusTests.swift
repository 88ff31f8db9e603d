import EntenteSchema
import Foundation
import Testing

@testable import EntenteExtraction

/// Events and evidence on the annotated corpora, from the facts that the annotations state, scored by `scripts/score`.
@Suite struct AnnotatedCorpusTests {
  private struct Gold: Decodable { let documents: [AnnotatedDocument] }

  private struct Record: Encodable {
    struct Told: Encodable {
      let type: String
      let title: String
      let start: String?
      let end: String?
      let place: String?
      let participants: [String]
      let status: String
      let evidence: String
    }
    struct Passage: Encodable {
      let text: String
      let score: Float
    }
    struct Goal: Encodable {
      let id: String
      let passages: [Passage]
    }
    let id: String
    let events: [Told]
    let goals: [Goal]
  }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  private static let root = tests.deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: [("Seeds", "seeds"), ("Development", "Tests/ExtractionTests/Development")])
  func `events and evidence reach their floors when the facts are given`(gold: String, documents: String) throws {
    let file = Self.tests.appending(path: "\(gold)/gold.json")
    let folder = Self.root.appending(path: documents)
    let lines = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file)).documents.map { document in
      try String(decoding: JSONEncoder().encode(Self.record(of: document, in: folder)), as: UTF8.self)
    }
    let output = FileManager.default.temporaryDirectory.appending(path: "entente-\(gold)-\(UUID()).jsonl")
    try lines.joined(separator: "\n").write(to: output, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: output) }
    let score = Process()
    score.executableURL = URL(filePath: "/usr/bin/env")
    score.arguments = [
      "python3", Self.root.appending(path: "scripts/score").path, file.path, output.path, "--documents", folder.path,
      "--floor", "events=0.85,evidence=0.85,goals=0.85",
    ]
    try score.run()
    score.waitUntilExit()
    #expect(score.terminationStatus == 0)
  }

  @Test(arguments: ["Seeds", "Development"])
  func `every span cut from a document is the text shown`(gold: String) throws {
    let folder = gold == "Seeds" ? Self.root.appending(path: "seeds") : Self.tests.appending(path: gold)
    let data = try Data(contentsOf: Self.tests.appending(path: "\(gold)/gold.json"))
    for document in try JSONDecoder().decode(Gold.self, from: data).documents {
      let text = try document.text(in: folder)
      let facts = document.facts(of: text)
      let events = EventFinder(text: text, facts: facts).events()
      let evidence = EvidenceFinder(text: text, facts: facts).evidence(events: events)
      let sources = events.compactMap(\.evidence) + evidence.compactMap(\.passage) + evidence.flatMap(\.decidingWords)
      for source in sources { #expect(text.source(source.bytes(of: document.id) ?? 0..<0) == source.text) }
    }
  }

  private static func record(of document: AnnotatedDocument, in folder: URL) throws -> Record {
    let text = try document.text(in: folder)
    let facts = document.facts(of: text)
    let events = EventFinder(text: text, facts: facts).events()
    let evidence = EvidenceFinder(text: text, facts: facts).evidence(events: events)
    return Record(
      id: document.id,
      events: events.map { event in
        let start = event.date?.start ?? ""
        return Record.Told(
          type: event.type, title: event.title, start: start.isEmpty ? nil : start,
          end: start.isEmpty ? nil : event.date?.end, place: event.place?.name,
          participants: event.participants.map(\.name), status: "\(event.status)", evidence: event.evidence?.text ?? "")
      },
      goals: Dictionary(grouping: evidence, by: \.goalID).sorted { $0.key < $1.key }.map { goal, items in
        Record.Goal(id: goal, passages: items.map { Record.Passage(text: $0.passage?.text ?? "", score: $0.score) })
      })
  }
}

import Foundation
import Testing

/// `entente snapshot export`, opened by readers that nobody here wrote.
@Suite(.timeLimit(.minutes(5))) struct ExportTests {
  /// A snapshot of the seeds and of the development documents.
  private struct Corpus: ~Copyable {
    let snapshot = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"

    init(_ folders: String...) throws {
      let paths = folders.map { Products.root.appendingPathComponent($0).path }
      let ingest = try Products.run(Products.path("entente-ingest"), paths + ["--output", snapshot])
      // The annotations beside the documents are no documents.
      guard [0, 3].contains(ingest.status) else { throw Products.Failure(description: ingest.errors) }
    }

    func export(_ arguments: String...) throws -> Products.Result {
      try Products.run(Products.path("entente"), ["snapshot", "export", snapshot] + arguments)
    }

    deinit { try? FileManager.default.removeItem(atPath: snapshot) }
  }

  /// Runs a Python script with the text of an export on its standard input; it prints what it understood as JSON.
  private func python<Answer: Decodable>(_ script: String, _ text: String, _ type: Answer.Type) throws -> Answer {
    let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let python = Products.root.appendingPathComponent(".venv/bin/python3").path
    try #require(FileManager.default.isExecutableFile(atPath: python), "there is no .venv: run scripts/python-env")
    let result = try Products.run(python, ["-c", script, file])
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  private struct Record: Decodable {
    struct Event: Decodable {
      struct Date: Decodable { let start, end, precision: String? }
      struct Source: Decodable { let text, documentId: String }
      let id, title: String
      let date: Date?
      let evidence: Source
    }
    struct Entity: Decodable {
      struct Mention: Decodable {}
      let id, name: String
      let mentions: [Mention]?
    }
    struct Document: Decodable { let id, text: String }

    let event: Event?
    let entity: Entity?
    let document: Document?
  }

  private func records(_ corpus: borrowing Corpus) throws -> [Record] {
    let lines = try corpus.export("--format", "jsonl")
    #expect(lines.status == 0)
    return try lines.output.split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
  }

  @Test func `Python's csv reads every event, to the letter`() throws {
    let corpus = try Corpus("seeds", "Tests/ExtractionTests/Development")
    let events = try records(corpus).compactMap(\.event)
    try #require(events.count > 20)
    let csv = try corpus.export("--format", "csv")
    let script = """
      import csv, json, sys
      with open(sys.argv[1], encoding="utf-8", newline="") as file:
          print(json.dumps(list(csv.DictReader(file, strict=True))))
      """
    let rows = try python(script, csv.output, [[String: String]].self)
    #expect(rows.map { $0["id"] } == events.map(\.id))
    #expect(rows.map { $0["title"] } == events.map(\.title))
    #expect(rows.map { $0["evidence"] } == events.map(\.evidence.text))
    #expect(rows.map { $0["start"] } == events.map { $0.date?.start ?? "" })
  }

  @Test(arguments: ["documents", "entities", "quotations", "evidence"]) func `every table is one to Python's csv`(
    table: String
  ) throws {
    let corpus = try Corpus("seeds")
    let csv = try corpus.export("--format", "csv", "--table", table)
    let script = """
      import csv, json, sys
      with open(sys.argv[1], encoding="utf-8", newline="") as file:
          rows = list(csv.reader(file, strict=True))
      print(json.dumps({"rows": len(rows) - 1, "widths": sorted(set(len(row) for row in rows))}))
      """
    struct Shape: Decodable { let rows: Int, widths: [Int] }
    let shape = try python(script, csv.output, Shape.self)
    #expect(shape.rows >= 5)
    #expect(shape.widths.count == 1)
  }

  @Test func `icalendar reads the timeline, with its days and its texts`() throws {
    let corpus = try Corpus("seeds", "Tests/ExtractionTests/Development")
    let dated = try records(corpus).compactMap(\.event).filter { !($0.date?.start ?? "").isEmpty }
    let calendar = try corpus.export("--format", "ics")
    #expect(calendar.output.utf8.split(separator: 0x0D, omittingEmptySubsequences: true).allSatisfy { $0.count <= 76 })
    let script = """
      import icalendar, json, sys, datetime
      calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
      assert not calendar.errors, calendar.errors
      events = calendar.walk("VEVENT")
      assert not any(event.errors for event in events)
      print(json.dumps([{"uid": str(event["UID"]), "title": str(event["SUMMARY"]),
                         "description": str(event["DESCRIPTION"]), "start": event["DTSTART"].dt.isoformat(),
                         "end": (event["DTEND"].dt - datetime.timedelta(days=1)).isoformat()} for event in events]))
      """
    struct Entry: Decodable { let uid, title, description, start, end: String }
    let entries = try python(script, calendar.output, [Entry].self)
    #expect(entries.map(\.title) == dated.map(\.title))
    #expect(entries.map(\.start) == dated.map { $0.date?.start })
    #expect(entries.map(\.end) == dated.map { $0.date?.end })
    #expect(Set(entries.map(\.uid)).count == entries.count)
    for (entry, event) in zip(entries, dated) {
      #expect(entry.description.hasPrefix(event.evidence.text.replacing("\r\n", with: "\n")))
    }
  }

  @Test func `networkx reads entities and their co-occurrence`() throws {
    let corpus = try Corpus("seeds")
    let entities = try records(corpus).compactMap(\.entity)
    let graph = try corpus.export("--format", "graphml")
    let script = """
      import json, networkx, sys
      graph = networkx.read_graphml(sys.argv[1])
      print(json.dumps({"nodes": {node: data["label"] for node, data in graph.nodes(data=True)},
                        "mentions": {node: data["mentions"] for node, data in graph.nodes(data=True)},
                        "edges": [[a, b, data["weight"]] for a, b, data in graph.edges(data=True)]}))
      """
    struct Graph: Decodable {
      enum Part: Decodable {
        case id(String)
        case weight(Int)

        init(from decoder: any Decoder) throws {
          let value = try decoder.singleValueContainer()
          if let weight = try? value.decode(Int.self) {
            self = .weight(weight)
          } else {
            self = .id(try value.decode(String.self))
          }
        }
      }
      let nodes: [String: String]
      let mentions: [String: Int]
      let edges: [[Part]]
    }
    let read = try python(script, graph.output, Graph.self)
    #expect(read.nodes == Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.name) }))
    #expect(read.mentions == Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.mentions?.count ?? 0) }))
    #expect(read.edges.count > 20)
  }

  @Test func `an export to a file is the same as to standard output, and leaves nothing beside it`() throws {
    let corpus = try Corpus("seeds")
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("timeline.ics")
    let written = try corpus.export("--format", "ics", "--output", file.path)
    #expect(written.status == 0)
    let shown = try corpus.export("--format", "ics")
    #expect(try String(contentsOf: file, encoding: .utf8) == shown.output)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["timeline.ics"])
    let nowhere = try corpus.export("--format", "ics", "--output", "/nowhere/timeline.ics")
    #expect(nowhere.status == 74)
    #expect(nowhere.errors.contains("/nowhere/timeline.ics: No such file or directory"))
  }

  /// A corpus of one document whose title and names are those of somebody who means harm.
  private func hostileSnapshot(_ title: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    let document = ["id": "a", "title": title, "text": "Paul\u{FFFE} Lemaire\u{FFFF} est à Oslo avec l’OTAN."]
    try JSONSerialization.data(withJSONObject: document).write(to: URL(filePath: path + ".jsonl"))
    defer { try? FileManager.default.removeItem(atPath: path + ".jsonl") }
    let ingest = try Products.run(
      Products.path("entente-ingest"), [path + ".jsonl", "--output", path + ".snapshot"])
    guard ingest.status == 0 else { throw Products.Failure(description: ingest.errors) }
    return path + ".snapshot"
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "plain"])
  func `no cell is a formula`(_ title: String) throws {
    let snapshot = try hostileSnapshot(title)
    defer { try? FileManager.default.removeItem(atPath: snapshot) }
    let table = try Products.run(
      Products.path("entente"), ["snapshot", "export", snapshot, "--format", "csv", "--table", "documents"])
    let script = """
      import csv, json, sys
      print(json.dumps([row["title"] for row in csv.DictReader(open(sys.argv[1], newline=""))]))
      """
    #expect(try python(script, table.output, [String].self) == [title == "plain" ? title : "'" + title])
  }

  @Test func `GraphML is XML, whatever a name holds`() throws {
    let snapshot = try hostileSnapshot("Titre\u{FFFE}\u{FFFF}\u{1}<&>")
    defer { try? FileManager.default.removeItem(atPath: snapshot) }
    let graph = try Products.run(Products.path("entente"), ["snapshot", "export", snapshot, "--format", "graphml"])
    #expect(graph.status == 0)
    #expect(!graph.output.unicodeScalars.contains { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" })
    let script =
      "import sys, json, xml.etree.ElementTree as t; print(json.dumps(len(list(t.parse(sys.argv[1]).iter()))))"
    #expect(try python(script, graph.output, Int.self) > 5)
  }

  @Test func `an export that is killed leaves nothing behind`() throws {
    let corpus = try Corpus("seeds")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for step in 0..<12 {
      let process = Process()
      process.executableURL = URL(filePath: Products.path("entente"))
      process.arguments = ["snapshot", "export", corpus.snapshot, "--format", "jsonl", "--output", folder.path + "/a"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: Double(step) * 0.02)
      kill(process.processIdentifier, step.isMultiple(of: 2) ? SIGTERM : SIGKILL)
      process.waitUntilExit()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      // The lock of a killed process is an empty file, which the next one takes over.
      #expect(names.allSatisfy { $0 == "a" || $0 == ".a.lock" }, "\(names)")
      #expect(!names.contains(".a.lock") || !step.isMultiple(of: 2))
    }
    let last = try corpus.export("--format", "jsonl", "--output", folder.path + "/a")
    #expect(last.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test func `diff tells which documents were added, removed and changed`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func build(_ documents: [String: String]) throws -> String {
      let lines = documents.map { "{\"id\":\"\($0)\",\"title\":\"Titre \($0)\",\"text\":\"\($1)\"}" }
      let input = folder.appendingPathComponent("\(UUID().uuidString).jsonl")
      try Data(lines.joined(separator: "\n").utf8).write(to: input)
      let snapshot = input.path + ".snapshot"
      _ = try Products.run(Products.path("entente-ingest"), [input.path, "--output", snapshot])
      return snapshot
    }
    let old = try build(["a": "Un texte.", "b": "Un autre.", "c": "Le dernier."])
    let new = try build(["a": "Un texte.", "b": "Un autre, changé.", "d": "Le nouveau."])
    let entente = Products.path("entente")
    let difference = try Products.run(entente, ["snapshot", "diff", old, new])
    #expect(difference.status == 1)
    #expect(difference.output.hasPrefix("~ b · Titre b\n- c · Titre c\n+ d · Titre d\n"))
    let same = try Products.run(entente, ["snapshot", "diff", old, old, "--json"])
    #expect(same.status == 0)
    #expect(same.output.contains("\"isSame\" : true"))
  }
}

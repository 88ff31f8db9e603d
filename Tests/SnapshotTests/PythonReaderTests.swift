import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

/// `clients/python/snapshot_reader.py` knows SNAPSHOT.md, protobuf and zlib, and nothing of this code.
@Suite struct PythonReaderTests {
  struct Listing: Decodable {
    struct Document: Decodable { let id, title, published, text: String }
    struct Goal: Decodable {
      let id, title, commitment: String
      let number: Int
    }
    struct Date: Decodable { let document, text, start, end, precision: String }

    let id: String
    let generation: Int
    let documents: [Document]
    let goals: [Goal]
    let dates: [Date]
  }

  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func run(_ executable: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Ended {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, complaint) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, complaint)
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let complained = try complaint.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: written, complaint: String(decoding: complained, as: UTF8.self))
  }

  private struct Ended {
    let status: Int32
    let output: Data
    let complaint: String
  }

  private func read(_ path: String) throws -> Ended {
    let stubs = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: stubs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: stubs) }
    let schema = root.appending(path: "schema").path
    let files = ["date", "document", "programme", "snapshot", "text"].map { "\(schema)/entente/v1/\($0).proto" }
    let compiled = try run("/usr/bin/env", ["protoc", "-I", schema, "--python_out=\(stubs.path)"] + files)
    try #require(compiled.status == 0, "\(compiled.complaint)")
    let python = root.appending(path: ".venv/bin/python3").path
    try #require(FileManager.default.isExecutableFile(atPath: python), "there is no .venv: run scripts/python-env")
    let script = root.appending(path: "clients/python/snapshot_reader.py").path
    return try run(python, [script, path, "--json"], ["PYTHONPATH": stubs.path])
  }

  @Test func `Python lists every document, goal and date of a snapshot`() throws {
    let fixture = try SnapshotFixture()
    defer { fixture.remove() }
    let ended = try read(fixture.path)
    try #require(ended.status == 0, "\(ended.complaint)")
    let listing = try JSONDecoder().decode(Listing.self, from: ended.output)
    #expect(listing.id == fixture.id)
    #expect(listing.generation == 7)
    #expect(listing.documents.map(\.id) == (0..<40).map(SnapshotFixture.id))
    #expect(listing.documents.map(\.title) == (0..<40).map { "Titre \($0)" })
    #expect(listing.documents.map(\.text) == (0..<40).map(SnapshotFixture.text))
    let goals = SnapshotFixture.programme.priorities.flatMap(\.goals)
    #expect(listing.goals.map(\.title) == goals.map(\.title))
    #expect(listing.goals.map(\.commitment) == goals.map(\.commitment))
    #expect(listing.goals.map(\.number) == [1, 2])
    #expect(listing.dates.map(\.document) == (0..<40).map(SnapshotFixture.id))
    #expect(listing.dates.allSatisfy { $0.start == "2024-01-01" && $0.end == "2024-01-01" && $0.text == "Le" })
  }

  @Test func `Python refuses a damaged snapshot`() throws {
    let fixture = try SnapshotFixture(documentCount: 3)
    defer { fixture.remove() }
    var bytes = try fixture.bytes
    bytes[40] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: fixture.path))
    let ended = try read(fixture.path)
    #expect(ended.status == 1)
    #expect(ended.complaint.contains("damaged"))
  }

  @Test func `the script is short`() throws {
    let script = try String(contentsOf: root.appending(path: "clients/python/snapshot_reader.py"), encoding: .utf8)
    #expect(script.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }
}

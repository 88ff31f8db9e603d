import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

/// Nothing is dropped in silence: each bad input is named with its reason, and the rest is ingested.
@Suite struct RejectionTests {
  private func rejections(of folder: TemporaryFolder) async throws -> [Rejection] {
    var options = IngestOptions()
    options.extracts = false
    do throws(IngestError) {
      return try await SnapshotBuilder(options: options).build([folder.path], output: folder.path + ".snapshot")
        .findings.rejections
    } catch {
      guard case .noDocuments(let findings) = error else { throw error }
      return findings.rejections
    }
  }

  private func reason(_ name: String, _ bytes: [UInt8]) async throws -> String? {
    let folder = try TemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".snapshot") }
    try folder.write("good.txt", "Un bon texte.")
    try folder.write(name, bytes)
    let rejected = try await rejections(of: folder)
    #expect(rejected.count == 1)
    let snapshot = try SnapshotReader(path: folder.path + ".snapshot")
    #expect(snapshot.documents.count == 1)
    return rejected.first?.reason
  }

  private func reason(_ name: String, _ text: String) async throws -> String? {
    try await reason(name, Array(text.utf8))
  }

  @Test func `an empty file, and one of white space`() async throws {
    #expect(try await reason("a.txt", "") == "the file is empty")
    #expect(try await reason("a.txt", " \n\t") == "it contains no text")
    #expect(try await reason("a.html", "<p></p>") == "it contains no text")
  }

  @Test func `bytes that are not text`() async throws {
    #expect(try await reason("a.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2])?.contains("not text") == true)
    #expect(try await reason("a.txt", Array("abc".utf8) + [0x81, 0x8D])?.contains("byte 3") == true)
    #expect(try await reason("a.txt", [0xFF, 0xFE, 0x41])?.contains("UTF-16") == true)
    #expect(try await reason("a.txt", [0xFF, 0xFE, 0x00, 0xD8])?.contains("UTF-16") == true)
  }

  @Test func `a file of an unknown format`() async throws {
    #expect(try await reason("a.pdf", "%PDF-1.7")?.contains("unknown format") == true)
    #expect(try await reason("a", "texte")?.contains("unknown format") == true)
  }

  @Test func `a file that says it is compressed and is not`() async throws {
    #expect(try await reason("a.txt.gz", "texte")?.contains("gzip") == true)
  }

  @Test(arguments: [
    "[1, 2]", "\"texte\"", "null", "{", "{\"id\": \"a\", \"text\": \"b\"} x", "{\"id\": \"a\", \"text\": \"\\ud800\"}",
    "{\"id\": \"a\", \"text\": \"b}", "{\"id\": \"a\" \"text\": \"b\"}", "{\"text\": \"b\"}", "{\"id\": \"a\"}",
    "{\"id\": \"a\", \"text\": \"b\", \"date\": \"2024-02-31\"}", "{\"id\": 1, \"text\": \"b\"}",
    String(repeating: "[", count: 100_000), "{\"a\": " + String(repeating: "[", count: 100_000),
  ])
  func `a JSON line that is no document`(_ line: String) async throws {
    #expect(try await reason("a.jsonl", line + "\n") != nil)
  }

  @Test func `every truncation of a JSON line`() async throws {
    let line = Array(#"{"id": "a", "n": [1, {"b": true}], "text": "d\u00e9j\u00e0 \"vu\""}"#.utf8)
    let folder = try TemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".snapshot") }
    try folder.write("a.jsonl", (1..<line.count).flatMap { Array(line[..<$0]) + [0x0A] } + line)
    #expect(try await rejections(of: folder).count == line.count - 1)
  }

  @Test func `two documents with one id: the same one stays, whatever the order`() async throws {
    let folder = try TemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".snapshot") }
    try folder.write("a.txt", "Le premier.")
    try folder.write("b.jsonl", #"{"id": "a", "text": "Le second."}"#)
    let rejected = try await rejections(of: folder)
    #expect(rejected.map(\.input) == ["b.jsonl:1"])
    #expect(rejected.first?.reason.contains("a.txt") == true)
  }

  @Test func `an empty folder, a folder without documents, a path that is not there`() async throws {
    let empty = try TemporaryFolder()
    #expect(try await rejections(of: empty).count == 1)
    let other = try TemporaryFolder()
    try other.write("a.pdf", "x")
    #expect(try await rejections(of: other).map(\.input).contains("a.pdf"))
    await #expect(throws: IngestError.self) {
      _ = try await SnapshotBuilder(options: IngestOptions()).build(
        ["/nowhere/at/all"], output: empty.path + ".snapshot")
    }
    #expect(!FileManager.default.fileExists(atPath: empty.path + ".snapshot"))
  }

  @Test func `a line of 200 MB`() async throws {
    let folder = try TemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".snapshot") }
    let path = try folder.write("a.jsonl", "{\"id\": \"a\", \"text\": \"")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
    for _ in 0..<200 { try file.write(contentsOf: piece) }
    try file.write(contentsOf: Data("\"}\n{\"id\": \"b\", \"text\": \"Un texte.\"}\n".utf8))
    try file.close()
    let rejected = try await rejections(of: folder)
    #expect(rejected.map(\.input) == ["a.jsonl:1"])
    #expect(try SnapshotReader(path: folder.path + ".snapshot").documents.count == 1)
  }
}

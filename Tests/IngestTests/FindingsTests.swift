import EntenteFormats
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

@testable import EntenteIngest

/// What is read, and what is said of it.
@Suite struct FindingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ingest(_ encoding: TextEncoding? = nil) async throws -> (documents: [Document], findings: InputFindings)
  {
    var options = IngestOptions()
    options.encoding = encoding
    options.extracts = false
    let output = folder.path + ".snapshot"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let report = try await SnapshotBuilder(options: options).build([folder.path], output: output)
    let snapshot = try SnapshotReader(path: output)
    return (try (0..<snapshot.documents.count).map { try snapshot.document($0) }, report.findings)
  }

  @Test func `a stray byte is shown as such, and told of with its place`() async throws {
    try folder.write("a.txt", Array("Été à ".utf8) + [0xFF] + Array(" Genève, déjà.".utf8))
    try folder.write("b.jsonl", Array(#"{"id": "l", "text": "Été à "#.utf8) + [0xFF] + Array(#" Genève"}"#.utf8))
    let (documents, findings) = try await ingest()
    #expect(documents.map(\.text) == ["Été à \u{FFFD} Genève, déjà.", "Été à \u{FFFD} Genève"])
    #expect(findings.rejections.isEmpty)
    #expect(
      findings.remarks.map(\.description) == [
        "a.txt: 1 sequence is not valid utf-8, the first at byte 9; each is shown as U+FFFD",
        "b.jsonl:1: 1 sequence is not valid utf-8, the first at byte 30; each is shown as U+FFFD",
      ])
  }

  @Test(arguments: [
    (String.Encoding.utf8, true), (.utf16LittleEndian, true), (.utf16BigEndian, true), (.utf32LittleEndian, true),
    (.utf16LittleEndian, false), (.utf32BigEndian, false), (.windowsCP1252, false),
  ])
  func `JSON Lines may come in any of the encodings`(_ encoding: String.Encoding, _ hasMark: Bool) async throws {
    let text = "L'été à Genève : « déjà », a déclaré Élise, l'élève française."
    let lines = (0..<3000).map { #"{"id": "\#($0)", "text": "\#(text)"}"# }.joined(separator: "\r\n")
    let bytes = try #require(((hasMark ? "\u{FEFF}" : "") + lines).data(using: encoding))
    try folder.write("a.jsonl", Array(bytes))
    let (documents, findings) = try await ingest()
    #expect(findings.rejections.isEmpty)
    #expect(documents.count == 3000)
    #expect(documents.allSatisfy { $0.text == text })
  }

  @Test func `a name of an encoding is heeded in every format`() async throws {
    let text = "Cela coûte 5 ¤ à l'été."
    let latin: (String) throws -> [UInt8] = { Array(try #require($0.data(using: .isoLatin1))) }
    try folder.write("a.txt", try latin(text))
    try folder.write("b.md", try latin(text))
    try folder.write("c.html", try latin("<meta charset=iso-8859-1><p>" + text))
    try folder.write("d.jsonl", try latin(#"{"id": "d", "text": "\#(text)"}"#))
    let documents = try await ingest(.latin9).documents
    #expect(documents.map(\.text) == [String](repeating: "Cela coûte 5 € à l'été.", count: 4))
  }

  @Test func `UTF-16 that is cut off is refused`() async throws {
    try folder.write("a.txt", "Texte.")
    try folder.write(
      "b.jsonl", Array(try #require("{\"id\": \"a\", \"text\": \"b\"}".data(using: .utf16LittleEndian))) + [0x41])
    let findings = try await ingest().findings
    #expect(findings.rejections.map(\.description) == ["b.jsonl: truncated UTF-16"])
  }

  @Test func `what a page says of itself is kept, and a manifest knows better`() async throws {
    try folder.write(
      "a.html",
      """
      <meta property="og:site_name" content="Agence Nord"><meta property="article:published_time" content="2024-07-12T10:00">
      <title>Visite à Oslo</title><link rel=canonical href="https://example.org/a"><p>Texte.
      """)
    try folder.write("b.md", "---\ntitle: Accord\ndate: 2024-02-30\nlang: fr-CA\n---\n# Titre\n\nTexte.")
    try folder.write("c.html", "<title>Page</title><p>Texte.")
    try folder.write(
      "corpus.json", #"{"documents": [{"file": "c.html", "title": "Titre du manifeste", "publisher": "OTAN"}]}"#)
    let documents = try await ingest().documents
    #expect(documents.map(\.title) == ["Visite à Oslo", "Accord", "Titre du manifeste"])
    #expect(documents.map { $0.published?.start } == ["2024-07-12", nil, nil])
    #expect(documents.map(\.publisher) == ["Agence Nord", "", "OTAN"])
    #expect(documents.map(\.sourceURL) == ["https://example.org/a", "", ""])
    #expect(documents.map(\.language) == ["fr", "fr-CA", "fr"])
    #expect(documents[1].text == "Titre\n\nTexte.")
  }

  @Test func `a manifest's entry without a file is told of`() async throws {
    try folder.write("a.txt", "Texte.")
    try folder.write("corpus.json", #"{"documents": [{"file": "a.txt"}, {"file": "b.txt"}]}"#)
    let findings = try await ingest().findings
    #expect(findings.rejections.map(\.reason) == ["it describes b.txt, which does not exist"])
  }

  @Test func `a compressed file may be filled up with zeros`() async throws {
    let path = try folder.write("a.txt", "Texte.")
    try folder.gzip("a.txt")
    let file = try FileHandle(forWritingTo: URL(filePath: path + ".gz"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(repeating: 0, count: 40_000))
    try file.close()
    try FileManager.default.moveItem(atPath: path + ".gz", toPath: folder.path("a.TXT.GZ"))
    #expect(try await ingest().documents.map(\.text) == ["Texte."])
    try folder.write("b.txt.gz", [0, 0, 0, 0])
    #expect(try await ingest().findings.rejections.map(\.input) == ["b.txt.gz"])
  }
}

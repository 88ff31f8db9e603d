import EntenteFormats
import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

@Suite struct FormatTests {
  private let text = "L’été à Tōkyō : « coopération » de l’OTAN.\nDeuxième ligne."
  /// What Windows-1252 can say.
  private let western = "L’été à Tokyo : « coopération » de l’OTAN – œuvre à 5 €.\nDeuxième ligne."

  private func ingest(_ paths: [String], encoding: TextEncoding? = nil) async throws -> [Document] {
    let folder = try TemporaryFolder()
    var options = IngestOptions()
    options.encoding = encoding
    options.extracts = false
    let output = folder.path("out.snapshot")
    let report = try await SnapshotBuilder(options: options).build(paths, output: output)
    #expect(report.findings.rejections.isEmpty)
    let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot
    return try (0..<snapshot.documents.count).map { try snapshot.document($0) }
  }

  private func units(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test func `text is the same with and without a byte order mark, and from UTF-16 of both orders`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", text)
    try folder.write("b.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    try folder.write("c.txt", units(text, bigEndian: false))
    try folder.write("d.txt", units(text, bigEndian: true))
    let documents = try await ingest([folder.path])
    #expect(documents.map(\.id) == ["a", "b", "c", "d"])
    #expect(documents.allSatisfy { $0.text == text })
  }

  @Test func `Windows-1252 is recognised, and may be named`() async throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](try #require(western.data(using: .windowsCP1252)))
    try folder.write("a.txt", bytes)
    #expect(try await ingest([folder.path]).map(\.text) == [western])
    #expect(try await ingest([folder.path], encoding: .windows1252).map(\.text) == [western])
  }

  @Test func `ISO-8859-1 is recognised`() async throws {
    let folder = try TemporaryFolder()
    let plain = "L'été à Tokyo : « coopération ».\n"
    try folder.write("a.txt", [UInt8](try #require(plain.data(using: .isoLatin1))))
    #expect(try await ingest([folder.path]).map(\.text) == [plain])
  }

  @Test func `every format may be compressed`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", text)
    try folder.write("b.md", "# Titre\n\nUn *mot* et un [lien](https://example.org).")
    try folder.write("c.html", "<title>Titre</title><p>Un mot.</p>")
    try folder.write("d.jsonl", #"{"id": "ligne", "text": "Un mot."}"#)
    for name in ["a.txt", "b.md", "c.html", "d.jsonl"] { try folder.gzip(name) }
    let documents = try await ingest([folder.path])
    #expect(documents.map(\.id) == ["a", "b", "c", "ligne"])
    #expect(documents[1].text.contains("Un mot et un lien."))
    #expect(documents[2].title == "Titre")
    #expect(documents[2].text == "Un mot.")
  }

  @Test func `HTML becomes paragraphs, without scripts, styles and references`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.html",
      """
      <!DOCTYPE html><html><head><title>L&rsquo;OTAN &amp; le Japon</title><style>p { color: red }</style>
      <script>if (a < b) { document.write("<p>non</p>") }</script></head>
      <body><!-- <p>non</p> --><h1>Visite</h1><p>Coop&eacute;ration   &#233;troite,
      &#xE0; Tokyo.</p><ul><li>cyber</li><li>mer</li></ul></body></html>
      """)
    let document = try #require(try await ingest([folder.path]).first)
    #expect(document.title == "L’OTAN & le Japon")
    #expect(document.text == "Visite\n\nCoopération étroite, à Tokyo.\n\n• cyber\n• mer")
  }

  @Test func `a JSON line keeps what it says, in every form of escape`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.jsonl",
      #"""
      {"id":"x/1","title":"T\u00e9l\u00e9","date":"2024-07-12","text":"a\n\"b\" \ud83d\ude00 \/","n":[1,{"a":null}],"publisher":"P"}

       { "text" : "été" , "id" : "x/0", "language": "fr", "source": "https://example.org" }
      """#)
    let documents = try await ingest([folder.path])
    #expect(documents.map(\.id) == ["x/0", "x/1"])
    #expect(documents[1].text == "a\n\"b\" 😀 /")
    #expect(documents[1].title == "Télé")
    #expect(documents[1].publisher == "P")
    #expect(documents[1].published?.start == "2024-07-12")
    #expect(documents[1].published?.basis == .manifest)
    #expect(documents[1].file == "a.jsonl:1")
    #expect(documents[0].text == "été")
    #expect(documents[0].sourceURL == "https://example.org")
  }

  @Test func `a JSON line may have a page in place of a text, and says more than the page`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.jsonl",
      #"""
      {"id": "1", "html": "<title>Visite</title><p>À Oslo.<p>À Tokyo.", "date": "2024-07-12"}
      {"id": "2", "html": "<title>Visite</title><p>À Oslo.", "title": "Un voyage"}
      {"id": "3", "markdown": "# Accord\n\nLe *texte*.", "text": " "}
      """#)
    let documents = try await ingest([folder.path])
    #expect(documents.map(\.text) == ["À Oslo.\n\nÀ Tokyo.", "À Oslo.", "Accord\n\nLe texte."])
    // The title of Markdown is found in its text.
    #expect(documents.map(\.title) == ["Visite", "Un voyage", ""])
    #expect(documents[0].published?.start == "2024-07-12")
  }

  @Test func `a document's id is its path below the folder, or its stem when it is named itself`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("2024/été/a.b.txt", "Texte.")
    #expect(try await ingest([folder.path]).map(\.id) == ["2024/été/a.b"])
    #expect(try await ingest([folder.path("2024/été/a.b.txt")]).map(\.id) == ["a.b"])
  }

  @Test func `the manifest beside the documents says more of them`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Texte.")
    try folder.write(
      "corpus.json",
      #"{"documents": [{"file": "a.txt", "language": "fr", "publisher": "OTAN", "source": "https://example.org/a"}]}"#)
    for path in [folder.path, folder.path("a.txt")] {
      let document = try #require(try await ingest([path]).first)
      #expect(document.publisher == "OTAN")
      #expect(document.sourceURL == "https://example.org/a")
    }
  }
}

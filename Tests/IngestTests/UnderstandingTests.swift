import EntenteExtraction
import EntenteSchema
import EntenteSnapshot
import Foundation
import Testing

@testable import EntenteIngest

/// Long texts are understood part by part, and nobody sees where they were cut.
@Suite(.timeLimit(.minutes(10))) struct UnderstandingTests {
  private let paragraphs = [
    "Le 12 mars 2024, le ministre de la Défense Paul Lemaire s’est rendu à Oslo. « La cyberdéfense est une priorité », a déclaré "
      + "M. Lemaire.",
    "Mme Hanna Virtanen a rencontré le secrétaire général de l’Otan à Tokyo en octobre 2023.",
    "Le Japon et la Norvège ont mené un exercice naval du 3 au 5 mai 2022.",
  ]

  private func text(_ count: Int) -> String {
    "Visite à Oslo\n\n" + (0..<count).map { paragraphs[$0 % paragraphs.count] }.joined(separator: "\n\n")
  }

  @Test func `parts join without a gap, and end between paragraphs, lines, words or characters`() {
    for (separator, rest) in [("\n\n", "\n\n"), ("\n", "\n"), (" ", " "), ("", "")] {
      let text = (0..<500).map { _ in "éé\(separator)" }.joined()
      let parts = TextParts(text, size: 101)
      #expect(parts.ranges.map(parts.text).joined() == text)
      #expect(parts.ranges.allSatisfy { $0.count <= 101 && !$0.isEmpty })
      #expect(parts.ranges.dropLast().allSatisfy { parts.text($0).hasSuffix(rest) })
    }
    #expect(TextParts("été", size: 5).ranges == [0..<5])
  }

  @Test func `what is found in parts is what is found in the whole`() {
    let input = DocumentInput(id: "a", text: text(60))
    let whole = DocumentUnderstanding(input).knowledge
    for size in [700, 1500, 4000] {
      let parted = DocumentUnderstanding(input, partSize: size).knowledge
      #expect(parted.title == whole.title)
      #expect(parted.dates.map { $0.source?.span } == whole.dates.map { $0.source?.span })
      #expect(parted.quotations.map(\.id) == whole.quotations.map(\.id))
      #expect(parted.quotations.map { $0.source?.span } == whole.quotations.map { $0.source?.span })
      #expect(parted.events.map(\.id) == whole.events.map(\.id))
      let mentions = { (knowledge: DocumentKnowledge) in
        Dictionary(
          uniqueKeysWithValues: knowledge.entities.map { ($0.id, $0.mentions.compactMap { $0.source?.span?.offset }) })
      }
      #expect(mentions(parted)["person/hanna-virtanen"] == mentions(whole)["person/hanna-virtanen"])
      #expect(mentions(parted)["country/jp"] == mentions(whole)["country/jp"])
    }
  }

  @Test func `a long document is ordered by the latest day that any of its parts tells of`() throws {
    let days = ["3 mai 2021", "9 juillet 2024", "12 mars 2022"]
    let text = days.map { String(repeating: "Rien de neuf.\n\n", count: 100) + "Ils se sont vus le \($0) à Oslo." }
      .joined(separator: "\n\n")
    let parted = DocumentUnderstanding(DocumentInput(id: "a", text: text), partSize: 1500).knowledge
    let date = try #require(parted.effective)
    #expect(date.start == "2024-07-09")
    #expect(date.subject == .latestTold)
    let span = try #require(date.source?.span)
    let cut = Array(text.utf8)[Int(span.offset)..<Int(span.offset + span.length)]
    #expect(String(decoding: cut, as: UTF8.self) == "9 juillet 2024")
  }

  @Test func `every span of a long document is where it says`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", text(9000))
    let output = folder.path("out.snapshot")
    let report = try await SnapshotBuilder(options: IngestOptions()).build([folder.path("a.txt")], output: output)
    #expect(report.textSize > 2 * DocumentUnderstanding.partSize / 2)
    #expect(report.findings.remarks.isEmpty)
    let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot
    #expect(snapshot.quotations.count == 3000)
  }

  @Test func `a text of nothing but quotations is kept in bounds, and that is said`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", String(repeating: "\"a\" ", count: 400_000))
    let output = folder.path("out.snapshot")
    let report = try await SnapshotBuilder(options: IngestOptions()).build([folder.path("a.txt")], output: output)
    #expect(report.findings.remarks.map(\.description) == ["a.txt: \(DocumentUnderstanding.remark)"])
    let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: output)).snapshot
    #expect(snapshot.quotations.count <= (report.textSize + 64 << 10) / 64)
  }

  @Test func `a document that is too large for the memory is refused with what to do`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Un texte.")
    try folder.write("b.txt", String(repeating: "Un texte. ", count: 20_000))
    try folder.write("c.jsonl", #"{"id": "c", "text": "\#(String(repeating: "Un texte. ", count: 20_000))"}"#)
    var options = IngestOptions()
    options.memory = 1 << 20
    let report = try await SnapshotBuilder(options: options).build([folder.path], output: folder.path("out"))
    #expect(report.documents == 1)
    #expect(
      report.findings.rejections.map(\.description) == [
        "b.txt: its size is more than a document may have with this memory (131072); split it or raise --memory",
        "c.jsonl:1: a line of 200023 bytes is more than a document may have with this memory (131072); split it or raise "
          + "--memory",
      ])
  }
}

import EntenteFileMapping
import EntenteSchema
import Foundation
import Testing

@testable import EntenteSnapshot

@Suite struct SnapshotTests {
  @Test func `what is written is read`() throws {
    let fixture = try SnapshotFixture()
    defer { fixture.remove() }
    let snapshot = try VerifiedSnapshot(verifying: SnapshotReader(path: fixture.path)).snapshot
    #expect(snapshot.id == fixture.id)
    #expect(snapshot.directory.generation == 7)
    #expect(snapshot.documents.count == fixture.documentCount)
    for ordinal in 0..<fixture.documentCount {
      let document = try snapshot.document(ordinal)
      #expect(document.id == SnapshotFixture.id(ordinal))
      #expect(document.text == SnapshotFixture.text(ordinal))
      let found = try snapshot.ordinal(ofDocument: document.id)
      #expect(found == ordinal)
    }
    let missing = try snapshot.ordinal(ofDocument: "nothing")
    #expect(missing == nil)
    #expect(throws: SnapshotError.noRecord(section: "documents", ordinal: 40)) { try snapshot.documents[40] }
    #expect(throws: SnapshotError.noRecord(section: "documents", ordinal: -1)) { try snapshot.documents[-1] }
  }

  @Test func `the same content gives the same bytes`() throws {
    let (first, second) = (try SnapshotFixture(), try SnapshotFixture())
    defer {
      first.remove()
      second.remove()
    }
    #expect(first.id == second.id)
    #expect(try first.bytes == second.bytes)
  }

  @Test func `every truncation is refused when it is opened`() throws {
    let fixture = try SnapshotFixture(documentCount: 6)
    defer { fixture.remove() }
    let bytes = try fixture.bytes
    for end in bytes.indices {
      #expect(throws: SnapshotError.self) { try SnapshotReader(ByteRegion(Array(bytes[..<end]))) }
    }
  }

  @Test func `every flipped bit is found by verification, and none is read as something else than an error`() throws {
    let fixture = try SnapshotFixture(documentCount: 6)
    defer { fixture.remove() }
    let bytes = try fixture.bytes
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      // The version may be lowered without harm to the content; the id covers it.
      #expect(throws: SnapshotError.self) {
        let snapshot = try SnapshotReader(ByteRegion(damaged))
        for ordinal in 0..<6 { _ = try? snapshot.document(ordinal) }
        _ = try VerifiedSnapshot(verifying: snapshot)
      }
    }
  }

  @Test func `a file that is something else says so`() {
    #expect(throws: SnapshotError.notASnapshot) { try SnapshotReader(ByteRegion(Array("{\"a\": 1}".utf8))) }
    #expect(throws: SnapshotError.notASnapshot) { try SnapshotReader(ByteRegion([])) }
    #expect(throws: SnapshotError.self) { try SnapshotReader(path: "/nowhere/at/all.snapshot") }
  }

  @Test func `a snapshot of a newer version is refused as such`() throws {
    let fixture = try SnapshotFixture(documentCount: 2)
    defer { fixture.remove() }
    var bytes = try fixture.bytes
    bytes[8] = 4
    let newer = bytes
    #expect(throws: SnapshotError.newerVersion(4)) { try SnapshotReader(ByteRegion(newer)) }
  }

  @Test func `a snapshot of version 1 is refused, with what to do`() throws {
    let fixture = try SnapshotFixture(documentCount: 2)
    defer { fixture.remove() }
    var bytes = try fixture.bytes
    bytes[8] = 1
    let older = bytes
    let error = #expect(throws: SnapshotError.self) { try SnapshotReader(ByteRegion(older)) }
    #expect(error == .olderVersion(1))
    #expect(error?.description.contains("ingest the documents again") == true)
  }

  @Test(.timeLimit(.minutes(10))) func `verification reads a large text once, whatever points into it`() throws {
    // Larger than what a reader keeps: asked for at each span, it would be read 20,000 times.
    let sentence = "Le Japon et l’Otan coopèrent. "
    let text = String(repeating: sentence, count: 300_000)
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var quotations = RecordWriter(dictionary: [])
    for number in 0..<20_000 {
      let span = TextSpan(offset: UInt32(sentence.utf8.count * (299_999 - number)), length: 8)
      let source = Source(documentID: "a", span: span, text: "Le Japon")
      try quotations.append(Quotation(id: "a#\(number)", source: source))
    }
    var writer = try SnapshotWriter(path: path)
    for (name, record) in [(SectionName.documents, Document(id: "a")), (SectionName.texts, Document(text: text))] {
      var records = RecordWriter(dictionary: [])
      try records.append(record)
      try writer.append(section: name, records.finish())
    }
    var dates = RecordWriter(dictionary: [])
    try dates.append(DocumentDates())
    try writer.append(section: SectionName.dates, dates.finish())
    try writer.append(section: SectionName.quotations, quotations.finish())
    _ = try writer.publish(SnapshotDirectory(documentCount: 1))
    let verified = try VerifiedSnapshot(verifying: SnapshotReader(path: path))
    #expect(verified.snapshot.cacheCounts.misses < 100)
  }

  @Test func `a large record has a block to itself`() throws {
    var writer = RecordWriter(dictionary: [], blockSize: 1000)
    for size in [10, 5000, 10] { try writer.append(Document(text: String(repeating: "a", count: size))) }
    let section = try writer.finish()
    #expect(section.index.count == 3 * 16)
  }

  @Test func `a writer that is dropped leaves neither a snapshot nor a partial file`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"
    do {
      var writer = try SnapshotWriter(path: path)
      try writer.append(section: "dictionary", [1, 2, 3])
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    let folder = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
    let name = URL(fileURLWithPath: path).lastPathComponent
    #expect(!folder.contains { $0.contains(name) })
  }
}

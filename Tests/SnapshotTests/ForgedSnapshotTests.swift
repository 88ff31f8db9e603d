import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import EntenteZlib
import Foundation
import ProtobufCoding
import Testing

/// Files whose checksums are right and whose content lies.
@Suite struct ForgedSnapshotTests {
  /// A snapshot whose directory is what `change` makes of the real one; its checksum is made right.
  private func forged(_ change: (inout SnapshotDirectory) -> Void) throws -> ByteRegion {
    let fixture = try SnapshotFixture(documentCount: 4)
    defer { fixture.remove() }
    let bytes = try fixture.bytes
    let footer = bytes.count - 56
    let offset = integer(bytes[footer..<footer + 8])
    var directory = try SnapshotReader(ByteRegion(bytes)).directory
    change(&directory)
    let message = directory.protobufBytes()
    let checksum = crc32(unsafe message.span.bytes)
    let padding = [UInt8](repeating: 0, count: (8 - message.count % 8) % 8)
    return ByteRegion(
      bytes[..<offset] + message + padding + littleEndian(offset, 8) + littleEndian(message.count, 4)
        + littleEndian(Int(checksum), 4) + bytes[(footer + 16)...])
  }

  private func integer(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
  private func littleEndian(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  @Test func `a directory that is only rewritten opens`() throws {
    let region = try forged { _ in }
    let snapshot = try SnapshotReader(region)
    #expect(snapshot.documents.count == 4)
  }

  @Test(arguments: [UInt64(0), 8, 12, 1 << 20, 1 << 40, 1 << 63, .max])
  func `a section that begins in the wrong place is refused`(_ offset: UInt64) throws {
    let region = try forged { $0.sections[1].offset = offset }
    #expect(throws: SnapshotError.self) { try SnapshotReader(region) }
  }

  @Test(arguments: [UInt64(1 << 20), 1 << 40, 1 << 63, .max])
  func `a section that is too long is refused`(_ length: UInt64) throws {
    let region = try forged { $0.sections[1].length = length }
    #expect(throws: SnapshotError.self) { try SnapshotReader(region) }
  }

  @Test func `sections that overlap, or share a name, are refused`() throws {
    let overlapping = try forged { $0.sections[2].offset = $0.sections[1].offset }
    #expect(throws: SnapshotError.self) { try SnapshotReader(overlapping) }
    let twice = try forged { $0.sections[2].name = $0.sections[1].name }
    #expect(throws: SnapshotError.self) { try SnapshotReader(twice) }
  }

  @Test(arguments: [UInt64(0), 3, 5, 1 << 31, 1 << 32, .max])
  func `a wrong number of records is refused`(_ count: UInt64) throws {
    let region = try forged { directory in
      directory.documentCount = count
      for index in directory.sections.indices where directory.sections[index].encoding == .recordBlocks {
        directory.sections[index].recordCount = count
      }
    }
    #expect(throws: SnapshotError.self) {
      let snapshot = try SnapshotReader(region)
      for ordinal in [0, 3, 4, Int(clamping: count) - 1] { _ = try snapshot.document(ordinal) }
      _ = try VerifiedSnapshot(verifying: snapshot)
    }
  }

  @Test func `an index entry that announces more than a block can hold takes no memory`() throws {
    let fixture = try SnapshotFixture(documentCount: 4)
    defer { fixture.remove() }
    var bytes = try fixture.bytes
    let index = try #require(
      try SnapshotReader(ByteRegion(bytes)).directory.sections.first { $0.name == "texts.blocks" })
    for (place, byte) in [UInt8](arrayLiteral: 0, 0, 0, 0x20).enumerated() {
      bytes[Int(index.offset) + 8 + place] = byte
    }
    let region = ByteRegion(bytes)
    let impossible = "the inflated length is more than these bytes can hold"
    #expect(throws: SnapshotError.layout(section: "texts.blocks", offset: 0, impossible)) {
      _ = try SnapshotReader(region).document(0)
    }
  }

  @Test func `records that point outside their text, or at another one, are found`() throws {
    let wrong = [
      Source(documentID: "a", span: TextSpan(offset: 0, length: 99), text: "Le"),
      Source(documentID: "a", span: TextSpan(offset: .max, length: .max), text: "Le"),
      Source(documentID: "a", span: TextSpan(offset: 1, length: 2), text: "Le"),
      Source(documentID: "b", span: TextSpan(offset: 0, length: 2), text: "Le"),
    ]
    for source in wrong {
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).snapshot"
      defer { try? FileManager.default.removeItem(atPath: path) }
      var writer = try SnapshotWriter(path: path)
      try writer.append(section: SectionName.documents, pack([Document(id: "a")]))
      try writer.append(section: SectionName.texts, pack([Document(text: "Le Japon")]))
      try writer.append(section: SectionName.dates, pack([DocumentDates()]))
      try writer.append(section: SectionName.quotations, pack([Quotation(id: "a#1", source: source)]))
      _ = try writer.publish(SnapshotDirectory(documentCount: 1))
      let snapshot = try SnapshotReader(path: path)
      #expect(throws: SnapshotError.self) { try VerifiedSnapshot(verifying: snapshot) }
    }
  }

  private func pack<Record: SnapshotRecord>(_ records: [Record]) throws -> RecordSection {
    var writer = RecordWriter(dictionary: [])
    for record in records { try writer.append(record) }
    return try writer.finish()
  }
}

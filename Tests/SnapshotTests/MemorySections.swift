import EntenteFileMapping
import EntenteSchema
import ProtobufCoding

@testable import EntenteSnapshot

/// Sections in memory, for readers that need no whole snapshot.
struct MemorySections {
  private var sections: [SnapshotSection] = []
  private var bytes: [String: [UInt8]] = [:]

  mutating func append(_ name: String, _ bytes: [UInt8]) { self.bytes[name] = bytes }

  mutating func append(_ name: String, _ records: [some SnapshotRecord]) throws {
    var writer = RecordWriter(dictionary: [], blockSize: 512)
    for record in records { try writer.append(record) }
    let section = try writer.finish()
    sections.append(SnapshotSection(name: name, recordCount: UInt64(section.recordCount)))
    bytes[name] = section.blocks
    bytes[SectionName.blocks(of: name)] = section.index
  }

  func table() throws(SnapshotError) -> SectionTable { SectionTable(sections, bytes.mapValues { ByteRegion($0) }) }
}

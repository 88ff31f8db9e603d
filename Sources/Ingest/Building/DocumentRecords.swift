internal import EntenteFileMapping
internal import ProtobufCoding

/// Encoded messages by the document that they are of.
struct DocumentRecords: Sendable {
  private struct Entry {
    let document: UInt32
    let size: UInt32
    let offset: Int
  }

  private var spool: ByteSpool
  private var entries: [Entry] = []

  init(_ spool: ByteSpool) { self.spool = spool }

  mutating func add(_ record: some ProtobufMessage, _ document: UInt32) throws {
    let bytes = record.protobufBytes()
    entries.append(
      Entry(document: document, size: UInt32(clamping: bytes.count), offset: try spool.append(bytes)))
  }

  var isInOrder: Bool { zip(entries, entries.dropFirst()).allSatisfy { $0.document <= $1.document } }

  /// Puts the documents in order; the messages of each stay as they were added.
  mutating func sort() { entries.sort { ($0.document, $0.offset) < ($1.document, $1.offset) } }

  func records<Record: ProtobufMessage>(of document: UInt32) throws -> [Record] {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].document < document { low = middle + 1 } else { high = middle }
    }
    var records: [Record] = []
    while low < entries.count, entries[low].document == document {
      records.append(try Record(protobuf: try spool.read(entries[low].offset, Int(entries[low].size))))
      low += 1
    }
    return records
  }
}

import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot
import Foundation

// export := line*
// line   := {"document": Document} | {"dates": DocumentDates} | {"programme": Programme} | {"entity": Entity}
//         | {"event": Event} | {"quotation": Quotation} | {"evidence": Evidence}          proto3 JSON, then LF

/// Every record of a snapshot, as JSON Lines: `jq 'select(.event).event.title'`.
struct JSONLinesExport {
  private let encoder = JSONEncoder()

  init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

  func write(_ snapshot: SnapshotReader, to output: inout TextOutput) throws {
    for ordinal in 0..<snapshot.documents.count {
      try write("document", try snapshot.document(ordinal), to: &output)
      try write("dates", try snapshot.dates[ordinal], to: &output)
    }
    for ordinal in 0..<snapshot.programmes.count {
      try write("programme", try snapshot.programme(ordinal), to: &output)
    }
    for ordinal in 0..<snapshot.entities.count { try write("entity", try snapshot.entity(ordinal), to: &output) }
    try write("event", snapshot.events, to: &output)
    try write("quotation", snapshot.quotations, to: &output)
    try write("evidence", snapshot.evidence, to: &output)
  }

  private func write<Record: Encodable>(
    _ name: String, _ records: RecordReader<Record>, to output: inout TextOutput
  ) throws {
    for ordinal in 0..<records.count { try write(name, try records[ordinal], to: &output) }
  }

  private func write(_ name: String, _ record: some Encodable, to output: inout TextOutput) throws {
    let json = String(decoding: try encoder.encode(record), as: UTF8.self)
    try output.write("{\"\(name)\":\(HarmlessText.json(json))}\n")
  }
}

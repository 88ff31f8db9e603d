import ArgumentParser
import EntenteFileMapping
import EntenteSchema
import EntenteSnapshot

// table := row*                                       RFC 4180, UTF-8; the first row names the columns
// row   := cell ("," cell)* CR LF
// cell  := text without comma, quote, CR and LF | '"' text with quotes doubled '"'
//
// Several values of a cell are joined by "; ". A cell that a spreadsheet would run as a formula begins with an apostrophe.

/// One of the tables that a spreadsheet may want.
enum ExportTable: String, ExpressibleByArgument, CaseIterable {
  case documents, entities, events, quotations, evidence
}

/// A table of a snapshot, as comma-separated values.
struct CSVExport {
  let table: ExportTable

  func write(_ snapshot: SnapshotReader, to output: inout TextOutput) throws {
    switch table {
    case .documents:
      try write(
        ["id", "title", "kind", "published", "updated", "effective", "date of", "publisher", "source"], to: &output)
      for ordinal in 0..<snapshot.documents.count {
        let document = try snapshot.documents[ordinal]
        try write(
          [
            document.id, document.title, document.kind.shown, document.published?.start ?? "",
            document.updated?.start ?? "", document.effectiveDate?.start ?? "",
            subject(document.effectiveDate), document.publisher, document.sourceURL,
          ], to: &output)
      }
    case .entities:
      try write(["id", "kind", "name", "acronym", "iso2", "type", "roles", "mentions", "documents"], to: &output)
      for ordinal in 0..<snapshot.entities.count {
        let entity = try snapshot.entity(ordinal)
        let documents = Set(entity.mentions.compactMap { $0.source?.documentID })
        try write(
          [
            entity.id, entity.kind.shown, entity.name, entity.acronym, entity.iso2, entity.type,
            joined(entity.roles.map(\.text)), "\(entity.mentions.count)", "\(documents.count)",
          ], to: &output)
      }
    case .events: try writeEvents(snapshot, to: &output)
    case .quotations:
      try write(["id", "kind", "text", "speaker", "attribution", "date", "date of", "goals", "document"], to: &output)
      for ordinal in 0..<snapshot.quotations.count {
        let quotation = try snapshot.quotations[ordinal]
        try write(
          [
            quotation.id, "\(quotation.kind)", quotation.source?.text ?? "", quotation.speaker,
            quotation.attribution?.text ?? "", quotation.date?.start ?? "", subject(quotation.date),
            joined(quotation.goalIDs),
            quotation.source?.documentID ?? "",
          ], to: &output)
      }
    case .evidence:
      try write(["goal", "strength", "score", "date", "date of", "passage", "deciding words", "document"], to: &output)
      for ordinal in 0..<snapshot.evidence.count {
        let evidence = try snapshot.evidence[ordinal]
        try write(
          [
            evidence.goalID, "\(evidence.strength)", "\(evidence.score)", evidence.date?.start ?? "",
            subject(evidence.date),
            evidence.passage?.text ?? "", joined(evidence.decidingWords.map(\.text)),
            evidence.passage?.documentID ?? "",
          ], to: &output)
      }
    }
  }

  private func writeEvents(_ snapshot: SnapshotReader, to output: inout TextOutput) throws {
    try write(
      [
        "id", "type", "title", "start", "end", "precision", "basis", "place", "participants", "status", "goals",
        "evidence", "document",
      ], to: &output)
    for ordinal in 0..<snapshot.events.count {
      let event = try snapshot.events[ordinal]
      try write(
        [
          event.id, event.type, event.title, event.date?.start ?? "", event.date?.end ?? "",
          event.date.map { "\($0.precision)" } ?? "", event.date.map { "\($0.basis)" } ?? "", event.place?.name ?? "",
          joined(event.participants.map(\.name)), event.status.shown, joined(event.goalIDs), event.evidence?.text ?? "",
          event.evidence?.documentID ?? "",
        ], to: &output)
    }
  }

  /// What a date is the date of; empty if there is none.
  private func subject(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    return switch date.subject {
    case .publication: "publication"
    case .reference: "reference"
    case .latestTold: "latest told"
    case .unspecified, .unrecognized: "text"
    }
  }

  private func joined(_ values: [String]) -> String { values.joined(separator: "; ") }

  private func write(_ cells: [String], to output: inout TextOutput) throws {
    try output.write(cells.map(Self.cell).joined(separator: ",") + "\r\n")
  }

  /// What spreadsheets take for the beginning of a formula.
  private static let formulas = Set("=+-@＝＋－＠\t\r".unicodeScalars)

  private static func cell(_ raw: String) -> String {
    var text = HarmlessText.shown(raw)
    if let first = raw.unicodeScalars.first, formulas.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

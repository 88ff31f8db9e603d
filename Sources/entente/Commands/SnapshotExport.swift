import ArgumentParser
import EntenteFileMapping
import EntenteSnapshot

/// `entente snapshot export`: what a snapshot holds, for other programs.
struct SnapshotExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export a snapshot's records for other programs.",
    discussion: """
      jsonl    every record as proto3 JSON, one per line: {"document": …}, {"event": …}
      csv      one table for a spreadsheet, named by --table
      ics      the timeline, for a calendar; events without a date are left out
      graphml  entities, linked by the number of sentences that mention both

      A csv cell that a spreadsheet would read as a formula gets a leading apostrophe.

      Examples:
        entente snapshot export corpus.snapshot --format ics --output timeline.ics
        entente snapshot export corpus.snapshot --format csv --table quotations
        entente snapshot export corpus.snapshot --format jsonl | jq 'select(.event).event.title'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv, ics, graphml }

  @Argument(help: "The snapshot.") var file: String
  @Option(help: "The output format.") var format: Format
  @Option(help: "The table to write, for csv.") var table = ExportTable.events
  @Option(
    help: ArgumentHelp(
      "The file to write; it appears once it is complete. (default: standard output)", valueName: "file"))
  var output: String?

  func run() async throws {
    let snapshot = try SourceOptions.open(file)
    let interruption = output == nil ? nil : Interruption()
    defer { withExtendedLifetime(interruption) {} }
    do {
      var target = try TextOutput(path: output)
      try write(snapshot, to: &target)
      try target.finish()
    } catch let error as PublicationError {
      if error.isBrokenPipe { return }
      complain("entente: \(error)")
      throw ExitStatus.cannotWrite.code
    } catch let error as SnapshotError {
      complain("entente: \(file): \(error)")
      throw ExitStatus.badSnapshot.code
    }
  }

  private func write(_ snapshot: SnapshotReader, to target: inout TextOutput) throws {
    switch format {
    case .jsonl: try JSONLinesExport().write(snapshot, to: &target)
    case .csv: try CSVExport(table: table).write(snapshot, to: &target)
    case .graphml: try GraphMLExport().write(snapshot, to: &target)
    case .ics:
      var calendar = CalendarExport()
      try calendar.write(snapshot, to: &target)
      if calendar.undated > 0 {
        complain("entente: skipped \(counted(UInt64(calendar.undated), "event")) without a date")
      }
    }
  }
}

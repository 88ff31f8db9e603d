import ArgumentParser
import EntenteIngest

struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Merge snapshots into one.",
    discussion: """
      The result has the same bytes as one ingestion of all their documents, whatever documents each snapshot holds and in
      which order they are named. Documents are not read nor understood again, so it takes a fraction of the time. Of
      documents with one id one stays; the others are listed as rejected. All of the snapshots must be of this version,
      and all built with extraction or all without.

      Exit status: 0 when every document is in the result, 3 when some were rejected, 1 when there is no result.

      Example:
        entente-ingest merge 2023.snapshot 2024.snapshot --output corpus.snapshot
      """)

  @Argument(help: ArgumentHelp("The snapshots.", valueName: "snapshot")) var snapshots: [String]
  @OptionGroup var outputs: OutputOptions

  func run() async throws {
    let options = outputs.options()
    try await SnapshotRun(output: outputs.output).run { [snapshots, outputs] progress throws(IngestError) in
      try await SnapshotBuilder(options: options, progress: progress).merge(snapshots, output: outputs.output)
    }
  }
}

import ArgumentParser
import EntenteIngest
import Foundation

/// Builds a snapshot, from files to the published file.
struct IngestBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Time the making of a snapshot.",
    discussion: "Prints the time, the size of the snapshot, and the peak of this process' memory.")

  @Argument(help: "Documents: files or folders.") var paths: [String]
  @Option(help: "Where the snapshot goes.") var output: String
  @Option(help: "Of work in parallel.") var threads = 2
  @Flag(help: "Serve search alone: find no people, events, quotations and evidence.") var noExtract = false

  private struct Result: Encodable {
    let seconds: Double
    let documents: Int
    let textBytes: Int
    let snapshotBytes: Int
    let peakBytes: Int
    let extracts: Bool
  }

  func run() async throws {
    var options = IngestOptions()
    options.threads = threads
    options.extracts = !noExtract
    let start = ContinuousClock.now
    let report = try await SnapshotBuilder(options: options).build(paths, output: output)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    try printLine(
      Result(
        seconds: seconds, documents: report.documents, textBytes: report.textSize, snapshotBytes: report.size,
        peakBytes: Memory.peak, extracts: options.extracts))
  }
}

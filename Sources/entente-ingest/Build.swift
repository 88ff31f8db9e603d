import ArgumentParser
import EntenteFileMapping
import EntenteFormats
import EntenteIngest
import Foundation

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Build a snapshot.", shouldDisplay: false)

  @OptionGroup var inputs: InputOptions
  @OptionGroup(title: "Publishing") var publishing: PublishingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The snapshot to write.", valueName: "file"))
  var output: String

  @Option(help: "Number of threads; does not affect the snapshot.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      "An earlier snapshot, so that unchanged documents are not analysed again. Does not affect the result.",
      valueName: "file"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "Generation of the snapshot; each publication needs a greater one. With --watch, that of the first.",
      valueName: "n"))
  var generation: UInt64 = 1

  @Flag(inversion: .prefixedNo, help: "Find people, events, quotations and evidence.")
  var extract = true

  @Option(
    help: ArgumentHelp(
      "Memory for documents and index, such as 512M or 2G; the rest goes to a temporary file beside the output. "
        + "Does not affect the snapshot.", valueName: "size"))
  var memory = MemorySize(bytes: IngestOptions().memory)

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads must be 1 to 256.") }
    guard memory.bytes >= IngestOptions.minimumMemory else {
      throw ValidationError("--memory must be at least \(MemorySize(bytes: IngestOptions.minimumMemory)).")
    }
  }

  func run() async throws {
    var options = inputs.options
    options.threads = threads
    options.generation = generation
    options.memory = memory.bytes
    options.base = base
    options.extracts = extract
    if publishing.goesOn {
      return try await Publishing(paths: inputs.paths, output: output, options: options, publishing: publishing).run()
    }
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let bar = ProgressBar()
    let started = ContinuousClock.now
    var findings = InputFindings()
    let status: ExitCode
    do throws(IngestError) {
      let report = try await SnapshotBuilder(options: options, progress: bar.show).build(inputs.paths, output: output)
      bar.clear()
      if let fault = report.unusableBase { complain("--base \(base ?? "") is ignored: \(fault)") }
      let line = summary(of: report, took: ContinuousClock.now - started)
      do throws(PublicationError) { try StandardStream.output.show(line) } catch {
        throw IngestError.failed("\(error)")
      }
      findings = report.findings
      status = findings.rejections.isEmpty ? .success : ExitCode(3)
    } catch {
      bar.clear()
      complain("entente-ingest: \(error)")
      // The report is that of another run, which may be under way.
      guard case .noDocuments(let found) = error else { throw ExitCode.failure }
      findings = found
      status = .failure
    }
    complain(of: findings)
    try InputReport(findings).write(beside: output)
    throw status
  }

  private func summary(of report: IngestReport, took duration: Duration) -> String {
    let seconds = (Double(duration.components.attoseconds) / 1e18 + Double(duration.components.seconds))
    let share = report.textSize == 0 ? 0 : 100 * Double(report.size) / Double(report.textSize)
    let reused = report.reused == 0 ? "" : ", \(report.reused) unchanged"
    return String(
      format: "%@: %d documents%@, %d bytes of text in %d bytes (%.0f %%), %d rejected, %.2f s, id %@", output,
      report.documents, reused, report.textSize, report.size, share, report.findings.rejections.count, seconds,
      String(report.snapshotID.prefix(12)))
  }
}

/// What to read, and how.
struct InputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Encoding of all inputs: utf-8, utf-16[le|be], utf-32[le|be], windows-1252, iso-8859-1, iso-8859-15, macintosh "
        + "or cp850. (default: detected for each file)", valueName: "name"))
  var encoding: EncodingName?

  struct EncodingName: ExpressibleByArgument {
    let encoding: TextEncoding

    init?(argument: String) {
      guard let encoding = TextEncoding(label: argument) else { return nil }
      self.encoding = encoding
    }
  }

  var options: IngestOptions {
    var options = IngestOptions()
    options.encoding = encoding?.encoding
    return options
  }
}

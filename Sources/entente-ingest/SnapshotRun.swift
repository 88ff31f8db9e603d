import ArgumentParser
import EntenteFileMapping
import EntenteIngest
import Foundation

/// The writing of one snapshot as people see it: a bar while it goes on, then a line, findings, and the exit status.
struct SnapshotRun {
  let output: String
  /// The base that was named.
  var base: String?

  /// - Parameter write: writes the snapshot, and tells how far it is.
  /// - Throws: `ExitCode`, also for success.
  func run(
    _ write: (@escaping @Sendable (IngestProgress) -> Void) async throws(IngestError) -> IngestReport
  ) async throws -> Never {
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let bar = ProgressBar()
    let started = ContinuousClock.now
    var findings = InputFindings()
    let status: ExitCode
    do throws(IngestError) {
      let report = try await write(bar.show)
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

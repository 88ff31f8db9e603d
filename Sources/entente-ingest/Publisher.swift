import EntenteFeed
import EntenteFileMapping
import EntenteIngest
import EntenteSchema
import EntenteSnapshot
import Logging
import Metrics
import ServiceLifecycle

/// Builds generation after generation, each on top of the one before, and hands them to a feed.
struct Publisher: Service {
  let paths: [String]
  let output: String
  let options: IngestOptions
  let key: SigningKey?
  let feed: FeedService
  let interval: Duration
  /// Whether to continue after the first.
  let isWatching: Bool
  let logger: Logger

  private static let candidateSuffix = ".candidate"

  func run() async throws {
    await cancelWhenGracefulShutdown { await self.publish() }
  }

  private func publish() async {
    var watch = InputWatch(paths: paths, besides: ownFiles, interval: interval)
    await publishFirst()
    guard isWatching else {
      try? await gracefulShutdown()
      return
    }
    while !Task.isCancelled {
      await watch.change()
      if !Task.isCancelled { await build() }
    }
  }

  /// Hands out what is there already, and a new generation where the documents say something else by now.
  private func publishFirst() async {
    // The old one can be fetched while the documents are read.
    if FileStatus.exists(output) { handOut() }
    await build()
  }

  /// Builds beside the output, and puts the snapshot there unless it would say the same as the one before.
  private func build() async {
    let old = try? SnapshotReader(path: output)
    var options = options
    if let old {
      options.generation = max(options.generation, old.directory.generation + 1)
      options.base = output
    }
    options.passedOver = ownFiles
    let candidate = output + Self.candidateSuffix
    defer { FileChanges.remove(candidate) }
    let started = ContinuousClock.now
    do {
      let report = try await SnapshotBuilder(options: options).build(paths, output: candidate)
      note(report.findings)
      if let old, try SnapshotReader(path: candidate).saysTheSame(as: old) {
        logger.info("the documents are unchanged", metadata: ["generation": "\(old.directory.generation)"])
        count("unchanged")
        return
      }
      try FileChanges.move(candidate, to: output)
      Timer(label: "entente_build_seconds").record(duration: ContinuousClock.now - started)
      count("ok")
      logger.info(
        "published",
        metadata: [
          "generation": "\(options.generation)", "snapshot": "\(report.snapshotID.prefix(12))",
          "documents": "\(report.documents)", "as_before": "\(report.reused)", "bytes": "\(report.size)",
        ])
      handOut()
    } catch {
      if case IngestError.noDocuments(let findings) = error { note(findings) }
      logger.error("no new snapshot: \(error); the published one stays")
      count("failed")
    }
  }

  /// What this program writes, perhaps among the documents.
  private var ownFiles: [String] {
    ["", ".report.json", SnapshotSignature.fileSuffix, Self.candidateSuffix].map { output + $0 }
  }

  private func count(_ result: String) {
    Counter(label: "entente_builds_total", dimensions: [("result", result)]).increment()
  }

  private func note(_ findings: InputFindings) {
    for rejection in findings.rejections { logger.warning("rejected: \(rejection)") }
    for remark in findings.remarks { logger.notice("\(remark)") }
    try? InputReport(findings).write(beside: output)
    Gauge(label: "entente_rejected_inputs").record(findings.rejections.count)
  }

  private func handOut() {
    do {
      try sign()
      let publication = try feed.publish(path: output)
      Gauge(label: "entente_feed_generation").record(publication.generation)
    } catch {
      logger.error("cannot serve the snapshot: \(error)")
    }
  }

  private func sign() throws {
    guard let key else { return }
    let snapshot = try SnapshotReader(path: output)
    try snapshot.checkContent()
    var file = try FilePublication(path: output + SnapshotSignature.fileSuffix)
    try file.write(try key.sign(snapshot).bytes)
    try file.publish()
  }
}

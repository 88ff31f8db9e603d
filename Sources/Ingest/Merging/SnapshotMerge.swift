internal import EntenteFileMapping
internal import EntenteSnapshot

extension SnapshotBuilder {
  /// Merges snapshots: the file at `output` has the bytes that one ingestion of all their documents would give it, whatever
  /// documents each of them holds and in which order they are named.
  ///
  /// ```swift
  /// try await SnapshotBuilder(options: IngestOptions()).merge(["a.snapshot", "b.snapshot"], output: "c.snapshot")
  /// ```
  ///
  /// What was understood of each document is taken over; what the whole corpus decides is decided again. The options that
  /// say what to read do not count, nor does `extracts`: that is as it was for the snapshots.
  ///
  /// - Parameter output: may be one of the snapshots.
  /// - Throws: `IngestError` where one of them cannot be merged or the file cannot be written; `output` is as it was then.
  @discardableResult
  public func merge(_ snapshots: [String], output: String) async throws(IngestError) -> IngestReport {
    do {
      let plan = MemoryPlan(limit: options.memory, output: output)
      let writer = try SnapshotWriter(path: output)
      let workers = Workers(options.threads)
      let parts = try SnapshotParts(snapshots, writerVersion: options.writerVersion, plan)
      var options = options
      options.extracts = parts.isExtracted
      async let knowledge = parts.knowledge(plan)
      let corpus = try await Corpus(parts, options, plan, workers, progress)
      guard corpus.table.count > 0 else { throw IngestError.noDocuments(corpus.findings) }
      return try await SnapshotBuilder(options: options, progress: progress)
        .build(corpus, plan, try await knowledge, workers, writer, output)
    } catch let error as IngestError {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }
}

extension Corpus {
  /// Reads the documents of snapshots. Of those with one id the one stays that would stay if all were read from files.
  fileprivate init(
    _ parts: SnapshotParts, _ options: IngestOptions, _ plan: MemoryPlan, _ workers: Workers,
    _ progress: (IngestProgress) -> Void
  ) async throws {
    let limits = options.limits.bounded(byMemory: plan.document)
    var table = DocumentTable(spool: plan.documentSpool)
    var findings = InputFindings()
    for part in parts.parts {
      do {
        let reader = try PartReader(part, limits: limits, plan)
        var runs = try part.snapshot.textRuns(of: 1 << 20).makeIterator()
        try await orderedMap(workers, weightLimit: plan.underWay) {
          runs.next()
        } weight: {
          $0.size
        } work: { run in
          let output = try reader.documents(run)
          return (DocumentTable.Addition(output.documents), output.findings)
        } consume: { addition, found in
          try table.add(addition)
          findings += found
          progress(IngestProgress(step: .reading, done: table.count, total: parts.documentCount))
        }
      } catch let error as SnapshotError {
        throw IngestError.failed("\(part.path): \(error)")
      }
    }
    findings.rejections += try table.sort()
    self.init(table: table, findings: findings)
  }
}

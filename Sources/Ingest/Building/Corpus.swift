internal import EntenteFileMapping

/// The documents below some paths, ordered by the bytes of their ids, and what was not taken.
struct Corpus: Sendable {
  private(set) var table: DocumentTable
  private(set) var findings: InputFindings

  init(table: DocumentTable, findings: InputFindings) { (self.table, self.findings) = (table, findings) }

  /// Reads everything below `paths`.
  ///
  /// - Parameters:
  ///   - own: files to pass over, which the ingestion itself writes.
  ///   - plan: of the memory for the documents until they are indexed.
  ///   - workers: read.
  init(
    _ paths: [String], besides own: [String] = [], _ options: IngestOptions, _ plan: MemoryPlan, _ workers: Workers,
    _ progress: (IngestProgress) -> Void
  ) async throws {
    let listing = InputListing(paths, besides: own)
    findings = listing.findings
    let entries = Manifest.entries(of: listing.manifests, &findings.rejections)
    let limits = options.limits.bounded(byMemory: plan.document)
    let reader = InputReader(encoding: options.encoding, limits: limits, entries: entries)
    var pieces = InputPieces(listing.files, limits: limits, encoding: options.encoding)
    var table = DocumentTable(spool: plan.documentSpool)
    var found = InputFindings()
    try await orderedMap(workers, weightLimit: plan.underWay) {
      progress(IngestProgress(step: .reading, done: pieces.done, total: listing.files.count))
      return pieces.nextPiece()
    } weight: {
      $0.size
    } work: { piece in
      let output = reader.read(piece)
      return (DocumentTable.Addition(output.documents), output.findings)
    } consume: { addition, findings in
      try table.add(addition)
      found += findings
    }
    findings += found
    findings.rejections += try table.sort()
    self.table = table
  }
}

/// Documents that follow each other, of about a MiB of text: large enough that a task is worth its cost.
struct DocumentRuns {
  let ranges: [Range<Int>]

  private static let textSize = 1 << 20
  private static let count = 2048

  init(_ entries: [DocumentTable.Entry]) {
    var ranges: [Range<Int>] = []
    var (first, size) = (0, 0)
    for (index, entry) in entries.enumerated() {
      size += Int(entry.textSize)
      guard size >= Self.textSize || index + 1 - first >= Self.count else { continue }
      ranges.append(first..<index + 1)
      (first, size) = (index + 1, 0)
    }
    if first < entries.count { ranges.append(first..<entries.count) }
    self.ranges = ranges
  }
}

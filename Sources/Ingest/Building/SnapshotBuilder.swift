internal import EntenteFileMapping
internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteSnapshot

/// Builds snapshots: reads, understands, indexes, compresses, publishes.
///
/// ```swift
/// let report = try await SnapshotBuilder(options: IngestOptions()).build(["seeds"], output: "corpus.snapshot")
/// ```
///
/// Documents wait in a spool until all are read and ordered; then runs of them are understood and indexed, and at last
/// the runs are merged. Whatever is over the limit of memory waits in a temporary file beside the output.
public struct SnapshotBuilder: Sendable {
  let options: IngestOptions
  let progress: @Sendable (IngestProgress) -> Void

  /// - Parameter progress: called now and then, by one task at a time.
  public init(options: IngestOptions, progress: @escaping @Sendable (IngestProgress) -> Void = { _ in }) {
    self.options = options
    self.progress = progress
  }

  /// Builds the snapshot of what lies below `paths`, and puts it at `output` in one step.
  ///
  /// - Throws: `IngestError` when nothing could be ingested or the file cannot be written; `output` is as it was then.
  public func build(_ paths: [String], output: String) async throws(IngestError) -> IngestReport {
    do {
      let plan = MemoryPlan(limit: options.memory, output: output)
      // First of all, so that a folder that cannot be written shows before the work.
      let writer = try SnapshotWriter(path: output)
      let workers = Workers(options.threads)
      async let base = readBase(plan)
      let own = [output, output + ".report.json"] + options.passedOver + [options.base].compactMap(\.self)
      let corpus = try await Corpus(paths, besides: own, options, plan, workers, progress)
      guard corpus.table.count > 0 else { throw IngestError.noDocuments(corpus.findings) }
      let (knownBefore, fault) = await base
      var report = try await build(corpus, plan, knownBefore, workers, writer, output)
      report.unusableBase = fault
      return report
    } catch let error as IngestError {
      throw error
    } catch {
      throw .failed("\(error)")
    }
  }

  /// What the base knows, or why it is of no use; neither where there is none.
  private func readBase(_ plan: MemoryPlan) async -> (BaseKnowledge?, fault: String?) {
    guard let path = options.base else { return (nil, nil) }
    guard options.extracts else { return (nil, "nothing of it is needed without extraction") }
    do {
      return (try BaseKnowledge(path: path, writerVersion: options.writerVersion, plan: plan), nil)
    } catch let failure as SnapshotKnowledge.Failure {
      return (nil, failure.reason)
    } catch {
      return (nil, "\(error)")
    }
  }

  /// - Parameter earlier: what is known already.
  func build(
    _ corpus: Corpus, _ plan: MemoryPlan, _ earlier: (any EarlierKnowledge)?, _ workers: Workers,
    _ writer: consuming SnapshotWriter, _ output: String
  ) async throws -> IngestReport {
    let table = corpus.table
    // Neither is needed before the texts are compressed.
    async let order = workers.run { TextOrder(table.sketches) }
    async let dictionary = workers.run { try RecordPacker.dictionary(of: table) }
    let (knowledge, index) = try await understand(table, plan, earlier, workers)

    let packer = RecordPacker(dictionary: try await dictionary, workers: workers, plan: plan)
    let textOrder = try await order
    // What takes longest goes on beside everything else, and is written last.
    async let texts = packer.packTexts(table, textOrder.ordinals) {
      progress(IngestProgress(step: .compressing, done: $0, total: table.count))
    }
    async let indexSections = index.sections(workers)
    try writer.append(dictionary: packer.dictionary)
    try await knowledge.append(to: &writer, packer, extracted: options.extracts)
    try writer.appendFilters()
    try writer.appendKnowledge(textLengths: table.entries.map(\.textSize), sentences: knowledge.sentences)
    for (name, bytes) in try await indexSections {
      try writer.append(section: SectionName.searchIndexPrefix + name, bytes)
    }
    try writer.append(section: SectionName.textSlots, TextSlots.encode(textOrder.slots))
    try writer.append(section: SectionName.texts, try await texts)
    progress(IngestProgress(step: .publishing, done: 0, total: 1))
    let textSize = table.entries.reduce(0) { $0 + Int($1.textSize) }
    let id = try writer.publish(
      SnapshotDirectory(
        generation: options.generation, writerVersion: options.writerVersion,
        documentCount: UInt64(table.count), textSize: UInt64(textSize)))
    progress(IngestProgress(step: .publishing, done: 1, total: 1))

    var report = IngestReport()
    report.snapshotID = id
    report.documents = table.count
    report.textSize = textSize
    report.size = Int(clamping: try FileStatus(path: output).size)
    report.reused = knowledge.reused
    report.findings = corpus.findings
    report.findings.remarks += knowledge.remarks
    return report
  }

  /// Reads every run once more, in the order of ids.
  private func understand(
    _ table: DocumentTable, _ plan: MemoryPlan, _ earlier: (any EarlierKnowledge)?, _ workers: Workers
  ) async throws -> (CorpusKnowledge, IndexBuilder) {
    var knowledge = CorpusKnowledge(plan, documentCount: table.count)
    var index = IndexBuilder(plan)
    let builders = SegmentBuilders()
    var runs = DocumentRuns(table.entries).ranges.makeIterator()
    try await orderedMap(workers, weightLimit: plan.underWay) {
      runs.next()
    } weight: {
      table.textSize($0)
    } work: { [options] run in
      let inputs = try table.documents(run)
      let known = RunKnowledge(inputs, firstDocument: run.lowerBound, extracts: options.extracts, earlier: earlier)
      let segment = builders.segment(
        firstDocument: run.lowerBound, titles: known.titles, texts: inputs.map(\.text))
      return (known, segment)
    } consume: { known, segment in
      try knowledge.add(known)
      try index.add(segment)
      progress(IngestProgress(step: .understanding, done: knowledge.documents.count, total: table.count))
    }
    return (knowledge, index)
  }
}

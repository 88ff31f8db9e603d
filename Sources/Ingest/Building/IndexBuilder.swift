internal import EntenteFileMapping
internal import EntenteSearchIndex
internal import Synchronization

/// Collects the indexed runs of a corpus, and merges them into an index.
struct IndexBuilder: Sendable {
  private var spool: ByteSpool
  private var runs: [Range<Int>] = []
  private var lengths: [UInt8] = []
  private var totalLength: UInt64 = 0
  private let plan: MemoryPlan

  init(_ plan: MemoryPlan) {
    self.plan = plan
    spool = plan.runSpool
  }

  /// Adds the segment of the next run.
  mutating func add(_ segment: Segment) throws {
    let start = try spool.append(segment.run)
    runs.append(start..<spool.count)
    lengths += segment.lengths
    totalLength &+= segment.totalLength
  }

  /// The sections of the index, which do not depend on the threads nor on the runs.
  func sections(_ workers: Workers) async throws -> [(name: String, bytes: ByteSpool)] {
    var merge = try TermMerge(spool, runs: runs)
    var writer = IndexWriter(lengths: lengths, totalLength: totalLength, limit: plan.section, spill: plan.spillFile)
    try await orderedMap(workers) {
      try merge.next()
    } work: { [lengths, totalLength] batch in
      batch.encoded(lengths: lengths, totalLength: totalLength)
    } consume: {
      try writer.add($0)
    }
    return try writer.finish()
  }
}

/// Segment builders that wait for the next run: each remembers the words that it has seen.
final class SegmentBuilders: Sendable {
  private let idle = Mutex<[SegmentBuilder]>([])

  /// Indexes a run.
  ///
  /// - Parameter firstDocument: its ordinal; the others follow.
  func segment(firstDocument: Int, titles: [String], texts: [String]) -> Segment {
    let ordinal = UInt32(clamping: firstDocument)
    var builder = idle.withLock { $0.popLast() } ?? SegmentBuilder(firstDocument: ordinal)
    builder.begin(firstDocument: ordinal)
    for (title, text) in zip(titles, texts) { builder.add(title: title, body: text) }
    let segment = builder.finish()
    idle.withLock { $0.append(builder) }
    return segment
  }
}

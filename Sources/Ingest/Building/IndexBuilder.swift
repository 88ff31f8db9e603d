internal import SearchIndex

/// Indexes titles and texts in parallel, a run of documents in each task.
struct IndexBuilder: Sendable {
  let threads: Int

  /// The sections of the index, which do not depend on the threads.
  func sections(titles: [String], texts: [String]) async throws -> [(name: String, bytes: [UInt8])] {
    let count = texts.count
    // More runs than threads, so that none waits long for the last one.
    let size = max((count + threads * 4 - 1) / (threads * 4), 1)
    let segments = try await parallelMap((count + size - 1) / size, threads: threads) { run in
      var builder = SegmentBuilder(firstDocument: UInt32(run * size))
      for ordinal in run * size..<min((run + 1) * size, count) {
        builder.add(title: titles[ordinal], body: texts[ordinal])
      }
      return builder.finish()
    }
    return IndexWriter.sections(of: segments)
  }
}

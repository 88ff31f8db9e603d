internal import EntenteClient
internal import EntenteSchema
internal import Synchronization
internal import TTRPC

/// Which snapshot the service answers from just now, asked at most twice a second however many pages are served.
actor CorpusWatch {
  private static let patience: Duration = .milliseconds(500)

  private let corpus: QueryClient
  private let log: GenerationLog
  private var known: (reference: SnapshotReference, at: ContinuousClock.Instant)?
  private var asking: Task<Result<SnapshotReference, RPCError>, Never>?

  init(_ corpus: QueryClient, _ log: GenerationLog) {
    self.corpus = corpus
    self.log = log
  }

  /// - Throws: what the service answers.
  func current() async throws(RPCError) -> SnapshotReference {
    if let known, ContinuousClock.now - known.at < Self.patience { return known.reference }
    if let asking { return try await asking.value.get() }
    let task = Task { [corpus] () async -> Result<SnapshotReference, RPCError> in
      do throws(RPCError) {
        return .success(try await corpus.describe(DescribeRequest()).snapshot ?? SnapshotReference())
      } catch {
        return .failure(error)
      }
    }
    asking = task
    let result = await task.value
    asking = nil
    let reference = try result.get()
    // No page waits for it: a large corpus takes a while to list.
    if known?.reference != reference { Task { [log, corpus] in await log.note(reference, corpus) } }
    known = (reference, .now)
    return reference
  }
}

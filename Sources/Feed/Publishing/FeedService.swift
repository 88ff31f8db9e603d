public import EntenteSchema
internal import Metrics
public import ServiceLifecycle
internal import Synchronization
public import TTRPC

/// The `Feed` service: serves the newest snapshot and the previous one.
///
/// ```swift
/// let feed = FeedService()
/// try feed.publish(path: "corpus.snapshot")
/// let server = RPCServer(services: [feed.feedService])
/// ```
///
/// A reader takes up a chunk of 256 KiB and the buffers of its connection, whatever the size of the snapshot.
public final class FeedService: FeedHandler, Service {
  private struct State {
    /// The snapshots being served, newest first.
    var snapshots: [PublishedSnapshot] = []
    var watchers: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var lastWatcher: UInt64 = 0
    var isStopped = false
  }

  /// How often a watcher gets a keep-alive message.
  private static let heartbeat = Duration.seconds(10)
  private static let generationsKept = 2

  private let state = Mutex(State())

  public init() {}

  /// Publishes the snapshot at `path`, and notifies watchers.
  ///
  /// - Throws: `FollowingError` if the file is not a complete snapshot; earlier snapshots are still served.
  /// - Returns: the publication that watchers receive.
  @discardableResult
  public func publish(path: String) throws(FollowingError) -> Publication {
    let snapshot = try PublishedSnapshot(path: path)
    let watchers = state.withLock { state in
      state.snapshots.removeAll { $0.publication.snapshotID == snapshot.publication.snapshotID }
      state.snapshots.insert(snapshot, at: 0)
      state.snapshots.removeLast(max(0, state.snapshots.count - Self.generationsKept))
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher.yield() }
    return snapshot.publication
  }

  /// The publications being served, newest first.
  public var publications: [Publication] { state.withLock { $0.snapshots.map(\.publication) } }

  /// Sends keep-alive messages, and ends the watches when it is shut down.
  public func run() async {
    await cancelWhenGracefulShutdown { [self] in
      while (try? await Task.sleep(for: Self.heartbeat)) != nil {
        for watcher in state.withLock({ Array($0.watchers.values) }) { watcher.yield() }
      }
    }
    let watchers = state.withLock { state in
      state.isStopped = true
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher.finish() }
  }

  // MARK: Calls

  public func describe(
    _ request: DescribeFeedRequest, context: CallContext
  ) throws(RPCError) -> DescribeFeedResponse {
    DescribeFeedResponse(publications: publications)
  }

  public func read(_ request: FetchRequest, context: CallContext) async throws(RPCError) -> FetchResponse {
    let snapshot = try snapshot(request.snapshotID)
    let offset = try Self.offset(of: request, in: snapshot)
    return FetchResponse(
      publication: snapshot.publication, offset: request.offset, data: try Self.chunk(of: snapshot, at: offset))
  }

  public func fetch(
    _ request: FetchRequest, responses: ResponseWriter<FetchResponse>, context: CallContext
  ) async throws(RPCError) {
    let snapshot = try snapshot(request.snapshotID)
    var offset = try Self.offset(of: request, in: snapshot)
    let sent = Counter(label: "entente_feed_sent_bytes_total")
    var response = FetchResponse(publication: snapshot.publication)
    repeat {
      let chunk = try Self.chunk(of: snapshot, at: offset)
      response.offset = UInt64(offset)
      response.data = chunk
      try await responses.send(response, compresses: false)
      sent.increment(by: chunk.count)
      offset += chunk.count
      response = FetchResponse()
    } while offset < Int(snapshot.publication.size)
  }

  public func watch(
    _ request: WatchRequest, responses: ResponseWriter<WatchResponse>, context: CallContext
  ) async throws(RPCError) {
    guard request.knownSnapshotID.utf8.count <= 64 else { throw Self.longID }
    let (changes, key) = try beginWatch()
    defer { state.withLock { _ = $0.watchers.removeValue(forKey: key) } }
    var told = request.knownSnapshotID
    for await _ in changes {
      let newest = state.withLock { $0.snapshots.first?.publication }
      if let newest, newest.snapshotID != told {
        try await responses.send(WatchResponse(publication: newest))
        told = newest.snapshotID
      } else {
        try await responses.send(WatchResponse())
      }
    }
    try context.checkDeadline()
    throw RPCError(.unavailable, "the feed is shutting down")
  }

  private static func offset(of request: FetchRequest, in snapshot: PublishedSnapshot) throws(RPCError) -> Int {
    let size = snapshot.publication.size
    guard request.offset <= size, let offset = Int(exactly: request.offset) else {
      throw RPCError(.outOfRange, "offset \(request.offset) is past the end of the snapshot, which has \(size) bytes")
    }
    return offset
  }

  /// The bytes at `offset`; empty at the end.
  private static func chunk(of snapshot: PublishedSnapshot, at offset: Int) throws(RPCError) -> [UInt8] {
    let chunk: [UInt8]
    do throws(FollowingError) { chunk = try snapshot.chunk(at: offset) } catch {
      throw RPCError(.unavailable, "\(error)")
    }
    guard !chunk.isEmpty || offset == Int(snapshot.publication.size) else {
      throw RPCError(.dataLoss, "the snapshot file was truncated at byte \(offset)")
    }
    return chunk
  }

  private static let longID = RPCError(.invalidArgument, "a snapshot id has 64 characters")

  private func beginWatch() throws(RPCError) -> (changes: AsyncStream<Void>, key: UInt64) {
    let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let key = state.withLock { state -> UInt64? in
      guard !state.isStopped else { return nil }
      state.lastWatcher += 1
      state.watchers[state.lastWatcher] = continuation
      return state.lastWatcher
    }
    guard let key else { throw RPCError(.unavailable, "the feed is shutting down") }
    // What there is already.
    continuation.yield()
    return (changes, key)
  }

  private func snapshot(_ id: String) throws(RPCError) -> PublishedSnapshot {
    guard id.utf8.count <= 64 else { throw Self.longID }
    let snapshots = state.withLock { $0.snapshots }
    if let found = id.isEmpty ? snapshots.first : snapshots.first(where: { $0.publication.snapshotID == id }) {
      return found
    }
    throw RPCError(
      .notFound,
      id.isEmpty ? "nothing has been published yet" : "the snapshot \(id) is no longer held; watch for the newest")
  }
}

internal import EntenteFileMapping
internal import EntenteSchema
public import EntenteSnapshot
public import Logging
internal import Metrics
internal import ProtobufCoding
public import ServiceLifecycle
internal import Synchronization
internal import TTRPC

/// Keeps the snapshot being served up to date with its source: fetches, verifies, opens, swaps and reports.
///
/// ```swift
/// let follower = SnapshotFollower(source: FileSource(path: "corpus.snapshot"), cache: cache, logger: logger) {
///   (snapshot) throws(FollowingError) in try openCorpus(snapshot)
/// }
/// try await follower.start()
/// let corpus = follower.content
/// ```
///
/// A snapshot that is damaged, older, not signed or not usable never replaces a good one; the follower reports why and
/// retries. A caller that holds `content` may use it until it is done, and its file stays mapped until then; a third
/// generation is not opened before the first is released.
public final class SnapshotFollower<Content: AnyObject & Sendable>: Service {
  /// Creates the content to serve from a snapshot, and warms it so that the first caller does not wait.
  public typealias Opening = @Sendable (SnapshotReader) throws(FollowingError) -> Content

  private struct State {
    var content: Content?
    var previous: Content?
    var status = FollowingStatus()
  }

  private let source: any SnapshotSource
  private let transfer: SnapshotTransfer
  private let cache: SnapshotCache
  private let policy: FollowingPolicy
  private let logger: Logger
  private let open: Opening
  private let keepsPrevious: Bool
  private let state = Mutex(State())
  private let live = LiveContents<Content>()
  private let seen = Mutex<SnapshotOffer?>(nil)
  /// What is served from the cache by its mark, until its bytes are verified.
  private let unverified = Mutex<CachedCopy?>(nil)

  /// - Parameter keepsPrevious: whether `previous` keeps the generation before the current one, until the next is opened.
  public init(
    source: any SnapshotSource, cache: SnapshotCache, policy: FollowingPolicy = FollowingPolicy(), logger: Logger,
    keepsPrevious: Bool = false, open: @escaping Opening
  ) {
    self.source = source
    transfer = SnapshotTransfer(source: source, policy: policy)
    self.cache = cache
    self.policy = policy
    self.logger = logger
    self.keepsPrevious = keepsPrevious
    self.open = open
  }

  /// The content being served; nil before the first good snapshot.
  public var content: Content? { state.withLock { $0.content } }

  /// The generation before the current one, where it is kept: callers that ask several replicas for one generation find it
  /// here while the replicas move on at different times.
  public var previous: Content? { state.withLock { $0.previous } }

  public var status: FollowingStatus { state.withLock { $0.status } }

  /// How many generations are mapped, at most two.
  public var generationsInUse: Int { live.count }

  // MARK: Following

  /// Serves the newest good copy in the cache, if there is one.
  ///
  /// A copy that has not changed since it was last verified is served at once, and verified by `run` afterwards, unless
  /// signatures are required: who could change it could change its mark too.
  ///
  /// - Returns: whether something is served.
  @discardableResult
  public func startFromCache() async -> Bool {
    let (cache, policy, logger, open) = (cache, policy, logger, open)
    let found = try? await offLoop { () throws(FollowingError) -> (CachedCopy, Content)? in
      // Every byte of a copy is checked, so an older one is not read unless the newer cannot be served.
      for id in cache.idsFromNewest() {
        do throws(FollowingError) {
          guard let copy = try cache.copy(id: id, trustsMark: policy.trustedKeys.isEmpty) else { continue }
          try policy.checkSignature(copy.signature, of: copy.snapshot)
          return (copy, try open(copy.snapshot))
        } catch {
          logger.warning("a cached copy cannot be used", metadata: ["reason": "\(error)"])
        }
      }
      return nil
    }
    guard let (copy, content) = found else { return false }
    serve(content, copy.snapshot, published: nil)
    if !copy.isVerified { unverified.withLock { $0 = copy } }
    logger.info("serving from the cache", metadata: metadata(of: copy.snapshot))
    return true
  }

  /// Verifies a copy that is served already, and stops serving it if it is damaged.
  private func verifyStart() async {
    guard let copy = unverified.withLock({ $0.take() }) else { return }
    // On a small machine, hashing would slow down the first answers.
    try? await Task.sleep(for: .milliseconds(100))
    guard !Task.isCancelled else { return }
    do throws(FollowingError) {
      try await offLoop { [cache] () throws(FollowingError) in try cache.verify(copy) }
    } catch {
      note(error, "the cached copy is damaged and no longer served")
      guard status.snapshotID == copy.snapshot.id else { return }
      // The source may offer the same snapshot: it is fetched again.
      seen.withLock { $0 = nil }
      await letGo(withdraw())
      await startFromCache()
      await verifyStart()
    }
  }

  private func withdraw() -> Content? {
    state.withLock { state in
      state.status.snapshotID = ""
      state.status.generation = 0
      state.status.published = nil
      return state.content.take()
    }
  }

  /// Serves the source's current snapshot.
  ///
  /// - Throws: if that is not possible; the previous snapshot is then still served.
  public func update() async throws(FollowingError) {
    do throws(FollowingError) {
      try await take(try await source.next(after: nil))
    } catch {
      note(error)
      throw error
    }
  }

  /// Follows until it is cancelled or shut down.
  public func run() async {
    await cancelWhenGracefulShutdown {
      await self.verifyStart()
      await self.follow()
    }
    await source.close()
  }

  private func follow() async {
    var backoff = Backoff(first: policy.firstPause, longest: policy.longestPause)
    while !Task.isCancelled {
      let known = seen.withLock { $0 }
      var refused: SnapshotOffer?
      do throws(FollowingError) {
        let offer = try await source.next(after: known)
        refused = offer
        try await take(offer)
        backoff.reset()
      } catch {
        guard !Task.isCancelled else { return }
        note(error)
        let pause = backoff.next()
        // A different snapshot may be published before a retry of this one is due.
        await firstToEnd(
          { try? await Task.sleep(for: pause) },
          { [source, refused] in
            guard let refused, (try? await source.next(after: refused)) != nil else {
              try? await Task.sleep(for: pause)
              return
            }
          })
      }
    }
  }

  // MARK: One snapshot

  private func take(_ offer: SnapshotOffer) async throws(FollowingError) {
    let started = ContinuousClock.now
    let serving = status
    if let id = offer.snapshotID, id == serving.snapshotID {
      return settle(on: offer)
    }
    if let generation = offer.generation { try checkAge(generation) }
    if let id = offer.snapshotID, let copy = await cached(id) {
      let signature = if let kept = copy.signature { Optional(kept) } else { try await source.signature(of: offer) }
      try policy.checkSignature(signature, of: copy.snapshot)
      try await open(copy.snapshot, offer)
    } else {
      let file = try cache.makeFile()
      try await transfer.fetch(offer, into: file)
      let fetched = try await transfer.check(file, offer)
      let (snapshot, signature) = (fetched.snapshot, fetched.signature)
      guard snapshot.id != serving.snapshotID else { return settle(on: offer) }
      try await open(snapshot, offer)
      // Already being served; the cached copy is for the next start.
      do throws(FollowingError) {
        try await offLoop { [cache] () throws(FollowingError) in
          try cache.keep(file, id: snapshot.id, signature: signature)
        }
      } catch {
        note(error)
      }
    }
    cache.prune(serving: status.snapshotID)
    Timer(label: "entente_reload_seconds").record(duration: ContinuousClock.now - started)
    seen.withLock { $0 = offer }
  }

  private func cached(_ id: String) async -> CachedCopy? {
    let found = try? await offLoop { [cache] () throws(FollowingError) in try cache.copy(id: id) }
    return found ?? nil
  }

  private func open(_ snapshot: SnapshotReader, _ offer: SnapshotOffer) async throws(FollowingError) {
    try checkAge(snapshot.directory.generation)
    await letGo(state.withLock { $0.previous.take() })
    // The generation before the current one must have been released.
    while live.count > 1 { try await pause(.milliseconds(20)) }
    let open = open
    let content = try await offLoop { () throws(FollowingError) in try open(snapshot) }
    let old = serve(content, snapshot, published: offer.published)
    logger.info("serving a new snapshot", metadata: metadata(of: snapshot))
    await letGo(consume old)
  }

  /// Holds a generation until no call uses it, so that no event loop has to unmap it.
  ///
  /// - Parameter old: the only reference apart from those of calls; with a second one, it would never be unique.
  private func letGo(_ old: consuming Content?) async {
    for _ in 0..<200 where old != nil && !isKnownUniquelyReferenced(&old) {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  private func checkAge(_ generation: UInt64) throws(FollowingError) {
    let serving = status
    guard !policy.allowsRollback, !serving.snapshotID.isEmpty, generation < serving.generation else { return }
    throw FollowingError(
      .older, "generation \(generation) is older than the current \(serving.generation); --allow-rollback accepts it"
    )
  }

  // MARK: What is served

  /// - Returns: what was served before, unless it is kept.
  @discardableResult
  private func serve(_ content: Content, _ snapshot: SnapshotReader, published: ProtobufTimestamp?) -> Content? {
    live.add(content)
    Counter(label: "entente_reloads_total", dimensions: [("result", "ok")]).increment()
    return state.withLock { state in
      defer {
        state.content = content
        state.status.snapshotID = snapshot.id
        state.status.generation = snapshot.directory.generation
        state.status.published = published
        state.status.problem = ""
        state.status.swaps += 1
      }
      guard keepsPrevious else { return state.content }
      state.previous = state.content
      return nil
    }
  }

  /// Records that the source's snapshot is the one being served.
  private func settle(on offer: SnapshotOffer) {
    seen.withLock { $0 = offer }
    state.withLock { state in
      state.status.published = offer.published
      state.status.problem = ""
    }
  }

  /// - Parameter consequence: what it means for what is served.
  private func note(_ error: FollowingError, _ consequence: Logger.Message? = nil) {
    let isNews = state.withLock { state in
      defer { state.status.problem = error.reason }
      state.status.refusals[error.kind, default: 0] += 1
      return state.status.problem != error.reason
    }
    Counter(label: "entente_reloads_total", dimensions: [("result", error.kind.rawValue)]).increment()
    let refusal: Logger.Message =
      error.kind == .unreachable ? "the source is unreachable" : "the source's newest snapshot is not served"
    logger.log(
      level: isNews ? .warning : .debug, consequence ?? refusal,
      metadata: ["source": "\(source.name)", "kind": "\(error.kind.rawValue)", "reason": "\(error)"])
  }

  private func metadata(of snapshot: SnapshotReader) -> Logger.Metadata {
    [
      "snapshot": "\(snapshot.id.prefix(12))", "generation": "\(snapshot.directory.generation)",
      "documents": "\(snapshot.directory.documentCount)", "bytes": "\(snapshot.file.count)",
    ]
  }
}

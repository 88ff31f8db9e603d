internal import EntenteClient
internal import EntenteCorpus
internal import EntenteQuery
internal import EntenteSchema
public import TTRPC

/// The services `Query` and `Health` over the shards of a corpus: each answer is that of the unsharded snapshot, to the score
/// and the order.
///
/// ```swift
/// let router = RouterService(sets: { [set] }, shards: [RPCClient(addresses: replicasOfShard0), …])
/// let server = RPCServer(services: [router.queryService, router.healthService])
/// ```
///
/// Every shard knows the whole corpus, except for texts and postings. So most methods ask any shard, a document is read in its
/// own, and what reads texts or postings of the whole corpus is asked of all shards and brought together.
public struct RouterService: Sendable {
  /// The generations that may be answered from, newest first. A replica that is between two serves both.
  public typealias Sets = @Sendable () -> [ShardSet]

  let sets: Sets
  let shards: Shards
  let draining = DrainFlag()

  /// - Parameters:
  ///   - shards: the replicas of each shard; as many as each manifest has shards.
  ///   - hedgeDelay: when a call is made a second time on another replica; nil for never.
  public init(sets: @escaping Sets, shards: [any RPCChannel], hedgeDelay: Duration? = nil) {
    self.sets = sets
    self.shards = Shards(shards, hedgeDelay: hedgeDelay)
  }

  /// Makes health checks report NOT_SERVING, so that a load balancer sends no more connections.
  public func beginDraining() { draining.set() }

  /// Runs a call on the newest generation that all shards serve: a whole answer is of one generation.
  func onOneGeneration<Answer>(
    minimum: UInt64, _ call: (ShardSet) async throws(RPCError) -> Answer
  ) async throws(RPCError) -> Answer {
    var failure: RPCError?
    for set in sets() where set.count == shards.channels.count {
      guard set.manifest.generation >= minimum else { continue }
      do throws(RPCError) {
        return try await call(set)
      } catch {
        // Another generation may be there, or be the one that the page token or the document's shard is of.
        guard error.code == .unavailable || error.code == .failedPrecondition else { throw error }
        failure = failure ?? error
      }
    }
    throw failure
      ?? RPCError(.unavailable, "no generation from \(minimum) on is served by these shards; try again later")
  }
}

extension RPCError {
  init(_ fault: ShardFault) { self.init(.internal, "a shard gave an answer that is none: \(fault)") }
}

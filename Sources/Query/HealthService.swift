internal import EntenteCorpus
public import EntenteSchema
internal import Synchronization
public import TTRPC

/// The service `Health`: whether this replica takes calls, and from which snapshot it answers.
public final class HealthService: HealthHandler {
  private let corpus: CorpusSource
  private let draining = Atomic(false)

  /// - Parameter corpus: asked once by each check.
  public init(_ corpus: @escaping CorpusSource) { self.corpus = corpus }

  /// From now on checks say NOT_SERVING, so that a load balancer sends no more connections.
  public func beginDraining() { draining.store(true, ordering: .relaxed) }

  public func check(_ request: HealthCheckRequest, context: CallContext) throws(RPCError) -> HealthCheckResponse {
    let reference = corpus().reference
    return HealthCheckResponse(
      status: draining.load(ordering: .relaxed) ? .notServing : .serving, snapshotId: reference.id,
      generation: reference.generation)
  }
}

internal import EntenteCorpus
public import EntenteSchema
internal import EntenteSnapshot
internal import Synchronization
public import TTRPC

/// The `Health` service: reports whether this replica accepts calls, and which snapshot it serves.
///
/// ```swift
/// let health = HealthService({ corpus }) { $0.sourceProblem = follower.status.problem }
/// ```
public final class HealthService: HealthHandler {
  /// Adds to a response what only the process knows.
  public typealias Completion = @Sendable (inout HealthCheckResponse) -> Void

  private let corpus: CorpusSource
  private let complete: Completion
  private let draining = Atomic(false)
  private let checks = Atomic<UInt64>(0)

  /// - Parameter corpus: called once by each check.
  public init(_ corpus: @escaping CorpusSource, completing complete: @escaping Completion = { _ in }) {
    self.corpus = corpus
    self.complete = complete
  }

  /// Whether checks report NOT_SERVING because the process is about to stop.
  public var isDraining: Bool { draining.load(ordering: .relaxed) }

  /// Makes checks report NOT_SERVING, so that a load balancer sends no more connections.
  public func beginDraining() { draining.store(true, ordering: .relaxed) }

  public func check(_ request: HealthCheckRequest, context: CallContext) throws(RPCError) -> HealthCheckResponse {
    check()
  }

  /// The response to a check, for callers other than RPC.
  public func check() -> HealthCheckResponse {
    var response = HealthCheckResponse(status: .notServing)
    complete(&response)
    do throws(RPCError) {
      let corpus = try corpus()
      response.snapshotID = corpus.reference.id
      response.generation = corpus.reference.generation
      try probe(corpus)
      if !draining.load(ordering: .relaxed) { response.status = .serving }
    } catch {
      response.sourceProblem = error.message
    }
    return response
  }

  /// Reads one document, a different one at each check, so that a failing disk is noticed before a caller is affected.
  private func probe(_ corpus: Corpus) throws(RPCError) {
    let held = corpus.snapshot.heldDocuments
    guard !held.isEmpty else { return }
    let ordinal = held.lowerBound + Int(checks.wrappingAdd(1, ordering: .relaxed).oldValue % UInt64(held.count))
    do throws(SnapshotError) { _ = try corpus.snapshot.document(ordinal) } catch {
      throw RPCError(.dataLoss, "\(error)")
    }
  }
}

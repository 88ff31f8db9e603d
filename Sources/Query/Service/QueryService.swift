internal import Foundation
public import EntenteSchema
public import EntenteSnapshot
internal import Synchronization
public import TTRPC

/// The services `Query` and `Health` on one snapshot.
///
/// ```swift
/// let service = QueryService(try SnapshotReader(path: "corpus.snapshot"))
/// let server = RPCServer(services: [service.queryService, service.healthService])
/// ```
///
/// Calls are answered at once, from the mapped file; they may come from any thread.
public final class QueryService: QueryHandler, HealthHandler {
  public let snapshot: SnapshotReader
  private let state = Mutex(State())
  let corpus = CorpusState()

  private struct State {
    var isDraining = false
    var knowledge: KnowledgeBase?
  }

  public init(_ snapshot: SnapshotReader) { self.snapshot = snapshot }

  /// From now on health says NOT_SERVING, so that a load balancer sends no more connections.
  public func beginDraining() { state.withLock { $0.isDraining = true } }

  // Shared by the methods

  var reference: SnapshotReference {
    SnapshotReference(id: snapshot.id, generation: snapshot.directory.generation)
  }

  /// What every call begins with.
  func check(minimumGeneration: UInt64, _ context: CallContext) throws(RPCError) {
    try context.checkDeadline()
    guard snapshot.directory.generation >= minimumGeneration else {
      throw RPCError(
        .unavailable,
        "this replica serves generation \(snapshot.directory.generation), and \(minimumGeneration) was asked for; try another"
      )
    }
  }

  /// What extraction found; read by the first call that asks.
  func knowledge() throws(RPCError) -> KnowledgeBase {
    if let knowledge = state.withLock({ $0.knowledge }) { return knowledge }
    let knowledge = try reading { () throws(SnapshotError) in try KnowledgeBase(snapshot) }
    state.withLock { $0.knowledge = knowledge }
    return knowledge
  }

  /// Runs `body`; damage in the snapshot becomes DATA_LOSS.
  func reading<Result>(_ body: () throws(SnapshotError) -> Result) throws(RPCError) -> Result {
    do throws(SnapshotError) {
      return try body()
    } catch {
      throw RPCError(.dataLoss, "\(error)")
    }
  }

  /// - Parameter text: of the document, which may stand beside it.
  func summary(of document: Document, text: String) -> DocumentSummary {
    DocumentSummary(
      id: document.id, title: document.title, kind: document.kind, published: document.published,
      updated: document.updated, publisher: document.publisher, sourceUrl: document.sourceUrl,
      textLength: UInt32(clamping: text.utf8.count),
      opening: document.title.isEmpty ? DocumentOpening.words(of: text, boilerplate: document.boilerplate) : "")
  }

  // Health

  public func check(_ request: HealthCheckRequest, context: CallContext) throws(RPCError) -> HealthCheckResponse {
    let isDraining = state.withLock { $0.isDraining }
    return HealthCheckResponse(
      status: isDraining ? .notServing : .serving, snapshotId: snapshot.id, generation: snapshot.directory.generation)
  }
}

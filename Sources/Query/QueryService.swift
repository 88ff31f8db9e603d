internal import EntenteCorpus
public import EntenteSchema
public import TTRPC

/// The `Query` service: each call is answered synchronously, from the corpus that is current when it starts.
///
/// ```swift
/// let corpus = try Corpus(path: "corpus.snapshot")
/// let server = RPCServer(services: [QueryService { corpus }.queryService, HealthService { corpus }.healthService])
/// ```
///
/// Calls may come from any thread.
public struct QueryService: QueryHandler {
  private let corpus: CorpusSource

  /// - Parameter corpus: called once per call, so that a call finishes on the corpus it started with.
  public init(_ corpus: @escaping CorpusSource) { self.corpus = corpus }

  public func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.search(request, cancellation) }
  }

  public func suggest(_ request: SuggestRequest, context: CallContext) throws(RPCError) -> SuggestResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.suggest(request, cancellation) }
  }

  public func getDocument(_ request: GetDocumentRequest, context: CallContext) throws(RPCError) -> GetDocumentResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.document(request, cancellation) }
  }

  public func listDocuments(
    _ request: ListDocumentsRequest, context: CallContext
  ) throws(RPCError) -> ListDocumentsResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.documents(request, cancellation) }
  }

  public func listRelated(_ request: ListRelatedRequest, context: CallContext) throws(RPCError) -> ListRelatedResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.related(request, cancellation) }
  }

  public func getProgramme(
    _ request: GetProgrammeRequest, context: CallContext
  ) throws(RPCError) -> GetProgrammeResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.programme(request, cancellation) }
  }

  public func listGoals(_ request: ListGoalsRequest, context: CallContext) throws(RPCError) -> ListGoalsResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.goals(request, cancellation) }
  }

  public func getGoal(_ request: GetGoalRequest, context: CallContext) throws(RPCError) -> GetGoalResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.goal(request, cancellation) }
  }

  public func listEvents(_ request: ListEventsRequest, context: CallContext) throws(RPCError) -> ListEventsResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.events(request, cancellation) }
  }

  public func listEntities(
    _ request: ListEntitiesRequest, context: CallContext
  ) throws(RPCError) -> ListEntitiesResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.entities(request, cancellation) }
  }

  public func getEntity(_ request: GetEntityRequest, context: CallContext) throws(RPCError) -> GetEntityResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.entity(request, cancellation) }
  }

  public func listQuotations(
    _ request: ListQuotationsRequest, context: CallContext
  ) throws(RPCError) -> ListQuotationsResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.quotations(request, cancellation) }
  }

  public func describe(_ request: DescribeRequest, context: CallContext) throws(RPCError) -> DescribeResponse {
    try answer(context) { (corpus, cancellation) throws(CorpusError) in try corpus.describe(request, cancellation) }
  }

  private func answer<Answer>(
    _ context: CallContext, _ body: (Corpus, Cancellation) throws(CorpusError) -> Answer
  ) throws(RPCError) -> Answer {
    try RPCError.mapped(try corpus(), context, body)
  }
}

// Generated from entente/v1/query.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Reads of one snapshot. Every call is a read, so every call may be retried.
///
/// Every response names the snapshot that it came from. Every request may ask for a `minimum_generation`: a replica that
/// is behind answers UNAVAILABLE, which a client retries elsewhere. Lists come in pages: `page_size` 0 means the default
/// (20; 10 for Search), more than 200 is cut to 200; `page_token` is the `next_page_token` of the page before, holds for
/// the same request on the same snapshot, and fails with FAILED_PRECONDITION on another one.
///
/// GetDocument, GetGoal and GetEntity answer with several lists. They page together: a page holds `page_size` elements of each
/// list (0 means 25, more than 200 is cut to 200) and four times as many mentions, dates and entity references, which are
/// short. `next_page_token` is set until every list has ended. A total beside a list is 0 where the answer holds all of it.
///
/// An answer takes less than 4 MiB. A page ends early where its records are long, and the next one goes on; a source whose
/// text is longer than 64 KiB is cut there, and its span still has the whole length.
///
/// Requests are bounded too; beyond a bound they fail with INVALID_ARGUMENT, which says what to shorten. Names, goals, types
/// and days take 200 bytes of UTF-8, document ids 1,024, page tokens 100.
public protocol QueryHandler: Sendable {
  /// Full-text search in French. INVALID_ARGUMENT names the offending character of a query that does not parse.
  func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse
  /// Completions of what has been typed so far.
  func suggest(_ request: SuggestRequest, context: CallContext) throws(RPCError) -> SuggestResponse
  func getDocument(_ request: GetDocumentRequest, context: CallContext) throws(RPCError) -> GetDocumentResponse
  /// In order of their effective dates, undated ones last, then by id.
  func listDocuments(_ request: ListDocumentsRequest, context: CallContext) throws(RPCError) -> ListDocumentsResponse
  /// Documents about the same things.
  func listRelated(_ request: ListRelatedRequest, context: CallContext) throws(RPCError) -> ListRelatedResponse
  func getProgramme(_ request: GetProgrammeRequest, context: CallContext) throws(RPCError) -> GetProgrammeResponse
  /// The review of the programme: every goal with its counts, in printed order.
  func listGoals(_ request: ListGoalsRequest, context: CallContext) throws(RPCError) -> ListGoalsResponse
  /// One goal with its evidence, actors, events and quotations.
  func getGoal(_ request: GetGoalRequest, context: CallContext) throws(RPCError) -> GetGoalResponse
  /// The timeline: in order of date, undated ones last.
  func listEvents(_ request: ListEventsRequest, context: CallContext) throws(RPCError) -> ListEventsResponse
  /// Most mentioned first.
  func listEntities(_ request: ListEntitiesRequest, context: CallContext) throws(RPCError) -> ListEntitiesResponse
  func getEntity(_ request: GetEntityRequest, context: CallContext) throws(RPCError) -> GetEntityResponse
  func listQuotations(_ request: ListQuotationsRequest, context: CallContext) throws(RPCError) -> ListQuotationsResponse
  /// What the snapshot holds.
  func describe(_ request: DescribeRequest, context: CallContext) throws(RPCError) -> DescribeResponse
}

extension QueryHandler {
  /// Registers the methods with a server.
  public var queryService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Query", methods: [
      .unary("Search") { (request: SearchRequest, context) throws(RPCError) in try self.search(request, context: context) },
      .unary("Suggest") { (request: SuggestRequest, context) throws(RPCError) in try self.suggest(request, context: context) },
      .unary("GetDocument") { (request: GetDocumentRequest, context) throws(RPCError) in try self.getDocument(request, context: context) },
      .unary("ListDocuments") { (request: ListDocumentsRequest, context) throws(RPCError) in try self.listDocuments(request, context: context) },
      .unary("ListRelated") { (request: ListRelatedRequest, context) throws(RPCError) in try self.listRelated(request, context: context) },
      .unary("GetProgramme") { (request: GetProgrammeRequest, context) throws(RPCError) in try self.getProgramme(request, context: context) },
      .unary("ListGoals") { (request: ListGoalsRequest, context) throws(RPCError) in try self.listGoals(request, context: context) },
      .unary("GetGoal") { (request: GetGoalRequest, context) throws(RPCError) in try self.getGoal(request, context: context) },
      .unary("ListEvents") { (request: ListEventsRequest, context) throws(RPCError) in try self.listEvents(request, context: context) },
      .unary("ListEntities") { (request: ListEntitiesRequest, context) throws(RPCError) in try self.listEntities(request, context: context) },
      .unary("GetEntity") { (request: GetEntityRequest, context) throws(RPCError) in try self.getEntity(request, context: context) },
      .unary("ListQuotations") { (request: ListQuotationsRequest, context) throws(RPCError) in try self.listQuotations(request, context: context) },
      .unary("Describe") { (request: DescribeRequest, context) throws(RPCError) in try self.describe(request, context: context) },
    ])
  }
}

// Generated from entente/v1/query.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
public import EntenteSchema
public import TTRPC

/// Reads a snapshot. Every call is a read, so every call may be retried.
///
/// Every response names the snapshot it came from. Every request may require a `minimum_generation`: a replica that is
/// behind answers UNAVAILABLE, which a client retries elsewhere. Lists are paged: a `page_size` of 0 means the default (20;
/// 10 for Search), and more than 200 means 200. `page_token` is the `next_page_token` of the previous page; it is valid for
/// the same request on the same snapshot, and fails with FAILED_PRECONDITION on another snapshot.
///
/// GetDocument, GetGoal and GetEntity return several lists, paged together: a page holds `page_size` elements of each list
/// (0 means 25, more than 200 means 200), and more of those that are short: four times as many mentions, dates and entity
/// references, sixteen times as many mentions of a document.
/// `next_page_token` is set until every list has ended. The total for a list is 0 if the response holds the whole list.
///
/// A response is smaller than 4 MiB. A page with long records ends early, and the next one continues. The text of a source
/// is truncated after 64 KiB; its span still has the full length.
///
/// Requests are limited too: a request beyond a limit fails with INVALID_ARGUMENT and a message that says what to shorten.
/// The limit is 200 bytes of UTF-8 for names, goals, types and days, 1,024 for document ids and 100 for page tokens.
public protocol QueryHandler: Sendable {
  /// Searches the full text, in French. For a query that does not parse, INVALID_ARGUMENT names the offending character.
  func search(_ request: SearchRequest, context: CallContext) throws(RPCError) -> SearchResponse
  /// Completes a partly typed query.
  func suggest(_ request: SuggestRequest, context: CallContext) throws(RPCError) -> SuggestResponse
  func getDocument(_ request: GetDocumentRequest, context: CallContext) throws(RPCError) -> GetDocumentResponse
  /// In order of their effective dates, undated ones last, then by id.
  func listDocuments(_ request: ListDocumentsRequest, context: CallContext) throws(RPCError) -> ListDocumentsResponse
  /// Finds documents on the same subjects.
  func listRelated(_ request: ListRelatedRequest, context: CallContext) throws(RPCError) -> ListRelatedResponse
  func getProgramme(_ request: GetProgrammeRequest, context: CallContext) throws(RPCError) -> GetProgrammeResponse
  /// Reviews the programme: every goal with its counts, in printed order.
  func listGoals(_ request: ListGoalsRequest, context: CallContext) throws(RPCError) -> ListGoalsResponse
  /// Returns a goal with its evidence, actors, events and quotations.
  func getGoal(_ request: GetGoalRequest, context: CallContext) throws(RPCError) -> GetGoalResponse
  /// Lists the timeline: events in order of date, undated ones last.
  func listEvents(_ request: ListEventsRequest, context: CallContext) throws(RPCError) -> ListEventsResponse
  /// Lists entities, most mentioned first.
  func listEntities(_ request: ListEntitiesRequest, context: CallContext) throws(RPCError) -> ListEntitiesResponse
  func getEntity(_ request: GetEntityRequest, context: CallContext) throws(RPCError) -> GetEntityResponse
  func listQuotations(_ request: ListQuotationsRequest, context: CallContext) throws(RPCError) -> ListQuotationsResponse
  /// Returns what the snapshot holds.
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

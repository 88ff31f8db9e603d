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
public struct QueryClient: Sendable {
  public let channel: any RPCChannel

  public init(_ channel: any RPCChannel) { self.channel = channel }

  /// Searches the full text, in French. For a query that does not parse, INVALID_ARGUMENT names the offending character.
  public func search(_ request: SearchRequest, options: CallOptions = .default) async throws(RPCError) -> SearchResponse {
    try await channel.unary(service: "entente.v1.Query", method: "Search", request, options: options)
  }

  /// Completes a partly typed query.
  public func suggest(_ request: SuggestRequest, options: CallOptions = .default) async throws(RPCError) -> SuggestResponse {
    try await channel.unary(service: "entente.v1.Query", method: "Suggest", request, options: options)
  }

  public func getDocument(_ request: GetDocumentRequest, options: CallOptions = .default) async throws(RPCError) -> GetDocumentResponse {
    try await channel.unary(service: "entente.v1.Query", method: "GetDocument", request, options: options)
  }

  /// In order of their effective dates, undated ones last, then by id.
  public func listDocuments(_ request: ListDocumentsRequest, options: CallOptions = .default) async throws(RPCError) -> ListDocumentsResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListDocuments", request, options: options)
  }

  /// Finds documents on the same subjects.
  public func listRelated(_ request: ListRelatedRequest, options: CallOptions = .default) async throws(RPCError) -> ListRelatedResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListRelated", request, options: options)
  }

  public func getProgramme(_ request: GetProgrammeRequest, options: CallOptions = .default) async throws(RPCError) -> GetProgrammeResponse {
    try await channel.unary(service: "entente.v1.Query", method: "GetProgramme", request, options: options)
  }

  /// Reviews the programme: every goal with its counts, in printed order.
  public func listGoals(_ request: ListGoalsRequest, options: CallOptions = .default) async throws(RPCError) -> ListGoalsResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListGoals", request, options: options)
  }

  /// Returns a goal with its evidence, actors, events and quotations.
  public func getGoal(_ request: GetGoalRequest, options: CallOptions = .default) async throws(RPCError) -> GetGoalResponse {
    try await channel.unary(service: "entente.v1.Query", method: "GetGoal", request, options: options)
  }

  /// Lists the timeline: events in order of date, undated ones last.
  public func listEvents(_ request: ListEventsRequest, options: CallOptions = .default) async throws(RPCError) -> ListEventsResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListEvents", request, options: options)
  }

  /// Lists entities, most mentioned first.
  public func listEntities(_ request: ListEntitiesRequest, options: CallOptions = .default) async throws(RPCError) -> ListEntitiesResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListEntities", request, options: options)
  }

  public func getEntity(_ request: GetEntityRequest, options: CallOptions = .default) async throws(RPCError) -> GetEntityResponse {
    try await channel.unary(service: "entente.v1.Query", method: "GetEntity", request, options: options)
  }

  public func listQuotations(_ request: ListQuotationsRequest, options: CallOptions = .default) async throws(RPCError) -> ListQuotationsResponse {
    try await channel.unary(service: "entente.v1.Query", method: "ListQuotations", request, options: options)
  }

  /// Returns what the snapshot holds.
  public func describe(_ request: DescribeRequest, options: CallOptions = .default) async throws(RPCError) -> DescribeResponse {
    try await channel.unary(service: "entente.v1.Query", method: "Describe", request, options: options)
  }
}

extension QueryClient {
  /// The service as the server of this client answers it, to be offered again by a gateway or a router.
  public var queryService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.v1.Query", methods: [
      .asynchronous("Search") { (request: SearchRequest, context) async throws(RPCError) in try await self.search(request, options: context.forwarding) },
      .asynchronous("Suggest") { (request: SuggestRequest, context) async throws(RPCError) in try await self.suggest(request, options: context.forwarding) },
      .asynchronous("GetDocument") { (request: GetDocumentRequest, context) async throws(RPCError) in try await self.getDocument(request, options: context.forwarding) },
      .asynchronous("ListDocuments") { (request: ListDocumentsRequest, context) async throws(RPCError) in try await self.listDocuments(request, options: context.forwarding) },
      .asynchronous("ListRelated") { (request: ListRelatedRequest, context) async throws(RPCError) in try await self.listRelated(request, options: context.forwarding) },
      .asynchronous("GetProgramme") { (request: GetProgrammeRequest, context) async throws(RPCError) in try await self.getProgramme(request, options: context.forwarding) },
      .asynchronous("ListGoals") { (request: ListGoalsRequest, context) async throws(RPCError) in try await self.listGoals(request, options: context.forwarding) },
      .asynchronous("GetGoal") { (request: GetGoalRequest, context) async throws(RPCError) in try await self.getGoal(request, options: context.forwarding) },
      .asynchronous("ListEvents") { (request: ListEventsRequest, context) async throws(RPCError) in try await self.listEvents(request, options: context.forwarding) },
      .asynchronous("ListEntities") { (request: ListEntitiesRequest, context) async throws(RPCError) in try await self.listEntities(request, options: context.forwarding) },
      .asynchronous("GetEntity") { (request: GetEntityRequest, context) async throws(RPCError) in try await self.getEntity(request, options: context.forwarding) },
      .asynchronous("ListQuotations") { (request: ListQuotationsRequest, context) async throws(RPCError) in try await self.listQuotations(request, options: context.forwarding) },
      .asynchronous("Describe") { (request: DescribeRequest, context) async throws(RPCError) in try await self.describe(request, options: context.forwarding) },
    ])
  }
}

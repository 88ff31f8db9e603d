internal import EntenteClient
public import EntenteSchema
internal import EntenteSnapshot
internal import ProtobufCoding
public import TTRPC

extension RouterService {
  private static let healthTimeout = Duration.seconds(1)
  private static let queryName = "entente.v1.Query"
  static let shardName = "entente.v1.Shard"

  /// Registers the methods of `Query` with a server.
  public var queryService: ServiceDescriptor {
    ServiceDescriptor(
      name: Self.queryName,
      methods: [
        .asynchronous("Search") { (request: SearchRequest, context) async throws(RPCError) in
          try await search(request, context)
        },
        .asynchronous("Suggest") { (request: SuggestRequest, context) async throws(RPCError) in
          try await suggest(request, context)
        },
        .asynchronous("GetDocument") { (request: GetDocumentRequest, context) async throws(RPCError) in
          try await getDocument(request, context)
        },
        .asynchronous("ListRelated") { (request: ListRelatedRequest, context) async throws(RPCError) in
          try await listRelated(request, context)
        },
        forwarding("ListDocuments", ListDocumentsRequest.self, ListDocumentsResponse.self),
        forwarding("GetProgramme", GetProgrammeRequest.self, GetProgrammeResponse.self),
        forwarding("ListGoals", ListGoalsRequest.self, ListGoalsResponse.self),
        forwarding("GetGoal", GetGoalRequest.self, GetGoalResponse.self),
        forwarding("ListEvents", ListEventsRequest.self, ListEventsResponse.self),
        forwarding("ListEntities", ListEntitiesRequest.self, ListEntitiesResponse.self),
        forwarding("GetEntity", GetEntityRequest.self, GetEntityResponse.self),
        forwarding("ListQuotations", ListQuotationsRequest.self, ListQuotationsResponse.self),
        forwarding("Describe", DescribeRequest.self, DescribeResponse.self),
      ])
  }

  /// Registers the method of `Health` with a server: the router serves while each of the shards does.
  public var healthService: ServiceDescriptor {
    ServiceDescriptor(
      name: "entente.v1.Health",
      methods: [
        .asynchronous("Check") { (_: HealthCheckRequest, _) async throws(RPCError) in await check() }
      ])
  }

  /// The answer to a health check.
  public func check() async -> HealthCheckResponse {
    var response = HealthCheckResponse(status: .notServing)
    guard let set = sets().first(where: { $0.count == shards.channels.count }) else {
      response.sourceProblem = "there is no manifest of \(shards.channels.count) shards"
      return response
    }
    (response.snapshotID, response.generation) = (set.manifest.corpusID, set.manifest.generation)
    let answers = await shards.gather(Array(0..<set.count)) { (_, channel) async throws(RPCError) in
      try await HealthClient(channel).check(
        HealthCheckRequest(), options: CallOptions(timeout: Self.healthTimeout))
    }
    let down = answers.filter { _, answer in
      switch answer {
      case .success(let health): health.status != .serving
      case .failure: true
      }
    }.keys.sorted()
    if down.isEmpty {
      if !draining.isSet { response.status = .serving }
    } else {
      response.sourceProblem = "shards \(down.map(String.init).joined(separator: ", ")) do not serve"
    }
    return response
  }

  /// A method that any shard answers as the whole corpus does.
  private func forwarding<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ method: String, _: Request.Type, _: Response.Type
  ) -> MethodDescriptor {
    .asynchronous(method) {
      (request: EncodedMessage<Request>, context) async throws(RPCError) -> EncodedMessage<Response> in
      let options = shards.options(context)
      return try await shards.any(of: shards.channels.count) { (channel) async throws(RPCError) in
        try await channel.unary(service: Self.queryName, method: method, request, options: options)
      }
    }
  }

  private func getDocument(
    _ request: GetDocumentRequest, _ context: CallContext
  ) async throws(RPCError) -> EncodedMessage<GetDocumentResponse> {
    try await onOneGeneration(minimum: request.minimumGeneration) { (set) async throws(RPCError) in
      let home = set.manifest.shard(ofDocument: request.id)
      return try await shards.channels[home].unary(
        service: Self.queryName, method: "GetDocument", request, options: shards.options(context))
    }
  }
}

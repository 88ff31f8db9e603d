internal import EntenteClient
internal import EntenteSchema
internal import Foundation
internal import ProtobufCoding
internal import TTRPC

/// A method of the RPC service as the JSON API offers it: proto3 JSON in and out.
struct GatewayMethod: Sendable {
  let name: String
  let call: @Sendable (QueryClient, Data) async throws(RPCError) -> Data

  private init<Request: ProtobufMessage & Decodable, Response: ProtobufMessage & Encodable>(
    _ name: String,
    _ method: @escaping @Sendable (QueryClient, Request) async throws(RPCError) -> Response
  ) {
    self.name = name
    call = { (corpus, body) async throws(RPCError) in
      let request: Request
      do {
        request = body.isEmpty ? Request() : try JSONDecoder().decode(Request.self, from: body)
      } catch {
        throw RPCError(
          .invalidArgument, "the body is not valid proto3 JSON for \(Request.protobufName): \(Self.reason(error))")
      }
      let response = try await method(corpus, request)
      do {
        return try JSONEncoder().encode(response)
      } catch {
        throw RPCError(.internal, "the answer cannot be written as JSON")
      }
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return (path.isEmpty ? "" : path + ": ") + context.debugDescription
    default: return "it does not parse"
    }
  }

  /// Every method of `entente.v1.Query`.
  static let all: [GatewayMethod] = [
    GatewayMethod("Search") { (corpus, request: SearchRequest) async throws(RPCError) in
      try await corpus.search(request)
    },
    GatewayMethod("Suggest") { (corpus, request: SuggestRequest) async throws(RPCError) in
      try await corpus.suggest(request)
    },
    GatewayMethod("GetDocument") { (corpus, request: GetDocumentRequest) async throws(RPCError) in
      try await corpus.getDocument(request)
    },
    GatewayMethod("ListDocuments") { (corpus, request: ListDocumentsRequest) async throws(RPCError) in
      try await corpus.listDocuments(request)
    },
    GatewayMethod("ListRelated") { (corpus, request: ListRelatedRequest) async throws(RPCError) in
      try await corpus.listRelated(request)
    },
    GatewayMethod("GetProgramme") { (corpus, request: GetProgrammeRequest) async throws(RPCError) in
      try await corpus.getProgramme(request)
    },
    GatewayMethod("ListGoals") { (corpus, request: ListGoalsRequest) async throws(RPCError) in
      try await corpus.listGoals(request)
    },
    GatewayMethod("GetGoal") { (corpus, request: GetGoalRequest) async throws(RPCError) in
      try await corpus.getGoal(request)
    },
    GatewayMethod("ListEvents") { (corpus, request: ListEventsRequest) async throws(RPCError) in
      try await corpus.listEvents(request)
    },
    GatewayMethod("ListEntities") { (corpus, request: ListEntitiesRequest) async throws(RPCError) in
      try await corpus.listEntities(request)
    },
    GatewayMethod("GetEntity") { (corpus, request: GetEntityRequest) async throws(RPCError) in
      try await corpus.getEntity(request)
    },
    GatewayMethod("ListQuotations") { (corpus, request: ListQuotationsRequest) async throws(RPCError) in
      try await corpus.listQuotations(request)
    },
    GatewayMethod("Describe") { (corpus, request: DescribeRequest) async throws(RPCError) in
      try await corpus.describe(request)
    },
  ]
}

internal import EntenteClient
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import TTRPC

/// The JSON API: `POST /api/entente.v1.Query/METHOD` with proto3 JSON in and out.
///
/// A failure has the HTTP status of its code and a `google.rpc.Status` in JSON: `{"code": 5, "message": "…"}`, with a
/// `google.rpc.ErrorInfo` among its details where the service gives one.
struct Gateway: Sendable {
  private static let maximumBody = 64 << 10

  let corpus: QueryClient
  let allowedOrigins: Set<String>

  func addRoutes(to router: Router<ExplorerContext>) {
    router.add(middleware: PostOnly())
    for method in GatewayMethod.all {
      let path = RouterPath("/api/entente.v1.Query/\(method.name)")
      router.post(path) { request, _ in await answer(request, method) }
      router.on(path, method: .options) { request, _ in
        Response(status: .noContent, headers: sharing(request, isPreflight: true))
      }
    }
  }

  /// Tells who calls with another method of HTTP, whichever, what to use.
  private struct PostOnly: RouterMiddleware {
    typealias Context = ExplorerContext
    private let paths = Set(GatewayMethod.all.map { "/api/entente.v1.Query/\($0.name)" })

    func handle(
      _ request: Request, context: ExplorerContext, next: (Request, ExplorerContext) async throws -> Response
    ) async throws -> Response {
      guard request.method != .post, request.method != .options, paths.contains(request.uri.path) else {
        return try await next(request, context)
      }
      let error = RPCError(.unimplemented, "calls are made with POST")
      return Gateway.failure(.methodNotAllowed, error, request, [.allow: "POST, OPTIONS"])
    }
  }

  private func answer(_ request: Request, _ method: GatewayMethod) async -> Response {
    let headers = sharing(request, isPreflight: false)
    do throws(RPCError) {
      let body = try await method.call(corpus, try await self.body(request))
      return Self.json(.ok, body, request, headers)
    } catch {
      return Self.failure(error.code.httpStatus, error, request, headers)
    }
  }

  private static func failure(
    _ status: HTTPResponse.Status, _ error: RPCError, _ request: Request, _ headers: HTTPFields
  ) -> Response {
    let body = (try? JSONEncoder().encode(Status(error))) ?? Data()
    return json(status, body, request, headers)
  }

  private struct Status: Encodable {
    struct Detail: Encodable {
      enum CodingKeys: String, CodingKey {
        case type = "@type"
        case reason, domain, metadata
      }

      var type = "type.googleapis.com/google.rpc.ErrorInfo"
      var reason: String
      var domain: String
      var metadata: [String: String]
    }

    var code: Int32
    var message: String
    var details: [Detail]?

    init(_ error: RPCError) {
      code = error.code.rawValue
      message = error.message
      details = error.info.map { [Detail(reason: $0.reason, domain: $0.domain, metadata: $0.metadata)] }
    }
  }

  private func body(_ request: Request) async throws(RPCError) -> Data {
    if let type = request.headers[.contentType], !type.lowercased().hasPrefix("application/json") {
      throw RPCError(.invalidArgument, "the body must be application/json")
    }
    guard request.headers[.contentEncoding] == nil else {
      throw RPCError(.invalidArgument, "the body must not be compressed")
    }
    do {
      return Data((try await request.body.collect(upTo: Self.maximumBody)).readableBytesView)
    } catch {
      throw RPCError(.invalidArgument, "the body exceeds \(Self.maximumBody) bytes or was truncated")
    }
  }

  private static func json(
    _ status: HTTPResponse.Status, _ body: Data, _ request: Request, _ headers: HTTPFields
  ) -> Response {
    var headers = headers
    headers[.contentType] = "application/json"
    headers[.cacheControl] = "no-store"
    // Each answer is compressed once, so quickly rather than well.
    return CodedBody(Array(body), level: 3).response(to: request, status: status, headers: headers)
  }

  /// Cross-origin headers, for the origins that were named when the explorer was started.
  private func sharing(_ request: Request, isPreflight: Bool) -> HTTPFields {
    guard let origin = request.headers[.origin], allowedOrigins.contains(origin) || allowedOrigins.contains("*") else {
      return [:]
    }
    var headers: HTTPFields = [.accessControlAllowOrigin: allowedOrigins.contains("*") ? "*" : origin, .vary: "Origin"]
    if isPreflight {
      headers[.accessControlAllowMethods] = "POST"
      headers[.accessControlAllowHeaders] = "content-type"
      headers[.accessControlMaxAge] = "600"
    }
    return headers
  }
}

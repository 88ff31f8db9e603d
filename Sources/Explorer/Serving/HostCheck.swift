internal import HTTPTypes
internal import Hummingbird

/// Refuses requests for hosts that the explorer does not serve, so that no page of another site can be pointed at it.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  let allowed: Set<String>

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    // Probes address a machine, or nobody, and learn nothing.
    if request.uri.path == "/healthz" { return try await next(request, context) }
    let host = request.head.authority ?? ""
    guard Self.isWellFormed(host), allowed.isEmpty || allowed.contains(Self.name(host)) else {
      return Response(status: HTTPResponse.Status(code: 421, reasonPhrase: "Misdirected Request"))
    }
    return try await next(request, context)
  }

  private static func isWellFormed(_ host: String) -> Bool {
    !host.isEmpty && host.utf8.count <= 255
      && host.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "@")
          && byte != UInt8(ascii: "\\")
      }
  }

  /// Without the port.
  private static func name(_ host: String) -> String {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return host.lowercased() }
    return host[..<colon].lowercased()
  }
}

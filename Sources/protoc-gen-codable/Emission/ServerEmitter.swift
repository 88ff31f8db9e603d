/// Writes what a server implements: a handler protocol, and its registration.
struct ServerEmitter {
  private let service: ServicePlan
  private let access: String

  init(_ service: ServicePlan, _ access: String) {
    self.service = service
    self.access = access
  }

  func emit(into source: inout SourceText) {
    source.line()
    source.comment(service.comment)
    source.block("\(access) protocol \(service.name)Handler: Sendable") { source in
      for method in service.methods {
        source.comment(method.comment)
        source.line(signature(method))
      }
    }
    source.line()
    source.block("extension \(service.name)Handler") { source in
      source.line("/// Registers the methods with a server.")
      source.block("\(access) var \(service.registration): ServiceDescriptor") { source in
        source.line("ServiceDescriptor(name: \"\(service.fullName)\", methods: [")
        for method in service.methods { source.line("  " + registration(method)) }
        source.line("])")
      }
    }
  }

  private func signature(_ method: ServicePlan.Method) -> String {
    method.isStreaming
      ? "func \(method.name)(_ request: \(method.request), responses: ResponseWriter<\(method.response)>,"
        + " context: CallContext) async throws(RPCError)"
      : "func \(method.name)(_ request: \(method.request), context: CallContext)\(method.isAsynchronous ? " async" : "")"
        + " throws(RPCError) -> \(method.response)"
  }

  private func registration(_ method: ServicePlan.Method) -> String {
    if method.isAsynchronous {
      return ".asynchronous(\"\(method.wireName)\") { (request: \(method.request), context) async throws(RPCError) in"
        + " try await self.\(method.name)(request, context: context) },"
    }
    return method.isStreaming
      ? ".serverStreaming(\"\(method.wireName)\") { (request: \(method.request), responses: ResponseWriter<\(method.response)>,"
        + " context) async throws(RPCError) in try await self.\(method.name)(request, responses: responses, context: context) },"
      : ".unary(\"\(method.wireName)\") { (request: \(method.request), context) throws(RPCError) in"
        + " try self.\(method.name)(request, context: context) },"
  }
}

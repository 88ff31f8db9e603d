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
    source.block("\(access) protocol \(service.handlerName): \(service.scope.standard("Sendable"))") { source in
      for method in service.methods {
        source.comment(method.comment)
        source.line(signature(method))
      }
    }
    let descriptor = service.scope.rpc("ServiceDescriptor")
    source.line()
    source.block("extension \(service.handlerName)") { source in
      source.line("/// Registers the methods with a server.")
      source.block("\(access) var \(service.registration): \(descriptor)") { source in
        source.line("\(descriptor)(name: \(literal(service.fullName)), methods: [")
        for method in service.methods { source.line("  " + registration(method)) }
        source.line("])")
      }
    }
  }

  private func signature(_ method: ServicePlan.Method) -> String {
    let context = service.scope.rpc("CallContext")
    return method.isStreaming
      ? "func \(method.name)(_ request: \(method.request), responses: \(service.writer(method)),"
        + " context: \(context)) async \(service.throwing)"
      : "func \(method.name)(_ request: \(method.request), context: \(context))\(method.isAsynchronous ? " async" : "")"
        + " \(service.throwing) -> \(method.response)"
  }

  private func registration(_ method: ServicePlan.Method) -> String {
    let name = literal(method.wireName)
    if method.isAsynchronous {
      return ".asynchronous(\(name)) { (request: \(method.request), context) async \(service.throwing) in"
        + " try await self.\(method.name)(request, context: context) },"
    }
    return method.isStreaming
      ? ".serverStreaming(\(name)) { (request: \(method.request), responses: \(service.writer(method)),"
        + " context) async \(service.throwing) in"
        + " try await self.\(method.name)(request, responses: responses, context: context) },"
      : ".unary(\(name)) { (request: \(method.request), context) \(service.throwing) in"
        + " try self.\(method.name)(request, context: context) },"
  }
}

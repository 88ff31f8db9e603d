/// Writes what a caller uses: a client with an async method for each of the service.
struct ClientEmitter {
  private let service: ServicePlan
  private let access: String

  init(_ service: ServicePlan, _ access: String) {
    self.service = service
    self.access = access
  }

  func emit(into source: inout SourceText) {
    let channel = "any \(service.scope.rpc("RPCChannel"))"
    source.line()
    source.comment(service.comment)
    source.block("\(access) struct \(service.clientName): \(service.scope.standard("Sendable"))") { source in
      source.line("\(access) let channel: \(channel)")
      source.line()
      source.line("\(access) init(_ channel: \(channel)) { self.channel = channel }")
      for method in service.methods {
        source.line()
        source.comment(method.comment)
        source.block(signature(method)) { source in
          source.line(
            "\(method.isStreaming ? "try channel.serverStreaming" : "try await channel.unary")"
              + "(service: \(literal(service.fullName)), method: \(literal(method.wireName)), request, options: options)"
          )
        }
      }
    }
    emitForwarding(into: &source)
  }

  private func signature(_ method: ServicePlan.Method) -> String {
    let options = service.scope.rpc("CallOptions")
    return "\(access) func \(method.name)(_ request: \(method.request), options: \(options) = .default)"
      + (method.isStreaming
        ? " \(service.throwing) -> \(service.scope.rpc("ResponseStream"))<\(method.response)>"
        : " async \(service.throwing) -> \(method.response)")
  }

  private func emitForwarding(into source: inout SourceText) {
    let descriptor = service.scope.rpc("ServiceDescriptor")
    source.line()
    source.block("extension \(service.clientName)") { source in
      source.line(
        "/// The service as the server of this client answers it, to be offered again by a gateway or a router.")
      source.block("\(access) var \(service.registration): \(descriptor)") { source in
        source.line("\(descriptor)(name: \(literal(service.fullName)), methods: [")
        for method in service.methods { source.line("  " + forwarding(method)) }
        source.line("])")
      }
    }
  }

  private func forwarding(_ method: ServicePlan.Method) -> String {
    let name = literal(method.wireName)
    return method.isStreaming
      ? ".serverStreaming(\(name)) { (request: \(method.request), responses: \(service.writer(method)),"
        + " context) async \(service.throwing) in"
        + " try await responses.send(all: try self.\(method.name)(request, options: context.forwarding)) },"
      : ".asynchronous(\(name)) { (request: \(method.request), context) async \(service.throwing) in"
        + " try await self.\(method.name)(request, options: context.forwarding) },"
  }
}

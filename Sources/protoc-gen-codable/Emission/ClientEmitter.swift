/// Writes what a caller uses: a client with an async method for each of the service.
struct ClientEmitter {
  private let service: ServicePlan
  private let access: String

  init(_ service: ServicePlan, _ access: String) {
    self.service = service
    self.access = access
  }

  func emit(into source: inout SourceText) {
    source.line()
    source.comment(service.comment)
    let channel = "any \(service.scope.rpc("RPCChannel"))"
    source.block("\(access) struct \(service.clientName): \(service.scope.standard("Sendable"))") { source in
      source.line("\(access) let channel: \(channel)")
      source.line()
      source.line("\(access) init(_ channel: \(channel)) { self.channel = channel }")
      for method in service.methods {
        source.line()
        source.comment(method.comment)
        emit(method, into: &source)
      }
    }
  }

  private func emit(_ method: ServicePlan.Method, into source: inout SourceText) {
    let parameters = "_ request: \(method.request), options: \(service.scope.rpc("CallOptions")) = .default"
    let throwing = "throws(\(service.scope.rpc("RPCError")))"
    let arguments =
      "service: \(literal(service.fullName)), method: \(literal(method.wireName)), request, options: options"
    if method.isStreaming {
      let stream = "\(service.scope.rpc("ResponseStream"))<\(method.response)>"
      source.block("\(access) func \(method.name)(\(parameters)) \(throwing) -> \(stream)") { source in
        source.line("try channel.serverStreaming(\(arguments))")
      }
    } else {
      source.block("\(access) func \(method.name)(\(parameters)) async \(throwing) -> \(method.response)") { source in
        source.line("try await channel.unary(\(arguments))")
      }
    }
  }
}

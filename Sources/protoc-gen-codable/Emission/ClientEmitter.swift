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
    source.block("\(access) struct \(service.name)Client: Sendable") { source in
      source.line("\(access) let channel: any RPCChannel")
      source.line()
      source.line("\(access) init(_ channel: any RPCChannel) { self.channel = channel }")
      for method in service.methods {
        source.line()
        source.comment(method.comment)
        source.block(signature(method)) { source in
          source.line(
            "\(method.isStreaming ? "try channel.serverStreaming" : "try await channel.unary")(service: \"\(service.fullName)\","
              + " method: \"\(method.wireName)\", request, options: options)")
        }
      }
    }
    emitForwarding(into: &source)
  }

  private func signature(_ method: ServicePlan.Method) -> String {
    "\(access) func \(method.name)(_ request: \(method.request), options: CallOptions = .default)"
      + (method.isStreaming
        ? " throws(RPCError) -> ResponseStream<\(method.response)>" : " async throws(RPCError) -> \(method.response)")
  }

  private func emitForwarding(into source: inout SourceText) {
    source.line()
    source.block("extension \(service.name)Client") { source in
      source.line(
        "/// The service as the server of this client answers it, to be offered again by a gateway or a router.")
      source.block("\(access) var \(service.registration): ServiceDescriptor") { source in
        source.line("ServiceDescriptor(name: \"\(service.fullName)\", methods: [")
        for method in service.methods { source.line("  " + forwarding(method)) }
        source.line("])")
      }
    }
  }

  private func forwarding(_ method: ServicePlan.Method) -> String {
    method.isStreaming
      ? ".serverStreaming(\"\(method.wireName)\") { (request: \(method.request), responses: ResponseWriter<\(method.response)>,"
        + " context) async throws(RPCError) in"
        + " try await responses.send(all: try self.\(method.name)(request, options: context.forwarding)) },"
      : ".asynchronous(\"\(method.wireName)\") { (request: \(method.request), context) async throws(RPCError) in"
        + " try await self.\(method.name)(request, options: context.forwarding) },"
  }
}

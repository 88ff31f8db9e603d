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
        if method.isStreaming {
          source.block(
            "\(access) func \(method.name)(_ request: \(method.request), options: CallOptions = .default)"
              + " throws(RPCError) -> ResponseStream<\(method.response)>"
          ) { source in
            source.line(
              "try channel.serverStreaming(service: \"\(service.fullName)\", method: \"\(method.wireName)\","
                + " request, options: options)")
          }
        } else {
          source.block(
            "\(access) func \(method.name)(_ request: \(method.request), options: CallOptions = .default)"
              + " async throws(RPCError) -> \(method.response)"
          ) { source in
            source.line(
              "try await channel.unary(service: \"\(service.fullName)\", method: \"\(method.wireName)\","
                + " request, options: options)")
          }
        }
      }
    }
  }
}

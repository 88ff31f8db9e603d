// Generated from countdown.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import TTRPC

/// Counts.
internal struct CountdownClient: Sendable {
  internal let channel: any RPCChannel

  internal init(_ channel: any RPCChannel) { self.channel = channel }

  /// Twice the number; INVALID_ARGUMENT where that does not fit.
  internal func double(_ request: Number, options: CallOptions = .default) async throws(RPCError) -> Number {
    try await channel.unary(service: "entente.test.Countdown", method: "Double", request, options: options)
  }

  /// Half the number, after a while.
  internal func halve(_ request: Number, options: CallOptions = .default) async throws(RPCError) -> Number {
    try await channel.unary(service: "entente.test.Countdown", method: "Halve", request, options: options)
  }

  /// From the number down to zero.
  internal func count(_ request: Number, options: CallOptions = .default) throws(RPCError) -> ResponseStream<Number> {
    try channel.serverStreaming(service: "entente.test.Countdown", method: "Count", request, options: options)
  }
}

extension CountdownClient {
  /// The service as the server of this client answers it, to be offered again by a gateway or a router.
  internal var countdownService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.test.Countdown", methods: [
      .asynchronous("Double") { (request: Number, context) async throws(RPCError) in try await self.double(request, options: context.forwarding) },
      .asynchronous("Halve") { (request: Number, context) async throws(RPCError) in try await self.halve(request, options: context.forwarding) },
      .serverStreaming("Count") { (request: Number, responses: ResponseWriter<Number>, context) async throws(RPCError) in try await responses.send(all: try self.count(request, options: context.forwarding)) },
    ])
  }
}

// Generated from countdown.proto by protoc-gen-codable: change that, then generate again.
// swift-format-ignore-file
internal import TTRPC

/// Counts.
internal protocol CountdownHandler: Sendable {
  /// Twice the number; INVALID_ARGUMENT where that does not fit.
  func double(_ request: Number, context: CallContext) throws(RPCError) -> Number
  /// Half the number, after a while.
  func halve(_ request: Number, context: CallContext) async throws(RPCError) -> Number
  /// From the number down to zero.
  func count(_ request: Number, responses: ResponseWriter<Number>, context: CallContext) async throws(RPCError)
}

extension CountdownHandler {
  /// Registers the methods with a server.
  internal var countdownService: ServiceDescriptor {
    ServiceDescriptor(name: "entente.test.Countdown", methods: [
      .unary("Double") { (request: Number, context) throws(RPCError) in try self.double(request, context: context) },
      .asynchronous("Halve") { (request: Number, context) async throws(RPCError) in try await self.halve(request, context: context) },
      .serverStreaming("Count") { (request: Number, responses: ResponseWriter<Number>, context) async throws(RPCError) in try await self.count(request, responses: responses, context: context) },
    ])
  }
}

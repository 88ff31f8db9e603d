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

  /// From the number down to zero.
  internal func count(_ request: Number, options: CallOptions = .default) throws(RPCError) -> ResponseStream<Number> {
    try channel.serverStreaming(service: "entente.test.Countdown", method: "Count", request, options: options)
  }
}

import ProtobufCoding
import TTRPC

/// A channel that limits the total time of its calls, since a command may need several.
struct TimedChannel: RPCChannel {
  private let channel: any RPCChannel
  private let end: ContinuousClock.Instant

  init(_ channel: any RPCChannel, timeout: Duration) {
    self.channel = channel
    end = .now + timeout
  }

  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    try await channel.unary(service: service, method: method, request, options: limited(options))
  }

  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    try channel.serverStreaming(service: service, method: method, request, options: limited(options))
  }

  private func limited(_ options: CallOptions) -> CallOptions {
    let left = max(ContinuousClock.now.duration(to: end), .zero)
    var options = options
    options.timeout = options.timeout.map { min($0, left) } ?? left
    return options
  }
}

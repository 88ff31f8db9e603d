public import ProtobufCoding

/// What generated clients make calls on: connections to servers, or services in the same process.
public protocol RPCChannel: Sendable {
  /// Makes a unary call.
  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response

  /// Makes a server-streaming call.
  ///
  /// - Throws: if the request cannot be sent at all. Later errors are thrown by the stream.
  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response>
}

public import ProtobufCoding

/// What generated clients call: a connection to a server, or the services themselves in the same process.
public protocol RPCChannel: Sendable {
  /// Asks once, and is answered once.
  func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response

  /// Asks once; the answers come one after another.
  ///
  /// - Throws: where the request cannot be sent at all. What happens later comes out of the stream.
  func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response>
}

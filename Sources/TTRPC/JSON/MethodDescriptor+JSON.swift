public import NIOCore

/// How a method handles proto3 JSON.
enum JSONForm: Sendable {
  case unary(@Sendable (ByteBuffer, CallContext) async throws(RPCError) -> ByteBuffer)
  case serverStreaming(
    @Sendable (ByteBuffer, CallContext, @escaping MethodDescriptor.JSONSink) async throws(RPCError) -> Void)
}

/// A gateway to HTTP is one loop over these:
///
/// ```swift
/// for service in services {
///   for method in service.methods where method.hasJSON && !method.isStreaming {
///     router.post("/\(service.name)/\(method.name)") { body, peer in
///       try await method.answer(json: body, CallContext(service: service.name, method: method.name, peer: peer))
///     }
///   }
/// }
/// ```
extension MethodDescriptor {
  /// Receives the messages of a stream, each as JSON.
  public typealias JSONSink = @Sendable (ByteBuffer) async throws(RPCError) -> Void

  /// Whether the method has a JSON form; raw methods do not.
  public var hasJSON: Bool { json != nil }

  /// Handles a request in proto3 JSON and returns the response in proto3 JSON.
  ///
  /// - Throws: INVALID_ARGUMENT if `request` is not valid JSON for the method's request; UNIMPLEMENTED if the method streams
  ///   or is raw; any error of the handler.
  public func answer(json request: ByteBuffer, _ context: CallContext) async throws(RPCError) -> ByteBuffer {
    guard case .unary(let answer)? = json else {
      throw RPCError(.unimplemented, "\(name) is not a unary method with JSON support")
    }
    return try await answer(request, context)
  }

  /// Handles a request in proto3 JSON and sends a stream of messages in proto3 JSON.
  ///
  /// - Parameter send: called with each message; the handler continues when it returns.
  /// - Throws: INVALID_ARGUMENT if `request` is not valid JSON for the method's request; UNIMPLEMENTED if the method does
  ///   not stream; any error of the handler or `send`.
  public func stream(
    json request: ByteBuffer, _ context: CallContext, to send: @escaping JSONSink
  ) async throws(RPCError) {
    guard case .serverStreaming(let stream)? = json else {
      throw RPCError(.unimplemented, "\(name) is not a streaming method with JSON support")
    }
    try await stream(request, context, send)
  }
}

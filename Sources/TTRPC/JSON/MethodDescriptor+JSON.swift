public import NIOCore

/// How a method answers proto3 JSON.
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
  /// Takes the messages of a stream, each as JSON.
  public typealias JSONSink = @Sendable (ByteBuffer) async throws(RPCError) -> Void

  /// Whether the method takes and gives messages; a raw one takes bytes.
  public var hasJSON: Bool { json != nil }

  /// Answers a request in proto3 JSON with proto3 JSON.
  ///
  /// - Throws: INVALID_ARGUMENT where `request` is not JSON of the method's request; UNIMPLEMENTED where the method
  ///   streams or is raw; what the handler throws.
  public func answer(json request: ByteBuffer, _ context: CallContext) async throws(RPCError) -> ByteBuffer {
    guard case .unary(let answer)? = json else {
      throw RPCError(.unimplemented, "\(name) is not a unary method with JSON support")
    }
    return try await answer(request, context)
  }

  /// Answers a request in proto3 JSON with a stream of messages in proto3 JSON.
  ///
  /// - Parameter send: gets each message; the handler goes on when it returns.
  /// - Throws: INVALID_ARGUMENT where `request` is not JSON of the method's request; UNIMPLEMENTED where the method
  ///   does not stream; what the handler or `send` throws.
  public func stream(
    json request: ByteBuffer, _ context: CallContext, to send: @escaping JSONSink
  ) async throws(RPCError) {
    guard case .serverStreaming(let stream)? = json else {
      throw RPCError(.unimplemented, "\(name) is not a streaming method with JSON support")
    }
    try await stream(request, context, send)
  }
}

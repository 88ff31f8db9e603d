internal import NIOCore
public import ProtobufCoding

/// Calls services in the same process, without a socket, with the same results as from a server.
///
/// ```swift
/// let corpus = QueryClient(LocalChannel([QueryService(snapshot).queryService]))
/// ```
///
/// Unary handlers run on the caller's thread.
public struct LocalChannel: RPCChannel {
  private let methods: MethodTable
  private let interceptors: [any CallInterceptor]

  /// - Parameter interceptors: run before each handler, as on a server.
  public init(_ services: [ServiceDescriptor], interceptors: [any CallInterceptor] = []) {
    methods = MethodTable(services)
    self.interceptors = interceptors
  }

  public func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    let descriptor = try find(service, method)
    let context = try context(service, method, options)
    let payload = ByteBuffer(message: request)
    let answer: ByteBuffer
    switch descriptor.kind {
    case .unary(let handler): answer = try ReplyEncoder.payload(of: handler, payload, context)
    case .asynchronous(let handler): answer = try await handler(payload, context)
    case .serverStreaming: throw RPCError(.unimplemented, "\(method) is a streaming method")
    }
    // A response that comes too late is discarded, as over a socket.
    try context.checkDeadline()
    return try Response(answer: answer)
  }

  public func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    guard case .serverStreaming(let handler) = try find(service, method).kind else {
      throw RPCError(.unimplemented, "\(method) is not a streaming method")
    }
    let payload = ByteBuffer(message: request)
    return ResponseStream { [self] in
      LocalStreamReader(timeout: options.timeout) { sink async throws(RPCError) in
        try await handler(payload, sink, context(service, method, options))
      }
    }
  }

  private func find(_ service: String, _ method: String) throws(RPCError) -> MethodDescriptor {
    let (serviceName, methodName) = (Array(service.utf8), Array(method.utf8))
    return try methods.find(service: serviceName.span, method: methodName.span).descriptor
  }

  private func context(_ service: String, _ method: String, _ options: CallOptions) throws(RPCError) -> CallContext {
    var context = CallContext(
      service: service, method: method, metadata: options.metadata,
      deadline: options.timeout.map { ContinuousClock.now + $0 })
    try interceptors.intercept(&context)
    return context
  }
}

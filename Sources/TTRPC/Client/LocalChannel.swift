internal import NIOCore
public import ProtobufCoding

/// Calls services in the same process, without a socket: the same answers as from a server.
///
/// ```swift
/// let corpus = QueryClient(LocalChannel([QueryService(snapshot).queryService]))
/// ```
///
/// Only unary methods whose handlers answer at once can be called.
public struct LocalChannel: RPCChannel {
  private let methods: MethodTable

  public init(_ services: [ServiceDescriptor]) { methods = MethodTable(services) }

  public func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) async throws(RPCError) -> Response {
    let (serviceName, methodName) = (Array(service.utf8), Array(method.utf8))
    guard let entry = methods.find(service: serviceName.span, method: methodName.span),
      case .unary(let handler) = entry.method.kind
    else { throw methods.refusal(service: serviceName.span, method: methodName.span) }
    let context = CallContext(
      service: service, method: method, metadata: options.metadata,
      deadline: options.timeout.map { ContinuousClock.now + $0 })
    var payload = ByteBuffer()
    payload.write(message: request, size: request.protobufSize)
    var reply = ReplyEncoder(output: ByteBuffer(), streamID: 1, acceptsZlib: false, limit: .max)
    try handler(payload, context, &reply)
    let frame = reply.output.readableBytesSpan.extracting(droppingFirst: FrameHeader.byteCount)
    do throws(ProtobufError) {
      return try Response(protobuf: frame.extracting(try ResponseEnvelope(frame).payload))
    } catch {
      throw RPCError(.internal, "the answer's \(Response.protobufName) cannot be read: \(error)")
    }
  }

  public func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    service: String, method: String, _ request: Request, options: CallOptions
  ) throws(RPCError) -> ResponseStream<Response> {
    throw RPCError(.unimplemented, "streams are served over sockets only")
  }
}

public import NIOCore
public import ProtobufCoding

/// A method of a service and the code that answers it.
public struct MethodDescriptor: Sendable {
  typealias Unary = @Sendable (ByteBuffer, CallContext, inout ReplyEncoder) throws(RPCError) -> Void
  typealias Asynchronous = @Sendable (ByteBuffer, CallContext) async throws(RPCError) -> ByteBuffer
  typealias ServerStreaming = @Sendable (ByteBuffer, StreamSender, CallContext) async throws(RPCError) -> Void

  enum Kind: Sendable {
    case unary(Unary)
    case asynchronous(Asynchronous)
    case serverStreaming(ServerStreaming)
  }

  /// Without its service, such as `Search`.
  public let name: String
  let kind: Kind

  /// A method whose handler answers at once, on the event loop of the connection.
  ///
  /// For work of microseconds: while the handler runs, the loop's other connections wait. It must not block.
  public static func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String, _ handler: @escaping @Sendable (Request, CallContext) throws(RPCError) -> Response
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .unary { payload, context, reply throws(RPCError) in
        let request = try Request(payload: payload)
        let response = try handler(request, context)
        try reply.succeed(with: response)
      })
  }

  /// A method whose handler takes its time, in a task of its own.
  public static func asynchronous<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String, _ handler: @escaping @Sendable (Request, CallContext) async throws(RPCError) -> Response
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .asynchronous { payload, context async throws(RPCError) in
        let request = try Request(payload: payload)
        let response = try await handler(request, context)
        var buffer = ByteBuffer()
        buffer.write(message: response, size: response.protobufSize)
        return buffer
      })
  }

  /// A method whose handler sends any number of messages, in a task of its own.
  ///
  /// The call ends when the handler returns or throws. The task is cancelled when the caller cancels, the deadline
  /// passes or the connection closes.
  public static func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String,
    _ handler: @escaping @Sendable (Request, ResponseWriter<Response>, CallContext) async throws(RPCError) -> Void
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .serverStreaming { payload, sender, context async throws(RPCError) in
        let request = try Request(payload: payload)
        try await handler(request, ResponseWriter(sender: sender), context)
      })
  }

  /// A method that takes and gives bytes as they are, such as an echo; runs where `unary` does.
  public static func raw(
    _ name: String, _ handler: @escaping @Sendable (ByteBuffer, CallContext) throws(RPCError) -> ByteBuffer
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .unary { payload, context, reply throws(RPCError) in
        try reply.succeed(with: try handler(payload, context))
      })
  }
}

extension ProtobufMessage {
  /// The message in `payload`.
  init(payload: ByteBuffer) throws(RPCError) {
    do throws(ProtobufError) {
      self = try Self(protobuf: payload.readableBytesSpan)
    } catch {
      throw RPCError(.invalidArgument, "ttrpc: error unmarshalling payload: \(error)")
    }
  }
}

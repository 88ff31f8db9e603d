public import NIOCore
public import ProtobufCoding

/// A method of a service and the code that answers it.
public struct MethodDescriptor: Sendable {
  typealias Unary = @Sendable (ByteBuffer, CallContext, inout ReplyEncoder) throws(RPCError) -> Void
  typealias Asynchronous = @Sendable (ByteBuffer, CallContext) async throws(RPCError) -> ByteBuffer
  typealias ServerStreaming = @Sendable (ByteBuffer, any MessageSink, CallContext) async throws(RPCError) -> Void

  enum Kind: Sendable {
    case unary(Unary)
    case asynchronous(Asynchronous)
    case serverStreaming(ServerStreaming)
  }

  /// Where a unary handler runs, and when.
  public enum Execution: Hashable, Sendable {
    /// On the connection's event loop, when the connection's turn comes. For work that takes microseconds.
    case inTurn
    /// On the connection's event loop, ahead of all waiting calls. For health checks.
    case atOnce
    /// On a small thread pool, so that the event loops stay free. For work that takes milliseconds.
    case pooled
  }

  /// The method's name without its service, such as `Search`.
  public let name: String
  /// Where the handler runs; `ServiceDescriptor.running(_:methods:)` changes it.
  public internal(set) var execution = Execution.inTurn
  /// Whether an asynchronous handler runs on its connection's event loop; `ServiceDescriptor.onEventLoops()` sets it.
  var staysOnEventLoop = false
  let kind: Kind
  let json: JSONForm?

  /// Whether the method responds with a stream of messages.
  public var isStreaming: Bool {
    if case .serverStreaming = kind { true } else { false }
  }

  /// Creates a method whose handler returns immediately, on the connection's event loop.
  ///
  /// For work that takes microseconds: while the handler runs, the loop's other connections wait. It must not block.
  public static func unary<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String, _ handler: @escaping @Sendable (Request, CallContext) throws(RPCError) -> Response
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .unary { payload, context, reply throws(RPCError) in
        let request = try Request(payload: payload)
        let response = try handler(request, context)
        try reply.succeed(with: response)
      },
      json: .unary { request, context async throws(RPCError) in
        try handler(Request(json: request), context).json()
      })
  }

  /// Creates a method whose handler is asynchronous and runs in its own task.
  public static func asynchronous<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String, _ handler: @escaping @Sendable (Request, CallContext) async throws(RPCError) -> Response
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .asynchronous { payload, context async throws(RPCError) in
        let request = try Request(payload: payload)
        let response = try await handler(request, context)
        return ByteBuffer(message: response)
      },
      json: .unary { request, context async throws(RPCError) in
        try await handler(Request(json: request), context).json()
      })
  }

  /// Creates a method whose handler sends any number of messages from its own task.
  ///
  /// The call ends when the handler returns or throws. The task is cancelled when the caller cancels, the deadline
  /// passes or the connection closes.
  public static func serverStreaming<Request: ProtobufMessage, Response: ProtobufMessage>(
    _ name: String,
    _ handler: @escaping @Sendable (Request, ResponseWriter<Response>, CallContext) async throws(RPCError) -> Void
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .serverStreaming { payload, sink, context async throws(RPCError) in
        let request = try Request(payload: payload)
        try await handler(request, ResponseWriter(sink), context)
      },
      json: .serverStreaming { request, context, send async throws(RPCError) in
        let writer = ResponseWriter<Response> { message async throws(RPCError) in try await send(message.json()) }
        try await handler(Request(json: request), writer, context)
      })
  }

  /// Creates a method that receives and returns raw bytes, such as an echo. It runs where `unary` does, and has no JSON form.
  public static func raw(
    _ name: String, _ handler: @escaping @Sendable (ByteBuffer, CallContext) throws(RPCError) -> ByteBuffer
  ) -> MethodDescriptor {
    MethodDescriptor(
      name: name,
      kind: .unary { payload, context, reply throws(RPCError) in
        try reply.succeed(with: try handler(payload, context))
      },
      json: nil)
  }
}

extension ProtobufMessage {
  /// Decodes the message in `payload`.
  init(payload: ByteBuffer) throws(RPCError) {
    do throws(ProtobufError) {
      self = try Self(protobuf: payload.readableBytesSpan)
    } catch {
      throw RPCError(.invalidArgument, "ttrpc: error unmarshalling payload: \(error)")
    }
  }

  /// Decodes the message in a server's response.
  init(answer: ByteBuffer) throws(RPCError) {
    do throws(ProtobufError) {
      self = try Self(protobuf: answer.readableBytesSpan)
    } catch {
      throw RPCError(.internal, "cannot decode the server's \(Self.protobufName): \(error)")
    }
  }
}

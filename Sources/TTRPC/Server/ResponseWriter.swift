internal import NIOCore
public import ProtobufCoding

/// Sends the messages of a server-streaming handler.
public struct ResponseWriter<Response: ProtobufMessage>: Sendable {
  private let write: @Sendable (_ message: Response, _ compresses: Bool) async throws(RPCError) -> Void

  /// Creates a writer for calling a handler directly; a server creates its own.
  public init(_ write: @escaping @Sendable (Response) async throws(RPCError) -> Void) {
    self.write = { message, _ async throws(RPCError) in try await write(message) }
  }

  init(_ sink: any MessageSink) {
    write = { message, compresses async throws(RPCError) in
      let size = message.protobufSize
      try await sink.send(payloadSize: size, compresses: compresses) { $0.write(message: message, size: size) }
    }
  }

  /// Sends a message, and waits if the caller reads more slowly than the handler sends.
  ///
  /// - Parameter compresses: false for content that is already compressed, where trying again would waste time.
  /// - Throws: `CANCELLED`, `DEADLINE_EXCEEDED` or `UNAVAILABLE` once the caller no longer reads; `RESOURCE_EXHAUSTED` if
  ///   the message does not fit in a frame.
  public func send(_ message: Response, compresses: Bool = true) async throws(RPCError) {
    try await write(message, compresses)
  }

  /// Sends every message of another call's stream, at the caller's pace.
  public func send(all messages: ResponseStream<Response>) async throws(RPCError) {
    for try await message in messages { try await write(message, true) }
  }
}

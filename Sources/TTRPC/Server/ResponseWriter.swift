internal import NIOCore
public import ProtobufCoding

/// Where a server-streaming handler sends its messages.
public struct ResponseWriter<Response: ProtobufMessage>: Sendable {
  private let write: @Sendable (_ message: Response, _ compresses: Bool) async throws(RPCError) -> Void

  /// Makes a writer for a handler that is called directly; a server makes its own.
  public init(_ write: @escaping @Sendable (Response) async throws(RPCError) -> Void) {
    self.write = { message, _ async throws(RPCError) in try await write(message) }
  }

  init(_ sink: any MessageSink) {
    write = { message, compresses async throws(RPCError) in
      let size = message.protobufSize
      try await sink.send(payloadSize: size, compresses: compresses) { $0.write(message: message, size: size) }
    }
  }

  /// Sends a message, and waits while the caller reads more slowly than the handler sends.
  ///
  /// - Parameter compresses: false for content that is compressed already: trying would cost more than sending.
  /// - Throws: `CANCELLED`, `DEADLINE_EXCEEDED` or `UNAVAILABLE` once nobody reads any more; `RESOURCE_EXHAUSTED`
  ///   where the message does not fit in a frame.
  public func send(_ message: Response, compresses: Bool = true) async throws(RPCError) {
    try await write(message, compresses)
  }

  /// Sends every message of another call's stream, at the caller's pace.
  public func send(all messages: ResponseStream<Response>) async throws(RPCError) {
    for try await message in messages { try await write(message, true) }
  }
}

internal import NIOCore
public import ProtobufCoding

/// Where a server-streaming handler sends its messages.
public struct ResponseWriter<Response: ProtobufMessage>: Sendable {
  let sender: StreamSender

  /// Sends a message, and waits while the caller reads more slowly than the handler sends.
  ///
  /// - Throws: `CANCELLED`, `DEADLINE_EXCEEDED` or `UNAVAILABLE` once nobody reads any more; `RESOURCE_EXHAUSTED`
  ///   where the message does not fit in a frame.
  public func send(_ message: Response) async throws(RPCError) {
    let size = message.protobufSize
    try await sender.send(payloadSize: size) { $0.write(message: message, size: size) }
  }
}

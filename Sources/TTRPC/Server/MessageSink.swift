internal import NIOCore

/// Takes the encoded messages of one stream from its handler: to a socket, or to a caller in the same process.
protocol MessageSink: Sendable {
  /// - Parameters:
  ///   - compresses: whether it is worth trying to make the message smaller, where the caller reads that.
  ///   - body: appends exactly `payloadSize` bytes.
  func send(payloadSize: Int, compresses: Bool, _ body: (inout ByteBuffer) -> Void) async throws(RPCError)
}

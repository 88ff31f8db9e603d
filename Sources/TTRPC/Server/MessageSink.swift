internal import NIOCore

/// Takes the encoded messages of one stream from its handler: to a socket, or to a caller in the same process.
protocol MessageSink: Sendable {
  /// - Parameter body: appends exactly `payloadSize` bytes.
  func send(payloadSize: Int, _ body: (inout ByteBuffer) -> Void) async throws(RPCError)
}

internal import NIOCore
internal import Synchronization

/// Takes the messages of one stream from its handler's task to its connection's event loop.
final class StreamSender: MessageSink {
  private let connection: NIOLoopBound<ServerConnection>
  private let streamID: UInt32
  private let limit: UInt32
  private let compressor: Mutex<FrameCompressor>

  /// - Parameter compressionThreshold: in bytes; nil if the client does not read zlib.
  init(
    connection: NIOLoopBound<ServerConnection>, streamID: UInt32, limit: UInt32, compressionThreshold: Int?
  ) {
    self.connection = connection
    self.streamID = streamID
    self.limit = limit
    self.compressor = Mutex(FrameCompressor(threshold: compressionThreshold ?? .max))
  }

  func send(payloadSize: Int, compresses: Bool, _ body: (inout ByteBuffer) -> Void) async throws(RPCError) {
    guard let length = UInt32(exactly: payloadSize), length <= limit else {
      throw .oversized(payloadSize, limit: limit)
    }
    var frame = ByteBuffer()
    frame.reserveCapacity(FrameHeader.byteCount + payloadSize)
    frame.write(FrameHeader(length: length, streamID: streamID, type: .data))
    body(&frame)
    let plainSize = frame.readableBytes
    if compresses { compressor.withLock { $0.compressLastFrame(of: &frame, from: 0) } }
    let saved = plainSize - frame.readableBytes

    let failure = await withCheckedContinuation { (sent: CheckedContinuation<RPCError?, Never>) in
      connection.execute { [frame, streamID] in $0.sendData(frame, saved: saved, on: streamID, sent) }
    }
    if let failure { throw failure }
  }
}

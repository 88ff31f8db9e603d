import NIOCore

@testable import TTRPC

extension ByteBuffer {
  /// A request frame as a client sends it.
  static func request(
    _ service: String = "bench.Echo", _ method: String = "Echo", stream: UInt32 = 1, timeout: Int64 = 0,
    metadata: CallMetadata = CallMetadata(), payload: ByteBuffer = ByteBuffer()
  ) -> ByteBuffer {
    var frame = ByteBuffer()
    let head = RequestHead(
      service: service, method: method, timeout: timeout, metadata: metadata.entries, flags: [])
    _ = frame.writeRequest(head, payloadSize: payload.readableBytes, limit: .max)
    frame.writeImmutableBuffer(payload)
    frame.setInteger(stream, at: 4)
    return frame
  }

  static func frame(
    _ type: FrameType, stream: UInt32 = 1, flags: FrameFlags = [], payload: ByteBuffer = ByteBuffer()
  ) -> ByteBuffer {
    var frame = ByteBuffer()
    frame.write(
      FrameHeader(length: UInt32(payload.readableBytes), streamID: stream, type: type, flags: flags))
    frame.writeImmutableBuffer(payload)
    return frame
  }
}

package import NIOCore

/// Cuts the bytes of a connection into frames, without copying those that arrive whole.
///
/// Any bytes are either frames or the start of one, so only header fields can be invalid. A payload longer than the limit
/// is skipped as it arrives, without buffering.
package struct FrameDecoder: Sendable {
  package enum Event: Equatable, Sendable {
    case frame(FrameHeader, payload: ByteBuffer)
    /// The header of a frame over the limit; its payload is being skipped.
    case oversized(FrameHeader)
  }

  private let limit: UInt32
  private var buffer = ByteBuffer()
  private var skipping = 0

  /// - Parameter limit: the limit of a payload, in bytes.
  package init(limit: UInt32) {
    self.limit = limit
  }

  /// Whether the bytes so far end inside a frame.
  package var isInsideFrame: Bool {
    skipping > 0 || buffer.readableBytes > 0
  }

  package mutating func append(_ bytes: ByteBuffer) {
    if buffer.readableBytes == 0 {
      buffer = bytes
    } else {
      buffer.writeImmutableBuffer(bytes)
    }
  }

  package mutating func next() -> Event? {
    skip()
    guard
      skipping == 0,
      let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self)
    else { return nil }
    guard length <= limit else {
      guard let header = buffer.readFrameHeader() else { return nil }
      skipping = Int(length)
      return .oversized(header)
    }
    guard
      buffer.readableBytes >= FrameHeader.byteCount + Int(length),
      let header = buffer.readFrameHeader(),
      let payload = buffer.readSlice(length: Int(length))
    else { return nil }
    return .frame(header, payload: payload)
  }

  /// How many bytes the frame at the front will take when it has arrived, or what has arrived takes.
  package var claimedBytes: Int {
    guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self), length <= limit else {
      return buffer.readableBytes
    }
    return max(buffer.readableBytes, FrameHeader.byteCount + Int(length))
  }

  /// Skips the payload of the frame at the front, whose header has arrived.
  package mutating func skipFrame() -> FrameHeader? {
    guard skipping == 0, let header = buffer.readFrameHeader() else { return nil }
    skipping = Int(header.length)
    skip()
    reclaim()
    return header
  }

  /// Gives back the memory of frames that were read; call it when `next` has no more.
  package mutating func reclaim() {
    if buffer.readableBytes == 0 {
      buffer = ByteBuffer()
    } else if buffer.readerIndex > 0 {
      buffer = ByteBuffer(buffer: buffer)
    }
  }

  private mutating func skip() {
    guard skipping > 0 else { return }
    let step = min(skipping, buffer.readableBytes)
    buffer.moveReaderIndex(forwardBy: step)
    skipping -= step
  }
}

internal import EntenteZlib
internal import NIOCore

// A zlib payload:
//
//     payload := inflated length(u32 BE) RFC 1950 stream

/// Compresses frame payloads if that saves bytes, for one connection or stream.
struct FrameCompressor: ~Copyable {
  /// The smallest payload that is tried, in bytes.
  let threshold: Int
  // A connection that never sends a large frame never has one.
  private var deflater: QuickDeflater? = nil
  private var compressed: [UInt8] = []
  /// More memory than this is given back after each frame, in bytes.
  private static let mostKept = 64 << 10
  /// How many payloads to send uncompressed, because earlier ones did not shrink.
  private var rest = 0
  private var disappointments = 0

  init(threshold: Int) {
    self.threshold = threshold
  }

  /// Compresses the frame from `start` to the writer index, if that saves bytes.
  mutating func compressLastFrame(of buffer: inout ByteBuffer, from start: Int) {
    let body = start + FrameHeader.byteCount
    let size = buffer.writerIndex - body
    defer { if compressed.capacity > Self.mostKept { compressed = [] } }
    guard size >= threshold, shouldTry(), let packed = deflate(buffer, from: body, count: size) else { return }
    buffer.setInteger(packed, at: start)
    if let flags = buffer.getInteger(at: start + 9, as: UInt8.self) {
      buffer.setInteger(flags | FrameFlags.zlib.rawValue, at: start + 9)
    }
    buffer.moveWriterIndex(to: body)
    buffer.writeInteger(UInt32(clamping: size))
    buffer.writeBytes(compressed)
  }

  /// - Returns: the length of the zlib payload whose stream is in `compressed`; nil if it saves too little.
  private mutating func deflate(_ buffer: ByteBuffer, from body: Int, count: Int) -> UInt32? {
    guard let slice = buffer.getSlice(at: body, length: count) else { return nil }
    do throws(ZlibError) {
      var deflater = if let used = self.deflater.take() { used } else { QuickDeflater() }
      compressed.removeAll(keepingCapacity: true)
      try deflater.compress(slice.readableBytesSpan, into: &compressed)
      self.deflater = consume deflater
    } catch {
      return nil
    }
    let saves = compressed.count + 4 < count - count / 16
    note(saves: saves)
    return saves ? UInt32(clamping: compressed.count + 4) : nil
  }

  private mutating func shouldTry() -> Bool {
    guard rest > 0 else { return true }
    rest -= 1
    return false
  }

  private mutating func note(saves: Bool) {
    disappointments = saves ? 0 : min(disappointments + 1, 6)
    rest = saves ? 0 : 1 << disappointments
  }
}

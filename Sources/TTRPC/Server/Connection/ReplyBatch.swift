internal import NIOCore

/// Memory for the replies of an event loop's connections, which work one after another: none keeps any while it is idle, and
/// what one has just sent is still in the processor's cache for the next.
final class ReplyMemory {
  fileprivate var spare = ByteBuffer()
}

/// Frames that wait to be sent together: the replies of one read, or of one turn.
struct ReplyBatch: ~Copyable {
  /// The size in bytes at which replies are sent before more are produced.
  static let fullSize = 64 * 1024

  private var output = ByteBuffer()
  private let memory: ReplyMemory
  private var compressor: FrameCompressor
  private let limit: UInt32

  /// - Parameters:
  ///   - limit: of a frame's payload, in bytes.
  ///   - compressionThreshold: in bytes.
  ///   - memory: of the event loop.
  init(limit: UInt32, compressionThreshold: Int, memory: ReplyMemory) {
    self.limit = limit
    self.memory = memory
    compressor = FrameCompressor(threshold: compressionThreshold)
  }

  var isFull: Bool { output.readableBytes >= Self.fullSize }
  var isEmpty: Bool { output.readableBytes == 0 }

  /// Writes the response of a unary call, or the error of the attempt.
  ///
  /// - Parameters:
  ///   - offersZlib: whether the response says that zlib frames are read here.
  ///   - compresses: whether the client reads them.
  /// - Returns: how the call ended, how large its answer is, and how many bytes zlib saved.
  mutating func reply(
    on streamID: UInt32, offersZlib: Bool, compresses: Bool,
    _ body: (inout ReplyEncoder) throws(RPCError) -> Void
  ) -> (code: RPCStatusCode, size: Int, saved: Int) {
    borrow()
    // The output moves into the encoder and back: a second owner would make each write copy it.
    var reply = ReplyEncoder(output: ByteBuffer(), streamID: streamID, acceptsZlib: offersZlib, limit: limit)
    swap(&reply.output, &output)
    defer { swap(&reply.output, &output) }
    let start = reply.output.writerIndex
    var code = RPCStatusCode.ok
    do throws(RPCError) {
      try body(&reply)
    } catch {
      reply.output.moveWriterIndex(to: start)
      reply.fail(error)
      code = error.code
    }
    let end = reply.output.writerIndex
    guard compresses else { return (code, end - start, 0) }
    compressor.compressLastFrame(of: &reply.output, from: start)
    return (code, end - start, max(0, end - reply.output.writerIndex))
  }

  mutating func fail(_ streamID: UInt32, _ error: RPCError, offersZlib: Bool = false) {
    borrow()
    output.writeFailure(streamID: streamID, acceptsZlib: offersZlib, error)
  }

  mutating func append(_ header: FrameHeader) {
    borrow()
    output.write(header)
  }

  /// What is to be sent now; nil if nothing is.
  mutating func take() -> ByteBuffer? {
    guard !isEmpty else { return nil }
    defer { output = ByteBuffer() }
    return output
  }

  /// Gives back a buffer that was sent: the socket has taken the bytes most of the time, and the memory serves again.
  func recycle(_ sent: consuming ByteBuffer) {
    guard sent.capacity <= 2 * Self.fullSize else { return }
    sent.clear()
    memory.spare = sent
  }

  private mutating func borrow() {
    if output.capacity == 0 { swap(&output, &memory.spare) }
  }
}

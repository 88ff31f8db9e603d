internal import NIOCore

/// Cuts what a client sends into frames, and pays the memory of those that have not ended.
struct RequestFraming: ~Copyable {
  private var decoder: FrameDecoder
  private var inflater: FrameInflater
  private var memory: BudgetShare

  init(_ configuration: ServerConfiguration, _ budget: Budget) {
    decoder = FrameDecoder(limit: configuration.maximumFrameSize)
    inflater = FrameInflater(limit: min(configuration.maximumInflatedSize, configuration.maximumFrameSize))
    memory = BudgetShare(of: budget)
  }

  /// Whether bytes of a frame wait for the rest of it, or for their turn.
  var isInsideFrame: Bool { decoder.isInsideFrame }

  mutating func append(_ bytes: ByteBuffer) {
    decoder.append(bytes)
  }

  mutating func next() -> FrameDecoder.Event? {
    decoder.next()
  }

  /// Gives back the memory of frames that were read, and pays for what is left.
  ///
  /// - Returns: the header of a frame that the server has no memory for: its payload is skipped as it arrives.
  mutating func settle() -> FrameHeader? {
    decoder.reclaim()
    guard !memory.hold(decoder.claimedBytes) else { return nil }
    let header = decoder.skipFrame()
    _ = memory.hold(0)
    return header
  }

  mutating func inflate(_ payload: ByteBuffer) throws(ProtocolViolation) -> ByteBuffer {
    try inflater.inflate(payload)
  }
}

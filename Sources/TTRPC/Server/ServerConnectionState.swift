/// What a server knows of one connection's protocol, without a socket: frames go in, actions come out.
///
/// `Stream` is what the server keeps for each call that outlives the frame that began it.
package struct ServerConnectionState<Stream> {
  package enum Phase: Hashable, Sendable {
    case open
    /// No more than what is on its way is answered; the connection closes when it is quiet.
    case draining
    case closed
  }

  package enum FrameAction: Hashable, Sendable {
    /// Neither answer nor complain.
    case ignore
    /// Read the envelope and answer.
    case answer
    /// Answer with an error on the stream of the frame.
    case refuse(RPCError)
    /// The caller gave up the stream: take it and stop its handler.
    case cancel
  }

  package private(set) var phase = Phase.open
  package private(set) var streams: [UInt32: Stream] = [:]
  /// Whether the client reads zlib frames.
  package private(set) var clientReadsZlib = false
  /// Whether the client heeds goaway frames.
  package private(set) var clientHeedsGoaway = false
  private var hasSentGoaway = false
  private var lastStreamID: UInt32 = 0
  private let maximumStreams: Int
  private let maximumFrameSize: UInt32

  package init(maximumStreams: Int, maximumFrameSize: UInt32) {
    self.maximumStreams = maximumStreams
    self.maximumFrameSize = maximumFrameSize
  }

  /// Judges a frame by its header.
  package mutating func receive(_ header: FrameHeader) -> FrameAction {
    guard phase != .closed else { return .ignore }
    switch header.type {
    case .request: return receiveRequest(header)
    case .cancel: return streams[header.streamID] == nil ? .ignore : .cancel
    // Nothing here takes a stream from the client; and a peer may have extensions of its own.
    default: return .ignore
    }
  }

  private mutating func receiveRequest(_ header: FrameHeader) -> FrameAction {
    guard header.streamID % 2 == 1 else {
      return .refuse(RPCError(.invalidArgument, "StreamID must be odd for client initiated streams"))
    }
    guard header.streamID > lastStreamID else {
      return .refuse(RPCError(.invalidArgument, "StreamID cannot be re-used and must increment"))
    }
    lastStreamID = header.streamID
    return .answer
  }

  /// Judges a frame whose payload is over the limit and is being skipped.
  package mutating func receiveOversized(_ header: FrameHeader) -> FrameAction {
    guard phase != .closed, header.type == .request else { return .ignore }
    if header.streamID % 2 == 1 { lastStreamID = max(lastStreamID, header.streamID) }
    return .refuse(
      RPCError(
        .resourceExhausted,
        "message length \(header.length) exceed maximum message size of \(maximumFrameSize)"))
  }

  /// Learns what the client can do from what it sent beside a request.
  ///
  /// - Returns: whether the response is to say that zlib frames are read here.
  package mutating func learn(from metadata: CallMetadata) -> Bool {
    var offersZlib = false
    for entry in metadata.entries {
      if entry.key == Extension.acceptCompression, entry.value == Extension.zlib { offersZlib = true }
      if entry.key == Extension.acceptGoaway, entry.value == "1" { clientHeedsGoaway = true }
    }
    if offersZlib { clientReadsZlib = true }
    return offersZlib
  }

  /// Whether one more stream may begin beside those that are open.
  package var hasRoom: Bool {
    streams.count < maximumStreams
  }

  package mutating func open(_ stream: Stream, id: UInt32) {
    streams[id] = stream
  }

  /// Ends a stream, from either side.
  ///
  /// - Returns: nil where it had ended: nothing more may be sent on it then.
  package mutating func close(_ id: UInt32) -> Stream? {
    streams.removeValue(forKey: id)
  }

  package mutating func drain() {
    if phase == .open { phase = .draining }
  }

  /// The last stream that is answered, where the client is to be told now that the server drains.
  package mutating func goawayDue() -> UInt32? {
    guard phase == .draining, clientHeedsGoaway, !hasSentGoaway else { return nil }
    hasSentGoaway = true
    return lastStreamID
  }

  /// - Returns: the streams that were open, whose handlers are to be stopped.
  package mutating func end() -> [UInt32: Stream] {
    phase = .closed
    defer { streams.removeAll() }
    return streams
  }
}

// The life of a connection, as its server sees it:
//
//     serving ──drain──► leaving, where the client heeds goaway: it is told, and closes when it has its answers
//        │       └─────► settling, where it does not
//        ├──the client's end──► finishing: what it has asked is answered, and then the connection closes
//        └──anything──► closed
//
//     settling ──all is answered──► lingering: our end goes with the last answers, so that the client sees it before it
//                                   asks again; what still comes is skipped until the client's end

/// The protocol state of one connection on the server, without a socket or a clock: inputs go in, actions come out.
package struct ServerConnectionState: Sendable {
  package enum Phase: Hashable, Sendable {
    case serving
    case leaving
    case settling
    case finishing
    case lingering
    case closed
  }

  package enum FrameAction: Hashable, Sendable {
    /// Ignore the frame.
    case ignore
    /// Read the envelope and answer.
    case answer
    /// Answer with an error on the stream of the frame.
    case refuse(RPCError)
    /// The caller gave up the stream.
    case cancel
    /// The request arrived as the connection was ending, and will not be answered.
    case tooLate
  }

  package enum DrainAction: Hashable, Sendable {
    case ignore
    /// Tell the client, and name the last stream that was seen.
    case sendGoaway(UInt32)
    /// Close at the next moment when all is answered, or nothing comes.
    case settle
  }

  package enum EndAction: Hashable, Sendable {
    case ignore
    case close
    /// Answer what is left, and close then.
    case finish
  }

  /// Whether the client understands goaway frames, and has been sent one.
  private enum Goaway: Hashable, Sendable {
    case unknown, heeded
    case sent
  }

  /// What is known about zlib frames on this connection.
  private enum Zlib: Hashable, Sendable {
    /// The client has not said that it reads them.
    case unknown
    /// It has; the next response is to say that the server does, too.
    case owesOffer
    case agreed
  }

  package private(set) var phase = Phase.serving
  private var zlib = Zlib.unknown
  private var goaway = Goaway.unknown
  private var lastStreamID: UInt32 = 0
  private let maximumFrameSize: UInt32

  package init(maximumFrameSize: UInt32) {
    self.maximumFrameSize = maximumFrameSize
  }

  // MARK: Frames

  /// Judges a frame by its header.
  package mutating func receive(_ header: FrameHeader) -> FrameAction {
    if phase == .lingering, header.type == .request { return .tooLate }
    guard isReceiving else { return .ignore }
    switch header.type {
    case .request: return receiveRequest(header)
    case .cancel: return .cancel
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
    receiveSkipped(
      header,
      RPCError(
        .resourceExhausted, "message length \(header.length) exceed maximum message size of \(maximumFrameSize)"))
  }

  /// Judges a frame whose payload is being skipped because of `error`.
  package mutating func receiveSkipped(_ header: FrameHeader, _ error: RPCError) -> FrameAction {
    guard isReceiving, header.type == .request else { return .ignore }
    if header.streamID % 2 == 1 { lastStreamID = max(lastStreamID, header.streamID) }
    return .refuse(error)
  }

  package var isReceiving: Bool { phase != .closed && phase != .lingering }

  // MARK: Extensions

  /// Learns what the client can do from what it sent beside a request.
  ///
  /// - Returns: the last stream that was seen, where the client is to be told now that the server drains.
  package mutating func learn(from metadata: CallMetadata) -> UInt32? {
    for entry in metadata.entries {
      if entry.key == Extension.acceptCompression, entry.value == Extension.zlib { zlib = .owesOffer }
      if entry.key == Extension.acceptGoaway, entry.value == "1", goaway == .unknown { goaway = .heeded }
    }
    guard phase == .settling, goaway == .heeded else { return nil }
    goaway = .sent
    phase = .leaving
    return lastStreamID
  }

  /// Whether the client reads zlib frames.
  package var clientReadsZlib: Bool { zlib != .unknown }

  /// Whether the response that is written now says that the server reads zlib frames: the first one after the client
  /// asked, whichever call it answers.
  package mutating func takeOffer() -> Bool {
    guard zlib == .owesOffer else { return false }
    zlib = .agreed
    return true
  }

  // MARK: The end

  package mutating func drain() -> DrainAction {
    guard phase == .serving else { return .ignore }
    guard goaway == .heeded else {
      phase = .settling
      return .settle
    }
    goaway = .sent
    phase = .leaving
    return .sendGoaway(lastStreamID)
  }

  /// Everything that has come is answered, and the answers are about to be sent; or nothing has come for a while.
  ///
  /// - Returns: whether to send our end of the connection with them, and wait for the client's.
  package mutating func noteAllAnswered() -> Bool {
    guard phase == .settling else { return false }
    phase = .lingering
    return true
  }

  /// The client sends no more.
  ///
  /// - Parameter isBusy: whether calls wait, are in flight, or have answers that are not sent.
  package mutating func inputEnded(isBusy: Bool) -> EndAction {
    switch phase {
    case .closed, .finishing: return .ignore
    case .lingering: return .close
    case .serving, .leaving, .settling:
      guard isBusy else { return .close }
      phase = .finishing
      return .finish
    }
  }

  /// Whether to close as soon as nothing waits, nothing is in flight, and all answers are handed to the socket.
  package var closesWhenIdle: Bool { phase == .finishing }

  package mutating func close() {
    phase = .closed
  }
}

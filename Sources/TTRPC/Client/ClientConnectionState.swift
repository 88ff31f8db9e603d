/// The protocol state of one connection on the client, without a socket: frames go in, actions come out.
///
/// `Call` is what the client keeps for each waiting call.
package struct ClientConnectionState<Call> {
  package enum Phase: Hashable, Sendable {
    case open
    /// The server drains: what waits may finish, nothing new begins.
    case leaving
    case closed
  }

  package enum FrameAction {
    case ignore
    /// The call has ended with a response.
    case finish(Call)
    /// A message of a stream that continues.
    case message(Call)
    /// The end of a stream; with a message unless the frame has the flag for none.
    case end(Call, hasMessage: Bool)
    /// Begin nothing new here; what waits will still be answered.
    case leave
  }

  package private(set) var phase = Phase.open
  package private(set) var calls: [UInt32: Call] = [:]
  /// Whether the server reads zlib frames.
  package private(set) var serverReadsZlib = false
  private var nextStreamID: UInt32 = 1
  private var announcement = Announcement.due

  /// Whether the server has been told what is read here.
  private enum Announcement: Sendable {
    case due
    case made
  }

  package init() {}

  /// Gives a call its stream.
  ///
  /// - Returns: nil if the connection takes no more calls.
  package mutating func open(_ call: Call) -> UInt32? {
    guard phase == .open else { return nil }
    let id = nextStreamID
    let (next, isLast) = id.addingReportingOverflow(2)
    // The ids are used up after two thousand million calls: the connection is left as if the server had asked.
    if isLast { phase = .leaving } else { nextStreamID = next }
    calls[id] = call
    return id
  }

  /// Whether the next request should announce what this client can read; `noteAnnounced` records that one did.
  package var owesAnnouncement: Bool { announcement == .due }

  package mutating func noteAnnounced() {
    announcement = .made
  }

  /// Forgets a call whose caller has stopped waiting.
  package mutating func close(_ id: UInt32) -> Call? {
    calls.removeValue(forKey: id)
  }

  package mutating func receive(_ header: FrameHeader) -> FrameAction {
    switch header.type {
    case .response: return calls.removeValue(forKey: header.streamID).map { .finish($0) } ?? .ignore
    case .data: return receiveData(header)
    case .goaway: return leave()
    default: return .ignore
    }
  }

  private mutating func receiveData(_ header: FrameHeader) -> FrameAction {
    guard let call = calls[header.streamID] else { return .ignore }
    guard header.flags.contains(.remoteClosed) else {
      return header.flags.contains(.noData) ? .ignore : .message(call)
    }
    calls.removeValue(forKey: header.streamID)
    return .end(call, hasMessage: !header.flags.contains(.noData))
  }

  /// Begins nothing new from now on.
  package mutating func leave() -> FrameAction {
    guard phase == .open else { return .ignore }
    phase = .leaving
    return .leave
  }

  package mutating func noteServerReadsZlib() {
    serverReadsZlib = true
  }

  /// Whether the connection has nothing left to do.
  package var isDone: Bool {
    phase == .leaving && calls.isEmpty
  }

  /// - Returns: the calls that waited.
  package mutating func end() -> [UInt32: Call] {
    phase = .closed
    defer { calls.removeAll() }
    return calls
  }
}

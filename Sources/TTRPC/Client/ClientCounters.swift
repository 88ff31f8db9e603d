internal import Synchronization

/// What a client has counted since it started.
public struct ClientCounters: Hashable, Sendable {
  public var callsStarted: UInt64 = 0
  public var retries: UInt64 = 0
  /// Calls made a second time because the first attempt was slow.
  public var hedges: UInt64 = 0
  public var connectionsOpened: UInt64 = 0
  /// Bytes written to sockets and read from them.
  public var bytesSent: UInt64 = 0
  public var bytesReceived: UInt64 = 0
  /// How many bytes zlib has saved.
  public var bytesSavedSending: UInt64 = 0
  public var bytesSavedReceiving: UInt64 = 0
}

/// The live counts behind `ClientCounters`.
final class ClientTally: Sendable {
  let callsStarted = Atomic<UInt64>(0)
  let retries = Atomic<UInt64>(0)
  let hedges = Atomic<UInt64>(0)
  let connectionsOpened = Atomic<UInt64>(0)
  let bytesSent = Atomic<UInt64>(0)
  let bytesReceived = Atomic<UInt64>(0)
  let bytesSavedSending = Atomic<UInt64>(0)
  let bytesSavedReceiving = Atomic<UInt64>(0)

  func read() -> ClientCounters {
    ClientCounters(
      callsStarted: callsStarted.load(ordering: .relaxed),
      retries: retries.load(ordering: .relaxed),
      hedges: hedges.load(ordering: .relaxed),
      connectionsOpened: connectionsOpened.load(ordering: .relaxed),
      bytesSent: bytesSent.load(ordering: .relaxed),
      bytesReceived: bytesReceived.load(ordering: .relaxed),
      bytesSavedSending: bytesSavedSending.load(ordering: .relaxed),
      bytesSavedReceiving: bytesSavedReceiving.load(ordering: .relaxed))
  }
}

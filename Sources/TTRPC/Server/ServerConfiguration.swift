internal import NIOCore

/// The limits of a server. The defaults suit a replica that answers from memory.
public struct ServerConfiguration: Sendable {
  // MARK: Frames

  /// The most bytes of a frame's payload; more gets RESOURCE_EXHAUSTED. Stock peers have 4 MiB.
  public var maximumFrameSize: UInt32 = 4 << 20
  /// The most bytes that a compressed request may inflate to; more ends the connection.
  public var maximumInflatedSize: UInt32 = 4 << 20
  /// How much metadata a request may carry; more gets RESOURCE_EXHAUSTED.
  public var metadata = MetadataLimits()
  /// The smallest payload that is worth compressing, in bytes, to a client that reads zlib.
  public var compressionThreshold = 1_024

  // MARK: Calls

  /// How many unary calls of one connection may wait for their turn; more get RESOURCE_EXHAUSTED.
  public var maximumQueuedCallsPerConnection = 4_096
  /// How many unary calls of all connections may wait for their turn; more get RESOURCE_EXHAUSTED.
  public var maximumQueuedCalls = 65_536
  /// How many asynchronous, streaming and pooled calls of one connection may be in flight; more get RESOURCE_EXHAUSTED.
  public var maximumStreamsPerConnection = 128
  /// How many asynchronous, streaming and pooled calls of all connections may be in flight; more get RESOURCE_EXHAUSTED.
  public var maximumStreams = 4_096
  /// How long an event loop answers one connection before it turns to the others.
  public var slice: Duration = .milliseconds(1)
  /// How many pooled calls run at once.
  public var poolWidth = max(1, System.coreCount / 2)

  // MARK: Connections

  /// How many connections may be open; more are closed as they come.
  public var maximumConnections = 10_000
  /// How many connections may be open from one address; more are closed as they come.
  public var maximumConnectionsPerAddress = 10_000
  /// How many connections a second are accepted in the long run; others wait in the kernel's backlog.
  public var acceptRate = 5_000
  /// How much memory unfinished frames, waiting calls and unsent answers may take together, in bytes. A frame beyond it
  /// gets RESOURCE_EXHAUSTED; a client beyond it that does not read its answers is cut off.
  public var memoryBudget = 512 << 20

  // MARK: Time

  /// How long a new connection may take until its first frame is whole.
  public var firstFrameTimeout: Duration = .seconds(60)
  /// How long a frame may take from its first byte to its last.
  public var frameTimeout: Duration = .seconds(30)
  /// How long a client may take none of its answers.
  public var writeTimeout: Duration = .seconds(60)
  /// How long a connection may be silent while no call is in flight.
  public var idleTimeout: Duration = .seconds(900)
  /// How long a connection that is drained must be silent before it closes: what the client sent before it heard of
  /// the drain is still answered.
  public var quietTime: Duration = .milliseconds(20)
  /// How long a connection whose end is said waits for the client's.
  public var lingerTimeout: Duration = .seconds(2)

  public init() {}

  var patience: SilenceWatch.Patience {
    SilenceWatch.Patience(firstFrame: firstFrameTimeout, frame: frameTimeout, write: writeTimeout, idle: idleTimeout)
  }
}

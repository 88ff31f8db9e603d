internal import NIOCore

/// The limits of a server. The defaults suit a replica that answers from memory.
public struct ServerConfiguration: Sendable {
  // MARK: Frames

  /// The largest frame payload, in bytes; a larger one gets RESOURCE_EXHAUSTED. Stock peers use 4 MiB.
  public var maximumFrameSize: UInt32 = 4 << 20
  /// The most bytes that a compressed request may inflate to; more closes the connection.
  public var maximumInflatedSize: UInt32 = 4 << 20
  /// How much metadata a request may carry; more gets RESOURCE_EXHAUSTED.
  public var metadata = MetadataLimits()
  /// The smallest payload that is compressed, in bytes, for a client that reads zlib frames.
  public var compressionThreshold = 1_024

  // MARK: Calls

  /// How many unary calls of one connection may wait for their turn; more get RESOURCE_EXHAUSTED.
  public var maximumQueuedCallsPerConnection = 4_096
  /// How many unary calls of all connections may wait for their turn; more get RESOURCE_EXHAUSTED.
  public var maximumQueuedCalls = 65_536
  /// How long a unary call may wait for its turn; one whose turn comes later is not run, and gets RESOURCE_EXHAUSTED. Zero for no
  /// limit.
  public var maximumQueueTime: Duration = .zero
  /// How many asynchronous, streaming and pooled calls of one connection may be in flight; more get RESOURCE_EXHAUSTED.
  public var maximumStreamsPerConnection = 128
  /// How many asynchronous, streaming and pooled calls of all connections may be in flight; more get RESOURCE_EXHAUSTED.
  public var maximumStreams = 4_096
  /// How long an event loop serves one connection before it turns to the others.
  public var slice: Duration = .milliseconds(1)
  /// How long an event loop polls its sockets after it has worked, before it sleeps; zero never. Costs processor time, and saves
  /// the time that the system takes to wake a thread. Loops with more than 64 connections do not poll.
  public var busyPoll: Duration = .zero
  /// How many pooled calls run at once.
  public var poolWidth = max(1, System.coreCount / 2)

  // MARK: Connections

  /// How many connections may be open; further ones are closed at once.
  public var maximumConnections = 10_000
  /// How many connections may be open from one address; further ones are closed at once.
  public var maximumConnectionsPerAddress = 10_000
  /// How many connections per second are accepted on average; others wait in the kernel's backlog.
  public var acceptRate = 5_000
  /// The memory limit for unfinished frames, waiting calls and unsent responses together, in bytes. A frame beyond it gets
  /// RESOURCE_EXHAUSTED; a client beyond it that does not read its responses is disconnected.
  public var memoryBudget = 512 << 20

  // MARK: Time

  /// How long a new connection may take to send its first complete frame.
  public var firstFrameTimeout: Duration = .seconds(60)
  /// How long a frame may take from its first byte to its last.
  public var frameTimeout: Duration = .seconds(30)
  /// How long a client may go without reading any of its responses.
  public var writeTimeout: Duration = .seconds(60)
  /// How long a connection may be idle with no call in flight.
  public var idleTimeout: Duration = .seconds(900)
  /// How long a draining connection must be idle before it closes, so that requests sent before the client learned of the
  /// drain are still answered.
  public var quietTime: Duration = .milliseconds(100)
  /// How long a connection waits for the client to close its side after the server has closed its own.
  public var lingerTimeout: Duration = .seconds(2)

  public init() {}

  var patience: SilenceWatch.Patience {
    SilenceWatch.Patience(firstFrame: firstFrameTimeout, frame: frameTimeout, write: writeTimeout, idle: idleTimeout)
  }
}

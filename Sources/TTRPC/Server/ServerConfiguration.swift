/// The limits of a server. The defaults suit a replica that answers from memory.
public struct ServerConfiguration: Sendable {
  /// Of a frame's payload, inflated where it is compressed, in bytes. Stock peers have 4 MiB.
  public var maximumFrameSize: UInt32 = 4 << 20
  /// How much metadata a request may carry; more gets RESOURCE_EXHAUSTED.
  public var metadata = MetadataLimits()
  /// More are closed as they come.
  public var maximumConnections = 10_000
  /// Of one connection; more get RESOURCE_EXHAUSTED. Unary calls never wait for each other, and do not count.
  public var maximumStreamsPerConnection = 128
  /// Of all connections together.
  public var maximumStreams = 4_096
  /// The smallest payload that is worth compressing, in bytes, to a client that reads zlib.
  public var compressionThreshold = 1_024
  /// How long a connection may be silent while no call is in flight.
  public var idleTimeout: Duration = .seconds(900)
  /// How long a frame may take from its first byte to its last.
  public var frameTimeout: Duration = .seconds(30)
  /// How long a connection that is drained must be silent before it closes: what the client sent before it heard of
  /// the drain is still answered.
  public var quietTime: Duration = .milliseconds(200)

  public init() {}
}

/// The settings of a client.
public struct ClientConfiguration: Sendable {
  /// How long a call may take if its options do not say; nil for no limit.
  public var timeout: Duration? = .seconds(30)
  /// How long one attempt to connect may take.
  public var connectTimeout: Duration = .seconds(3)
  /// How many connections per address unary calls share. Each stream has its own connection, so a slow reader delays no
  /// other call.
  public var connectionsPerAddress = 1
  /// How long resolved addresses are used before the name is looked up again; a failed connection triggers that sooner.
  public var resolveInterval: Duration = .seconds(30)
  /// Checked regularly on each connection; a server that is not serving gets calls only if no other server is.
  public var healthProbe: HealthProbe?
  /// Metadata for every call, such as a token; evaluated for each call, so that it may change.
  public var metadata: (@Sendable () -> CallMetadata)?
  /// The most calls in flight on one connection; further calls are refused at once.
  public var maximumCallsPerConnection = 10_000
  /// The most attempts at a retryable call: always two, and more as long as most calls succeed.
  public var maximumAttempts = 4
  /// The largest payload of a frame, after inflation, in bytes.
  public var maximumFrameSize: UInt32 = 4 << 20
  /// Whether to accept zlib frames, and to send them to servers that accept them.
  public var usesCompression = true
  /// The smallest payload that is compressed, in bytes.
  public var compressionThreshold = 1_024
  /// How many bytes of a stream may wait for its reader before the connection is no longer read.
  public var streamBufferSize = 1 << 20

  public init() {}
}

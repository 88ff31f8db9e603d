/// The habits of a client.
public struct ClientConfiguration: Sendable {
  /// How long a call may take where its options do not say; nil for as long as it needs.
  public var timeout: Duration? = .seconds(30)
  /// How long one attempt to connect may take.
  public var connectTimeout: Duration = .seconds(3)
  /// Unary calls share these; each stream has a connection of its own, so that a slow reader holds nobody up.
  public var connectionsPerAddress = 1
  /// How long the addresses behind a name hold before they are looked up again; a failed connection has that done sooner.
  public var resolveInterval: Duration = .seconds(30)
  /// Asked on each connection from time to time; a server that does not want calls gets them only where no other does.
  public var healthProbe: HealthProbe?
  /// Metadata that goes with every call, such as a token; asked for each time, so that it may change.
  public var metadata: (@Sendable () -> CallMetadata)?
  /// Of one connection; more are refused at once.
  public var maximumCallsPerConnection = 10_000
  /// How often a call is tried in all, where it may be tried again: twice whatever happens, and more as long as most calls
  /// succeed.
  public var maximumAttempts = 4
  /// Of a frame's payload, inflated where it is compressed, in bytes.
  public var maximumFrameSize: UInt32 = 4 << 20
  /// Whether to say that zlib frames are read here, and to send them to a server that reads them.
  public var usesCompression = true
  /// The smallest payload that is worth compressing, in bytes.
  public var compressionThreshold = 1_024
  /// How much of a stream may wait for its reader, in bytes, before no more is read from the connection.
  public var streamBufferSize = 1 << 20

  public init() {}
}

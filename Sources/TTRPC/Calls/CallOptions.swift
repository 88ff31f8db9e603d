/// How one call is to be made.
public struct CallOptions: Sendable {
  /// How long to wait for the answer; nil leaves it to the client's configuration.
  public var timeout: Duration?
  /// Sent beside the request.
  public var metadata: CallMetadata
  /// Whether the call may run twice, as a read may: only then is it tried again where a connection breaks.
  public var isRetryable: Bool
  /// After how long without an answer the call is made a second time, on another connection: the first answer counts.
  ///
  /// For reads whose slowest hundredth matters. It costs a call more for each that takes longer, and is taken from the
  /// client's budget of repeats.
  public var hedgeDelay: Duration?

  public init(
    timeout: Duration? = nil, metadata: CallMetadata = CallMetadata(), isRetryable: Bool = true,
    hedgeDelay: Duration? = nil
  ) {
    self.timeout = timeout
    self.metadata = metadata
    self.isRetryable = isRetryable
    self.hedgeDelay = hedgeDelay
  }

  /// A read without metadata, in the client's usual time.
  public static let `default` = CallOptions()
}

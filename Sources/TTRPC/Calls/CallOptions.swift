/// The options of a call.
public struct CallOptions: Sendable {
  /// How long to wait for the response; nil means the client's default.
  public var timeout: Duration?
  /// The metadata to send with the request.
  public var metadata: CallMetadata
  /// Whether the call may run twice, as a read may; only then is it retried when a connection breaks.
  public var isRetryable: Bool
  /// How long to wait before making the call a second time on another connection; the first response wins.
  ///
  /// For reads whose 99th percentile matters. Every call that takes longer costs a second one, which counts against the
  /// client's retry budget.
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

  /// A retryable call without metadata, with the client's default timeout.
  public static let `default` = CallOptions()
}

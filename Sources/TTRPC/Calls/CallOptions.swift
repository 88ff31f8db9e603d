/// How one call is to be made.
public struct CallOptions: Sendable {
  /// How long to wait for the answer; nil leaves it to the client's configuration.
  public var timeout: Duration?
  /// Sent beside the request.
  public var metadata: CallMetadata
  /// Whether the call may run twice, as a read may: only then is it tried again where a connection breaks.
  public var isRetryable: Bool

  public init(timeout: Duration? = nil, metadata: CallMetadata = CallMetadata(), isRetryable: Bool = true) {
    self.timeout = timeout
    self.metadata = metadata
    self.isRetryable = isRetryable
  }

  /// A read without metadata, in the client's usual time.
  public static let `default` = CallOptions()
}

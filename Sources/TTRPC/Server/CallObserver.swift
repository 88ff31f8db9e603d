/// Is told how each call ended, for metrics, logs and traces.
public protocol CallObserver: Sendable {
  /// Runs on an event loop, so it must not block.
  func callEnded(_ call: CallContext, _ outcome: CallOutcome)
}

/// How a call ended.
public struct CallOutcome: Hashable, Sendable {
  public var code: RPCStatusCode
  /// How long the call waited for its turn.
  public var waited: Duration
  /// How long its handler ran; for a streaming handler, this includes waiting for the caller to read.
  public var ran: Duration
  /// The size of the request message, in bytes.
  public var requestSize: Int
  /// The size of the response frame before compression, in bytes; 0 for a stream.
  public var responseSize: Int

  public init(code: RPCStatusCode, waited: Duration, ran: Duration, requestSize: Int, responseSize: Int) {
    self.code = code
    self.waited = waited
    self.ran = ran
    self.requestSize = requestSize
    self.responseSize = responseSize
  }
}

public import NIOCore

/// A health check call that a client makes regularly on each connection; while it fails, the client sends its calls to
/// other servers.
///
/// ```swift
/// configuration.healthProbe = HealthProbe(service: "entente.v1.Health", method: "Check") { answer in
///   (try? HealthCheckResponse(protobuf: Array(buffer: answer)))?.status == .serving
/// }
/// ```
public struct HealthProbe: Sendable {
  public var service: String
  public var method: String
  /// The encoded request; empty for a message with every field at its default.
  public var request: ByteBuffer
  /// How long to wait between two probes of a connection.
  public var interval: Duration
  /// How long a response may take; no response means not serving.
  public var timeout: Duration
  /// Whether an encoded response means that the server accepts calls.
  public var isServing: @Sendable (ByteBuffer) -> Bool

  public init(
    service: String, method: String, request: ByteBuffer = ByteBuffer(), interval: Duration = .seconds(5),
    timeout: Duration = .seconds(2), isServing: @escaping @Sendable (ByteBuffer) -> Bool
  ) {
    self.service = service
    self.method = method
    self.request = request
    self.interval = interval
    self.timeout = timeout
    self.isServing = isServing
  }
}

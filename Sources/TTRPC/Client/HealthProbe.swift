public import NIOCore

/// A call that tells whether a server wants calls: a client makes it from time to time on each connection, and sends its
/// calls elsewhere where the answer is no.
///
/// ```swift
/// configuration.healthProbe = HealthProbe(service: "entente.v1.Health", method: "Check") { answer in
///   (try? HealthCheckResponse(protobuf: Array(buffer: answer)))?.status == .serving
/// }
/// ```
public struct HealthProbe: Sendable {
  public var service: String
  public var method: String
  /// The encoded request; empty is the message with every field at its default.
  public var request: ByteBuffer
  /// How long to wait between two probes of a connection.
  public var interval: Duration
  /// How long an answer may take; one that does not come counts as no.
  public var timeout: Duration
  /// Reads the encoded response.
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

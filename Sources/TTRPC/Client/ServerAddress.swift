internal import NIOCore

/// The address of a server.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
  public var host: String
  public var port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `host:port`, with brackets around an IPv6 host: `[::1]:7070`.
  ///
  /// - Parameter listening: whether to accept port 0, which picks a free port.
  public init?(_ text: String, listening: Bool = false) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, ((listening ? 0 : 1)...65_535).contains(port) else { return nil }
    self.init(host: String(host), port: port)
  }

  init(_ address: SocketAddress) {
    self.init(host: address.ipAddress ?? address.pathname ?? "", port: address.port ?? 0)
  }

  public var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}

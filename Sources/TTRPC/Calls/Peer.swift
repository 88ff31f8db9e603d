public import NIOCore

/// The other end of a connection, as far as it is known.
public final class Peer: Sendable {
  /// Where the peer calls from; behind a proxy that says so, the address of the client itself.
  public let address: SocketAddress?
  /// The name that the connection proved for its peer, such as the subject of a client certificate.
  public let identity: String?

  public init(address: SocketAddress? = nil, identity: String? = nil) {
    self.address = address
    self.identity = identity
  }

  /// A caller in this process.
  public static let local = Peer()
}

/// What a connection's set-up learns about the peer, sent up the pipeline as a user event.
///
/// Fields that are nil leave what was known before.
public struct PeerEvent: Sendable {
  public var address: SocketAddress?
  public var identity: String?

  public init(address: SocketAddress? = nil, identity: String? = nil) {
    self.address = address
    self.identity = identity
  }
}

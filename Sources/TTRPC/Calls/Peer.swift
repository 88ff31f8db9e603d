public import NIOCore

/// What is known about the other end of a connection.
public final class Peer: Sendable {
  /// The peer's address; behind a proxy that reports it, the address of the client itself.
  public let address: SocketAddress?
  /// The authenticated name of the peer, such as the subject of a client certificate.
  public let identity: String?

  public init(address: SocketAddress? = nil, identity: String? = nil) {
    self.address = address
    self.identity = identity
  }

  /// A caller in this process.
  public static let local = Peer()
}

/// What a connection's set-up has learned about the peer, sent up the pipeline as a user event.
///
/// Fields that are nil leave existing values unchanged.
public struct PeerEvent: Sendable {
  public var address: SocketAddress?
  public var identity: String?

  public init(address: SocketAddress? = nil, identity: String? = nil) {
    self.address = address
    self.identity = identity
  }
}

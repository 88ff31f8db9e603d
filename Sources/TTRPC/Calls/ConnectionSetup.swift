public import NIOCore

/// Prepares a new connection before its first frame, for example by adding TLS handlers.
///
/// ```swift
/// let counted = ConnectionSetup { channel, _ in
///   try channel.pipeline.syncOperations.addHandler(ByteCounter())
/// }
/// ```
public struct ConnectionSetup: Sendable {
  let prepare: @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>?
  /// Whether an address is that of a proxy, whose connections tell on whose behalf they come.
  let isProxy: @Sendable (_ address: SocketAddress) -> Bool

  /// - Parameter prepare: adds handlers to the channel's pipeline, on the channel's event loop; an error closes the
  ///   connection. `server` is the address that a client connects to, and nil on the server side.
  public init(_ prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void) {
    self.init(isProxy: { _ in false }, prepare)
  }

  /// A set-up for a server behind proxies: their connections count against no address until a `PeerEvent` tells whose they are.
  ///
  /// - Parameters:
  ///   - isProxy: whether connections from an address are a proxy's.
  ///   - prepare: as above.
  public init(
    isProxy: @escaping @Sendable (_ address: SocketAddress) -> Bool,
    _ prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void
  ) {
    self.init(
      isProxy: isProxy,
      prepare: { channel, server in
        try prepare(channel, server)
        return nil
      })
  }

  /// A set-up that takes an exchange with the other side, such as a TLS handshake.
  ///
  /// - Parameter handshake: adds handlers as above. What it returns succeeds when the connection may be used; a client
  ///   waits for that, and gives its error as the reason why it cannot connect.
  public static func handshake(
    _ handshake: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>
  ) -> ConnectionSetup {
    ConnectionSetup(isProxy: { _ in false }, prepare: { try handshake($0, $1) })
  }

  /// No preparation: frames are sent unencrypted.
  public static let plain = ConnectionSetup { _, _ in }

  /// Returns a set-up that runs this one, then `next`.
  public func then(_ next: ConnectionSetup) -> ConnectionSetup {
    ConnectionSetup(
      isProxy: { isProxy($0) || next.isProxy($0) },
      prepare: { channel, server in
        let first = try prepare(channel, server)
        let second = try next.prepare(channel, server)
        guard let first, let second else { return first ?? second }
        return first.and(second).map { _ in }
      })
  }

  private init(
    isProxy: @escaping @Sendable (_ address: SocketAddress) -> Bool,
    prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>?
  ) {
    self.isProxy = isProxy
    self.prepare = prepare
  }
}

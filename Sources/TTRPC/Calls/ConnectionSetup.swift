public import NIOCore

/// What is done to a new connection before its first frame: nothing, or handlers such as TLS.
///
/// ```swift
/// let counted = ConnectionSetup { channel, _ in
///   try channel.pipeline.syncOperations.addHandler(ByteCounter())
/// }
/// ```
public struct ConnectionSetup: Sendable {
  let prepare: @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>?

  /// - Parameter prepare: adds handlers to the channel's pipeline, on the channel's event loop; an error closes the
  ///   connection. `server` is the address that a client connects to, and nil on the server's side.
  public init(_ prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void) {
    self.prepare = { channel, server in
      try prepare(channel, server)
      return nil
    }
  }

  /// A set-up that takes an exchange with the other side, such as a TLS handshake.
  ///
  /// - Parameter handshake: adds handlers as above. What it returns succeeds when the connection may be used; a client
  ///   waits for that, and gives its error as the reason why it cannot connect.
  public static func handshake(
    _ handshake: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>
  ) -> ConnectionSetup {
    ConnectionSetup(prepare: { try handshake($0, $1) })
  }

  /// Frames travel as they are.
  public static let plain = ConnectionSetup { _, _ in }

  /// This set-up, and then another on top of it.
  public func then(_ next: ConnectionSetup) -> ConnectionSetup {
    ConnectionSetup(prepare: { channel, server in
      let first = try prepare(channel, server)
      let second = try next.prepare(channel, server)
      guard let first, let second else { return first ?? second }
      return first.and(second).map { _ in }
    })
  }

  private init(
    prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> EventLoopFuture<Void>?
  ) {
    self.prepare = prepare
  }
}

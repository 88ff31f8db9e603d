public import NIOCore

/// Prepares a new connection before its first frame, for example by adding TLS handlers.
///
/// ```swift
/// let counted = ConnectionSetup { channel, _ in
///   try channel.pipeline.syncOperations.addHandler(ByteCounter())
/// }
/// ```
public struct ConnectionSetup: Sendable {
  let prepare: @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void

  /// - Parameter prepare: adds handlers to the channel's pipeline, on the channel's event loop; an error closes the
  ///   connection. `server` is the address that a client connects to, and nil on the server side.
  public init(_ prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void) {
    self.prepare = prepare
  }

  /// No preparation: frames are sent unencrypted.
  public static let plain = ConnectionSetup { _, _ in }

  /// Returns a set-up that runs this one, then `next`.
  public func then(_ next: ConnectionSetup) -> ConnectionSetup {
    ConnectionSetup { channel, server in
      try prepare(channel, server)
      try next.prepare(channel, server)
    }
  }
}

public import NIOCore

/// What is done to a new connection before its first frame: nothing, or handlers such as TLS.
///
/// ```swift
/// let counted = ConnectionSetup { channel, _ in
///   try channel.pipeline.syncOperations.addHandler(ByteCounter())
/// }
/// ```
public struct ConnectionSetup: Sendable {
  let prepare: @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void

  /// - Parameter prepare: adds handlers to the channel's pipeline, on the channel's event loop; an error closes the
  ///   connection. `server` is the address that a client connects to, and nil on the server's side.
  public init(_ prepare: @escaping @Sendable (_ channel: any Channel, _ server: ServerAddress?) throws -> Void) {
    self.prepare = prepare
  }

  /// Frames travel as they are.
  public static let plain = ConnectionSetup { _, _ in }

  /// This set-up, and then another on top of it.
  public func then(_ next: ConnectionSetup) -> ConnectionSetup {
    ConnectionSetup { channel, server in
      try prepare(channel, server)
      try next.prepare(channel, server)
    }
  }
}

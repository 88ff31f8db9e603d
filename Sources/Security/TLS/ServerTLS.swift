public import Logging
internal import NIOCore
internal import NIOSSL
internal import Synchronization
public import TTRPC

/// TLS 1.3 for the connections of a server; with authorities, callers must show a certificate of theirs.
///
/// ```swift
/// let tls = try ServerTLS(TLSFiles(certificate: "server.pem", key: "server.key"), logger: logger)
/// let server = RPCServer(services: services, setup: tls.setup)
/// ```
///
/// The files are read again when they change; connections that are open keep what they began with. The name in a caller's
/// certificate becomes `CallContext.peer.identity`.
public final class ServerTLS: Sendable {
  private let contexts: ReloadedFiles<TLSContext>
  private let handshakeTimeout: Duration
  private let tally = HandshakeTally()

  /// - Parameter handshakeTimeout: a connection that takes longer is closed.
  /// - Throws: where the files cannot be used.
  public init(
    _ files: TLSFiles, handshakeTimeout: Duration = .seconds(10), logger: Logger
  ) throws(SecurityError) {
    self.handshakeTimeout = handshakeTimeout
    contexts = try ReloadedFiles(files.all, logger: logger) { () throws(SecurityError) in try .server(files) }
  }

  /// What a server does to each connection.
  public var setup: ConnectionSetup {
    ConnectionSetup { [self] channel, _ in
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(NIOSSLServerHandler(context: contexts.current.context))
      try pipeline.addHandler(
        HandshakeHandler(side: .server, timeout: handshakeTimeout) { [tally] in tally.note(isGood: $0) })
    }
  }

  /// Handshakes that ended well, and that did not.
  public var handshakes: (done: UInt64, failed: UInt64) { tally.read() }

  /// When the certificate expires, in seconds since 1970.
  public var expiry: Int { contexts.current.expiry ?? 0 }
}

/// Counts from any event loop.
private final class HandshakeTally: Sendable {
  private let done = Atomic<UInt64>(0)
  private let failed = Atomic<UInt64>(0)

  func note(isGood: Bool) {
    if isGood { done.add(1, ordering: .relaxed) } else { failed.add(1, ordering: .relaxed) }
  }

  func read() -> (UInt64, UInt64) { (done.load(ordering: .relaxed), failed.load(ordering: .relaxed)) }
}

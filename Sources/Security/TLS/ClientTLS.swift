public import Logging
internal import NIOCore
internal import NIOSSL
public import TTRPC

/// TLS 1.3 for the connections of a client.
///
/// ```swift
/// let tls = try ClientTLS(TLSFiles(authorities: "ca.pem"))
/// let client = RPCClient(addresses: addresses, setup: tls.setup)
/// ```
///
/// The server's certificate must come from one of the authorities, the system's where none are given, and be for the host
/// that the client was told to call.
public final class ClientTLS: Sendable {
  private let contexts: ReloadedFiles<TLSContext>
  private let name: String?
  private let handshakeTimeout: Duration

  /// - Parameters:
  ///   - files: the authorities; a certificate and its key for a server that asks for one.
  ///   - name: what the server's certificate must be for, where it is not the host that is called.
  /// - Throws: where the files cannot be used, or the name is an address.
  public init(
    _ files: TLSFiles = TLSFiles(), name: String? = nil, handshakeTimeout: Duration = .seconds(5),
    logger: Logger = Logger(label: "entente.tls")
  ) throws(SecurityError) {
    if let name, AddressRange.isAddress(name) {
      throw SecurityError(path: name, "the name in a certificate is a host name; an address is checked as it is called")
    }
    self.name = name
    self.handshakeTimeout = handshakeTimeout
    contexts = try ReloadedFiles(files.all, logger: logger) { () throws(SecurityError) in try .client(files) }
  }

  /// What a client does to each connection.
  public var setup: ConnectionSetup {
    .handshake { [self] channel, server in
      let host = name ?? server?.host
      // An address has no place in SNI; the certificate is compared with the address of the connection then.
      let serverName = host.flatMap { AddressRange.isAddress($0) ? nil : $0 }
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(NIOSSLClientHandler(context: contexts.current.context, serverHostname: serverName))
      let promise = channel.eventLoop.makePromise(of: Void.self)
      try pipeline.addHandler(
        HandshakeHandler(side: .client, name: serverName, timeout: handshakeTimeout, promise: promise))
      return promise.futureResult
    }
  }
}

public import ArgumentParser
public import EntenteSecurity
public import Logging
public import TTRPC

/// Whom a server lets in.
public struct ServerSecurityFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ask callers for a certificate of these authorities, in PEM. Example: --tls-client-ca clients-ca.pem",
      valueName: "file"))
  public var tlsClientCa: String?

  @Option(
    help: ArgumentHelp(
      """
      Answer only the callers listed in this file, by token or certificate, read again when it changes: a line is \
      NAME sha256:HEX|certificate [METHODS]. Example: --tokens callers
      """, valueName: "file"))
  public var tokens: String?

  @Flag(help: "Answer health checks from anyone, such as a load balancer. Example: --tokens callers --open-health")
  public var openHealth = false

  @Option(
    help: ArgumentHelp(
      "Take callers' addresses from the PROXY protocol, version 2, of these balancers. Example: --accept-proxy 10.0.0.0/8",
      valueName: "address,…"))
  public var acceptProxy: String?

  @Option(
    help: ArgumentHelp(
      "How long a TLS handshake may take. Example: --handshake-timeout 3", valueName: "seconds"))
  public var handshakeTimeout = 10.0

  public init() {}

  public func validate() throws {
    guard !openHealth || tokens != nil else { throw ValidationError("--open-health goes with --tokens.") }
    if let acceptProxy, Self.ranges(acceptProxy) == nil {
      throw ValidationError("--accept-proxy takes addresses such as 10.0.0.5 or 10.0.0.0/8, with commas between.")
    }
    guard (0.1...600).contains(handshakeTimeout) else {
      throw ValidationError("--handshake-timeout takes 0.1 to 600 seconds.")
    }
  }

  /// What a server is made with.
  public struct Security: Sendable {
    public let setup: ConnectionSetup
    public let interceptors: [any CallInterceptor]
    /// Nil where frames travel in the clear.
    public let tls: ServerTLS?
  }

  /// - Parameter health: the methods that `--open-health` opens.
  /// - Throws: `SecurityError` for files that cannot be used.
  public func security(
    _ identity: TLSIdentityFlags, health: [MethodPattern], logger: Logger
  ) throws(SecurityError) -> Security {
    var setup = ConnectionSetup.plain
    if let ranges = acceptProxy.flatMap(Self.ranges) { setup = ProxyProtocol(from: ranges, logger: logger).setup }
    var tls: ServerTLS?
    if identity.tlsCertificate != nil {
      let files = TLSFiles(certificate: identity.tlsCertificate, key: identity.tlsKey, authorities: tlsClientCa)
      let made = try ServerTLS(files, handshakeTimeout: .seconds(handshakeTimeout), logger: logger)
      setup = setup.then(made.setup)
      tls = made
    } else if let tlsClientCa {
      throw SecurityError(path: tlsClientCa, "--tls-client-ca goes with --tls-certificate and --tls-key")
    }
    let access = try AccessControl(callers: tokens, open: openHealth ? health : [], logger: logger)
    return Security(setup: setup, interceptors: [access], tls: tls)
  }

  private static func ranges(_ text: String) -> [AddressRange]? {
    let ranges = text.split(separator: ",").map { AddressRange($0) }
    return ranges.isEmpty || ranges.contains(nil) ? nil : ranges.compactMap(\.self)
  }
}

public import ArgumentParser
public import EntenteSecurity
public import Logging
public import TTRPC

/// How a program that calls knows the server, and how the server knows it.
public struct ClientSecurityFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Speak TLS to servers whose certificate comes from these authorities, in PEM. Example: --tls-ca ca.pem",
      valueName: "file"))
  public var tlsCa: String?

  @Option(
    help: ArgumentHelp(
      "Speak TLS, and expect a certificate for this name in place of the host's. Example: --tls-name query.example.org",
      valueName: "name"))
  public var tlsName: String?

  @Option(
    help: ArgumentHelp(
      "Show the token on the first line of this file, read again when it changes. Example: --token-file token",
      valueName: "file"))
  public var tokenFile: String?

  public init() {}

  /// Whether the flags ask for TLS.
  public var wantsTLS: Bool { tlsCa != nil || tlsName != nil }

  /// What is done to each connection.
  ///
  /// - Parameter always: speak TLS whether flags ask for it or not.
  /// - Throws: `SecurityError` for files that cannot be used.
  public func setup(
    _ identity: TLSIdentityFlags, always: Bool = false, logger: Logger = Logger(label: "entente.tls")
  ) throws(SecurityError) -> ConnectionSetup {
    guard always || wantsTLS else { return .plain }
    let files = TLSFiles(certificate: identity.tlsCertificate, key: identity.tlsKey, authorities: tlsCa)
    return try ClientTLS(files, name: tlsName, logger: logger).setup
  }

  /// What goes with each call; nil without a token.
  ///
  /// - Throws: `SecurityError` for a file that holds none.
  public func metadata(
    logger: Logger = Logger(label: "entente.token")
  ) throws(SecurityError) -> (@Sendable () -> CallMetadata)? {
    guard let tokenFile else { return nil }
    return try TokenFile(tokenFile, logger: logger).metadata
  }
}

public import ArgumentParser

/// What a program shows of itself in TLS.
public struct TLSIdentityFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "This program's certificate in PEM, read again when it changes. Example: --tls-certificate server.pem --tls-key server.key",
      valueName: "file"))
  public var tlsCertificate: String?

  @Option(help: ArgumentHelp("The private key of that certificate. Example: --tls-key server.key", valueName: "file"))
  public var tlsKey: String?

  public init() {}

  public func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }
}

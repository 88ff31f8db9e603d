internal import NIOCore
internal import NIOSSL

/// What the handshakes of one end need, made from its files.
struct TLSContext: Sendable {
  /// The name of the protocol in ALPN.
  static let applicationProtocol = "ttrpc"

  let context: NIOSSLContext
  /// When the own certificate expires, in seconds since 1970; nil without one.
  let expiry: Int?

  private init(
    _ configuration: TLSConfiguration, _ chain: [NIOSSLCertificate], _ files: TLSFiles
  ) throws(SecurityError) {
    var configuration = configuration
    configuration.minimumTLSVersion = .tlsv13
    configuration.applicationProtocols = [Self.applicationProtocol]
    configuration.shutdownTimeout = .seconds(1)
    do { context = try NIOSSLContext(configuration: configuration) } catch {
      // A key that was replaced before its certificate, most likely: it must not break every handshake.
      guard let key = files.key, let certificate = files.certificate else {
        throw SecurityError(path: files.authorities ?? "", "\(TLSFailure(error))")
      }
      throw SecurityError(path: key, "it is not the key of the certificate in \(certificate)")
    }
    expiry = chain.first.map { Int($0.notValidAfter) }
  }

  /// - Throws: where certificate or key are missing, or do not belong together.
  static func server(_ files: TLSFiles) throws(SecurityError) -> TLSContext {
    let chain = try files.chain()
    guard let key = try files.privateKey(), !chain.isEmpty else {
      throw SecurityError(path: files.certificate ?? files.key ?? "", "a server needs a certificate and its key")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    if let authorities = try files.trusted() {
      configuration.trustRoots = .certificates(authorities)
      configuration.certificateVerification = .noHostnameVerification
    }
    return try TLSContext(configuration, chain, files)
  }

  /// - Throws: where a certificate has no key, or one that does not belong to it.
  static func client(_ files: TLSFiles) throws(SecurityError) -> TLSContext {
    let chain = try files.chain()
    let key = try files.privateKey()
    guard chain.isEmpty == (key == nil) else {
      throw SecurityError(path: files.certificate ?? files.key ?? "", "a certificate and its key go together")
    }
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.certificateChain = chain.map { .certificate($0) }
    configuration.privateKey = key.map { .privateKey($0) }
    if let authorities = try files.trusted() { configuration.trustRoots = .certificates(authorities) }
    return try TLSContext(configuration, chain, files)
  }
}

internal import NIOSSL

/// Where the certificates of one end of a connection are, in PEM.
///
/// ```swift
/// let files = TLSFiles(certificate: "server.pem", key: "server.key", authorities: "clients-ca.pem")
/// ```
public struct TLSFiles: Hashable, Sendable {
  /// The own certificate, followed by those between it and the authority.
  public var certificate: String?
  /// The secret key of the certificate.
  public var key: String?
  /// The authorities that the other end's certificate must come from.
  public var authorities: String?

  public init(certificate: String? = nil, key: String? = nil, authorities: String? = nil) {
    self.certificate = certificate
    self.key = key
    self.authorities = authorities
  }

  var all: [String] { [certificate, key, authorities].compactMap(\.self) }

  func chain() throws(SecurityError) -> [NIOSSLCertificate] {
    guard let certificate else { return [] }
    return try Self.certificates(certificate)
  }

  func privateKey() throws(SecurityError) -> NIOSSLPrivateKey? {
    guard let key else { return nil }
    let bytes = try SmallFile.bytes(of: key)
    do { return try NIOSSLPrivateKey(bytes: bytes, format: .pem) } catch {
      throw SecurityError(path: key, "it holds no secret key in PEM without a password")
    }
  }

  func trusted() throws(SecurityError) -> [NIOSSLCertificate]? {
    guard let authorities else { return nil }
    return try Self.certificates(authorities)
  }

  private static func certificates(_ path: String) throws(SecurityError) -> [NIOSSLCertificate] {
    let bytes = try SmallFile.bytes(of: path)
    let found = try? NIOSSLCertificate.fromPEMBytes(bytes)
    guard let found, !found.isEmpty else { throw SecurityError(path: path, "it holds no certificate in PEM") }
    return found
  }
}

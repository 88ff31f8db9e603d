internal import NIOSSL

/// Why a connection has no TLS, in plain words.
struct TLSFailure: Error, Hashable, Sendable, CustomStringConvertible {
  let description: String

  private init(description: String) {
    self.description = description
  }

  static let closed = TLSFailure(
    description: "it closed the connection during the TLS handshake: it may want another certificate, or speak no TLS")
  static let otherProtocol = TLSFailure(description: "it speaks another protocol over TLS than ttrpc")

  static let otherName = TLSFailure(
    description: "its certificate is for another name; --tls-name tells which name to expect")

  static func late(_ timeout: Duration) -> TLSFailure {
    TLSFailure(description: "no TLS handshake within \(timeout)")
  }

  init(_ error: any Error) {
    switch error {
    case let error as TLSFailure: self = error
    case NIOSSLError.handshakeFailed(let reason): self = TLSFailure(handshake: reason)
    case let reason as BoringSSLError: self = TLSFailure(handshake: reason)
    case NIOSSLError.uncleanShutdown: self.init(description: "the connection broke off")
    case NIOSSLError.unableToValidateCertificate:
      self.init(description: "its certificate cannot be checked: no authority is trusted here")
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      self = Self.otherName
    default: self.init(description: "\(error)")
    }
  }

  private init(handshake reason: BoringSSLError) {
    let words = Self.reasons(reason)
    if let known = words.lazy.compactMap({ Self.plain[$0] }).first {
      self.init(description: known)
    } else if words.isEmpty {
      self.init(description: "the TLS handshake failed")
    } else {
      self.init(
        description: "the TLS handshake failed: "
          + words.joined(separator: ", ").lowercased().replacing("_", with: " "))
    }
  }

  private static let plain = [
    "CERTIFICATE_VERIFY_FAILED": "its certificate has expired, or comes from no authority that is trusted here",
    "TLSV1_ALERT_UNKNOWN_CA": "it does not trust the authority of the certificate that it was shown",
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN": "it does not take the certificate that it was shown",
    "SSLV3_ALERT_BAD_CERTIFICATE": "it does not take the certificate that it was shown",
    "SSLV3_ALERT_CERTIFICATE_EXPIRED": "the certificate that it was shown has expired",
    "TLSV1_ALERT_CERTIFICATE_REQUIRED": "it asks for a certificate: --tls-certificate and --tls-key name one",
    "PEER_DID_NOT_RETURN_A_CERTIFICATE": "it showed no certificate",
    "WRONG_VERSION_NUMBER": "it does not speak TLS",
    "TLSV1_ALERT_PROTOCOL_VERSION": "it does not speak TLS 1.3",
    "UNSUPPORTED_PROTOCOL": "it does not speak TLS 1.3",
    "EOF during handshake": closed.description,
  ]

  /// The words of the library for what went wrong, without its numbers and places: `CERTIFICATE_VERIFY_FAILED`.
  private static func reasons(_ error: BoringSSLError) -> [String] {
    guard case .sslError(let stack) = error else { return [] }
    return stack.map { entry in
      let text = "\(entry)"
      guard let end = text.firstRange(of: " at ")?.lowerBound else {
        return text.trimmingPrefix("Error:").trimmingCharacters(of: " ")
      }
      return String(text[..<end].split(separator: ":").last ?? "")
    }
  }
}

extension Substring {
  fileprivate func trimmingCharacters(of character: Character) -> String {
    var rest = self
    while rest.first == character { rest.removeFirst() }
    while rest.last == character { rest.removeLast() }
    return String(rest)
  }
}

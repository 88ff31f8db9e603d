internal import Crypto
internal import ProtobufCoding

/// The public key of an Ed25519 key pair: snapshots signed with its secret key are trusted.
public struct TrustedKey: Sendable {
  // SubjectPublicKeyInfo (RFC 8410).
  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 3, 0x21, 0]
  private static let label = "PUBLIC KEY"

  let key: Curve25519.Signing.PublicKey

  init(key: Curve25519.Signing.PublicKey) { self.key = key }

  /// - Throws: `SignatureError.notAKey` if the text does not hold an Ed25519 public key.
  public init(pem: String) throws(SignatureError) {
    guard let bytes = PEM.decode(pem, label: Self.label), bytes.starts(with: Self.prefix),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes.dropFirst(Self.prefix.count))
    else { throw .notAKey("an Ed25519 public key in PEM") }
    self.key = key
  }

  public var pem: String { PEM.encode(Self.prefix + Array(key.rawRepresentation), label: Self.label) }

  /// The first eight bytes of the key's SHA-256, in hexadecimal, to tell keys apart at a glance.
  public var fingerprint: String {
    SHA256.hash(data: key.rawRepresentation).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    .joined()
  }
}

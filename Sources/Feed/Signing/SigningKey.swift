internal import Crypto
internal import ProtobufCoding

/// The secret key of an Ed25519 key pair, with which a publisher signs snapshots.
///
/// It is stored as PEM, in the form written by `openssl genpkey -algorithm ed25519`.
///
/// ```swift
/// let key = SigningKey()
/// let signature = key.sign(try SnapshotReader(path: "corpus.snapshot"))
/// ```
public struct SigningKey: Sendable {
  // PKCS #8 (RFC 8410): the same for every key except the last 32 bytes.
  private static let prefix: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
  private static let label = "PRIVATE KEY"

  let key: Curve25519.Signing.PrivateKey

  /// Creates a new key from the system's random numbers.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// - Throws: `SignatureError.notAKey` if the text does not hold an unencrypted Ed25519 key.
  public init(pem: String) throws(SignatureError) {
    guard let bytes = PEM.decode(pem, label: Self.label), bytes.starts(with: Self.prefix),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(Self.prefix.count))
    else { throw .notAKey("an unencrypted Ed25519 private key in PEM") }
    self.key = key
  }

  /// The key as PEM; anyone who can read it can sign.
  public var pem: String { PEM.encode(Self.prefix + Array(key.rawRepresentation), label: Self.label) }

  /// The public key, for followers to trust.
  public var publicKey: TrustedKey { TrustedKey(key: key.publicKey) }
}

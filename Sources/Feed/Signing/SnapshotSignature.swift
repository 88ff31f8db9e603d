internal import Crypto
internal import EntenteFileMapping
public import EntenteSnapshot

// signature := Ed25519 over "entente snapshot signature 1\n" | footer of the snapshot       64 bytes
//
// The footer holds the SHA-256 of all bytes before it. See schema/SIGNATURE.md.

/// A detached signature of a snapshot, which proves who published it.
public struct SnapshotSignature: Hashable, Sendable {
  /// The size of a signature, in bytes.
  public static let size = 64
  /// The suffix that a signature file's name adds to the name of its snapshot.
  public static let fileSuffix = ".sig"
  private static let context = Array("entente snapshot signature 1\n".utf8)

  public let bytes: [UInt8]

  /// - Returns: nil for anything but 64 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Whether the snapshot was signed with one of `keys`.
  ///
  /// Use `SnapshotReader.checkContent` to check that the content matches the footer.
  public func isValid(for snapshot: SnapshotReader, trusting keys: [TrustedKey]) -> Bool {
    let message = Self.message(snapshot)
    return keys.contains { $0.key.isValidSignature(bytes, for: message) }
  }

  static func message(_ snapshot: SnapshotReader) -> [UInt8] { context + snapshot.footer }
}

extension SigningKey {
  /// Signs a snapshot whose content the caller has checked.
  public func sign(_ snapshot: SnapshotReader) throws(SignatureError) -> SnapshotSignature {
    guard let bytes = try? key.signature(for: SnapshotSignature.message(snapshot)),
      let signature = SnapshotSignature(Array(bytes))
    else { throw .failed }
    return signature
  }
}

extension SnapshotSignature {
  /// Reads the signature from the file beside a snapshot; nil if there is none of the right size.
  public init?(besideFile path: String) {
    guard let file = try? RegularFile(path: path + Self.fileSuffix),
      let bytes = try? file.read(at: 0, atMost: Self.size + 1)
    else { return nil }
    self.init(bytes)
  }
}

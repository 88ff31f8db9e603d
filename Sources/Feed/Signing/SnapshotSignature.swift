internal import Crypto
internal import EntenteFileMapping
public import EntenteSnapshot

// signature := Ed25519 over "entente snapshot signature 1\n" | footer of the snapshot       64 bytes
//
// The footer holds the SHA-256 of all bytes before it. The whole of it is told in schema/SIGNATURE.md.

/// A detached signature of a snapshot: says who published it.
public struct SnapshotSignature: Hashable, Sendable {
  /// In bytes.
  public static let size = 64
  /// What the name of a signature file has behind the name of its snapshot.
  public static let fileSuffix = ".sig"
  private static let context = Array("entente snapshot signature 1\n".utf8)

  public let bytes: [UInt8]

  /// - Returns: nil for anything but 64 bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Whether the holder of one of `keys` signed the snapshot.
  ///
  /// That its bytes are those of its footer is for `SnapshotReader.checkContent` to say.
  public func isValid(for snapshot: SnapshotReader, trusting keys: [TrustedKey]) -> Bool {
    let message = Self.message(snapshot)
    return keys.contains { $0.key.isValidSignature(bytes, for: message) }
  }

  static func message(_ snapshot: SnapshotReader) -> [UInt8] { context + snapshot.footer }
}

extension SigningKey {
  /// Signs a snapshot, whose bytes the caller has checked.
  public func sign(_ snapshot: SnapshotReader) throws(SignatureError) -> SnapshotSignature {
    guard let bytes = try? key.signature(for: SnapshotSignature.message(snapshot)),
      let signature = SnapshotSignature(Array(bytes))
    else { throw .failed }
    return signature
  }
}

extension SnapshotSignature {
  /// The signature in the file beside a snapshot; nil where there is none of the right size.
  public init?(besideFile path: String) {
    guard let file = try? RegularFile(path: path + Self.fileSuffix),
      let bytes = try? file.read(at: 0, atMost: Self.size + 1)
    else { return nil }
    self.init(bytes)
  }
}

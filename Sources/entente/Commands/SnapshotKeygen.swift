import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import Foundation

/// `entente snapshot keygen`: makes a pair of keys.
struct SnapshotKeygen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Create a key pair for signing snapshots.",
    discussion: """
      Writes NAME.pem, the secret key that signs, and NAME.pub.pem, the public key for
      followers to trust. Both are Ed25519 keys in PEM, compatible with OpenSSL.

      Example:
        entente snapshot keygen publisher
      """)

  @Argument(help: "Name of the files, without the extension.") var name: String

  func run() async throws {
    let key = SigningKey()
    let (secret, shared) = (name + ".pem", name + ".pub.pem")
    guard !FileManager.default.fileExists(atPath: secret) else {
      complain("entente: \(secret) already exists, and keys are never overwritten")
      throw ExitStatus.cannotWrite.code
    }
    // The key must never be readable by other users, not even for a moment.
    let mask = umask(0o077)
    try write(key.pem, to: secret)
    _ = umask(mask)
    try write(key.publicKey.pem, to: shared)
    try Screen.show([
      "\(secret)  the signing key; keep it secret", "\(shared)  for followers: --trust \(shared)",
      "key \(key.publicKey.fingerprint)",
    ])
  }

  private func write(_ text: String, to path: String) throws {
    do throws(PublicationError) {
      var file = try FilePublication(path: path)
      try file.write(Array(text.utf8))
      try file.publish()
    } catch {
      complain("entente: \(error)")
      throw ExitStatus.cannotWrite.code
    }
  }
}

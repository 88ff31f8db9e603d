import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import Foundation

/// `entente snapshot keygen`: makes a pair of keys.
struct SnapshotKeygen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a key pair to sign snapshots with.",
    discussion: """
      Writes NAME.pem, which signs and is to be kept secret, and NAME.pub.pem, which
      those who follow are given to trust. They are Ed25519 keys in PEM, as OpenSSL
      reads them.

      Example:
        entente snapshot keygen publisher
      """)

  @Argument(help: "How the files are called, without the ending.") var name: String

  func run() async throws {
    let key = SigningKey()
    let (secret, shared) = (name + ".pem", name + ".pub.pem")
    guard !FileManager.default.fileExists(atPath: secret) else {
      complain("entente: \(secret) exists already, and a key is never replaced")
      throw ExitStatus.cannotWrite.code
    }
    // Nobody else may read the key, not for a moment.
    let mask = umask(0o077)
    try write(key.pem, to: secret)
    _ = umask(mask)
    try write(key.publicKey.pem, to: shared)
    try Screen.show([
      "\(secret)  signs; keep it secret", "\(shared)  is for those who follow: --trust \(shared)",
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

import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteSnapshot

/// `entente snapshot sign`: says who publishes a snapshot.
struct SnapshotSign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a snapshot file.",
    discussion: """
      Verifies every byte of the snapshot and writes the signature to FILE.sig beside
      it, where servers, followers and fetches look for it.

      Example:
        entente snapshot sign corpus.snapshot --key publisher.pem
      """)

  @Argument(help: "The snapshot.") var file: String

  @Option(help: ArgumentHelp("The secret key, in PEM; entente snapshot keygen creates one.", valueName: "file"))
  var key: String

  func run() async throws {
    let snapshot = try SourceOptions.open(file)
    do throws(SnapshotError) { try snapshot.checkContent() } catch {
      complain("entente: \(file): \(error)")
      throw ExitStatus.badSnapshot.code
    }
    let secret: SigningKey
    let signature: SnapshotSignature
    do {
      secret = try SigningKey(pem: try TrustOptions.text(of: key))
      signature = try secret.sign(snapshot)
    } catch {
      complain("entente: --key \(key): \(error)")
      throw ExitStatus.noInput.code
    }
    let path = file + SnapshotSignature.fileSuffix
    do throws(PublicationError) {
      var output = try FilePublication(path: path)
      try output.write(signature.bytes)
      try output.publish()
    } catch {
      complain("entente: \(error)")
      throw ExitStatus.cannotWrite.code
    }
    try Screen.show([
      "\(path): snapshot \(snapshot.id.prefix(12)) signed with the key \(secret.publicKey.fingerprint)"
    ])
  }
}

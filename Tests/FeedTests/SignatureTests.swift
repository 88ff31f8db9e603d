import EntenteFeed
import EntenteSnapshot
import Foundation
import Testing

@Suite struct SignatureTests {
  @Test func `keys come back from their PEM`() throws {
    let key = SigningKey()
    let again = try SigningKey(pem: "some text before\n" + key.pem.replacing("\n", with: "\r\n"))
    #expect(again.pem == key.pem)
    #expect(try TrustedKey(pem: key.publicKey.pem).fingerprint == again.publicKey.fingerprint)
  }

  @Test(arguments: [
    "", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
    "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n", "-----BEGIN PRIVATE KEY-----\nMC4CAQ",
  ]) func `a text without a key is refused`(pem: String) {
    #expect(throws: SignatureError.self) { try SigningKey(pem: pem) }
    #expect(throws: SignatureError.self) { try TrustedKey(pem: pem) }
  }

  @Test func `a secret key is no public key, and the other way round`() {
    let key = SigningKey()
    #expect(throws: SignatureError.self) { try TrustedKey(pem: key.pem) }
    #expect(throws: SignatureError.self) { try SigningKey(pem: key.publicKey.pem) }
  }

  @Test func `OpenSSL makes keys that are read here, and verifies what is signed here`() async throws {
    let snapshots = try Snapshots()
    let path = try await snapshots.build("s", generation: 1)
    func openssl(_ arguments: String...) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["openssl"] + arguments
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    let (secret, shared) = (snapshots.path("k.pem"), snapshots.path("k.pub.pem"))
    try #require(try openssl("genpkey", "-algorithm", "ed25519", "-out", secret) == 0)
    try #require(try openssl("pkey", "-in", secret, "-pubout", "-out", shared) == 0)
    let key = try SigningKey(pem: String(contentsOfFile: secret, encoding: .utf8))
    let trusted = try TrustedKey(pem: String(contentsOfFile: shared, encoding: .utf8))
    #expect(key.publicKey.fingerprint == trusted.fingerprint)
    let signature = try key.sign(try SnapshotReader(path: path))
    // As schema/SIGNATURE.md says.
    let message = Data("entente snapshot signature 1\n".utf8) + Data(try snapshots.bytes("s").suffix(56))
    try message.write(to: URL(fileURLWithPath: snapshots.path("m")))
    try Data(signature.bytes).write(to: URL(fileURLWithPath: snapshots.path("m.sig")))
    let verify = ["pkeyutl", "-verify", "-pubin", "-inkey", shared, "-rawin", "-in"]
    func verified() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["openssl"] + verify + [snapshots.path("m"), "-sigfile", snapshots.path("m.sig")]
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try verified() == 0)
    try (message + Data([0])).write(to: URL(fileURLWithPath: snapshots.path("m")))
    #expect(try verified() != 0)
  }
}

import ArgumentParser
import EntenteFeed
import EntenteFileMapping

/// The keys whose signatures are trusted.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Require a signature by this key, a PEM file; may be repeated.", valueName: "file"))
  var trust: [String] = []

  /// Reads the keys; one that cannot be read is reported on standard error and becomes an exit status.
  func keys() throws -> [TrustedKey] {
    try trust.map { path in
      do { return try TrustedKey(pem: try Self.text(of: path)) } catch {
        complain("entente: --trust \(path): \(error)")
        throw ExitStatus.noInput.code
      }
    }
  }

  /// A key file, which is small.
  static func text(of path: String) throws(FileMappingError) -> String {
    var file = try RegularFile(path: path)
    return String(decoding: try file.readAll(limit: 64 << 10) ?? [], as: UTF8.self)
  }
}

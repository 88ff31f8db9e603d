import ArgumentParser
import EntenteFeed
import EntenteFileMapping

/// Whose signatures count.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Require a signature by this key, a PEM file; may be repeated.", valueName: "file"))
  var trust: [String] = []

  /// A key that cannot be read is told on standard error and becomes an exit status.
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

import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import TTRPC

/// Going on after the first snapshot: watching, and handing out.
struct PublishingOptions: ParsableArguments {
  @Flag(help: "Keep running, and build the next generation when documents are added, changed or removed.")
  var watch = false

  @Option(
    help: ArgumentHelp("Keep running, and serve the snapshots to followers at this address.", valueName: "host:port")
  )
  var serve: String?

  @Option(help: ArgumentHelp("Address for /healthz, /readyz and /metrics over HTTP.", valueName: "host:port"))
  var admin: String?

  @Option(help: ArgumentHelp("Secret key to sign each snapshot with, a PEM file.", valueName: "file"))
  var sign: String?

  @Option(help: ArgumentHelp("How often to check for changed documents.", valueName: "seconds"))
  var poll = 1.0

  @OptionGroup(title: "The feed's own certificate") var identity: TLSIdentityFlags
  @OptionGroup(title: "Who may follow") var access: ServerSecurityFlags
  @OptionGroup(title: "Limits of --serve") var limits: LimitFlags

  /// Whether the program goes on after the first snapshot.
  var goesOn: Bool { watch || serve != nil }

  func validate() throws {
    for (name, value) in [("--serve", serve), ("--admin", admin)] {
      if let value, ServerAddress(value, listening: true) == nil { throw ValidationError("\(name) must be HOST:PORT.") }
    }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll must be 0.1 to 86400 seconds.") }
    guard admin == nil || goesOn else { throw ValidationError("--admin requires --watch or --serve.") }
  }

  /// - Throws: `ValidationError` for a key that cannot be read.
  func key() throws -> SigningKey? {
    guard let sign else { return nil }
    do {
      var file = try RegularFile(path: sign)
      return try SigningKey(pem: String(decoding: try file.readAll(limit: 64 << 10) ?? [], as: UTF8.self))
    } catch {
      throw ValidationError("--sign \(sign): \(error)")
    }
  }
}

import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import TTRPC

/// Going on after the first snapshot: watching, and handing out.
struct PublishingOptions: ParsableArguments {
  @Flag(help: "Go on: build the next generation when documents are added, changed or removed.")
  var watch = false

  @Option(
    help: ArgumentHelp("Hand out the snapshots there to those who follow, until it is stopped.", valueName: "host:port")
  )
  var serve: String?

  @Option(help: ArgumentHelp("Where to answer /healthz, /readyz and /metrics over HTTP.", valueName: "host:port"))
  var admin: String?

  @Option(help: ArgumentHelp("Sign each snapshot with this secret key, a PEM file.", valueName: "file"))
  var sign: String?

  @Option(help: ArgumentHelp("How often to look for changed documents.", valueName: "seconds"))
  var poll = 1.0

  @OptionGroup(title: "The feed's own certificate") var identity: TLSIdentityFlags
  @OptionGroup(title: "Who may follow") var access: ServerSecurityFlags
  @OptionGroup(title: "Limits of --serve") var limits: LimitFlags

  /// Whether the program goes on after the first snapshot.
  var goesOn: Bool { watch || serve != nil }

  func validate() throws {
    for (name, value) in [("--serve", serve), ("--admin", admin)] {
      if let value, ServerAddress(value, listening: true) == nil { throw ValidationError("\(name) takes HOST:PORT.") }
    }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll takes 0.1 to 86400 seconds.") }
    guard admin == nil || goesOn else { throw ValidationError("--admin goes with --watch or --serve.") }
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

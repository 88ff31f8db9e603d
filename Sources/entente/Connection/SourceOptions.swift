import ArgumentParser
import EntenteClient
import EntenteCorpus
import EntenteFlags
import EntenteQuery
import EntenteSecurity
import EntenteSnapshot
import TTRPC

/// A server or a snapshot file.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Servers to query, in turn. (default: $ENTENTE_SERVER, else 127.0.0.1:7420)", valueName: "host:port,…"))
  var server: String?

  @Option(
    help: ArgumentHelp(
      "Read this snapshot file instead of asking a server. (default: $ENTENTE_SNAPSHOT)", valueName: "file"))
  var snapshot: String?

  @Option(help: ArgumentHelp("Give up after this many seconds.", valueName: "seconds"))
  var timeout = 10.0

  @Flag(help: "Speak TLS, and trust the system's authorities. Example: --server query.example.org:7420 --tls")
  var tls = false

  @OptionGroup var identity: TLSIdentityFlags
  @OptionGroup var security: ClientSecurityFlags

  func validate() throws {
    guard server == nil || snapshot == nil else {
      throw ValidationError("--server and --snapshot are mutually exclusive.")
    }
    guard timeout > 0, timeout <= 3600 else {
      throw ValidationError("--timeout must be more than 0 and at most 3600 seconds.")
    }
    if let server, Self.addresses(server) == nil {
      throw ValidationError("--server must be HOST:PORT, or several separated by commas.")
    }
  }

  /// These options as they were given, to go with an example.
  private var given: String {
    [("--server", server), ("--snapshot", snapshot)].compactMap { name, value in
      value.map { " \(name) \(shellQuoted($0))" }
    }
    .joined()
  }

  /// The file that answers; nil if a server does.
  private var file: String? {
    snapshot ?? (server == nil && environment("ENTENTE_SERVER") == nil ? environment("ENTENTE_SNAPSHOT") : nil)
  }

  /// Whether a server answers.
  var isServer: Bool { file == nil }

  /// The servers that were given, or the default.
  func servers() throws -> [ServerAddress] {
    let named = server ?? environment("ENTENTE_SERVER") ?? "127.0.0.1:7420"
    guard let addresses = Self.addresses(named) else {
      complain("entente: ENTENTE_SERVER is \"\(named)\"; it must be HOST:PORT, or several separated by commas")
      throw ExitStatus.usage.code
    }
    return addresses
  }

  /// Makes `call` on the corpus; a failure is reported on standard error and becomes an exit status.
  ///
  /// - Parameter listings: the commands that list valid names, to suggest after an unknown name.
  func withCorpus<Answer>(
    listings: [String] = [], _ call: (QueryClient) async throws(RPCError) -> Answer
  ) async throws -> Answer {
    if let file {
      let corpus = try Self.corpus(file)
      return try await answer(LocalChannel([QueryService { corpus }.queryService]), listings, call)
    }
    let addresses = try servers()
    let client = try client(of: addresses)
    do {
      let found = try await answer(client, listings, call, server: addresses.map(\.description).joined(separator: ","))
      await client.close()
      return found
    } catch {
      await client.close()
      throw error
    }
  }

  /// A client of some servers, as the flags ask for; a file that cannot be used is told on standard error and becomes an
  /// exit status.
  ///
  /// - Parameter attempts: how often a call is tried; nil for the usual number.
  func client(of addresses: [ServerAddress], attempts: Int? = nil) throws -> RPCClient {
    var configuration = ClientConfiguration()
    configuration.timeout = .seconds(timeout)
    if let attempts { configuration.maximumAttempts = attempts }
    do throws(SecurityError) {
      configuration.metadata = try security.metadata()
      let setup = try security.setup(identity, always: tls || identity.tlsCertificate != nil)
      return RPCClient(addresses: addresses, configuration: configuration, setup: setup)
    } catch {
      complain("entente: \(error)")
      throw ExitStatus.noInput.code
    }
  }

  private func answer<Answer>(
    _ channel: any RPCChannel, _ listings: [String], _ call: (QueryClient) async throws(RPCError) -> Answer,
    server: String? = nil
  ) async throws -> Answer {
    do throws(RPCError) {
      return try await call(QueryClient(TimedChannel(channel, timeout: .seconds(timeout))))
    } catch {
      var message = "entente: \(error.message)"
      // An error with a reason comes from the server, so one is running.
      if let server, error.info == nil, error.code == .unavailable || error.code == .deadlineExceeded {
        message +=
          "\nIs a server running at \(server)? Start one with `entente-query --snapshot FILE`, "
          + "or read a file with --snapshot FILE."
      }
      if error.code == .unauthenticated { message += ": the server asks for a token; --token-file names one" }
      if error.code == .permissionDenied { message += ": the server does not let this caller make the call" }
      complain(message, try: error.code == .notFound ? listings.map { $0 + given } : [])
      throw ExitStatus(error.code).code
    }
  }

  /// Opens a snapshot file; a failure is reported on standard error and becomes an exit status.
  static func open(_ path: String) throws -> SnapshotReader {
    try opening(path) { () throws(SnapshotError) in try SnapshotReader(path: path) }
  }

  private static func corpus(_ path: String) throws -> Corpus {
    try opening(path) { () throws(SnapshotError) in try Corpus(path: path) }
  }

  private static func opening<Opened>(_ path: String, _ open: () throws(SnapshotError) -> Opened) throws -> Opened {
    do throws(SnapshotError) {
      return try open()
    } catch {
      if case .unreadable(let failure) = error {
        complain("entente: \(failure)")
        throw ExitStatus.noInput.code
      }
      complain("entente: \(path): \(error)")
      throw ExitStatus.badSnapshot.code
    }
  }

  private static func addresses(_ text: String) -> [ServerAddress]? {
    let addresses = text.split(separator: ",").map { ServerAddress(String($0)) }
    return addresses.isEmpty || addresses.contains(nil) ? nil : addresses.compactMap(\.self)
  }
}

/// An argument as a shell takes it.
func shellQuoted(_ argument: String) -> String {
  let plain = argument.utf8.allSatisfy { byte in
    byte > 0x7F || ("a"..."z").contains(Character(UnicodeScalar(byte | 0x20)))
      || "0123456789-_./:,=+@%".utf8.contains(byte)
  }
  return plain && !argument.isEmpty ? argument : "'" + argument.replacing("'", with: #"'\''"#) + "'"
}

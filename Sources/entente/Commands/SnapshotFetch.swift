import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import EntenteSchema
import EntenteSecurity
import EntenteSnapshot
import TTRPC

/// `entente snapshot fetch`: brings a snapshot here, for a program that reads the file.
struct SnapshotFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch a snapshot from a feed, a web server or a file.",
    discussion: """
      A transfer that breaks goes on where it broke. Every byte is checked before the
      file appears under its name, in one step; a signature is put beside it. With
      --follow each new snapshot takes the place of the last one, until the command
      is stopped.

      Exit status: 0, 65 for a snapshot that is damaged or not signed as asked,
      69 where the source does not answer, 74 where the file cannot be written.

      Examples:
        entente snapshot fetch ttrpc://worker:7421 --output corpus.snapshot
        entente snapshot fetch ttrpcs://worker:7421 --tls-ca ca.pem -o corpus.snapshot
        entente snapshot fetch https://example.org/corpus.snapshot -o corpus.snapshot
      """)

  @Argument(help: "ttrpc(s)://host:port[,host:port…], http(s)://…, s3://bucket/key, or a file.") var source: String
  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file")) var output: String
  @OptionGroup var trust: TrustOptions
  @Flag(help: "Go on, and fetch each new snapshot.") var follow = false
  @Option(help: ArgumentHelp("How often to look at a file or to ask a web server.", valueName: "seconds")) var poll =
    5.0
  @Option(help: ArgumentHelp("An HTTP proxy on the way to the source.", valueName: "host:port")) var proxy: String?
  @Option(help: ArgumentHelp("The authorities that the source's certificate may come from, in PEM.", valueName: "file"))
  var sourceCa: String?
  @Option(name: .customLong("s3-endpoint"), help: ArgumentHelp("Where s3:// is read.", valueName: "url"))
  var objectEndpoint: String?
  @OptionGroup var identity: TLSIdentityFlags
  @OptionGroup var security: ClientSecurityFlags

  func validate() throws {
    guard SourceAddress(source) != nil else {
      throw ValidationError("A source is ttrpc(s)://host:port, http(s)://…, s3://bucket/key, or a file.")
    }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll takes 0.1 to 86400 seconds.") }
    if let proxy, ServerAddress(proxy) == nil { throw ValidationError("--proxy takes HOST:PORT.") }
  }

  func run() async throws {
    var policy = FollowingPolicy()
    policy.trustedKeys = try trust.keys()
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    var known: SnapshotOffer?
    do throws(FollowingError) {
      let source = try openedSource()
      repeat { known = try await fetch(from: source, after: known, policy) } while follow
      await source.close()
    } catch {
      complain("entente: \(error)")
      throw Self.status(of: error).code
    }
  }

  private func openedSource() throws(FollowingError) -> any SnapshotSource {
    guard let address = SourceAddress(source) else { throw FollowingError(.unreadable, "\(source) is no source") }
    var options = SourceAddress.Options()
    options.filePollInterval = .seconds(poll)
    options.http.pollInterval = .seconds(poll)
    options.http.proxy = proxy.flatMap { ServerAddress($0) }.map { ($0.host, $0.port) }
    options.http.certificateAuthorities = sourceCa
    options.objectEndpoint = objectEndpoint
    do throws(SecurityError) {
      options.feed.metadata = try security.metadata()
      options.feedSetup = try security.setup(identity, always: address.isSecureFeed)
    } catch {
      throw FollowingError(.unreadable, "\(error)")
    }
    return try address.source(options)
  }

  private func fetch(
    from source: any SnapshotSource, after known: SnapshotOffer?, _ policy: FollowingPolicy
  ) async throws(FollowingError) -> SnapshotOffer {
    let transfer = SnapshotTransfer(source: source, policy: policy)
    let offer = try await source.next(after: known)
    let file = try storing { () throws(FileMappingError) in
      if let kind = try? FileStatus(path: output, followsLinks: false).kind, kind != .regular {
        throw FileMappingError(path: output, kind: kind)
      }
      return try ScratchFile(folder: folder)
    }
    let bar = TransferBar(file: file, size: offer.size)
    let progress = Task { await bar.run() }
    defer { progress.cancel() }
    try await transfer.fetch(offer, into: file)
    let fetched = try await transfer.check(file, offer)
    try storing { () throws(FileMappingError) in
      if let signature = fetched.signature {
        let beside = try ScratchFile(folder: folder)
        try beside.append(signature.bytes)
        try beside.publish(as: name + SnapshotSignature.fileSuffix)
      }
      try file.publish(as: name)
    }
    bar.clear()
    let directory = fetched.snapshot.directory
    print(
      "\(output): generation \(directory.generation), \(counted(directory.documentCount, "document")), "
        + "\(file.count) bytes, id \(fetched.snapshot.id.prefix(12))" + (fetched.signature == nil ? "" : ", signed"))
    return offer
  }

  private func storing<Result>(_ body: () throws(FileMappingError) -> Result) throws(FollowingError) -> Result {
    do throws(FileMappingError) { return try body() } catch { throw FollowingError(.storage, "cannot write \(error)") }
  }

  private var folder: String {
    guard let slash = output.lastIndex(of: "/") else { return "." }
    return slash == output.startIndex ? "/" : String(output[..<slash])
  }

  private var name: String { output.lastIndex(of: "/").map { String(output[output.index(after: $0)...]) } ?? output }

  private static func status(of error: FollowingError) -> ExitStatus {
    switch error.kind {
    case .unreachable, .replaced: .unavailable
    case .unreadable: .noInput
    case .damaged, .untrusted, .unusable, .older: .badSnapshot
    case .storage: .cannotWrite
    }
  }
}

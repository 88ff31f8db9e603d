import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import EntenteSecurity
import TTRPC

/// Where the snapshot comes from, and which ones to take.
struct FollowingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The snapshot to serve, and to follow: a file, http(s)://…, s3://bucket/key, or ttrpc(s)://host:port[,host:port…].",
      valueName: "source"))
  var snapshot: String?

  @Option(
    help: ArgumentHelp(
      "Keep the last two good snapshots here, and start from them when the source is gone. (default: keep nothing)",
      valueName: "folder"))
  var cache: String?

  @Option(
    help: ArgumentHelp(
      "Take only snapshots signed by the holder of this key, a PEM file; may be given more than once.",
      valueName: "file"))
  var trust: [String] = []

  @Flag(help: "Take a snapshot of a smaller generation than the one that is served.")
  var allowRollback = false

  @Flag(help: "Check every record of a snapshot before it is served, beside every byte.")
  var verify = false

  @Option(help: ArgumentHelp("How often to look at a file or to ask a web server.", valueName: "seconds"))
  var poll = 5.0

  @Option(help: ArgumentHelp("An HTTP proxy on the way to the source.", valueName: "host:port"))
  var proxy: String?

  @Option(help: ArgumentHelp("The authorities that the source's certificate may come from, in PEM.", valueName: "file"))
  var sourceCa: String?

  @Option(name: .customLong("s3-endpoint"), help: ArgumentHelp("Where s3:// is read.", valueName: "url"))
  var objectEndpoint: String?

  @Option(help: ArgumentHelp("Refuse a larger snapshot.", valueName: "bytes"))
  var maxSnapshotSize = FollowingPolicy().maximumSize

  func validate() throws {
    if let snapshot, SourceAddress(snapshot) == nil {
      throw ValidationError("--snapshot takes a file, http(s)://…, s3://bucket/key or ttrpc(s)://host:port.")
    }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll takes 0.1 to 86400 seconds.") }
    if let proxy, ServerAddress(proxy) == nil { throw ValidationError("--proxy takes HOST:PORT.") }
    guard maxSnapshotSize > 0 else { throw ValidationError("--max-snapshot-size takes a number of bytes.") }
  }

  var address: SourceAddress? { snapshot.flatMap { SourceAddress($0) } }

  var isFile: Bool { if case .file = address { true } else { false } }

  func source(
    _ security: ClientSecurityFlags, _ identity: TLSIdentityFlags
  ) throws(FollowingError) -> any SnapshotSource {
    guard let address else { throw FollowingError(.unreadable, "no source is given") }
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

  /// - Throws: `ValidationError` for a key that cannot be read.
  func policy() throws -> FollowingPolicy {
    var policy = FollowingPolicy()
    policy.allowsRollback = allowRollback
    policy.verifiesRecords = verify
    policy.maximumSize = maxSnapshotSize
    policy.trustedKeys = try trust.map { path in
      do {
        var file = try RegularFile(path: path)
        return try TrustedKey(pem: String(decoding: try file.readAll(limit: 64 << 10) ?? [], as: UTF8.self))
      } catch {
        throw ValidationError("--trust \(path): \(error)")
      }
    }
    return policy
  }
}

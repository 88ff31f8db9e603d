import ArgumentParser
import EntenteFeed
import EntenteFileMapping
import EntenteFlags
import EntenteSchema
import EntenteSecurity
import EntenteSnapshot
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
      "Serve this shard of a manifest that entente-ingest shard wrote, in place of --snapshot, and follow its file.",
      valueName: "manifest#k"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Keep the last two good snapshots here, to start from when the source is unavailable. (default: keep none)",
      valueName: "folder"))
  var cache: String?

  @Option(
    help: ArgumentHelp(
      "Accept only snapshots signed with this key's secret half, a PEM file; may be repeated.",
      valueName: "file"))
  var trust: [String] = []

  @Flag(help: "Accept a snapshot with a smaller generation than the current one.")
  var allowRollback = false

  @Flag(help: "Verify every record of a snapshot before serving it, not only its checksums.")
  var verify = false

  @Option(help: ArgumentHelp("How often to check a file or a web server for a new snapshot.", valueName: "seconds"))
  var poll = 5.0

  @Option(help: ArgumentHelp("HTTP proxy to reach the source through.", valueName: "host:port"))
  var proxy: String?

  @Option(help: ArgumentHelp("Certificate authorities to trust for the source, in PEM.", valueName: "file"))
  var sourceCa: String?

  @Option(name: .customLong("s3-endpoint"), help: ArgumentHelp("Endpoint for s3:// sources.", valueName: "url"))
  var objectEndpoint: String?

  @Option(help: ArgumentHelp("Refuse larger snapshots.", valueName: "bytes"))
  var maxSnapshotSize = FollowingPolicy().maximumSize

  func validate() throws {
    if let shard, Self.parts(ofShard: shard) == nil {
      throw ValidationError("--shard takes the manifest and the number of a shard: shards/manifest.json#0.")
    }
    if let snapshot, SourceAddress(snapshot) == nil {
      throw ValidationError("--snapshot takes a file, http(s)://…, s3://bucket/key or ttrpc(s)://host:port.")
    }
    guard (0.1...86_400).contains(poll) else { throw ValidationError("--poll must be 0.1 to 86400 seconds.") }
    if let proxy, ServerAddress(proxy) == nil { throw ValidationError("--proxy must be HOST:PORT.") }
    guard maxSnapshotSize > 0 else { throw ValidationError("--max-snapshot-size must be a positive number of bytes.") }
  }

  /// What was asked for, as people write it.
  var name: String { shard ?? snapshot ?? "" }

  var isFile: Bool {
    if shard != nil { return true }
    return if case .file = snapshot.flatMap({ SourceAddress($0) }) { true } else { false }
  }

  private func address() throws(FollowingError) -> SourceAddress? {
    guard let shard, let (manifest, number) = Self.parts(ofShard: shard) else {
      return snapshot.flatMap { SourceAddress($0) }
    }
    do throws(ShardManifestError) {
      let shards = try ShardManifest(path: manifest).shards
      guard shards.indices.contains(number) else {
        throw ShardManifestError("\(manifest) has \(shards.count) shards, which count from 0")
      }
      let folder = manifest.lastIndex(of: "/").map { String(manifest[...$0]) } ?? ""
      return SourceAddress(folder + shards[number].file)
    } catch {
      throw FollowingError(.unreadable, "\(error)")
    }
  }

  private static func parts(ofShard text: String) -> (manifest: String, number: Int)? {
    guard let mark = text.lastIndex(of: "#"), mark > text.startIndex,
      let number = Int(text[text.index(after: mark)...]), number >= 0
    else { return nil }
    return (String(text[..<mark]), number)
  }

  func source(
    _ security: ClientSecurityFlags, _ identity: TLSIdentityFlags
  ) throws(FollowingError) -> any SnapshotSource {
    guard let address = try address() else { throw FollowingError(.unreadable, "no source is given") }
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

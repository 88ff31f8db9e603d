public import TTRPC

extension SourceAddress {
  /// How to reach sources, whatever their kind.
  public struct Options: Sendable {
    public var http = HTTPSource.Options()
    public var feed = ClientConfiguration()
    /// Done to each connection to a feed, such as TLS, which `ttrpcs://` needs.
    public var feedSetup: ConnectionSetup?
    /// Between two looks at a file, beside what the system tells.
    public var filePollInterval: Duration = .seconds(2)
    /// Where `s3://bucket/key` is read: `ENDPOINT/bucket/key`.
    public var objectEndpoint: String?

    public init() {}
  }

  /// What follows the address.
  ///
  /// - Throws: `FollowingError.unreadable` for an object without an endpoint, and for a feed over TLS without a set-up.
  public func source(_ options: Options = Options()) throws(FollowingError) -> any SnapshotSource {
    switch self {
    case .file(let path): return FileSource(path: path, pollInterval: options.filePollInterval)
    case .http(let url): return HTTPSource(url: url, options: options.http)
    case .feed(let addresses, let isSecure):
      guard !isSecure || options.feedSetup != nil else {
        throw FollowingError(.unreadable, "ttrpcs:// needs TLS, which is not set up")
      }
      return FeedSource(
        addresses: addresses, configuration: options.feed, setup: options.feedSetup ?? .plain, isSecure: isSecure)
    case .object(let bucket, let key):
      guard let endpoint = options.objectEndpoint else {
        throw FollowingError(.unreadable, "s3://\(bucket)/\(key) needs an endpoint, such as --s3-endpoint https://HOST")
      }
      let base = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
      return HTTPSource(url: "\(base)/\(bucket)/\(key)", options: options.http)
    }
  }
}

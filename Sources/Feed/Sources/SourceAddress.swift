public import TTRPC

/// What `--snapshot` names: a file, a web address, feeds.
///
/// ```swift
/// let source = try SourceAddress("ttrpc://worker-1:7421,worker-2:7421")
/// ```
public enum SourceAddress: Hashable, Sendable {
  case file(String)
  /// `http://…` or `https://…`.
  case http(String)
  /// `s3://bucket/key`, read over HTTP from an endpoint that is named beside it.
  case object(bucket: String, key: String)
  /// Over TLS where the address begins with `ttrpcs://`.
  case feed([ServerAddress], isSecure: Bool)

  /// Whether it is a feed that speaks TLS.
  public var isSecureFeed: Bool {
    if case .feed(_, let isSecure) = self { isSecure } else { false }
  }

  /// - Returns: nil for a scheme that is not known, or an address that is none.
  public init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else {
      guard !text.isEmpty else { return nil }
      self = .file(text)
      return
    }
    let rest = text[colon.upperBound...]
    switch text[..<colon.lowerBound] {
    case "http", "https":
      guard !rest.isEmpty else { return nil }
      self = .http(text)
    case "s3":
      let parts = rest.split(separator: "/", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      self = .object(bucket: String(parts[0]), key: String(parts[1]))
    case "ttrpc", "ttrpcs":
      let addresses = rest.split(separator: ",").map { ServerAddress(String($0)) }
      guard !addresses.isEmpty, !addresses.contains(nil) else { return nil }
      self = .feed(addresses.compactMap(\.self), isSecure: text.hasPrefix("ttrpcs"))
    case "file": self = .file(String(rest))
    default: return nil
    }
  }
}

public import Logging
public import TTRPC

/// The token that a client shows, read from a file, and read again when the file changes.
///
/// ```swift
/// var configuration = ClientConfiguration()
/// configuration.metadata = try TokenFile("token", logger: logger).metadata
/// ```
public final class TokenFile: Sendable {
  private static let limit = 4_096
  private let tokens: ReloadedFiles<String>

  /// - Parameter path: of a file with the token alone on its first line.
  /// - Throws: where there is none.
  public init(_ path: String, logger: Logger = Logger(label: "entente.token")) throws(SecurityError) {
    tokens = try ReloadedFiles([path], logger: logger) { () throws(SecurityError) in try Self.token(in: path) }
  }

  /// What goes with each call.
  public var metadata: @Sendable () -> CallMetadata {
    { [tokens] in ["authorization": "Bearer \(tokens.current)"] }
  }

  private static func token(in path: String) throws(SecurityError) -> String {
    let line = try SmallFile.bytes(of: path).prefix { $0 != 0x0A && $0 != 0x0D }
    guard (1...limit).contains(line.count), line.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw SecurityError(path: path, "its first line is no token: 1 to \(limit) characters of ASCII without spaces")
    }
    return String(decoding: line, as: UTF8.self)
  }
}

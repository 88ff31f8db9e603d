internal import EntenteFileMapping

/// Why a certificate, a key or a list of callers cannot be used.
///
/// It names the file and the line, and never what stands there.
public struct SecurityError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// For people.
  public let reason: String

  public init(path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  init(_ error: FileMappingError) {
    self.init(path: error.path, error.reason)
  }

  public var description: String { "\(path): \(reason)" }
}

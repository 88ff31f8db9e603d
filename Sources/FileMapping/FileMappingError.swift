#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Why a file cannot be read.
public struct FileMappingError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// `errno` of the call that failed.
  public let code: Int32
  /// The kind of file at the path, if a regular file is required.
  public let kind: FileKind?

  init(path: String, code: Int32) {
    self.path = path
    self.code = code
    kind = nil
  }

  /// - Parameter kind: what was found instead of a regular file.
  public init(path: String, kind: FileKind) {
    self.path = path
    self.kind = kind
    code = kind == .folder ? EISDIR : EINVAL
  }

  /// "No such file or directory", or "it is a named pipe, not a regular file".
  public var reason: String {
    kind.map { "it is \($0), not a regular file" } ?? SystemCalls.message(code)
  }

  public var description: String { "\(path): \(reason)" }
}

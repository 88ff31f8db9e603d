/// Why a file could not be published.
public enum PublicationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What failed.
  public enum Step: String, Hashable, Sendable {
    case lock, create, write, sync
    case rename = "rename to"
    case readBack = "read back"
    case readSpill = "read a temporary file in"
    case openFolder = "open"
  }

  /// Another process is writing the same file.
  case busy(path: String)
  /// The path names something that must not be replaced.
  case notRegular(path: String, FileKind)
  /// A call of the system failed with `errno` `code`.
  case failed(path: String, step: Step, code: Int32)

  public var description: String {
    switch self {
    case .busy(let path):
      "\(path) is being written by another process; wait until it is done, or choose another output"
    case .notRegular(let path, .link): "\(path) is a symbolic link; specify its target instead"
    case .notRegular(let path, let kind): "\(path) is \(kind); the output must be a regular file or a new name"
    case .failed(let path, let step, let code): "cannot \(step.rawValue) \(path): \(SystemCalls.message(code))"
    }
  }
}

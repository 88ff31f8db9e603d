#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What other programs hand to this process, from its standard input.
///
/// ```swift
/// let bytes = try StandardInput.read(1 << 20)
/// ```
public enum StandardInput {
  /// Where it is found as a file.
  public static let path = "/dev/stdin"

  /// The next bytes, at most `count`; none at the end. Waits until there are some.
  public static func read(_ count: Int) throws(FileMappingError) -> [UInt8] {
    guard let bytes = SystemCalls.read(STDIN_FILENO, count) else { throw FileMappingError(path: path, code: errno) }
    return bytes
  }
}

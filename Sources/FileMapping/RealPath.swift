#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Paths without links and dots.
public enum RealPath {
  /// The real path of an existing file; nil if `path` does not exist.
  public static func of(_ path: String) -> String? {
    // Sound: the C library reads the path during the call, and gives a C string that is freed here.
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(validatingCString: resolved)
  }

  /// The real path of a file that need not exist, in a folder that does.
  public static func ofFile(_ path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return of(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }
}

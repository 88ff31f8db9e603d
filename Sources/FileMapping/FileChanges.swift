#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Atomic changes to a folder.
package enum FileChanges {
  /// Creates a folder and its parents if they do not exist.
  package static func makeFolder(_ path: String) throws(FileMappingError) {
    if let status = try? FileStatus(path: path) {
      guard status.kind == .folder else { throw FileMappingError(path: path, code: ENOTDIR) }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    // Sound: the kernel reads the path as a C string that lives through the call.
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileMappingError(path: path, code: errno) }
  }

  /// Removes a file if it exists.
  package static func remove(_ path: String) {
    // Sound: the kernel reads the path as a C string that lives through the call.
    unsafe unlink(path)
  }

  /// Durably renames a file over another in the same folder.
  package static func move(_ path: String, to target: String) throws(FileMappingError) {
    // Sound: the kernel reads the paths as C strings that live through the call.
    guard unsafe rename(path, target) == 0 else { throw FileMappingError(path: target, code: errno) }
    let slash = target.lastIndex(of: "/")
    try syncFolder(slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? ".")
  }

  /// Without this a new name may be lost in a power failure.
  static func syncFolder(_ path: String) throws(FileMappingError) {
    let descriptor = SystemCalls.open(path, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw FileMappingError(path: path, code: errno) }
    defer { close(descriptor) }
    // EINVAL: a file system whose folders need no syncing.
    guard SystemCalls.uninterrupted({ fsync(descriptor) }) == 0 || errno == EINVAL else {
      throw FileMappingError(path: path, code: errno)
    }
  }
}

extension FileStatus {
  /// Whether the path exists.
  package static func exists(_ path: String) -> Bool { (try? FileStatus(path: path)) != nil }
}

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension FolderListing {
  /// Makes a folder and those above it, where they are missing.
  package static func makeFolder(_ path: String) throws(FileMappingError) {
    if try exists(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    // Sound: the kernel reads the path as a C string that lives through the call.
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileMappingError(path: path, code: errno) }
  }

  private static func exists(_ path: String) throws(FileMappingError) -> Bool {
    guard let status = try? FileStatus(path: path) else { return false }
    guard status.kind == .folder else { throw FileMappingError(path: path, code: ENOTDIR) }
    return true
  }

  /// Removes a file, if it is there.
  package static func removeFile(_ path: String) {
    // Sound: the kernel reads the path as a C string that lives through the call.
    unsafe unlink(path)
  }
}

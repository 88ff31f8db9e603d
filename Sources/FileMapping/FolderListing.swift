#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The names in a folder in byte order, except `.` and `..`.
public struct FolderListing: Sendable {
  public private(set) var names: [String] = []
  /// Names that are not UTF-8, in printable form; they cannot be opened.
  public private(set) var undecodedNames: [String] = []

  public init(path: String) throws(FileMappingError) {
    // Sound: the kernel reads the path as a C string that lives through the call.
    guard let stream = unsafe opendir(path) else { throw FileMappingError(path: path, code: errno) }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { break }
      let name = unsafe Self.name(of: entry)
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      if let text = String(validating: name, as: UTF8.self) {
        names.append(text)
      } else {
        undecodedNames.append(String(decoding: name, as: UTF8.self))
      }
    }
    guard errno == 0 else { throw FileMappingError(path: path, code: errno) }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    undecodedNames.sort()
  }

  @unsafe private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // Sound: the name is a C string inside the entry, which lives until the next call of `readdir`.
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      let start = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
      var count = 0
      while unsafe start[count] != 0 { count += 1 }
      return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
  }
}

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The identity of a file, whatever its name: two paths with the same identity lead to the same file.
public struct FileIdentity: Hashable, Sendable {
  package let device: UInt64
  package let inode: UInt64
}

/// What the system knows about a file without opening it.
///
/// ```swift
/// guard try FileStatus(path: "corpus.snapshot").kind == .regular else { return }
/// ```
public struct FileStatus: Hashable, Sendable {
  public let kind: FileKind
  public let identity: FileIdentity
  /// The size in bytes.
  public let size: Int
  /// When the content last changed, in nanoseconds since 1970.
  public let modified: Int
  /// When the content, the name or the permissions last changed, in nanoseconds since 1970. No program can set it directly.
  public let changed: Int

  /// - Parameter followsLinks: whether to report on the target of a link instead of the link.
  public init(path: String, followsLinks: Bool = true) throws(FileMappingError) {
    var status = stat()
    // Sound: the kernel reads the path as a C string, and writes into `status`, during the call.
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw FileMappingError(path: path, code: errno) }
    self.init(status)
  }

  /// - Parameter path: for the error.
  init(descriptor: Int32, path: String) throws(FileMappingError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileMappingError(path: path, code: errno) }
    self.init(status)
  }

  private init(_ status: stat) {
    kind = FileKind(mode: UInt32(status.st_mode))
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    size = Int(status.st_size)
    #if canImport(Glibc)
      (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
    #else
      (modified, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
    #endif
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    // A file system may tell any time.
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}

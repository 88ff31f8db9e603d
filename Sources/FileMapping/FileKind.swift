#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The kind of file at a path.
public enum FileKind: String, Hashable, Sendable, CustomStringConvertible {
  case regular = "a regular file"
  case folder = "a folder"
  case link = "a symbolic link"
  case namedPipe = "a named pipe"
  case socket = "a socket"
  case characterDevice = "a character device"
  case blockDevice = "a block device"
  case unknown = "an unknown kind of file"

  /// - Parameter mode: `st_mode`.
  init(mode: UInt32) {
    self =
      switch mode & UInt32(S_IFMT) {
      case UInt32(S_IFREG): .regular
      case UInt32(S_IFDIR): .folder
      case UInt32(S_IFLNK): .link
      case UInt32(S_IFIFO): .namedPipe
      case UInt32(S_IFSOCK): .socket
      case UInt32(S_IFCHR): .characterDevice
      case UInt32(S_IFBLK): .blockDevice
      default: .unknown
      }
  }

  public var description: String { rawValue }
}

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A lock that processes on one machine agree to hold while they write the same file: an empty file beside it.
///
/// The lock ends with the process, whatever ends it; a lock file that a killed process left is taken over.
struct FileLock: ~Copyable {
  private let name: String
  private let descriptor: Int32
  /// False on a file system that has no locks.
  let isHeld: Bool

  /// - Parameters:
  ///   - name: of the lock file.
  ///   - path: of the file that is locked, for the error.
  /// - Throws: `PublicationError.busy` where another process holds the lock.
  init(_ name: String, of path: String) throws(PublicationError) {
    while true {
      let descriptor = SystemCalls.open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK, mode: 0o644)
      guard descriptor >= 0 else { throw .failed(path: path, step: .create, code: errno) }
      let isLocked = SystemCalls.uninterrupted { flock(descriptor, LOCK_EX | LOCK_NB) } == 0
      if !isLocked, errno == EWOULDBLOCK {
        close(descriptor)
        throw .busy(path: path)
      }
      // A file system without locks: names are unique all the same, so the last writer wins and nothing is mixed.
      guard isLocked, !Self.leads(name, to: descriptor) else {
        (self.name, self.descriptor, isHeld) = (name, descriptor, isLocked)
        TemporaryNames.insert(name)
        return
      }
      // The one who held it removed the file after it was opened here.
      close(descriptor)
    }
  }

  deinit {
    // While it is locked: who comes later makes a file of his own.
    TemporaryNames.remove(name)
    close(descriptor)
  }

  private static func leads(_ name: String, to descriptor: Int32) -> Bool {
    do throws(FileMappingError) {
      let (named, open) = (
        try FileStatus(path: name, followsLinks: false), try FileStatus(descriptor: descriptor, path: name)
      )
      return named.identity == open.identity
    } catch {
      return false
    }
  }
}

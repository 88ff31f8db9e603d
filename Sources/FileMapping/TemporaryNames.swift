internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The files that this process made beside its outputs and has not removed yet.
enum TemporaryNames {
  private static let names = Mutex<Set<String>>([])

  static func insert(_ name: String) { names.withLock { _ = $0.insert(name) } }

  /// Removes the file.
  static func remove(_ name: String) {
    // Sound: the kernel reads the path as a C string that lives through the call.
    _ = unsafe unlink(name)
    forget(name)
  }

  /// The file has another name by now.
  static func forget(_ name: String) { names.withLock { _ = $0.remove(name) } }

  /// Removes all files.
  static func removeAll() {
    names.withLock { names in
      for name in names { _ = unsafe unlink(name) }
      names = []
    }
  }
}

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Why a file could not be mapped.
public struct FileMappingError: Error, Hashable, Sendable, CustomStringConvertible {
  public let path: String
  /// `errno` of the call that failed.
  public let code: Int32

  /// The system's words: "No such file or directory".
  public var reason: String { unsafe String(cString: strerror(code)) }
  public var description: String { "\(path): \(reason)" }
}

extension ByteRegion {
  /// Maps a whole file, read-only; its pages are loaded when they are read.
  ///
  /// The file must not shrink while it is mapped. Snapshots do not: they are replaced by renaming.
  public init(mapping path: String) throws(FileMappingError) {
    // Sound: the kernel reads the path as a C string that lives through the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileMappingError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileMappingError(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileMappingError(path: path, code: EINVAL) }
    guard status.st_size > 0 else {
      self.init([])
      return
    }
    let count = Int(status.st_size)
    // Sound: a private read-only mapping of `count` bytes, unmapped when its last region goes.
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe base != MAP_FAILED else {
      throw FileMappingError(path: path, code: errno)
    }
    let mapping = unsafe Mapping(base: base, count: count)
    unsafe self.init(owner: mapping, base: UnsafeRawPointer(base), count: count)
  }
}

@safe private final class Mapping {
  private let base: UnsafeMutableRawPointer
  private let count: Int

  init(base: UnsafeMutableRawPointer, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  deinit { unsafe munmap(base, count) }
}

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension ByteRegion {
  /// Maps a whole file, read-only; its pages are loaded when they are read.
  ///
  /// The file must not shrink while it is mapped. Snapshots do not: they are replaced by renaming.
  public init(mapping path: String) throws(FileMappingError) {
    let file = try RegularFile(path: path)
    try self.init(mapping: file.descriptor, path: path)
  }

  /// Maps what an open file holds by now.
  ///
  /// - Parameters:
  ///   - descriptor: may be closed afterwards.
  ///   - path: for the error.
  init(mapping descriptor: Int32, path: String) throws(FileMappingError) {
    let count = try FileStatus(descriptor: descriptor, path: path).size
    guard count > 0 else {
      self.init([])
      return
    }
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

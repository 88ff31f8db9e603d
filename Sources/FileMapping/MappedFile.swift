#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension ByteRegion {
  /// How a mapped file is read.
  public enum Access: Sendable {
    /// Large parts, one after another: the system reads ahead.
    case inOrder
    /// A little here and there: no more is loaded than is read. Where the system reads ahead by megabytes, as it does on many
    /// disks of cloud machines, each place of a file that was not read lately costs milliseconds otherwise.
    case scattered
  }

  /// Maps a whole file, read-only; its pages are loaded when they are read.
  ///
  /// The file must not shrink while it is mapped. Snapshots do not: they are replaced by renaming.
  public init(mapping path: String, access: Access = .inOrder) throws(FileMappingError) {
    let file = try RegularFile(path: path)
    try self.init(mapping: file.descriptor, path: path, access: access)
  }

  /// Maps what an open file holds by now.
  ///
  /// - Parameters:
  ///   - descriptor: may be closed afterwards.
  ///   - path: for the error.
  init(mapping descriptor: Int32, path: String, access: Access = .inOrder) throws(FileMappingError) {
    let count = try FileStatus(descriptor: descriptor, path: path).size
    guard count > 0 else {
      self.init([])
      return
    }
    // Sound: a private read-only mapping of `count` bytes, unmapped when its last region goes.
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe base != MAP_FAILED else {
      throw FileMappingError(path: path, code: errno)
    }
    // Advice, which may be ignored: no error of it matters.
    if access == .scattered { _ = unsafe madvise(base, count, MADV_RANDOM) }
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

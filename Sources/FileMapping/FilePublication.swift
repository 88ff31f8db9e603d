#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Replaces a file atomically: readers see the old file or the new one.
///
/// The bytes go to an unnamed file, or to one with a unique hidden name if the file system has no unnamed files. Publishing
/// syncs it, renames it and syncs the folder. Without publishing, everything stays as it was, and a process that is killed
/// leaves no partial file. Two processes cannot write the same file at once: the second is refused.
///
/// ```swift
/// var file = try FilePublication(path: "report.json")
/// try file.write(Array("{}".utf8))
/// try file.publish()
/// ```
public struct FilePublication: ~Copyable {
  /// The path that the file will have.
  public let path: String
  private let folder: String
  /// Without its folder.
  private let name: String
  /// Before the temporary name, so that it is given up after that is removed.
  private let lock: FileLock
  private let descriptor: Int32
  /// Empty while the file has no name.
  private var temporaryName: String

  /// - Throws: `PublicationError.notRegular` if `path` exists and is not a regular file, before anything is written; `.busy`
  ///   if another process is writing the same file.
  public init(path: String) throws(PublicationError) {
    try self.init(path: path, isNamed: false)
  }

  /// - Parameter isNamed: give the temporary file a name from the beginning.
  init(path: String, isNamed: Bool) throws(PublicationError) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "./"
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try Self.checkTarget(path, name: name)
    let lock = try FileLock("\(folder).\(name).lock", of: path)
    if lock.isHeld { Self.removeLeftovers(in: folder, of: name) }
    let nameless = isNamed ? nil : Self.openNameless(in: folder)
    let temporaryName = nameless == nil ? Self.uniqueName(in: folder, of: name) : ""
    let descriptor = nameless ?? SystemCalls.open(temporaryName, O_RDWR | O_CREAT | O_EXCL, mode: 0o644)
    guard descriptor >= 0 else { throw .failed(path: path, step: .create, code: errno) }
    if nameless == nil { TemporaryNames.insert(temporaryName) }
    (self.path, self.folder, self.name) = (path, folder, name)
    (self.descriptor, self.temporaryName) = (descriptor, temporaryName)
    self.lock = lock
  }

  deinit {
    close(descriptor)
    if !temporaryName.isEmpty { TemporaryNames.remove(temporaryName) }
  }

  /// Appends bytes.
  public mutating func write(_ bytes: [UInt8]) throws(PublicationError) {
    if let code = SystemCalls.write(descriptor, bytes) { throw .failed(path: path, step: .write, code: code) }
  }

  /// Maps what has been written so far.
  public func written() throws(PublicationError) -> ByteRegion {
    do throws(FileMappingError) { return try ByteRegion(mapping: descriptor, path: path) } catch {
      throw .failed(path: path, step: .readBack, code: error.code)
    }
  }

  /// Durably renames the file into place.
  public consuming func publish() throws(PublicationError) {
    guard SystemCalls.uninterrupted({ fsync(descriptor) }) == 0 else {
      throw .failed(path: path, step: .sync, code: errno)
    }
    if temporaryName.isEmpty { temporaryName = try nameTemporary() }
    // What it names may have changed since the beginning.
    try Self.checkTarget(path, name: path)
    // Sound: the kernel reads the paths as C strings that live through the call.
    guard unsafe rename(temporaryName, path) == 0 else { throw .failed(path: path, step: .rename, code: errno) }
    TemporaryNames.forget(temporaryName)
    temporaryName = ""
    try syncFolder()
  }

  /// Without this the new name may be lost in a power failure.
  private borrowing func syncFolder() throws(PublicationError) {
    let descriptor = SystemCalls.open(folder, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { throw .failed(path: folder, step: .openFolder, code: errno) }
    defer { close(descriptor) }
    // EINVAL: a file system whose folders need no syncing.
    guard SystemCalls.uninterrupted({ fsync(descriptor) }) == 0 || errno == EINVAL else {
      throw .failed(path: folder, step: .sync, code: errno)
    }
  }

  private static func checkTarget(_ path: String, name: String) throws(PublicationError) {
    guard !name.isEmpty else { throw .failed(path: path, step: .create, code: path.isEmpty ? ENOENT : EISDIR) }
    // Where nothing can be said of the path, creating the file fails with the reason.
    guard let kind = try? FileStatus(path: path, followsLinks: false).kind, kind != .regular else { return }
    throw .notRegular(path: path, kind)
  }

  // Temporary files

  private static let ending = ".partial"

  private static func uniqueName(in folder: String, of name: String) -> String {
    "\(folder).\(name).\(String(UInt64.random(in: .min ... .max), radix: 36))\(ending)"
  }

  /// A file that has no name, and goes with its descriptor; nil if the file system knows none.
  private static func openNameless(in folder: String) -> Int32? {
    #if os(Linux)
      // O_TMPFILE, which the C library gives as a macro that Swift does not read: <asm-generic/fcntl.h>.
      let descriptor = SystemCalls.open(folder, O_RDWR | O_DIRECTORY | 0o20_000_000, mode: 0o644)
      guard descriptor >= 0 else { return nil }
      // It gets its name through this path.
      if (try? FileStatus(path: "/proc/self/fd/\(descriptor)").kind) == .regular { return descriptor }
      close(descriptor)
    #endif
    return nil
  }

  /// Gives a file without a name one.
  private borrowing func nameTemporary() throws(PublicationError) -> String {
    let temporary = Self.uniqueName(in: folder, of: name)
    TemporaryNames.insert(temporary)
    #if os(Linux)
      // Sound: the kernel reads the paths as C strings that live through the call.
      let result = unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW)
      if result == 0 { return temporary }
    #endif
    TemporaryNames.forget(temporary)
    throw .failed(path: path, step: .create, code: errno)
  }

  /// Removes the leftovers of a killed writer of the same file; nothing else writes it while the lock is held.
  private static func removeLeftovers(in folder: String, of name: String) {
    guard let names = try? FolderListing(path: folder).names else { return }
    let beginning = ".\(name)."
    for found in names where found.hasPrefix(beginning) && found.hasSuffix(ending) {
      // One of `a` is no one of `a.b`.
      let unique = found.dropFirst(beginning.count).dropLast(ending.count)
      if !unique.isEmpty, !unique.contains(".") { TemporaryNames.remove(folder + found) }
    }
  }
}

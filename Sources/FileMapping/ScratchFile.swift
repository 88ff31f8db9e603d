private import CEntenteFileCloning
internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A file that only this process writes, by appending, until it is complete; then it can be mapped and given a name.
///
/// Its initial name is unique, hidden, and locked for the lifetime of the object, so that other processes can tell it from
/// the leftovers of a killed one. It is removed with the object unless it was published.
///
/// ```swift
/// let file = try ScratchFile(folder: "cache")
/// try file.append(bytes)
/// let content = try file.map()
/// try file.publish(as: "corpus.snapshot")
/// ```
public final class ScratchFile: Sendable {
  private struct State {
    var count = 0
    /// Empty once the file has its final name, or none.
    var temporaryPath: String
  }

  private static let beginning = ".scratch-"
  private static let ending = ".partial"

  private let folder: String
  private let descriptor: Int32
  private let state: Mutex<State>

  /// - Parameter isNamed: false for a file that is never published: it has no name, and its space is freed however the
  ///   process ends.
  public init(folder: String, isNamed: Bool = true) throws(FileMappingError) {
    self.folder = folder
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "\(folder)/\(Self.beginning)\(number)\(Self.ending)"
    descriptor = SystemCalls.open(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o644)
    guard descriptor >= 0 else { throw FileMappingError(path: folder, code: errno) }
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    state = Mutex(State(temporaryPath: isNamed ? path : ""))
    if isNamed { TemporaryNames.insert(path) } else { TemporaryNames.remove(path) }
  }

  deinit {
    let path = state.withLock { $0.temporaryPath }
    if !path.isEmpty { TemporaryNames.remove(path) }
    close(descriptor)
  }

  /// The size in bytes.
  public var count: Int { state.withLock { $0.count } }

  public func append(_ bytes: [UInt8]) throws(FileMappingError) {
    if let code = SystemCalls.write(descriptor, bytes) { throw FileMappingError(path: folder, code: code) }
    state.withLock { $0.count += bytes.count }
  }

  /// Becomes a copy of `file`, sharing its blocks if the file system supports that.
  public func copy(_ file: borrowing RegularFile) throws(FileMappingError) {
    try clear()
    if entente_clone_file(descriptor, file.descriptor) == 0 {
      let size = try FileStatus(descriptor: descriptor, path: folder).size
      state.withLock { $0.count = size }
      return
    }
    while case let piece = try file.read(at: count, atMost: 1 << 20), !piece.isEmpty { try append(piece) }
  }

  /// Discards the content.
  public func clear() throws(FileMappingError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw FileMappingError(path: folder, code: errno)
    }
    state.withLock { $0.count = 0 }
  }

  /// Maps the bytes written so far; nothing may be appended afterwards.
  public func map() throws(FileMappingError) -> ByteRegion {
    try ByteRegion(mapping: descriptor, path: folder)
  }

  /// Syncs the file and gives it a name in the same folder, replacing any file with that name.
  ///
  /// A file that was created without a name stays unnamed.
  public func publish(as name: String) throws(FileMappingError) {
    let temporaryPath = state.withLock { $0.temporaryPath }
    guard !temporaryPath.isEmpty else { return }
    let path = "\(folder)/\(name)"
    // Sound: the kernel reads the paths as C strings that live through the call.
    guard SystemCalls.uninterrupted({ fsync(descriptor) }) == 0, unsafe rename(temporaryPath, path) == 0 else {
      throw FileMappingError(path: path, code: errno)
    }
    TemporaryNames.forget(temporaryPath)
    state.withLock { $0.temporaryPath = "" }
    try FileChanges.syncFolder(folder)
  }

  /// Removes the leftovers of killed processes in `folder`.
  public static func removeLeftovers(in folder: String) {
    guard let names = try? FolderListing(path: folder).names else { return }
    for name in names where name.hasPrefix(beginning) && name.hasSuffix(ending) {
      let path = "\(folder)/\(name)"
      let descriptor = SystemCalls.open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { TemporaryNames.remove(path) }
      close(descriptor)
    }
  }
}

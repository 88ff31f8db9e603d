#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A regular file that is open for reading.
///
/// Opening never blocks: pipes, sockets and devices are refused before they are opened.
///
/// ```swift
/// var file = try RegularFile(path: "corpus.json")
/// let bytes = try file.readAll(limit: 1 << 20)
/// ```
public struct RegularFile: ~Copyable, Sendable {
  public let path: String
  /// The status at the time the file was opened.
  public let status: FileStatus
  let descriptor: Int32

  public init(path: String) throws(FileMappingError) {
    // To open a device or a pipe may already change it.
    let kind = try FileStatus(path: path).kind
    guard kind == .regular else { throw FileMappingError(path: path, kind: kind) }
    let descriptor = SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileMappingError(path: path, code: errno) }
    let status: FileStatus
    do throws(FileMappingError) {
      status = try FileStatus(descriptor: descriptor, path: path)
      // Another one may have taken the name since.
      guard status.kind == .regular else { throw FileMappingError(path: path, kind: status.kind) }
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.status = status
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next bytes, at most `count`; none at the end of the file.
  public mutating func read(_ count: Int) throws(FileMappingError) -> [UInt8] {
    guard let bytes = SystemCalls.read(descriptor, count) else { throw FileMappingError(path: path, code: errno) }
    return bytes
  }

  /// All bytes that are left.
  ///
  /// - Returns: nil if there are more than `limit`.
  public mutating func readAll(limit: Int) throws(FileMappingError) -> [UInt8]? {
    var all: [UInt8] = []
    while true {
      let bytes = try read(min(limit - all.count + 1, 1 << 20))
      guard !bytes.isEmpty else { return all }
      all += bytes
      guard all.count <= limit else { return nil }
    }
  }
}

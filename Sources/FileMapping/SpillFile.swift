internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Why a temporary file could not be used.
public struct SpillError: Error, Hashable, Sendable, CustomStringConvertible {
  public let folder: String
  /// The step that failed: create, write to or read.
  public let step: String
  /// `errno` of the call that failed.
  public let code: Int32

  public var description: String {
    unsafe "cannot \(step) a temporary file in \(folder): \(String(cString: strerror(code)))"
  }
}

/// A temporary file for data beyond the memory limit, shared by several threads.
///
/// It is created on the first write and has no name, so its space is freed however the process ends.
public final class SpillFile: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    var end = 0
  }

  private let folder: String
  private let state = Mutex(State())

  public init(folder: String) { self.folder = folder }

  deinit {
    let descriptor = state.withLock { $0.descriptor }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Bytes written so far.
  public var size: Int { state.withLock { $0.end } }

  /// Writes `bytes`.
  ///
  /// - Returns: their offset.
  public func append(_ bytes: [UInt8]) throws(SpillError) -> Int {
    let (descriptor, offset) = try reserve(bytes.count)
    var written = 0
    while written < bytes.count {
      // Sound: the kernel reads inside the array while the closure runs.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write to", count < 0 ? errno : ENOSPC) }
      written += count
    }
    return offset
  }

  /// Reads `count` bytes from `offset`, which must have been written.
  public func read(_ offset: Int, _ count: Int) throws(SpillError) -> [UInt8] {
    let descriptor = state.withLock { $0.descriptor }
    var failed: Int32? = nil
    // Sound: the kernel writes at most `count` bytes into the array, and `filled` counts them.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
      while filled < count, failed == nil {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(offset + filled))
        if got > 0 { filled += got } else if got == 0 { failed = EIO } else if errno != EINTR { failed = errno }
      }
    }
    if let failed { throw failure("read", failed) }
    return bytes
  }

  private func reserve(_ count: Int) throws(SpillError) -> (descriptor: Int32, offset: Int) {
    let (descriptor, offset, code) = state.withLock { state -> (Int32, Int, Int32) in
      if state.descriptor < 0 { state.descriptor = Self.open(in: folder) }
      guard state.descriptor >= 0 else { return (-1, 0, errno) }
      defer { state.end += count }
      return (state.descriptor, state.end, 0)
    }
    guard descriptor >= 0 else { throw failure("create", code) }
    return (descriptor, offset)
  }

  private static func open(in folder: String) -> Int32 {
    // Sound: the kernel and the C library read and write the template inside the array while the closure runs.
    var template = Array("\(folder)/.entente-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let name = buffer.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(name)
      if descriptor >= 0 { unsafe unlink(name) }
      return descriptor
    }
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return descriptor
  }

  private func failure(_ step: String, _ code: Int32) -> SpillError {
    SpillError(folder: folder, step: step, code: code)
  }
}

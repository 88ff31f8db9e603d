#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Where an export goes: a file that appears whole or not at all, or standard output.
struct TextOutput: ~Copyable {
  private static let capacity = 1 << 16
  private let descriptor: Int32
  /// The file's name, and the one that it has until it is whole; nil for standard output.
  private let names: (final: String, partial: String)?
  private var buffer: [UInt8] = []

  /// - Parameter path: nil for standard output.
  init(path: String?) throws(ExportError) {
    guard let path else {
      (descriptor, names) = (STDOUT_FILENO, nil)
      return
    }
    let partial = "\(path).\(getpid()).part"
    descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    names = (path, partial)
    guard descriptor >= 0 else { throw ExportError(path, errno) }
  }

  deinit {
    guard let names else { return }
    close(descriptor)
    // Not there any more once it was published.
    unsafe unlink(names.partial)
  }

  mutating func write(_ text: String) throws(ExportError) {
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes the rest, and gives the file its name.
  mutating func finish() throws(ExportError) {
    try flush()
    guard let names else { return }
    guard fsync(descriptor) == 0, unsafe rename(names.partial, names.final) == 0 else {
      throw ExportError(names.final, errno)
    }
  }

  private mutating func flush() throws(ExportError) {
    var start = 0
    while start < buffer.count {
      // Sound: the kernel reads the rest of the buffer while the closure runs.
      let written = unsafe buffer.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw ExportError(names?.final, errno) }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Why an export could not be written.
struct ExportError: Error, CustomStringConvertible {
  let description: String
  /// Nobody reads standard output any more: `entente … | head`.
  let isBrokenPipe: Bool

  init(_ path: String?, _ code: Int32) {
    isBrokenPipe = path == nil && code == EPIPE
    description = "\(path ?? "standard output"): \(unsafe String(cString: strerror(code)))"
  }
}

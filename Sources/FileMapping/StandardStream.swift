#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The standard output and standard error of this process.
public enum StandardStream: String, Sendable {
  case output = "standard output"
  case error = "standard error"

  private var descriptor: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }

  /// Whether the stream is a terminal.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes at once, unbuffered.
  public func write(_ bytes: [UInt8]) throws(PublicationError) {
    if let code = SystemCalls.write(descriptor, bytes) { throw .failed(path: rawValue, step: .write, code: code) }
  }

  /// Writes a line, made safe for a terminal.
  ///
  /// - Parameter sequences: control sequences to keep, as `HarmlessText.shown` takes them.
  public func show(_ line: String, keeping sequences: [String] = []) throws(PublicationError) {
    try write(Array(HarmlessText.shown(line, keeping: sequences).utf8) + [0x0A])
  }
}

extension PublicationError {
  /// Whether a pipe was closed by its reader, as in `entente … | head`.
  public var isBrokenPipe: Bool {
    if case .failed(_, .write, EPIPE) = self { true } else { false }
  }
}

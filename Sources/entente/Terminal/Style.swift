#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What standard output can show: colours only on a terminal, lines as wide as it is.
struct Style: Sendable {
  let colours: Bool
  /// In columns; 80 where output is not a terminal.
  let width: Int

  /// Of standard output, as `NO_COLOR`, `TERM` and the terminal say.
  static func ofStandardOutput() -> Style {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let plain = environment("NO_COLOR") != nil || environment("TERM") == "dumb"
    return Style(colours: isTerminal && !plain, width: isTerminal ? terminalWidth() : 80)
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  /// A word that matches: bold where there are colours, as it is otherwise.
  func match(_ text: String) -> String { wrap(text, "1;33") }
  func title(_ text: String) -> String { wrap(text, "1;36") }
  func good(_ text: String) -> String { wrap(text, "32") }

  private func wrap(_ text: String, _ code: String) -> String {
    colours && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func terminalWidth() -> Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return min(Int(size.ws_col), 120)
  }
}

/// The value of an environment variable; nil when it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
  return unsafe String(cString: value)
}

/// Writes a line to standard error.
func complain(_ message: String) {
  var text = message + "\n"
  // Sound: the kernel reads inside the string while the closure runs.
  text.withUTF8 { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

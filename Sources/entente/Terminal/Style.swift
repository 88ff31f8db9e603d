import EntenteFileMapping

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// What a stream can display: colours only on a terminal, and lines as wide as it is.
struct Style: Sendable {
  let colours: Bool
  /// In columns: `COLUMNS` where it is set, else the terminal's, else 80.
  let width: Int

  /// The style for standard output, according to `NO_COLOR`, `TERM` and the terminal.
  static func ofStandardOutput() -> Style {
    Style(of: STDOUT_FILENO)
  }

  /// The style for standard error, where errors are reported.
  static func ofStandardError() -> Style { Style(of: STDERR_FILENO) }

  private init(of stream: Int32) {
    let isTerminal = isatty(stream) == 1
    let plain = environment("NO_COLOR") != nil || environment("TERM") == "dumb"
    colours = isTerminal && !plain
    let wanted = environment("COLUMNS").flatMap { Int($0) } ?? (isTerminal ? Self.terminalWidth(stream) : 80)
    width = min(max(wanted, 20), 120)
  }

  private enum Colour: String, CaseIterable {
    case bold = "1"
    case dim = "2"
    case match = "1;33"
    case title = "1;36"
    case good = "32"
    case none = "0"

    var sequence: String { "\u{1B}[\(rawValue)m" }
  }

  /// The control sequences that this style puts into texts: no others reach the terminal.
  var sequences: [String] { colours ? Self.allSequences : [] }

  private static let allSequences = Colour.allCases.map(\.sequence)

  func bold(_ text: String) -> String { wrap(text, .bold) }
  func dim(_ text: String) -> String { wrap(text, .dim) }
  /// Highlights a matching word if colours are supported.
  func match(_ text: String) -> String { wrap(text, .match) }
  func title(_ text: String) -> String { wrap(text, .title) }
  func good(_ text: String) -> String { wrap(text, .good) }

  private func wrap(_ text: String, _ colour: Colour) -> String {
    colours && !text.isEmpty ? colour.sequence + text + Colour.none.sequence : text
  }

  private static func terminalWidth(_ stream: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// The value of an environment variable; nil when it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
  return unsafe String(cString: value)
}

/// Writes a message to standard error, in lines as wide as the terminal, those after the first indented.
///
/// - Parameter commands: commands to try, each on its own unbroken line, so that it can be copied.
func complain(_ message: String, try commands: [String] = []) {
  let style = Style.ofStandardError()
  let lines = message.split(separator: "\n").flatMap { paragraph in
    let lines = MarkedText(String(paragraph)).lines(width: style.width - 2, style: style)
    return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
  }
  writeError((lines + commands.map { "  Try: entente \($0)" }).joined(separator: "\n"))
}

/// Writes a text to standard error, made harmless.
func writeError(_ text: String) {
  // If that fails, there is nowhere to report it.
  try? StandardStream.error.show(text)
}

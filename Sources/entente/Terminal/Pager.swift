import EntenteFileMapping

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Shows an answer that is longer than the terminal through `PAGER`.
///
/// Only on a terminal: what is piped or redirected is written as it is.
enum Pager {
  /// Where `PAGER` names none. Without `less`, everything is written at once.
  private static let usual = "if command -v less >/dev/null; then exec less; else exec cat; fi"
  /// The status of a shell that does not find its command.
  private static let notFound: Int32 = 127

  /// - Parameter isWanted: else the lines are written at once, whatever their number.
  /// - Throws: `ExitStatus.cannotWrite`, after a complaint, where the lines cannot be written.
  static func show(_ lines: [String], style: Style, isWanted: Bool) throws {
    guard isWanted, isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1, lines.count >= height,
      environment("TERM") != "dumb", page(lines, style)
    else { return try Screen.show(lines, style: style) }
  }

  /// - Returns: false if there is no pager to be had.
  private static func page(_ lines: [String], _ style: Style) -> Bool {
    // Raw colours, and back at once where the text fits: as git sets it.
    unsafe setenv("LESS", "FRX", 0)
    guard let pager = unsafe popen(environment("PAGER") ?? usual, "w") else { return false }
    // An interrupt is for the pager, and a reader that leaves early is no failure.
    signal(SIGINT, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGINT, SIG_DFL) }
    for line in lines {
      let bytes = Array(HarmlessText.shown(line, keeping: style.sequences).utf8) + [0x0A]
      // The pointer does not outlive the call.
      let written = unsafe bytes.withUnsafeBufferPointer { unsafe fwrite($0.baseAddress, 1, $0.count, pager) }
      guard written == bytes.count else { break }
    }
    let status = unsafe pclose(pager)
    return status >> 8 & 0xFF != notFound
  }

  /// The terminal's, in lines; 24 where it does not say.
  private static var height: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}

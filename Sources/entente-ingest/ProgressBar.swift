import EntenteIngest
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a line to standard error.
func complain(_ message: String) { writeToStandardError(message + "\n") }

private func writeToStandardError(_ text: String) {
  var text = text
  // Sound: the kernel reads inside the string while the closure runs.
  text.withUTF8 { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// How far the work is, on one line of a terminal; nothing where standard error is not one.
final class ProgressBar: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let lastShown = Mutex("")

  func show(_ progress: IngestProgress) {
    guard isTerminal else { return }
    let width = 30
    let share = progress.total == 0 ? 0 : Double(progress.done) / Double(progress.total)
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let line = "\(bar) \(Int(share * 100)) % \(progress.step.rawValue)"
    lastShown.withLock { last in
      guard line != last else { return }
      last = line
      writeToStandardError("\r\u{1B}[K\(line)")
    }
  }

  func clear() {
    if isTerminal { writeToStandardError("\r\u{1B}[K") }
  }
}

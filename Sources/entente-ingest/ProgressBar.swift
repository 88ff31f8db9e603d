import EntenteFileMapping
import EntenteIngest
import Synchronization

/// Writes a line to standard error, made harmless.
func complain(_ message: String) {
  // If that fails, there is nowhere to report it.
  try? StandardStream.error.show(message)
}

/// Writes a line for each finding to standard error.
func complain(of findings: InputFindings) {
  for rejection in findings.rejections { complain("rejected: \(rejection)") }
  for remark in findings.remarks { complain("note: \(remark)") }
}

/// How far the work is, on one line of a terminal; nothing where standard error is not one.
final class ProgressBar: Sendable {
  private let isTerminal = StandardStream.error.isTerminal
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
      Self.draw("\r\u{1B}[K\(line)")
    }
  }

  func clear() {
    if isTerminal { Self.draw("\r\u{1B}[K") }
  }

  /// Nothing of it comes from outside.
  private static func draw(_ text: String) { try? StandardStream.error.write(Array(text.utf8)) }
}

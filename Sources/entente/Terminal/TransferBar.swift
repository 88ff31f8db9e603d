import EntenteFileMapping

/// The progress of a transfer, on one line of a terminal; nothing if standard error is not a terminal.
struct TransferBar: Sendable {
  let file: ScratchFile
  /// In bytes; nil if the source does not say.
  let size: Int?
  private static let width = 30

  init(file: ScratchFile, size: Int?) {
    self.file = file
    self.size = size
  }

  /// Shows it until the task is cancelled.
  func run() async {
    guard StandardStream.error.isTerminal else { return }
    while (try? await Task.sleep(for: .milliseconds(100))) != nil { write("\r\u{1B}[K\(line)") }
  }

  func clear() {
    if StandardStream.error.isTerminal { write("\r\u{1B}[K") }
  }

  private var line: String {
    let done = "\(file.count / 1_000) kB"
    guard let size, size > 0 else { return done }
    let share = min(1, Double(file.count) / Double(size))
    let filled = Int(share * Double(Self.width))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
      + " \(Int(share * 100)) % \(done)"
  }

  private func write(_ text: String) { try? StandardStream.error.write(Array(text.utf8)) }
}

import Foundation
import Logging

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Logs to standard error: lines for people on a terminal, a JSON object a line otherwise.
struct StandardErrorLog: LogHandler {
  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.info
  private let label: String
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(label: String) { self.label = label }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues { "\($0)" }
    let time = Date.now.formatted(.iso8601)
    if isTerminal {
      let tail = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      write("\(time) \(event.level) \(event.message)\(tail)\n")
      return
    }
    let record = facts.merging(
      ["time": time, "level": "\(event.level)", "logger": label, "message": "\(event.message)"]) { _, own in own }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(record) else { return }
    write(String(decoding: line, as: UTF8.self) + "\n")
  }

  private func write(_ text: String) {
    var text = text
    // Sound: the kernel reads inside the string while the closure runs.
    text.withUTF8 { buffer in
      #if canImport(Glibc)
        _ = unsafe Glibc.write(STDERR_FILENO, buffer.baseAddress, buffer.count)
      #else
        _ = unsafe Darwin.write(STDERR_FILENO, buffer.baseAddress, buffer.count)
      #endif
    }
  }
}

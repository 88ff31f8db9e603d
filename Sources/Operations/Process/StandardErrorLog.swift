internal import EntenteFileMapping
internal import Foundation
public import Logging

/// Logs to standard error: readable text on a terminal, one JSON object per line otherwise.
///
/// ```swift
/// LoggingSystem.bootstrap { StandardErrorLog(label: $0) }
/// ```
public struct StandardErrorLog: LogHandler {
  public var metadata = Logger.Metadata()
  public var logLevel = Logger.Level.info
  private let label: String
  private let isTerminal = StandardStream.error.isTerminal

  public init(label: String) { self.label = label }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues { "\($0)" }
    let time = Date.now.formatted(.iso8601)
    if isTerminal {
      let tail = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.printable($0.value))" }.joined()
      write("\(time) \(event.level) \(Self.printable("\(event.message)"))\(tail)\n")
      return
    }
    let record = facts.merging(
      ["time": time, "level": "\(event.level)", "logger": label, "message": "\(event.message)"]) { _, own in own }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(record) else { return }
    write(HarmlessText.json(String(decoding: line, as: UTF8.self)) + "\n")
  }

  // If nobody reads the log, there is nothing to do about it.
  private func write(_ text: String) { try? StandardStream.error.write(Array(text.utf8)) }

  /// A file name or a message from elsewhere must not move the cursor.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

import EntenteFileMapping

/// The destination of an export: a file that appears complete or not at all, or standard output.
struct TextOutput: ~Copyable {
  private static let capacity = 1 << 16
  /// Nil for standard output.
  private var file: FilePublication?
  private var buffer: [UInt8] = []

  /// - Parameter path: nil for standard output.
  init(path: String?) throws(PublicationError) {
    file = if let path { try FilePublication(path: path) } else { nil }
  }

  mutating func write(_ text: String) throws(PublicationError) {
    buffer += text.utf8
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes the rest, and gives the file its name.
  mutating func finish() throws(PublicationError) {
    try flush()
    if let file = file.take() { try file.publish() }
  }

  private mutating func flush() throws(PublicationError) {
    if file == nil { try StandardStream.output.write(buffer) } else { try file?.write(buffer) }
    buffer.removeAll(keepingCapacity: true)
  }
}

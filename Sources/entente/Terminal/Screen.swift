import EntenteFileMapping

/// Standard output for people: lines made safe for a terminal, written in few calls.
///
/// ```swift
/// var screen = Screen(style: .ofStandardOutput())
/// try screen.show(["Un", "deux"])
/// try screen.finish()
/// ```
struct Screen {
  private static let capacity = 1 << 16
  private let sequences: [String]
  private var buffer: [UInt8] = []

  init(style: Style) { sequences = style.sequences }

  /// - Throws: `ExitStatus.cannotWrite`, after a complaint, where the lines cannot be written.
  mutating func show(_ lines: some Sequence<String>) throws {
    for line in lines {
      buffer += HarmlessText.shown(line, keeping: sequences).utf8
      buffer.append(0x0A)
      if buffer.count >= Self.capacity { try finish() }
    }
  }

  mutating func finish() throws {
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    do throws(PublicationError) { try StandardStream.output.write(bytes) } catch {
      guard !error.isBrokenPipe else { throw ExitStatus.cannotWrite.code }
      complain("entente: \(error)")
      throw ExitStatus.cannotWrite.code
    }
  }

  /// Shows lines and finishes.
  static func show(_ lines: some Sequence<String>, style: Style = .ofStandardOutput()) throws {
    var screen = Screen(style: style)
    try screen.show(lines)
    try screen.finish()
  }
}

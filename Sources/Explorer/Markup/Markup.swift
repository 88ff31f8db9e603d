/// Text that is HTML already. Everything else is escaped where a template prints it.
struct Markup: Sendable, CustomStringConvertible {
  private(set) var description: String

  init(safe description: String) { self.description = description }

  /// Escapes text for element content and for attribute values in quotes.
  ///
  /// Works on bytes, not on characters: a combining mark behind a quotation mark makes one character of the two, which a
  /// table of characters would let through.
  init(_ text: String) {
    guard text.utf8.contains(where: Self.mayNeedEscape) else {
      description = text
      return
    }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    description = result
  }

  /// Whether a byte is of a character to escape. C2 begins those from U+0080 to U+009F, among others.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
    default: byte < 0x20 || byte == 0x7F || byte == 0xC2
    }
  }

  static func + (left: Markup, right: Markup) -> Markup { Markup(safe: left.description + right.description) }
  static func += (left: inout Markup, right: Markup) { left.description += right.description }
}

/// Text that is HTML already. Everything else is escaped where a template prints it.
struct Markup: Sendable, CustomStringConvertible {
  private(set) var description: String

  init(safe description: String) { self.description = description }

  /// Escapes text for element content and for attribute values in quotes.
  ///
  /// Works on bytes, not on characters: a combining mark behind a quotation mark makes one character of the two, which a
  /// table of characters would let through.
  init(_ text: String) {
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

  static func + (left: Markup, right: Markup) -> Markup { Markup(safe: left.description + right.description) }
  static func += (left: inout Markup, right: Markup) { left.description += right.description }
}

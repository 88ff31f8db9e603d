// Strings of a .proto reach Swift through these two functions and no other way.

/// A Swift string literal of any text: what is not printable ASCII stands as its code point.
func literal(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case " "..."~": result.unicodeScalars.append(scalar)
    default: result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
  return result + "\""
}

/// The lines of a text, for line comments: a character that a compiler takes for the end of a line ends one, and characters
/// that are not seen, or that reorder what is seen, stand as U+FFFD.
func printableLines(_ text: String) -> [String] {
  var lines = [""]
  var previous: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n" where previous == "\r": break
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": lines.append("")
    case "\t": lines[lines.count - 1] += "  "
    default:
      lines[lines.count - 1].unicodeScalars.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
    }
    previous = scalar
  }
  return lines
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .surrogate, .privateUse, .unassigned: false
  // Joiners are part of what is seen, in emoji and in several scripts.
  case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
  default: true
  }
}

/// A name under a node, on one line or two, and the room that it takes.
///
/// The server does not know the reader's font: widths are those of a wide one, so that labels apart here are apart there.
struct GraphLabel: Equatable {
  static let lineHeight = 14.0
  private static let fontSize = 12.0
  private static let longestLine = 22
  private static let maximumLines = 2

  let lines: [String]
  let width: Double
  var height: Double { Double(lines.count) * Self.lineHeight }

  init(_ name: String) {
    lines = Self.wrap(name)
    width = lines.map { Self.width($0) }.max() ?? 0
  }

  /// Breaks between words where it can, and ends with an ellipsis where the name is longer.
  private static func wrap(_ name: String) -> [String] {
    var lines: [String] = []
    // A name that means harm may be long; two lines need no more of it.
    var rest = name.prefix(4 * longestLine).split { $0.isWhitespace }.joined(separator: " ")[...]
    while rest.count > longestLine, lines.count < maximumLines - 1 {
      let head = rest.prefix(longestLine + 1)
      let end = head.lastIndex(of: " ") ?? rest.index(rest.startIndex, offsetBy: longestLine)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    guard rest.count > longestLine else { return lines + [String(rest)] }
    return lines + [rest.prefix(longestLine - 1).trimmingSuffix { $0 == " " } + "…"]
  }

  private static func width(_ line: String) -> Double {
    line.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * fontSize
  }

  /// How far a character moves on, in ems, at most, in the fonts that browsers draw without asking.
  private static func advance(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "’", "|", "!", " ", "\u{A0}": 0.36
    case "f", "t", "r", "-", "(", ")", "/": 0.46
    case "m", "M", "w", "W", "@", "%", "…", "—", "œ", "Œ", "æ", "Æ": 1.04
    case "A"..."Z", "À"..."Þ": 0.84
    case "a"..."z", "0"..."9", "ß"..."ÿ": 0.68
    default: scalar.value < 0x300 ? 0.9 : 1.1
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}

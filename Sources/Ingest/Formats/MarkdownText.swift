/// The text of a Markdown file: headings, emphasis, links and code marks become plain lines.
///
/// Lists keep their bullets and numbers, because the structure of a programme is read from them.
enum MarkdownText {
  static func plain(_ markdown: String) -> (title: String?, text: String) {
    var title: String?
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }
      var rest = line.dropFirst(indent.count)
      let marks = rest.prefix { $0 == "#" }
      if !marks.isEmpty, marks.count <= 6, rest.dropFirst(marks.count).first == " " {
        rest = rest.dropFirst(marks.count).drop { $0 == " " }
        if marks.count == 1, title == nil { title = withoutMarks(rest) }
      } else if rest.hasPrefix("```") || isRule(rest) {
        continue
      } else if rest.hasPrefix("> ") {
        rest = rest.dropFirst(2)
      } else if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
        lines.append(indent + "• " + withoutMarks(rest.dropFirst(2)))
        continue
      }
      lines.append(indent + withoutMarks(rest))
    }
    return (title, lines.joined(separator: "\n"))
  }

  private static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && Set(marks).count == 1 && "-*_=".contains(marks.first ?? " ")
  }

  /// `**bold**` → `bold`, `[words](target)` → `words`.
  private static func withoutMarks(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let character = rest.first {
      if character == "[", let link = linkText(rest) {
        result += link.text
        rest = link.rest
        continue
      }
      rest = rest.dropFirst()
      switch character {
      case "*", "`": continue
      case "\\": if let escaped = rest.popFirst() { result.append(escaped) }
      default: result.append(character)
      }
    }
    return result
  }

  private static func linkText(_ rest: Substring) -> (text: String, rest: Substring)? {
    // Links are short; a bracket that never closes must not be looked for again and again.
    let window = rest.prefix(2000)
    guard let close = window.firstIndex(of: "]"), window[window.index(after: close)...].first == "(",
      let end = window[close...].firstIndex(of: ")")
    else { return nil }
    return (String(window[window.index(after: window.startIndex)..<close]), rest[rest.index(after: end)...])
  }
}

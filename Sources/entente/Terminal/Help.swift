import ArgumentParser

/// Help and complaints of the parser of the command line, in lines that fit the terminal.
///
/// The parser wraps all but its synopsis, `Usage: entente quotes [--by <by>] …`, and its complaints.
enum Help {
  static func fitted(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let line = String(line)
      if line.count <= width { return [line] }
      let isSynopsis = line.lowercased().hasPrefix("usage:")
      return wrapped(isSynopsis ? synopsis(line) : line.split(separator: " ").map(String.init), width: width)
    }.joined(separator: "\n")
  }

  /// Words, of which an option and its value in brackets are one.
  private static func synopsis(_ line: String) -> [String] {
    var words: [String] = []
    var depth = 0
    for word in line.split(separator: " ") {
      if depth > 0, let last = words.popLast() { words.append(last + " " + word) } else { words.append(String(word)) }
      depth += word.count { $0 == "[" } - word.count { $0 == "]" }
    }
    return words
  }

  /// Lines after the first stand under its second word.
  private static func wrapped(_ words: [String], width: Int) -> [String] {
    let margin = String(repeating: " ", count: min((words.first?.count ?? 0) + 1, 8))
    var lines: [String] = []
    var line = words.first ?? ""
    for word in words.dropFirst() {
      if line.count + 1 + word.count > width {
        lines.append(line)
        line = margin + word
      } else {
        line += " " + word
      }
    }
    return lines + [line]
  }
}

/// Reads the lexicon files of this module: `#` begins a comment line.
enum WordList {
  /// Words separated by spaces and line ends.
  static func words(_ text: String) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for line in lines(text) {
      for word in line.split(separator: " ") { words.insert(Array(word.utf8)) }
    }
    return words
  }

  /// Two columns separated by a tab; the second is empty on a line with only one.
  static func pairs(_ text: String) -> [(String, String)] {
    lines(text).map { line in
      let columns = line.split(separator: "\t", maxSplits: 1)
      return (String(columns[0]), columns.count > 1 ? String(columns[1]) : "")
    }
  }

  /// Lines that are no comments.
  static func lines(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
  }
}

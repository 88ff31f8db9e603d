/// Reads the lexicon files of this module: `#` begins a comment line.
enum WordList {
  /// Words separated by spaces and line ends.
  static func words(_ text: String) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for line in lines(text) {
      for word in self.words(in: line) { words.insert(word) }
    }
    return words
  }

  /// The words of a line, in order.
  ///
  /// Lines and words end at single bytes: looking for characters takes several times as long, and a program reads its
  /// lexicon whenever it starts.
  static func words(in line: some StringProtocol) -> [[UInt8]] {
    line.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
  }

  /// Two columns separated by a tab; the second is empty on a line with only one.
  static func pairs(_ text: String) -> [(String, String)] {
    lines(text).map { line in
      let columns = line.utf8.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      return (String(Substring(columns[0])), columns.count > 1 ? String(Substring(columns[1])) : "")
    }
  }

  /// Lines that are no comments.
  static func lines(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map(Substring.init)
  }
}

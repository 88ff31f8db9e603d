import EntenteFileMapping

/// Text with marked runs, made harmless, and laid out in lines of bounded width.
///
/// A run of French text must stay as written, so only the spaces between words become line breaks; non-breaking spaces
/// stay. A word that no line has room for is broken where the line ends.
struct MarkedText {
  private struct Word {
    let text: String
    let columns: Int
    let isMarked: Bool
    let isBehindSpace: Bool
  }

  private var words: [Word] = []

  /// - Parameters:
  ///   - text: shown with its line breaks folded into spaces.
  ///   - marks: ranges of UTF-8 offsets into `text`, ordered, without overlap.
  init(_ text: some StringProtocol, marks: [Range<Int>] = []) {
    let bytes = Array(text.utf8)
    var start = 0
    var isBehindSpace = false
    var nextMark = marks.startIndex
    func isMarked(_ position: Int) -> Bool {
      while nextMark < marks.endIndex, marks[nextMark].upperBound <= position { nextMark += 1 }
      return nextMark < marks.endIndex && marks[nextMark].contains(position)
    }
    var marked = false
    func close(at end: Int) {
      guard start < end else { return }
      let word = HarmlessText.shown(String(decoding: bytes[start..<end], as: UTF8.self))
      words.append(Word(text: word, columns: columnCount(word), isMarked: marked, isBehindSpace: isBehindSpace))
      isBehindSpace = false
    }
    for position in bytes.indices {
      let isSpace = bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position])
      let nowMarked = isMarked(position)
      if isSpace {
        close(at: position)
        start = position + 1
        isBehindSpace = true
      } else if nowMarked != marked {
        close(at: position)
        start = position
      }
      marked = nowMarked
    }
    close(at: bytes.count)
  }

  /// Lines of at most `width` columns, each after `indent` spaces.
  ///
  /// - Parameter label: replaces the indentation of the first line, or has its own line if it does not fit.
  func lines(width: Int, indent: Int = 0, label: String, style: Style) -> [String] {
    let label = HarmlessText.shown(label)
    guard width - indent >= 12, columnCount(label) < indent else {
      let lines = lines(width: width, indent: 2, style: style)
      return label.isEmpty ? lines : MarkedText(label).lines(width: width, style: style).map(style.dim) + lines
    }
    let lines = lines(width: width, indent: indent, style: style)
    let space = String(repeating: " ", count: indent - columnCount(label))
    guard let first = lines.first else { return label.isEmpty ? [] : [style.dim(label)] }
    return [style.dim(label) + space + first.dropFirst(indent)] + lines.dropFirst()
  }

  /// Lines of at most `width` columns, each after `indent` spaces.
  func lines(width: Int, indent: Int = 0, style: Style) -> [String] {
    var lines = Lines(width: width, indent: min(indent, max(width - 4, 0)), style: style)
    var start = 0
    while start < words.count {
      // Words without a space between them stay together.
      var end = start + 1
      while end < words.count, !words[end].isBehindSpace { end += 1 }
      let columns = words[start..<end].reduce(0) { $0 + $1.columns }
      lines.begin(columns, isBehindSpace: words[start].isBehindSpace)
      for word in words[start..<end] { lines.add(word) }
      start = end
    }
    return lines.finish()
  }

  private struct Lines {
    let width: Int
    let indent: Int
    let style: Style
    private var done: [String] = []
    private var line = ""
    private var column = 0

    init(width: Int, indent: Int, style: Style) {
      (self.width, self.indent, self.style) = (width, indent, style)
      startLine()
    }

    private mutating func startLine() {
      line = String(repeating: " ", count: indent)
      column = indent
    }

    private mutating func endLine() {
      done.append(line)
      startLine()
    }

    /// Begins a run of words with this many columns.
    mutating func begin(_ columns: Int, isBehindSpace: Bool) {
      guard isBehindSpace, column > indent else { return }
      if column + 1 + columns > width {
        endLine()
      } else {
        line += " "
        column += 1
      }
    }

    mutating func add(_ word: Word) {
      guard column + word.columns > width else {
        append(word.text, word.columns, word.isMarked)
        return
      }
      var rest = word.text[...]
      while !rest.isEmpty {
        let piece = beginning(of: rest)
        append(piece.text, piece.columns, word.isMarked)
        rest = rest[piece.text.endIndex...]
        if !rest.isEmpty { endLine() }
      }
    }

    private mutating func append(_ text: some StringProtocol, _ columns: Int, _ isMarked: Bool) {
      line += isMarked ? style.match(String(text)) : String(text)
      column += columns
    }

    /// As much as the line has room for; a character at the least where it is empty.
    private func beginning(of text: Substring) -> (text: Substring, columns: Int) {
      var columns = 0
      var end = text.startIndex
      while end < text.endIndex {
        let character = columnCount(String(text[end]))
        guard column + columns + character <= width || column == indent && columns == 0 else { break }
        columns += character
        end = text.index(after: end)
      }
      return (text[..<end], columns)
    }

    mutating func finish() -> [String] {
      if column > indent { done.append(line) }
      return done
    }
  }
}

/// The lines of a text in several paragraphs, each as wide as the terminal at most and as far in as it is written.
func wrapped(_ text: String, style: Style) -> [String] {
  text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap { bytes in
    let line = Substring(bytes)
    let indent = min(line.utf8.prefix { $0 == 0x20 }.count, 8)
    let lines = MarkedText(line).lines(width: style.width, indent: indent, style: style)
    return lines.isEmpty ? [""] : lines
  }
}

/// The text, cut to `width` columns with an ellipsis where it is longer.
func shortened(_ text: String, to width: Int) -> String {
  guard columnCount(text) > width else { return text }
  var kept = text.prefix(max(width - 1, 0))
  while columnCount(kept) > max(width - 1, 0) { kept.removeLast() }
  while kept.last?.isWhitespace == true { kept.removeLast() }
  return kept + "…"
}

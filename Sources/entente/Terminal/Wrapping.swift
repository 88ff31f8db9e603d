/// Text with marked runs, laid out in lines of bounded width.
///
/// A run of French text must stay as written, so only the spaces between words become line breaks; non-breaking spaces
/// stay.
struct MarkedText {
  private var words: [(text: String, marked: Bool, spaceBefore: Bool)] = []

  /// - Parameters:
  ///   - text: shown with its line breaks folded into spaces.
  ///   - marks: ranges of UTF-8 offsets into `text`, ordered, without overlap.
  init(_ text: String, marks: [Range<Int>] = []) {
    let bytes = Array(text.utf8)
    var start = 0
    var spaceBefore = false
    var nextMark = marks.startIndex
    func isMarked(_ position: Int) -> Bool {
      while nextMark < marks.endIndex, marks[nextMark].upperBound <= position { nextMark += 1 }
      return nextMark < marks.endIndex && marks[nextMark].contains(position)
    }
    var marked = false
    func close(at end: Int) {
      guard start < end else { return }
      words.append((String(decoding: bytes[start..<end], as: UTF8.self), marked, spaceBefore))
      spaceBefore = false
    }
    for position in bytes.indices {
      let isSpace = bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position])
      let nowMarked = isMarked(position)
      if isSpace {
        close(at: position)
        start = position + 1
        spaceBefore = true
      } else if nowMarked != marked {
        close(at: position)
        start = position
      }
      marked = nowMarked
    }
    close(at: bytes.count)
  }

  /// Lines of at most `width` columns, each after `indent` spaces; a longer word gets a line of its own.
  ///
  /// - Parameter label: stands in place of the spaces of the first line.
  func lines(width: Int, indent: Int = 0, label: String, style: Style) -> [String] {
    let lines = lines(width: width, indent: indent, style: style)
    let space = String(repeating: " ", count: max(indent - columnCount(label), 0))
    guard let first = lines.first else { return label.isEmpty ? [] : [label] }
    return [style.dim(label) + space + first.dropFirst(indent)] + lines.dropFirst()
  }

  /// Lines of at most `width` columns, each after `indent` spaces; a longer word gets a line of its own.
  func lines(width: Int, indent: Int = 0, style: Style) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    var column = indent
    for (index, word) in words.enumerated() {
      let unbroken = words[(index + 1)...].prefix { !$0.spaceBefore }
      let length =
        columnCount(word.text) + (word.spaceBefore ? unbroken.reduce(0) { $0 + columnCount($1.text) } : 0)
      let separator = word.spaceBefore && column > indent ? 1 : 0
      if separator == 1, column + separator + length > width {
        lines.append(line)
        line = margin
        column = indent
      } else if separator == 1 {
        line += " "
        column += 1
      }
      line += word.marked ? style.match(word.text) : word.text
      column += columnCount(word.text)
    }
    if column > indent { lines.append(line) }
    return lines
  }
}

/// The text, cut to `width` columns with an ellipsis where it is longer.
func shortened(_ text: String, to width: Int) -> String {
  guard columnCount(text) > width else { return text }
  var kept = text.prefix(max(width - 1, 0))
  while columnCount(kept) > max(width - 1, 0) { kept.removeLast() }
  return kept.trimmingSuffix(while: \.isWhitespace) + "…"
}

extension Substring {
  fileprivate func trimmingSuffix(while drop: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, drop(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}

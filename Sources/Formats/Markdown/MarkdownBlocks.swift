/// The blocks of a Markdown text, as HTML: CommonMark (https://spec.commonmark.org) with tables, as far as text shows it.
///
/// Lines stay lines, because the structure of a programme is read from them.
struct MarkdownBlocks {
  private(set) var html: [UInt8] = []
  private let labels: Set<String>
  /// The lines of the paragraph, heading or item that is open, and how it begins and ends.
  private var paragraph: (opening: String, lines: [Substring], closing: String)?

  init(_ lines: ArraySlice<Substring>) {
    labels = Set(lines.lazy.compactMap(Self.definedLabel))
    var rest = lines
    while let line = rest.popFirst() { add(line, &rest) }
    endParagraph()
  }

  private mutating func add(_ line: Substring, _ rest: inout ArraySlice<Substring>) {
    var content = line.drop { $0 == " " || $0 == "\t" }
    while content.first == ">" {
      // A quotation is shown as its text.
      content = content.dropFirst().drop { $0 == " " }
    }
    if let note = Self.note(content) {
      endParagraph()
      content = note
    }
    if content.isEmpty {
      endParagraph()
    } else if let fence = Self.fence(content) {
      addCode(fence, &rest)
    } else if isUnderline(content) {
      // The paragraph before it is a heading.
      paragraph?.opening = "<h2>"
      paragraph?.closing = "</h2>"
      endParagraph()
    } else if Self.isRule(content) {
      endParagraph()
      html += "<hr>".utf8
    } else if let heading = Self.heading(content) {
      endParagraph()
      paragraph = ("<h\(heading.level)>", [heading.text], "</h\(heading.level)>")
      endParagraph()
    } else if let item = Self.item(content) {
      endParagraph()
      paragraph = (item.opening, [item.text], item.closing)
    } else if let raw = Self.rawEnd(content) {
      endParagraph()
      addRaw(content, until: raw, &rest)
    } else if let next = rest.first, content.utf8.contains(UInt8(ascii: "|")), Self.isTableRule(next) {
      endParagraph()
      addTable(content, &rest)
    } else if paragraph == nil, Self.definedLabel(content) != nil {
      return
    } else if paragraph == nil {
      paragraph = ("<p>", [content], "</p>")
    } else {
      paragraph?.lines.append(content)
    }
  }

  private mutating func endParagraph() {
    guard let ended = paragraph else { return }
    paragraph = nil
    html += ended.opening.utf8
    var inline = MarkdownInline(Array(ended.lines.joined(separator: "\n").utf8), labels: labels)
    html += inline.html()
    html += ended.closing.utf8
  }

  // Headings, rules, items

  private static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
    let marks = line.prefix { $0 == "#" }
    let text = line.dropFirst(marks.count)
    guard (1...6).contains(marks.count), text.isEmpty || text.first == " " || text.first == "\t" else { return nil }
    var end = text
    while end.last?.isWhitespace == true { end.removeLast() }
    let closing = end.reversed().prefix { $0 == "#" }.count
    // Marks at the end close the heading, where a space stands before them.
    if closing > 0, closing < end.count, end.dropLast(closing).last == " " { end.removeLast(closing) }
    return (marks.count, end.drop { $0 == " " })
  }

  private func isUnderline(_ line: Substring) -> Bool {
    guard paragraph?.opening == "<p>" else { return false }
    let marks = line.drop { $0 == "=" || $0 == "-" }
    return line.utf8.count >= 2 && marks.allSatisfy { $0 == " " } && Set(line.utf8.filter { $0 != 0x20 }).count == 1
  }

  private static func isRule(_ line: Substring) -> Bool {
    guard let mark = line.first, "-*_=".contains(mark) else { return false }
    return line.allSatisfy { $0 == mark || $0 == " " || $0 == "\t" } && line.count { $0 == mark } >= 3
  }

  private static func item(_ line: Substring) -> (opening: String, text: Substring, closing: String)? {
    if let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " || line.dropFirst().first == "\t" {
      return ("<ul><li>", line.dropFirst(2).drop { $0 == " " }, "</li></ul>")
    }
    let number = line.prefix(9).prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(number.count)
    guard !number.isEmpty, rest.first == "." || rest.first == ")", rest.dropFirst().first == " " else { return nil }
    return ("<ol><li value=\(number)>", rest.dropFirst(2).drop { $0 == " " }, "</li></ol>")
  }

  // Code

  private static func fence(_ line: Substring) -> Substring? {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let fence = line.prefix { $0 == mark }
    // Backticks with a backtick behind them are code in a line.
    guard fence.count >= 3, mark == "~" || !line.dropFirst(fence.count).contains("`") else { return nil }
    return fence
  }

  private mutating func addCode(_ fence: Substring, _ rest: inout ArraySlice<Substring>) {
    endParagraph()
    html += "<pre>".utf8
    while let line = rest.popFirst() {
      let content = line.drop { $0 == " " || $0 == ">" }
      if content.hasPrefix(fence), content.allSatisfy({ $0 == fence.first || $0.isWhitespace }) { break }
      MarkdownInline.escape(line.utf8, into: &html)
      html.append(0x0A)
    }
    html += "</pre>".utf8
  }

  // HTML

  /// Blocks that begin with these tags are HTML up to an empty line: https://spec.commonmark.org/0.31.2/#html-blocks
  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main",
    "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section", "summary", "table",
    "tbody",
    "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
  private static let rawTags: Set<String> = ["pre", "script", "style", "textarea"]

  /// What ends the HTML that begins with `line`: nothing for an empty line. Nil if it begins none.
  private static func rawEnd(_ line: Substring) -> String? {
    guard line.first == "<" else { return nil }
    if line.hasPrefix("<!--") { return "-->" }
    if line.hasPrefix("<?") { return "?>" }
    if line.hasPrefix("<!") { return ">" }
    let name = line.dropFirst().drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    if rawTags.contains(name), !line.hasPrefix("</") { return "</\(name)" }
    return blockTags.contains(name) ? "" : nil
  }

  private mutating func addRaw(_ line: Substring, until end: String, _ rest: inout ArraySlice<Substring>) {
    var line = line
    while true {
      html += line.utf8
      html.append(0x0A)
      if !end.isEmpty, line.lowercased().contains(end) { return }
      guard let next = rest.first, !end.isEmpty || next.contains(where: { !$0.isWhitespace }) else { return }
      line = next
      rest.removeFirst()
    }
  }

  // Tables

  /// `| --- | :-: |`
  private static func isTableRule(_ line: Substring) -> Bool {
    line.utf8.contains(UInt8(ascii: "-")) && line.utf8.contains(UInt8(ascii: "|"))
      && line.utf8.allSatisfy { "|-: \t>".utf8.contains($0) }
  }

  private mutating func addTable(_ header: Substring, _ rest: inout ArraySlice<Substring>) {
    html += "<table>".utf8
    addRow(header)
    rest.removeFirst()
    while let row = rest.first, row.utf8.contains(UInt8(ascii: "|")) {
      addRow(row)
      rest.removeFirst()
    }
    html += "</table>".utf8
  }

  private mutating func addRow(_ line: Substring) {
    html += "<tr>".utf8
    for cell in Self.cells(line) {
      html += "<td>".utf8
      var inline = MarkdownInline(cell, labels: labels)
      html += inline.html()
    }
    html += "</tr>".utf8
  }

  /// The cells between the lines; a line behind a backslash is none.
  private static func cells(_ line: Substring) -> [[UInt8]] {
    var bytes = Array(line.utf8.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") })
    while bytes.last?.isASCIISpace == true { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "|") { bytes.removeFirst() }
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if cells.last?.isEmpty == true, cells.count > 1 { cells.removeLast() }
    return cells
  }

  // Definitions

  /// The text of `[^1]: text`; nil for other lines.
  private static func note(_ line: Substring) -> Substring? {
    guard line.hasPrefix("[^"), let close = line.firstIndex(of: "]") else { return nil }
    let rest = line[line.index(after: close)...]
    return rest.first == ":" ? rest.dropFirst().drop { $0 == " " } : nil
  }

  /// The label that `[label]: address` defines; nil for other lines.
  private static func definedLabel(_ line: Substring) -> String? {
    let content = line.drop { $0 == " " }
    guard content.first == "[", content.dropFirst().first != "^", let close = content.firstIndex(of: "]"),
      content[content.index(after: close)...].hasPrefix(":")
    else { return nil }
    let address = content[close...].dropFirst(2).drop { $0 == " " }
    guard !address.isEmpty, !address.prefix(while: { $0 != " " }).isEmpty else { return nil }
    return MarkdownInline.label(content[..<close].dropFirst().utf8)
  }
}

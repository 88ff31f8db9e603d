/// The words of a paragraph in Markdown, as HTML: without the marks of emphasis, links and code.
///
/// Each byte is looked at a bounded number of times, whatever stands open.
struct MarkdownInline {
  private let bytes: [UInt8]
  /// The labels of links that are defined elsewhere.
  private let labels: Set<String>
  private var output: [UInt8] = []
  private var index = 0

  /// Where brackets that are open stand in the output, and where what they hold begins in the input.
  private var brackets: [(output: Int, start: Int, isImage: Bool)] = []
  /// Runs of marks that may be closed, by mark: where they stand in the output, and how many marks are left.
  private var openers: [UInt8: [(output: Int, count: Int)]] = [:]
  /// Behind the last bracket that was read.
  private var endOfBracket = 0
  /// Marks that are not found ahead any more.
  private var missing: Set<UInt8> = []
  /// The position of the last run of that many backticks.
  private lazy var lastBackticks = findBackticks()

  /// A mark that was taken away: no text has this byte.
  private static let removed: UInt8 = 0
  /// Brackets in an address: https://spec.commonmark.org/0.31.2/#link-destination
  private static let addressDepth = 32

  init(_ bytes: [UInt8], labels: Set<String>) {
    self.bytes = bytes
    self.labels = labels
    output.reserveCapacity(bytes.count + 16)
  }

  mutating func html() -> [UInt8] {
    while index < bytes.count { step() }
    return output.filter { $0 != Self.removed }
  }

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): addEscaped()
    case UInt8(ascii: "`"): addCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): addMarks(byte)
    case UInt8(ascii: "["): openBracket(isImage: false)
    case UInt8(ascii: "!") where next == UInt8(ascii: "["): openBracket(isImage: true)
    case UInt8(ascii: "]"): closeBracket()
    case UInt8(ascii: "<"): addTag()
    case UInt8(ascii: "&"): addReference()
    case 0x0A:
      output += "<br>".utf8
      index += 1
    case Self.removed: index += 1
    default:
      output.append(byte)
      index += 1
    }
  }

  private var next: UInt8? { index + 1 < bytes.count ? bytes[index + 1] : nil }

  static func escape(_ text: some Sequence<UInt8>, into html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case removed: break
      default: html.append(byte)
      }
    }
  }

  private mutating func addEscaped() {
    guard let escaped = next, escaped.isASCIIPunctuation else {
      // A backslash at the end of a line breaks it.
      if next != 0x0A { output.append(bytes[index]) }
      index += 1
      return
    }
    Self.escape([escaped], into: &output)
    index += 2
  }

  // Code

  private func findBackticks() -> [Int: Int] {
    var last: [Int: Int] = [:]
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] == UInt8(ascii: "`") { position += 1 }
      if position > start { last[position - start] = start } else { position += 1 }
    }
    return last
  }

  private func backticks(at start: Int) -> Int { bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count }

  private mutating func addCode() {
    let count = backticks(at: index)
    let start = index + count
    guard let last = lastBackticks[count], last >= start else {
      output += bytes[index..<start]
      index = start
      return
    }
    var end = start
    while end < bytes.count {
      let found = backticks(at: end)
      if found == count { break }
      end += max(found, 1)
    }
    Self.escape(bytes[start..<min(end, bytes.count)], into: &output)
    index = min(end + count, bytes.count)
  }

  // Emphasis

  /// A run of marks closes what is open before it, as far as it can, and opens the rest.
  private mutating func addMarks(_ mark: UInt8) {
    let start = index
    while index < bytes.count, bytes[index] == mark { index += 1 }
    let position = output.count
    output += bytes[start..<index]
    var count = index - start
    guard mark != UInt8(ascii: "~") || count == 2 else { return }
    let (opens, closes) = flanks(start..<index, mark)
    while closes, count > 0, let opener = openers[mark]?.popLast() {
      let pairs = min(count, opener.count)
      for offset in 0..<pairs {
        output[opener.output + opener.count - 1 - offset] = Self.removed
        output[position + (index - start) - count + offset] = Self.removed
      }
      count -= pairs
      if opener.count > pairs { openers[mark]?.append((opener.output, opener.count - pairs)) }
    }
    if opens, count > 0 { openers[mark, default: []].append((output.count - count, count)) }
  }

  private enum Side { case space, punctuation, word }

  /// Whether a run may open and close emphasis: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
  private func flanks(_ run: Range<Int>, _ mark: UInt8) -> (opens: Bool, closes: Bool) {
    let before = run.lowerBound == 0 ? Side.space : side(endingAt: run.lowerBound)
    let after = run.upperBound == bytes.count ? Side.space : side(startingAt: run.upperBound)
    let isLeft = after == .word || after == .punctuation && before != .word
    let isRight = before == .word || before == .punctuation && after != .word
    guard mark == UInt8(ascii: "_") else { return (isLeft, isRight) }
    // Inside a word it is one of its letters.
    return (isLeft && (!isRight || before == .punctuation), isRight && (!isLeft || after == .punctuation))
  }

  private func side(startingAt start: Int) -> Side {
    let lead = bytes[start]
    if lead < 0x80 { return Self.side(Unicode.Scalar(lead)) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return Self.side(bytes[start..<min(start + length, bytes.count)])
  }

  private func side(endingAt end: Int) -> Side {
    var start = end - 1
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Self.side(bytes[start..<end])
  }

  private static func side(_ bytes: ArraySlice<UInt8>) -> Side {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(side) ?? .space
  }

  private static func side(_ scalar: Unicode.Scalar) -> Side {
    if scalar.properties.isWhitespace || scalar.value == 0 { return .space }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .word
    }
  }

  // Links

  private mutating func openBracket(isImage: Bool) {
    output += isImage ? "![".utf8 : "[".utf8
    index += isImage ? 2 : 1
    endOfBracket = index
    brackets.append((output.count - (isImage ? 2 : 1), index, isImage))
  }

  private mutating func closeBracket() {
    let close = index
    index += 1
    defer { endOfBracket = index }
    guard let bracket = brackets.popLast(), let end = endOfLink(bracket.start..<close) else {
      output.append(UInt8(ascii: "]"))
      return
    }
    index = end
    if bracket.isImage || isNote(bracket.start..<close) {
      // A picture is not text, nor is the mark of a note.
      remove(from: bracket.output)
    } else {
      output[bracket.output] = Self.removed
    }
  }

  private mutating func remove(from start: Int) {
    output.removeLast(output.count - start)
    for mark in openers.keys {
      while let last = openers[mark]?.last, last.output >= start { openers[mark]?.removeLast() }
    }
  }

  private func isNote(_ text: Range<Int>) -> Bool { !text.isEmpty && bytes[text.lowerBound] == UInt8(ascii: "^") }

  /// The end of the link of a text in brackets; nil if it is none.
  private mutating func endOfLink(_ text: Range<Int>) -> Int? {
    let after = text.upperBound + 1
    if isNote(text) { return after }
    switch after < bytes.count ? bytes[after] : 0 {
    case UInt8(ascii: "("):
      if let end = endOfAddress(after + 1) { return end }
    case UInt8(ascii: "["):
      let end = bytes[(after + 1)...].firstIndex { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }
      if let end, bytes[end] == UInt8(ascii: "]"), isDefined(end == after + 1 ? text : after + 1..<end) {
        return end + 1
      }
    default: break
    }
    return isDefined(text) ? after : nil
  }

  /// A label has no brackets.
  private func isDefined(_ label: Range<Int>) -> Bool {
    guard !labels.isEmpty, endOfBracket <= label.lowerBound, label.count < 1000 else { return false }
    return labels.contains(Self.label(bytes[label]))
  }

  /// Labels are compared without regard to case and white space.
  static func label(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  /// The end of `address "title")`.
  private mutating func endOfAddress(_ start: Int) -> Int? {
    var position = skipSpace(start)
    if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
      let end = bytes[(position + 1)...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == 0x0A }
      guard let end, bytes[end] == UInt8(ascii: ">") else { return nil }
      position = end + 1
    } else {
      var depth = 0
      while position < bytes.count, !bytes[position].isASCIISpace, depth <= Self.addressDepth {
        if bytes[position] == UInt8(ascii: "(") { depth += 1 }
        if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
        if depth < 0 { break }
        position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    position = skipSpace(position)
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
      guard let end = find(bytes[position], from: position + 1) else { return nil }
      position = skipSpace(end + 1)
    }
    return position < bytes.count && bytes[position] == UInt8(ascii: ")") ? position + 1 : nil
  }

  private func skipSpace(_ start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
    return position
  }

  /// The next `mark` from `start` on; where there is none, it is not looked for again.
  private mutating func find(_ mark: UInt8, from start: Int) -> Int? {
    guard start <= bytes.count, !missing.contains(mark) else { return nil }
    if let found = bytes[start...].firstIndex(of: mark) { return found }
    missing.insert(mark)
    return nil
  }

  // Tags and references

  /// An address in brackets is text, a tag is left to the reader of HTML, and any other sign is itself.
  private mutating func addTag() {
    if let end = endOfAutomaticLink(index + 1) {
      Self.escape(bytes[(index + 1)..<end], into: &output)
      index = end + 1
    } else if let end = endOfTag(index + 1) {
      output += bytes[index...end]
      index = end + 1
    } else {
      output += "&lt;".utf8
      index += 1
    }
  }

  /// Where `https://example.org>` or `name@example.org>` ends.
  private func endOfAutomaticLink(_ start: Int) -> Int? {
    var position = start
    var isAddress = false
    while position < bytes.count, !bytes[position].isASCIISpace {
      switch bytes[position] {
      case UInt8(ascii: ">"): return isAddress ? position : nil
      case UInt8(ascii: ":") where position > start + 1: isAddress = true
      case UInt8(ascii: "@") where position > start: isAddress = true
      case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "="): if !isAddress { return nil }
      default: break
      }
      guard bytes[position] != UInt8(ascii: "<") else { return nil }
      position += 1
    }
    return nil
  }

  /// Where a tag, a comment or an instruction ends: https://spec.commonmark.org/0.31.2/#raw-html
  private mutating func endOfTag(_ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "?") {
      return find(UInt8(ascii: ">"), from: start)
    }
    var position = bytes[start] == UInt8(ascii: "/") ? start + 1 : start
    guard position < bytes.count, bytes[position].isASCIILetter else { return nil }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"): return position
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard bytes[position - 1] == UInt8(ascii: "="), let end = find(bytes[position], from: position + 1) else {
          return nil
        }
        position = end
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "="),
        UInt8(ascii: "/"):
        break
      default: guard bytes[position].isASCIILetterOrDigit || bytes[position].isASCIISpace else { return nil }
      }
      position += 1
    }
    return nil
  }

  /// A reference needs its semicolon here.
  private mutating func addReference() {
    let name = bytes[(index + 1)...].prefix(32).prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "#") }
    let isReference = !name.isEmpty && name.endIndex < bytes.count && bytes[name.endIndex] == UInt8(ascii: ";")
    output += isReference ? "&".utf8 : "&amp;".utf8
    index += 1
  }
}

extension UInt8 {
  fileprivate var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIILetterOrDigit }
}

internal import EntenteSchema

/// A stretch of a text to show in its own way, such as a highlight or a quotation.
struct TextMark: Sendable {
  /// In bytes of the text's UTF-8.
  var range: Range<Int>
  /// CSS class.
  var style: String
  /// Where a click leads; empty for nowhere.
  var link = ""
  /// What the pointer shows; empty for nothing.
  var title = ""
  /// The element's id, for addresses that lead to it.
  var id = ""
}

/// Lays marks over a text, exactly as written. Marks may overlap: a stretch carries the classes of all marks over it.
enum MarkedText {
  /// - Parameter marks: in any order; those that leave the text or cut a character are left out.
  static func html(_ text: String, _ marks: [TextMark]) -> Markup {
    let bytes = Array(text.utf8)
    let marks = marks.filter { isWhole($0.range, in: bytes) && !$0.range.isEmpty }
    // Every place where some mark begins or ends, in order; between two of them the same marks hold.
    var starts: [Int: [Int]] = [:]
    var bounds: Set<Int> = [0, bytes.count]
    for (index, mark) in marks.enumerated() {
      starts[mark.range.lowerBound, default: []].append(index)
      bounds.formUnion([mark.range.lowerBound, mark.range.upperBound])
    }
    let cuts = bounds.sorted()
    var active: [Int] = []
    var html = Markup(safe: "")
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      active.removeAll { marks[$0].range.upperBound <= start }
      let opening = starts[start] ?? []
      active += opening
      let piece = Markup(String(decoding: bytes[start..<end], as: UTF8.self))
      html += active.isEmpty ? piece : wrapped(piece, active.map { marks[$0] }, opening: opening.map { marks[$0] })
    }
    return html
  }

  private static func wrapped(_ piece: Markup, _ marks: [TextMark], opening: [TextMark]) -> Markup {
    let styles = Set(marks.map(\.style)).sorted().joined(separator: " ")
    let title = marks.map(\.title).filter { !$0.isEmpty }.joined(separator: " · ")
    let ids = opening.map(\.id).filter { !$0.isEmpty }
    var anchors = Markup(safe: "")
    for id in ids { anchors += Markup(safe: "<a id=\"") + Markup(id) + Markup(safe: "\"></a>") }
    // The innermost link: one element cannot lead to two places.
    let link = marks.filter { !$0.link.isEmpty }.min { $0.range.count < $1.range.count }?.link
    let name = link == nil ? "mark" : "a"
    var tag = Markup(safe: "<\(name) class=\"") + Markup(styles) + Markup(safe: "\"")
    if let link { tag += Markup(safe: " href=\"") + Markup(link) + Markup(safe: "\"") }
    if !title.isEmpty { tag += Markup(safe: " title=\"") + Markup(title) + Markup(safe: "\"") }
    return anchors + tag + Markup(safe: ">") + piece + Markup(safe: "</\(name)>")
  }

  private static func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isBoundary(_ index: Int) -> Bool { index == bytes.count || bytes[index] & 0xC0 != 0x80 }
    return range.lowerBound >= 0 && range.upperBound <= bytes.count && isBoundary(range.lowerBound)
      && isBoundary(range.upperBound)
  }
}

extension TextSpan {
  /// In bytes. Spans of a snapshot fit: both parts are 32 bits wide.
  var range: Range<Int> { Int(offset)..<(Int(offset) + Int(length)) }
}

extension Source {
  /// Marks of other spans of the same document, moved to where they stand in this source's own text.
  func marks(_ spans: [TextSpan?], style: String) -> [TextMark] {
    let start = span?.range.lowerBound ?? 0
    return spans.compactMap { inner in
      guard let inner = inner?.range, inner.lowerBound >= start else { return nil }
      return TextMark(range: (inner.lowerBound - start)..<(inner.upperBound - start), style: style)
    }
  }
}

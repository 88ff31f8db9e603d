/// Reads the events of a page.
final class HTMLPageReader: HTMLEvents {
  private(set) var facts = PageFacts()
  private var layout = PageLayout()
  private var asides = PageAsides()
  /// Text that is not resolved yet: a reference may come in parts.
  private var pending: [UInt8] = []

  /// How many elements are open.
  private var depth = 0
  /// The outermost element that is not shown.
  private var hiddenDepth: Int?
  private var isLinkedData = false
  private var linkDepth: Int?
  private var preformattedDepth: Int?
  private var quotationDepth = 0
  /// The outermost element whose asides are text: the button of a heading that unfolds, the footer that says who is quoted.
  private var keeperDepth: Int?
  /// The next number of each list that is open; nil for one of bullets.
  private var lists: [Int?] = []

  private var titleDepth: Int?
  private(set) var title = ""
  private var headlineStart: Int?
  private(set) var headline = ""
  /// How many bytes of text stand after the headline; nil before it.
  private var sizeAfterHeadline: Int?
  private var time: (start: Int, datetime: String?, isMarked: Bool)?

  /// What stands further from the headline is no date line.
  private static let headSize = 300

  var text: String { layout.text(without: asides.ranges) }

  private static let keepers: Set<String> = ["blockquote", "summary"]

  // Events

  func begin(_ name: String, _ attributes: HTMLAttributes) {
    flush()
    depth += 1
    guard hiddenDepth == nil, titleDepth == nil else { return }
    switch HTMLElement(name) {
    case .block(let isSpaced):
      layout.endLine(isSpaced: isSpaced)
      if Self.keepers.contains(name) { keeperDepth = keeperDepth ?? depth }
    case .heading(let level): beginHeading(level)
    case .lineBreak: layout.breakLine()
    case .item: beginItem(attributes["value"].flatMap { Int($0) })
    case .list(let isOrdered):
      layout.endLine()
      lists.append(isOrdered ? attributes["start"].flatMap { Int($0) } ?? 1 : nil)
    case .row: layout.endLine()
    case .cell: layout.beginCell()
    case .quotation: beginQuotation()
    case .apart: layout.addSpace()
    case .link: linkDepth = linkDepth ?? depth
    case .preformatted:
      layout.endLine(isSpaced: true)
      preformattedDepth = preformattedDepth ?? depth
    case .hidden:
      hiddenDepth = depth
      isLinkedData = name == "script" && attributes["type"]?.lowercased() == "application/ld+json"
    case .aside: beginAside(name)
    case .title: if !asides.isOpen, title.isEmpty { titleDepth = depth } else { hiddenDepth = depth }
    case .meta: facts.add(attributes)
    case .time: beginTime(attributes)
    case .inline: break
    }
  }

  func end(_ name: String) {
    flush()
    defer { depth -= 1 }
    if hiddenDepth != nil || titleDepth != nil {
      if hiddenDepth == depth { (hiddenDepth, isLinkedData) = (nil, false) }
      if titleDepth == depth { titleDepth = nil }
      return
    }
    if keeperDepth == depth { keeperDepth = nil }
    switch HTMLElement(name) {
    case .block(let isSpaced): layout.endLine(isSpaced: isSpaced)
    case .heading(let level): endHeading(level)
    case .item: layout.endItem()
    case .list:
      layout.endLine()
      _ = lists.popLast()
    case .row: layout.endLine()
    case .quotation: endQuotation()
    case .apart: layout.addSpace()
    case .link: if linkDepth == depth { linkDepth = nil }
    case .preformatted:
      layout.endLine(isSpaced: true)
      if preformattedDepth == depth { preformattedDepth = nil }
    case .aside: endAside(name)
    case .time: endTime()
    case .lineBreak, .cell, .hidden, .title, .meta, .inline: break
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard hiddenDepth == nil || isLinkedData else { return }
    // Sound: the bytes are copied before the call ends.
    unsafe pending.append(contentsOf: text)
  }

  /// Takes the text before an element begins or ends.
  private func flush() {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    if isLinkedData {
      // The parser resolves no reference in a script.
      facts.addLinkedData(pending.replacing(HTMLSource.ampersand, with: [UInt8(ascii: "&")]))
      return
    }
    var text: [UInt8] = []
    text.reserveCapacity(pending.count)
    CharacterReference.resolve(pending[...], into: &text)
    guard titleDepth == nil else {
      title = PageFacts.tidied(title + String(decoding: text, as: UTF8.self))
      return
    }
    let size = layout.add(text, isPreformatted: preformattedDepth != nil)
    if linkDepth == nil { asides.count(size) }
    sizeAfterHeadline? += size
  }

  // Elements

  private func beginHeading(_ level: Int) {
    layout.endLine(isSpaced: true)
    keeperDepth = keeperDepth ?? depth
    if level == 1, sizeAfterHeadline == nil, headlineStart == nil { headlineStart = layout.bytes.count }
  }

  private func endHeading(_ level: Int) {
    layout.endLine(isSpaced: true)
    guard level == 1, let start = headlineStart else { return }
    headlineStart = nil
    headline = PageFacts.tidied(String(decoding: layout.bytes[start...], as: UTF8.self))
    if !headline.isEmpty { sizeAfterHeadline = 0 }
  }

  private func beginItem(_ number: Int?) {
    guard let last = lists.indices.last, let next = lists[last] else {
      layout.beginItem("• ")
      return
    }
    let shown = number ?? next
    lists[last] = shown &+ 1
    layout.beginItem("\(shown). ")
  }

  private func beginQuotation() {
    layout.beginQuotation(quotationDepth == 0 ? "«\u{A0}" : "“")
    quotationDepth += 1
  }

  private func endQuotation() {
    quotationDepth -= 1
    layout.endQuotation(quotationDepth == 0 ? "\u{A0}»" : "”")
  }

  private func beginAside(_ name: String) {
    guard keeperDepth == nil else { return }
    if name == "button" { layout.addSpace() } else { layout.endLine(isSpaced: true) }
    asides.begin(depth: depth, at: layout.bytes.count)
  }

  private func endAside(_ name: String) {
    guard keeperDepth == nil else { return }
    if name == "button" { layout.addSpace() } else { layout.endLine(isSpaced: true) }
    asides.end(depth: depth, at: layout.bytes.count)
  }

  private func beginTime(_ attributes: HTMLAttributes) {
    guard time == nil, !asides.isOpen else { return }
    let isMarked =
      attributes["pubdate"] != nil || attributes["itemprop"] == "datePublished"
      || attributes["class"]?.contains("publi") == true
    time = (layout.bytes.count, attributes["datetime"], isMarked)
  }

  private func endTime() {
    guard let begun = time else { return }
    time = nil
    let words = String(decoding: layout.bytes[begun.start...], as: UTF8.self)
    facts.addTime(
      begun.datetime ?? words, isMarked: begun.isMarked,
      isBesideHeadline: sizeAfterHeadline.map { $0 <= Self.headSize } ?? false)
  }
}

/// Lays out the text of a page as browsers show it, without fonts: blocks as lines, cells of a row in one line.
struct PageLayout {
  private(set) var bytes: [UInt8] = []
  /// Line breaks before the next word: 2 for an empty line.
  private var breaks = 0
  private var isSpace = false
  private var isCell = false
  /// White space is of no account at the start of a quotation.
  private var isAfterMark = false
  /// The bullet or the number of the item that begins.
  private var marker = ""

  private static let cellSeparator = " | "

  /// Ends the line, where one is begun; the next one stands after an empty line where `isSpaced`.
  mutating func endLine(isSpaced: Bool = false) {
    breaks = max(breaks, isSpaced ? 2 : 1)
    isCell = false
  }

  /// A line break of the author's: two of them make an empty line.
  mutating func breakLine() {
    breaks = min(breaks + 1, 2)
    isCell = false
  }

  mutating func addSpace() { isSpace = true }

  /// The next word stands in another cell of the same row.
  mutating func beginCell() {
    isSpace = true
    isCell = true
  }

  mutating func beginItem(_ marker: String) {
    endLine()
    self.marker = marker
  }

  /// An item without a word has no marker.
  mutating func endItem() {
    endLine()
    marker = ""
  }

  mutating func beginQuotation(_ mark: String) {
    add(mark.utf8)
    isAfterMark = true
  }

  /// The mark stands behind the last word.
  mutating func endQuotation(_ mark: String) {
    (isSpace, isAfterMark) = (false, false)
    add(mark.utf8)
  }

  /// Adds text whose white space is of no account, but for the line breaks of preformatted text.
  ///
  /// - Returns: how many bytes were added, but for white space.
  @discardableResult
  mutating func add(_ text: some Collection<UInt8>, isPreformatted: Bool = false) -> Int {
    var count = 0
    for byte in text {
      if byte.isASCIISpace {
        if isPreformatted, byte == 0x0A { breakLine() } else { isSpace = !isAfterMark }
        continue
      }
      if isSpace || breaks > 0 || isCell || !marker.isEmpty { beginWord() }
      bytes.append(byte)
      isAfterMark = false
      count += 1
    }
    return count
  }

  private mutating func beginWord() {
    if bytes.isEmpty || breaks > 0 {
      if !bytes.isEmpty { bytes += [UInt8](repeating: 0x0A, count: breaks) }
      bytes += marker.utf8
    } else if isCell {
      bytes += Self.cellSeparator.utf8
    } else if isSpace {
      bytes.append(0x20)
    }
    (breaks, isSpace, isCell, marker) = (0, false, false, "")
  }

  /// The text without the bytes of `ranges`, which are in order, and without the line breaks that are left around them.
  func text(without ranges: [Range<Int>]) -> String {
    var kept: [UInt8] = []
    var start = 0
    for range in ranges {
      kept += bytes[start..<range.lowerBound]
      start = range.upperBound
    }
    kept += bytes[start...]
    return String(decoding: kept.drop { $0 == 0x0A }, as: UTF8.self)
  }
}

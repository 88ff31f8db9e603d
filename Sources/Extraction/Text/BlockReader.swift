internal import EntenteTextAnalysis

/// Cuts a text into blocks by its lines, list markers, indentation and blank lines.
struct BlockReader {
  /// A line without its break: `content` has neither marker nor outer white space.
  private struct Line {
    var line: Range<Int>
    var content: Range<Int>
    var marker: TextBlock.Marker
    var indent: Int
    var beginsLowercase: Bool
    var isOpen: Bool
    /// Quotation marks that open in it and do not close.
    var openQuotes: Int
  }

  /// A quotation that is longer than this has lost its closing mark.
  private static let longestQuotation = 4_000

  /// The blocks of `bytes`, in order. White space alone makes no block.
  func blocks(_ bytes: borrowing Span<UInt8>) -> [TextBlock] {
    var blocks: [TextBlock] = []
    blocks.reserveCapacity(bytes.count / 256 + 2)
    var pending: Line?
    var pendingAfterBlank = true
    var afterBlank = true
    var offset = 0
    while offset < bytes.count {
      let (range, next, openQuotes) = lineRange(bytes, from: offset)
      offset = next
      guard let line = line(bytes, range, openQuotes) else {
        afterBlank = true
        continue
      }
      if let open = pending, !afterBlank, continues(line, open) {
        pending = joined(open, line)
      } else {
        if let open = pending { blocks.append(block(open, afterBlank: pendingAfterBlank)) }
        (pending, pendingAfterBlank) = (line, afterBlank)
      }
      afterBlank = false
    }
    if let open = pending { blocks.append(block(open, afterBlank: pendingAfterBlank)) }
    return blocks
  }

  private func block(_ line: Line, afterBlank: Bool) -> TextBlock {
    let kind: TextBlock.Kind =
      switch line.marker {
      case .none: .paragraph
      case .markdown: .heading
      case .bullet, .number, .letter: .listItem
      }
    return TextBlock(
      kind: kind, marker: line.marker, indent: line.indent, bytes: line.content, line: line.line,
      afterBlankLine: afterBlank)
  }

  /// A line that begins in lower case, without a marker, goes on with a sentence that the line before left open; any line,
  /// with a quotation that is open.
  private func continues(_ line: Line, _ open: Line) -> Bool {
    guard line.marker == .none, !open.content.isEmpty else { return false }
    if open.openQuotes > 0, open.content.count < Self.longestQuotation { return true }
    return line.beginsLowercase && open.isOpen
  }

  private func joined(_ first: Line, _ second: Line) -> Line {
    var line = first
    line.line = first.line.lowerBound..<second.line.upperBound
    line.content = first.content.lowerBound..<second.content.upperBound
    line.isOpen = second.isOpen
    line.openQuotes = max(0, first.openQuotes + second.openQuotes)
    return line
  }

  /// The line at `offset` without its break, where the next one begins, and how many more marks open a quotation in it than
  /// close one.
  private func lineRange(
    _ bytes: borrowing Span<UInt8>, from offset: Int
  ) -> (Range<Int>, next: Int, openQuotes: Int) {
    var end = offset
    var quotes = 0
    while end < bytes.count {
      if end + 8 <= bytes.count {
        let plain = plainPrefix(bytes.eightBytes(end))
        end += plain
        if plain == 8 { continue }
      }
      let byte = bytes[end]
      guard byte < 0x0E || byte == 0xC2 || byte == 0xE2 else {
        end += 1
        continue
      }
      if (0x0A...0x0D).contains(byte) {
        let isPair = byte == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        return (offset..<end, end + (isPair ? 2 : 1), quotes)
      }
      if byte == 0xC2, end + 1 < bytes.count {
        // U+0085, « and ».
        switch bytes[end + 1] {
        case 0x85: return (offset..<end, end + 2, quotes)
        case 0xAB: quotes += 1
        case 0xBB: quotes -= 1
        default: break
        }
      } else if byte == 0xE2, end + 2 < bytes.count, bytes[end + 1] == 0x80 {
        // U+2028 and U+2029, “ and ”.
        switch bytes[end + 2] {
        case 0xA8, 0xA9: return (offset..<end, end + 3, quotes)
        case 0x9C: quotes += 1
        case 0x9D: quotes -= 1
        default: break
        }
      }
      end += 1
    }
    return (offset..<end, end, quotes)
  }

  /// How many of eight bytes, from the lowest on, are none that ends a line or may begin a quotation mark.
  @inline(__always)
  private func plainPrefix(_ bytes: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest: UInt64 = ones &* 0x80
    // Each difference sets the highest bit of the bytes in question, and of none below the first of them.
    let controls = (bytes &- ones &* 0x0E) & ~bytes
    let leads = (bytes | ones &* 0x20) ^ ones &* 0xE2
    let others = (controls | (leads &- ones) & ~leads) & highest
    return others.trailingZeroBitCount &>> 3
  }

  /// Reads indentation and marker; nil for a line without anything printed.
  private func line(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ openQuotes: Int) -> Line? {
    var offset = range.lowerBound
    var indent = 0
    while offset < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: offset)
      let kind = ScalarClass(scalar)
      guard kind == .space || kind == .ignorable || kind == .lineBreak else { break }
      indent += scalar == 0x09 ? 4 : (kind == .space ? 1 : 0)
      offset += length
    }
    let end = trimmedEnd(bytes, offset..<range.upperBound)
    guard offset < end else { return nil }
    let (marker, length) = marker(bytes, offset..<end)
    var start = offset + length
    while start < end {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: start)
      guard ScalarClass(scalar) == .space else { break }
      start += length
    }
    return Line(
      line: offset..<end, content: start..<max(start, end), marker: marker, indent: indent,
      beginsLowercase: beginsLowercase(bytes, start..<end), isOpen: isOpen(bytes, start..<end),
      openQuotes: openQuotes)
  }

  private func trimmedEnd(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      var start = end - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let kind = ScalarClass(UTF8Scalar.decode(bytes, at: start).scalar)
      guard kind == .space || kind == .lineBreak || kind == .ignorable else { break }
      end = start
    }
    return end
  }

  /// The marker that a line begins with and its length in bytes.
  private func marker(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> (TextBlock.Marker, Int) {
    let (scalar, length) = UTF8Scalar.decode(bytes, at: range.lowerBound)
    let after = range.lowerBound + length
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x2219, 0xB7, 0x27A2, 0x2192:
      return (.bullet, length)
    case 0x2D, 0x2A, 0x2013, 0x2014, 0x2B:
      return after == range.upperBound || isSpace(bytes, at: after) ? (.bullet, length) : (.none, 0)
    case 0x23: return markdown(bytes, range)
    case 0x30...0x39: return number(bytes, range)
    case 0x61...0x7A, 0x41...0x5A:
      guard after < range.upperBound, bytes[after] == 0x29, after + 1 < range.upperBound, isSpace(bytes, at: after + 1)
      else { return (.none, 0) }
      return (.letter((scalar | 0x20) - 0x60), 2)
    default: return (.none, 0)
    }
  }

  private func markdown(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> (TextBlock.Marker, Int) {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] == 0x23 { end += 1 }
    let level = end - range.lowerBound
    guard level <= 6, end < range.upperBound, isSpace(bytes, at: end) else { return (.none, 0) }
    return (.markdown(level: UInt32(truncatingIfNeeded: level)), level)
  }

  /// `1.`, `12)`, `3.2.`, and `1 -` or `1 –`; the value is the last number.
  private func number(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> (TextBlock.Marker, Int) {
    var offset = range.lowerBound
    var value: UInt32 = 0
    var digits = 0
    while offset < range.upperBound {
      let byte = bytes[offset]
      if (0x30...0x39).contains(byte), digits < 3 {
        value = value * 10 + UInt32(byte - 0x30)
        digits += 1
      } else if byte == 0x2E || byte == 0x29, digits > 0 {
        let next = offset + 1
        if next == range.upperBound || isSpace(bytes, at: next) { return (.number(value), next - range.lowerBound) }
        guard byte == 0x2E else { return (.none, 0) }
        (value, digits) = (0, 0)
      } else {
        return (.none, 0)
      }
      offset += 1
    }
    return (.none, 0)
  }

  private func isSpace(_ bytes: borrowing Span<UInt8>, at offset: Int) -> Bool {
    ScalarClass(UTF8Scalar.decode(bytes, at: offset).scalar) == .space
  }

  private func beginsLowercase(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let letter = FoldedLetters.latin[UTF8Scalar.decode(bytes, at: range.lowerBound).scalar]
    return letter.first != 0 && !letter.isUpper
  }

  /// Whether a sentence is left open at the end of a line: no full stop, colon or the like ends it.
  private func isOpen(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return ![0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0xBB, 0xA6].contains(bytes[last])
  }
}

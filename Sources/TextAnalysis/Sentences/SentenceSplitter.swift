/// Splits text into sentences, working on UTF-8 bytes.
///
/// A sentence ends at a line break, or at `.`, `!`, `?` or `…` with any closing guillemets, quotation marks and brackets,
/// if white space follows, and then neither a lower-case letter nor a comma or similar. A full stop does not end a sentence
///
/// - after an abbreviation listed in `Lexicon/sentences.tsv`: `Mme. Sato`, `art. 5`, `cf. Annexe`;
/// - after an initial: `J. Stoltenberg`, `J.-M. Rostand`, `J.F. Kennedy`, `Ph. Roy`;
/// - after a list number at its start: `1. Renforcer`, `II. Mise en œuvre`;
/// - inside a number, an acronym or an address: `3.5`, `O.T.A.N.`, `www.nato.int`.
///
/// ```swift
/// var sentences: [Range<Int>] = []
/// SentenceSplitter.split(text, into: &sentences)  // "M. van Weel est là. Il parle." gives two
/// ```
public enum SentenceSplitter {
  /// What a line break does.
  public enum LineBreak: Sendable {
    /// It ends a sentence.
    case ends
    /// It is a space: the text is a paragraph that was wrapped.
    case joins
  }

  /// Replaces `sentences` with those of `text`: byte ranges in order, trimmed of spaces, none of them empty.
  public static func split(
    _ text: RawSpan, lineBreak: LineBreak = .ends, _ profile: LanguageProfile = .french,
    into sentences: inout [Range<Int>]
  ) {
    sentences.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    let words = profile.sentences
    var start = 0
    var index = 0
    while true {
      index = ByteScan.first(in: text, from: index, to: bytes.count) { bytes in
        let all = ByteScan.all
        return (bytes .== all(0x0A)) .| (bytes .== all(0x0D)) .| (bytes .== all(0x2E)) .| (bytes .== all(0x21))
          .| (bytes .== all(0x3F)) .| (bytes .== all(0xE2))
      }
      guard index < bytes.count else { break }
      if let length = breakLength(bytes, index) {
        if lineBreak == .ends {
          append(bytes, start, index, &sentences)
          start = index + length
        }
        index += length
      } else if let mark = markLength(bytes, index) {
        let end = closing(bytes, index + mark)
        if ends(bytes, start, index, end, words) {
          append(bytes, start, end, &sentences)
          start = end
        }
        index = end
      } else {
        index += 1
      }
    }
    append(bytes, start, bytes.count, &sentences)
  }

  /// The sentence that contains the byte at `offset`, trimmed of spaces; empty if there is none.
  ///
  /// The cost does not depend on the length of the text: a sentence is truncated `reach` bytes before and after.
  public static func sentence(
    around offset: Int, in text: RawSpan, reach: Int = 2000, _ profile: LanguageProfile = .french
  ) -> Range<Int> {
    let bytes = Span<UInt8>(_bytes: text)
    guard offset >= 0, offset < bytes.count else { return 0..<0 }
    var start = offset
    while start > 0, offset - start < reach, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    // Whole characters.
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, offset + reach)
    while end > offset, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var sentences: [Range<Int>] = []
    split(text.extracting(start..<end), profile, into: &sentences)
    let found = sentences.first { $0.contains(offset - start) }
    return found.map { $0.lowerBound + start..<$0.upperBound + start } ?? offset..<offset
  }

  private static func append(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ sentences: inout [Range<Int>]) {
    var start = start
    var end = end
    while start < end, let length = spaceLength(text, start) { start += length }
    while end > start, let length = spaceLength(text, before: end) { end -= length }
    if start < end { sentences.append(start..<end) }
  }

  // MARK: Ends

  /// Whether a sentence that began at `start` ends at the mark at `mark`, with all that closes there, at `end`.
  private static func ends(
    _ text: Span<UInt8>, _ start: Int, _ mark: Int, _ end: Int, _ words: SentenceWords
  ) -> Bool {
    guard end < text.count else { return true }
    var next = end
    while next < text.count, let length = spaceLength(text, next) { next += length }
    guard next > end else { return false }
    guard next < text.count else { return true }
    if goesOn(text, next) || isOmission(text, mark, end) { return false }
    guard text[mark] == UInt8(ascii: "."), end == mark + 1 else { return true }
    return !FullStop(text, start: start, stop: mark, next: next).isInside(words)
  }

  /// Whether a sentence does not begin so: with a lower-case letter, a comma, a closing bracket.
  private static func goesOn(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte >= 0x80 {
      return FoldedLetters.latin.isLowercase(UTF8Scalar.decode(text, at: index).scalar)
    }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    default: return byte >= 0x61 && byte <= 0x7A
    }
  }

  /// `(…)` and `[...]` stand for words left out, in or between sentences.
  private static func isOmission(_ text: Span<UInt8>, _ mark: Int, _ end: Int) -> Bool {
    guard mark > 0, text[mark - 1] == UInt8(ascii: "(") || text[mark - 1] == UInt8(ascii: "[") else { return false }
    return text[end - 1] == UInt8(ascii: ")") || text[end - 1] == UInt8(ascii: "]")
  }

  // MARK: Marks

  /// The length of a mark that may end a sentence.
  private static func markLength(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xA6: 3
    default: nil
    }
  }

  /// Past further marks, and what closes after a sentence's end.
  private static func closing(_ text: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < text.count {
      if let length = markLength(text, end) ?? closerLength(text, end) {
        end += length
      } else if let blank = spaceLength(text, end), breakLength(text, end) == nil, end + blank < text.count,
        let length = spacedCloserLength(text, end + blank)
      {
        end += blank + length
      } else {
        break
      }
    }
    return end
  }

  /// Guillemets, quotation marks and brackets that close, right after a mark.
  private static func closerLength(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""): return 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xBB: return 2
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80:
      // ’ ” ›
      return text[index + 2] == 0x99 || text[index + 2] == 0x9D || text[index + 2] == 0xBA ? 3 : nil
    case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80:
      // 」 』
      return text[index + 2] == 0x8D || text[index + 2] == 0x8F ? 3 : nil
    case UInt8(ascii: ">") where index + 1 < text.count && text[index + 1] == UInt8(ascii: ">"): return 2
    default: return nil
    }
  }

  /// Those that stand after a space: » in French, and a straight mark with spaces on both sides.
  private static func spacedCloserLength(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0xC2, UInt8(ascii: ">"): closerLength(text, index)
    case UInt8(ascii: "\"") where index + 1 == text.count || spaceLength(text, index + 1) != nil: 1
    default: nil
    }
  }

  // MARK: Spaces

  /// The length of a line break at `index`; CR and LF are two.
  private static func breakLength(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0x0A, 0x0D: 1
    // U+2028, U+2029
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9: 3
    default: nil
    }
  }

  /// The length of white space at `index`, line breaks included.
  private static func spaceLength(_ text: Span<UInt8>, _ index: Int) -> Int? {
    if text[index] < 0x80 { return ASCII.isSpace(text[index]) ? 1 : nil }
    let (scalar, length) = UTF8Scalar.decode(text, at: index)
    switch ScalarClass(scalar) {
    case .space, .lineBreak: return length
    default: return nil
    }
  }

  private static func spaceLength(_ text: Span<UInt8>, before end: Int) -> Int? {
    if end > 0, text[end - 1] < 0x80 { return spaceLength(text, end - 1) }
    for length in 1...3 where end >= length {
      if let found = spaceLength(text, end - length), found == length { return length }
    }
    return nil
  }
}

/// Cuts text into sentences, over UTF-8 bytes.
///
/// A sentence ends at a line break, or at `.`, `!`, `?` or `…` (with closing guillemets, quotation marks and brackets)
/// when a space and no lower-case letter follow. A full stop ends none after an abbreviation (`Lexicon/abbreviations.txt`),
/// after a single capital (`J. Stoltenberg`), nor between digits.
public enum SentenceSplitter {
  /// Replaces `sentences` by those of `text`: ordered ranges of bytes without the spaces around them, none of them empty.
  public static func split(_ text: RawSpan, into sentences: inout [Range<Int>]) {
    sentences.removeAll(keepingCapacity: true)
    let bytes = Span<UInt8>(_bytes: text)
    var start = 0
    var index = 0
    while true {
      index = ByteScan.first(in: text, from: index, to: bytes.count) { (bytes, _, _) in
        let all = ByteScan.all
        return (bytes .== all(0x0A)) .| (bytes .== all(0x0D)) .| (bytes .== all(0x2E)) .| (bytes .== all(0x21))
          .| (bytes .== all(0x3F)) .| (bytes .== all(0xE2))
      }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        append(bytes, start, index, &sentences)
        index += 1
        start = index
      } else if let mark = endMark(bytes, index) {
        let end = closing(bytes, index + mark)
        if endsSentence(bytes, start, index, end) {
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

  /// The sentence that holds the byte at `offset`, without the spaces around it; empty where none does.
  ///
  /// The cost does not depend on the length of the text: a sentence is cut off `reach` bytes before and behind.
  public static func sentence(around offset: Int, in text: RawSpan, reach: Int = 2000) -> Range<Int> {
    let bytes = Span<UInt8>(_bytes: text)
    guard offset >= 0, offset < bytes.count else { return 0..<0 }
    var start = offset
    while start > 0, offset - start < reach, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    // Whole characters.
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, offset + reach)
    while end > offset, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    var sentences: [Range<Int>] = []
    split(text.extracting(start..<end), into: &sentences)
    let found = sentences.first { offset - start < $0.upperBound && offset - start >= $0.lowerBound }
    return found.map { $0.lowerBound + start..<$0.upperBound + start } ?? offset..<offset
  }

  private static func append(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ sentences: inout [Range<Int>]) {
    var start = start
    var end = end
    while start < end, let length = space(text, start) { start += length }
    while end > start, let length = spaceBefore(text, end) { end -= length }
    if start < end { sentences.append(start..<end) }
  }

  /// The length of a mark that may end a sentence.
  private static func endMark(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xA6: 3
    default: nil
    }
  }

  /// Past further marks, and what closes after a sentence's end: » ” " ) ].
  private static func closing(_ text: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < text.count {
      if let mark = endMark(text, end) {
        end += mark
      } else if let mark = closer(text, end) {
        end += mark
      } else if let blank = space(text, end), text[end] != 0x0A, text[end] != 0x0D, end + blank < text.count,
        text[end + blank] == 0xC2, let mark = closer(text, end + blank)
      {
        end += blank + mark
      } else {
        break
      }
    }
    return end
  }

  private static func closer(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""): 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xBB: 2
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x9D: 3
    default: nil
    }
  }

  private static func endsSentence(_ text: Span<UInt8>, _ start: Int, _ mark: Int, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    var next = end
    while next < text.count, let length = space(text, next) { next += length }
    guard next > end else { return false }
    if next < text.count, isLowercase(text, next) { return false }
    return text[mark] != UInt8(ascii: ".") || !isAbbreviation(text, start, mark)
  }

  private static func isLowercase(_ text: Span<UInt8>, _ index: Int) -> Bool {
    if text[index] < 0x80 { return text[index] >= 0x61 && text[index] <= 0x7A }
    return ScalarReader.scalar(text, index).scalar?.properties.isLowercase ?? false
  }

  private static func isAbbreviation(_ text: Span<UInt8>, _ start: Int, _ mark: Int) -> Bool {
    var first = mark
    while first > start, text[first - 1] >= 0x80 || ASCII.isLetter(text[first - 1]) { first -= 1 }
    guard first < mark, mark - first <= 12 else { return false }
    if mark - first == 1, text[first] < 0x60 { return true }
    var word: [UInt8] = []
    var index = first
    while index < mark {
      let (scalar, length) = ScalarReader.scalar(text, index)
      index += length
      if let scalar, ScalarReader.characterClass(scalar) == .word {
        Folding.append(scalar, to: &word)
      } else {
        word = []
      }
    }
    return FrenchWords.abbreviations.contains(word)
  }

  /// The length of a space at `index`: ASCII ones, U+00A0, U+202F, U+2009.
  private static func space(_ text: Span<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: 2
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80 && (text[index + 2] == 0xAF || text[index + 2] == 0x89): 3
    default: nil
    }
  }

  private static func spaceBefore(_ text: Span<UInt8>, _ end: Int) -> Int? {
    for length in 1...3 where end >= length {
      if let found = space(text, end - length), found == length { return length }
    }
    return nil
  }
}

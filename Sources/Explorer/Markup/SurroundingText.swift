/// The rest of the sentence around a span of a text, without the marks of the quotation next to it.
struct SurroundingText: Equatable {
  /// How far it reaches to each side, in bytes.
  static let reach = 240
  /// Marks of quotations and the spaces beside them.
  private static let marks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "«", "»", "\"", "“", "”", "„", "‹", "›"]

  let before: String
  let after: String

  /// - Parameters:
  ///   - span: in bytes of UTF-8; what lies beyond the text is left out.
  init(of span: Range<Int>, in text: [UInt8]) {
    let start = min(max(span.lowerBound, 0), text.count)
    let end = min(max(span.upperBound, start), text.count)
    before = Self.before(text[..<start])
    after = Self.after(text[end...])
  }

  private static func before(_ text: ArraySlice<UInt8>) -> String {
    // The reach may begin inside a character.
    let piece = String(decoding: text.suffix(reach).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    var words = Substring(piece)
    while let last = words.last, marks.contains(last) { words.removeLast() }
    var sentence = words
    if let end = lastSentenceEnd(words) {
      sentence = words[end...].drop { $0.isWhitespace }
    } else if text.count > reach {
      sentence = words.drop { !$0.isWhitespace }
      return sentence.isEmpty ? "" : "…" + sentence
    }
    return String(sentence)
  }

  private static func after(_ text: ArraySlice<UInt8>) -> String {
    var bytes = text.prefix(reach)
    // A cut character at the end is left out.
    if text.count > reach {
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    let piece = String(decoding: bytes, as: UTF8.self)
    let words = Substring(piece).drop { marks.contains($0) }
    if let end = firstSentenceEnd(words) { return String(words[..<end]) }
    guard text.count > reach, let space = words.lastIndex(where: \.isWhitespace) else { return String(words) }
    return words[..<space] + "…"
  }

  /// Behind the last end of a sentence or of a line.
  private static func lastSentenceEnd(_ text: Substring) -> Substring.Index? {
    text.indices.last { isEnd($0, of: text, isLast: false) }.map { text.index(after: $0) }
  }

  /// Behind the first end of a sentence, or at that of a line.
  private static func firstSentenceEnd(_ text: Substring) -> Substring.Index? {
    text.indices.first { isEnd($0, of: text, isLast: true) }
      .map { text[$0].isNewline ? $0 : text.index(after: $0) }
  }

  /// Whether a sentence ends with the character at `index`: "M." and "Gen." do not end one.
  private static func isEnd(_ index: Substring.Index, of text: Substring, isLast: Bool) -> Bool {
    let character = text[index]
    if character.isNewline { return true }
    guard [".", "!", "?", "…"].contains(character) else { return false }
    let next = text.index(after: index)
    guard next == text.endIndex ? isLast : text[next].isWhitespace else { return false }
    return character != "." || text[..<index].suffix(4).allSatisfy { $0.isLowercase || !$0.isLetter }
  }
}

/// Detects the language of a text from its most common words.
public enum LanguageGuess {
  /// How much of a text is examined, in bytes.
  private static let reach = 8 << 10
  /// Fewer words of a language than this, or a smaller share of all words, are not conclusive.
  private static let fewest = 8
  private static let leastShare = 12
  /// The number of words after which a clear lead is enough.
  private static let batch = 48

  private static let languages = WordList.pairs(EmbeddedText.languages)

  /// The languages that have a word, a bit for each. Words are at most eight bytes long, and stand in a number.
  private static let words: [UInt64: UInt8] = {
    var words: [UInt64: UInt8] = [:]
    for (number, language) in languages.enumerated() {
      for word in language.1.split(separator: " ") {
        let bytes = Array(word.utf8)
        words[bytes.span.eightBytes(0, upTo: bytes.count), default: 0] |= 1 << UInt8(number)
      }
    }
    return words
  }()

  /// The language tag, `fr` or `en`; nil if the text is too short, or in another language.
  ///
  /// ```swift
  /// LanguageGuess.language(of: "The allies have agreed that this is the plan for the years which follow…")  // "en"
  /// ```
  public static func language(of text: String) -> String? {
    let bytes = text.utf8Span.span
    let end = min(bytes.count, reach)
    var counts = InlineArray<8, Int>(repeating: 0)
    var total = 0
    var index = 0
    while index < end {
      guard isLetter(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < end, isLetter(bytes[index]) { index += 1 }
      total += 1
      if index - start <= 8 {
        // Capitals of ASCII alone begin a sentence.
        var word = bytes.eightBytes(start, upTo: index)
        if bytes[start] < 0x60 { word |= 0x20 }
        var found = words[word] ?? 0
        while found != 0 {
          counts[found.trailingZeroBitCount & 7] += 1
          found &= found &- 1
        }
      }
      if total % batch == 0, let language = leader(counts, total) { return language }
    }
    return leader(counts, total)
  }

  private static func leader(_ counts: InlineArray<8, Int>, _ total: Int) -> String? {
    var (best, second) = (0, 0)
    for number in 1..<min(languages.count, 8) {
      if counts[number] > counts[best] {
        (best, second) = (number, counts[best])
      } else {
        second = max(second, counts[number])
      }
    }
    // Two that are as near each other as this are not told apart.
    guard counts[best] >= fewest, counts[best] * leastShare >= total, counts[best] >= second * 2 else { return nil }
    return languages[best].0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCII.isLetter(byte) }
}

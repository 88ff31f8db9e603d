/// The words by which layout is told from body text: `Lexicon/structure.tsv`.
struct StructureWords: Sendable {
  static let standard = StructureWords(EmbeddedText.structure)

  private var values: [String: [String: String]] = [:]
  /// Every line is asked for these, so they are told without a string.
  private var furniture = Vocabulary()

  init(_ file: String) {
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count >= 2 else { continue }
      for form in columns[1].split(separator: "|") {
        values[columns[0], default: [:]][String(form)] = columns.count > 2 ? columns[2] : ""
        if columns[0] == "furniture" { _ = furniture.insert(FoldedWord(String(form))) }
      }
    }
    furniture.seal()
  }

  func contains(_ word: String, as use: String) -> Bool { values[use]?[word] != nil }
  func isFurniture(_ word: borrowing FoldedWord) -> Bool { furniture.word(word) != .unknown }
  func month(_ word: String) -> Int? { values["month"]?[word].flatMap { Int($0) } }
}

/// A short line of a text as its folded words, numbers and marks. A word is made where it is asked for.
struct LineWords {
  private let text: AnnotatedText
  private let tokens: Range<Int>

  /// The first `limit` tokens of a block.
  init(_ block: TextBlock, of text: AnnotatedText, limit: Int = 40) {
    self.text = text
    tokens = block.tokens.prefix(limit)
  }

  var indices: Range<Int> { 0..<tokens.count }
  var words: [String] { indices.map { self[$0] } }

  subscript(index: Int) -> String {
    let token = token(index)
    if token.kind == .punctuation { return text.source(token.bytes) }
    return folded(index).text
  }

  func folded(_ index: Int) -> FoldedWord {
    var folded = FoldedWord()
    folded.append(folding: text.bytes.span, in: token(index).bytes)
    return folded
  }

  // What follows is told without making the word, but for scripts and marks that the token does not tell.

  func beginsWithDigit(_ index: Int) -> Bool {
    (0x30...0x39).contains(text.bytes[token(index).bytes.lowerBound])
  }

  /// `2025年12月9日`
  func ideographicDate(_ index: Int) -> IdeographicDate? {
    guard beginsWithDigit(index), token(index).length >= IdeographicDate.shortest else { return nil }
    return IdeographicDate(text.bytes[token(index).bytes])
  }

  /// Whether a word may be a number of a range. A decimal is not read further.
  func mayBeNumber(_ index: Int, in range: ClosedRange<Int>) -> Bool {
    let token = token(index)
    return token.kind == .number && (token.flags.contains(.decimal) || range.contains(Int(token.value)))
  }

  func hasLetter(_ index: Int) -> Bool {
    if token(index).flags.contains(.latin) { return true }
    return !isMark(index) && self[index].contains { $0.isLetter }
  }

  func isNumber(_ index: Int) -> Bool {
    if token(index).flags.contains(.latin) { return false }
    return !isMark(index) && self[index].allSatisfy { $0.isNumber }
  }

  func isFullStop(_ index: Int) -> Bool { isMark(index) && token(index).value == Punctuation.fullStop }

  /// A punctuation mark of ASCII.
  private func isMark(_ index: Int) -> Bool { token(index).kind == .punctuation && token(index).value < 0x80 }

  private func token(_ index: Int) -> TextToken { text.tokens[tokens.lowerBound + index] }
}

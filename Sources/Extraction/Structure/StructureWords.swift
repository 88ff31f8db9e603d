/// The words by which layout is told from body text: `Lexicon/structure.tsv`.
final class StructureWords: Sendable {
  static let standard = StructureWords(EmbeddedText.structure)

  /// What a word is for: the first column of its line, but for months.
  struct Use: OptionSet, Sendable {
    let rawValue: UInt16
    static let updated = Use(rawValue: 1 << 0)
    static let posted = Use(rawValue: 1 << 1)
    static let dateline = Use(rawValue: 1 << 2)
    static let credit = Use(rawValue: 1 << 3)
    static let closing = Use(rawValue: 1 << 4)
    static let furniture = Use(rawValue: 1 << 5)
    static let measure = Use(rawValue: 1 << 6)
    static let answered = Use(rawValue: 1 << 7)
    static let record = Use(rawValue: 1 << 8)

    static let named: [Substring: Use] = [
      "updated": .updated, "posted": .posted, "dateline": .dateline, "credit": .credit, "closing": .closing,
      "furniture": .furniture, "measure": .measure, "answered": .answered, "record": .record,
    ]
  }

  private let vocabulary: Vocabulary
  /// By the number of the word.
  private let uses: [Use]
  /// By the number of the word; 0 for what is no month.
  private let months: [Int]

  init(_ file: String) {
    var vocabulary = Vocabulary()
    var uses: [Use] = [[]]
    var months = [0]
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count >= 2 else { continue }
      for form in columns[1].split(separator: "|") {
        let number = Int(vocabulary.insert(FoldedWord(String(form))).rawValue)
        if number == uses.count {
          uses.append([])
          months.append(0)
        }
        if let use = Use.named[columns[0]] { uses[number].insert(use) }
        if columns.count > 2, let month = Int(columns[2]) { months[number] = month }
      }
    }
    vocabulary.seal()
    (self.vocabulary, self.uses, self.months) = (vocabulary, uses, months)
  }

  func contains(_ word: String, as use: Use) -> Bool { contains(FoldedWord(word), as: use) }

  func contains(_ word: borrowing FoldedWord, as use: Use) -> Bool {
    uses[Int(vocabulary.word(word).rawValue)].contains(use)
  }

  func month(_ word: borrowing FoldedWord) -> Int? {
    let month = months[Int(vocabulary.word(word).rawValue)]
    return month > 0 ? month : nil
  }
}

/// A short line of a text as its folded words, numbers and marks. A word is made where it is asked for.
final class LineWords {
  private let text: AnnotatedText
  private let tokens: Range<Int>

  init(_ text: AnnotatedText, _ tokens: Range<Int>) { (self.text, self.tokens) = (text, tokens) }

  /// The first `limit` tokens of a block.
  init(_ block: TextBlock, of text: AnnotatedText, limit: Int = 40) {
    self.text = text
    tokens = block.tokens.prefix(limit)
  }

  var indices: Range<Int> { 0..<tokens.count }
  private(set) lazy var words: [String] = indices.map { self[$0] }

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

  /// Whether the line is these words.
  func isSame(_ words: [String]) -> Bool {
    indices.count == words.count && indices.allSatisfy { self[$0] == words[$0] }
  }

  // What follows is told without making the word, but for scripts and marks that the token does not tell.

  func beginsWithDigit(_ index: Int) -> Bool {
    (0x30...0x39).contains(text.bytes[token(index).bytes.lowerBound])
  }

  /// Whether a word or one of the two after it begins with a digit: no date has its first number further on.
  func hasDigit(near index: Int) -> Bool {
    (index..<min(index + 3, indices.upperBound)).contains(where: beginsWithDigit)
  }

  func isPunctuation(_ index: Int) -> Bool { indices.contains(index) && token(index).kind == .punctuation }

  /// The value of a word of digits alone; nil also for numbers of more than nine.
  func plainNumber(_ index: Int) -> Int? {
    let token = token(index)
    guard token.kind == .number, token.length < 10, token.flags.isDisjoint(with: [.ordinal, .decimal]) else {
      return nil
    }
    return Int(token.value)
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
    if token(index).kind == .number, !token(index).flags.contains(.ordinal) { return true }
    return !isMark(index) && self[index].allSatisfy { $0.isNumber }
  }

  func isComma(_ index: Int) -> Bool { isMark(index) && token(index).value == Punctuation.comma }

  func isFullStop(_ index: Int) -> Bool { isMark(index) && token(index).value == Punctuation.fullStop }

  /// A punctuation mark of ASCII.
  private func isMark(_ index: Int) -> Bool { token(index).kind == .punctuation && token(index).value < 0x80 }

  private func token(_ index: Int) -> TextToken { text.tokens[tokens.lowerBound + index] }
}

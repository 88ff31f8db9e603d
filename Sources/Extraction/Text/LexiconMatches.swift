/// The matches of some categories in a text, by start, the longest first. Sentences that have none are passed over.
struct LexiconMatches: Sequence, IteratorProtocol {
  private let text: AnnotatedText.Contents
  private let categories: CategorySet
  private var sentence = 0
  /// Those of the sentence that are left.
  private var tokens = 0..<0
  /// In ``AnnotatedText/matches``: those of a token that are left.
  private var numbers = 0..<0

  init(of categories: CategorySet, in text: AnnotatedText) {
    self.text = text.contents
    self.categories = categories
    if !text.categories.intersects(categories) { sentence = text.sentences.count }
  }

  mutating func next() -> LexiconMatch? {
    while true {
      while let number = numbers.popFirst() {
        if categories.contains(text.matches[number].category) { return text.matches[number] }
      }
      if let token = text.firstToken(of: categories, in: tokens) {
        tokens = token + 1..<tokens.upperBound
        numbers = Int(text.found[token].first)..<Int(text.found[token + 1].first)
        continue
      }
      tokens = 0..<0
      guard sentence < text.sentences.count else { return nil }
      if text.sentences[sentence].categories.intersects(categories) { tokens = text.sentences[sentence].tokens }
      sentence += 1
    }
  }
}

extension AnnotatedText {
  /// See ``LexiconMatches``.
  func matches(of categories: CategorySet) -> LexiconMatches { LexiconMatches(of: categories, in: self) }
}

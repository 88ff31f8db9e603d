/// Tells questions that ask for more than yes or no.
public enum OpenQuestion {
  private static let kinds = Dictionary(
    WordList.pairs(EmbeddedText.questionWords), uniquingKeysWith: { first, _ in first })

  /// Terms that begin the answer to a question that is not open: "oui", "non".
  public static let closedAnswers: [[UInt8]] = WordList.pairs(EmbeddedText.questionWords)
    .filter { $0.1 == "answer" }.flatMap { Analyzer.analyzeQueryWord($0.0).parts.map(\.term) }

  /// Whether an asking word comes before any verb that asks for yes or no; false for what is no question.
  ///
  /// ```swift
  /// OpenQuestion.isOpen(["Dans", "quel", "délai", "dois-je", "répondre"])  // true
  /// OpenQuestion.isOpen(["Peut-on", "partir", "quand", "on", "veut"])      // false
  /// ```
  ///
  /// - Parameter words: as typed, without what stands between them.
  public static func isOpen(_ words: some Sequence<String>) -> Bool {
    for (number, word) in words.enumerated() {
      let folded = String(decoding: Analyzer.foldedWord(word), as: UTF8.self)
      switch kinds[word.lowercased()] ?? kinds[folded] {
      case "": return true
      case "first" where number == 0: return true
      default: if endsInPronoun(word) { return false }
      }
    }
    return false
  }

  private static func endsInPronoun(_ word: String) -> Bool {
    let parts = word.unicodeScalars.split { ScalarReader.characterClass($0) == .hyphen }
    guard parts.count > 1, let last = parts.last else { return false }
    return kinds[String(String.UnicodeScalarView(last)).lowercased()] == "pronoun"
  }
}

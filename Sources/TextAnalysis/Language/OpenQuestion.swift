/// Recognises questions that ask for more than yes or no.
public final class OpenQuestion: Sendable {
  private let kinds: [String: String]
  /// Terms that start the answer to a yes-or-no question: "oui", "non".
  public let closedAnswers: [[UInt8]]

  static let none = OpenQuestion("", .neutral)

  /// - Parameter file: words, and after a tab what each of them tells.
  init(_ file: String, _ profile: LanguageProfile) {
    let pairs = WordList.pairs(file)
    kinds = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    closedAnswers = pairs.filter { $0.1 == "answer" }.flatMap { profile.queryWord($0.0).parts.map(\.term) }
  }

  /// Whether an interrogative word precedes any verb that asks for yes or no; false if it is not a question.
  ///
  /// ```swift
  /// profile.questions.isOpen(["Dans", "quel", "délai", "dois-je", "répondre"])  // true
  /// profile.questions.isOpen(["Peut-on", "partir", "quand", "on", "veut"])      // false
  /// ```
  ///
  /// - Parameter words: the words as typed, without the separators.
  public func isOpen(_ words: some Sequence<String>) -> Bool {
    for (number, word) in words.enumerated() {
      let folded = String(decoding: Folding.letters(of: word), as: UTF8.self)
      switch kinds[word.lowercased()] ?? kinds[folded] {
      case "": return true
      case "first" where number == 0: return true
      default: if endsInPronoun(word) { return false }
      }
    }
    return false
  }

  private func endsInPronoun(_ word: String) -> Bool {
    let parts = word.unicodeScalars.split { ScalarClass($0.value) == .hyphen }
    guard parts.count > 1, let last = parts.last else { return false }
    return kinds[String(String.UnicodeScalarView(last)).lowercased()] == "pronoun"
  }
}

internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// A query that is a question, a sentence or a title, and no list of key words: "mon préavis peut-il être réduit ?".
///
/// Its best documents are reranked (`IndexReader.rerank`). Key words are not: someone who types a few significant words
/// wants the documents about them.
struct Question {
  /// Words that are read of a query.
  private static let maximumWords = 64
  /// So many terms make a question without any stop word.
  private static let telling = 4

  let words: [QuestionWord]
  /// Terms that no answer begins with.
  let unfitOpenings: [[UInt8]]

  /// Nil for a query with operators, phrases, prefixes or fuzzy words, and for key words: fewer than four terms and no
  /// stop word.
  ///
  /// - Parameter profile: the profile that the documents were analysed with.
  init?(_ expression: QueryExpression, _ profile: LanguageProfile) {
    guard case .group(let required, let optional, let excluded) = expression, required.isEmpty, excluded.isEmpty else {
      return nil
    }
    var words: [QuestionWord] = []
    var typed: [String] = []
    var hasStopWord = false
    for part in optional.prefix(Self.maximumWords) {
      guard case .word(let text, _) = part else { return nil }
      typed.append(text)
      let analysis = profile.queryWord(text)
      hasStopWord = hasStopWord || analysis.isStopWord
      for term in analysis.parts.map(\.term) {
        if let known = words.firstIndex(where: { $0.term == term }) {
          words[known].count += 1
        } else {
          words.append(QuestionWord(term: term, related: profile.relatedWords.terms(of: term)))
        }
      }
    }
    guard !words.isEmpty, hasStopWord || words.count >= Self.telling else { return nil }
    self.words = words
    unfitOpenings = profile.questions.isOpen(typed) ? profile.questions.closedAnswers : []
  }
}

internal import EntenteSchema
internal import EntenteSearchIndex
internal import EntenteTextAnalysis

/// Completes the last word of what was typed, with words as documents write them.
struct Completion {
  private static let longestPrefix = 1024
  private static let defaultSuggestions = 8
  private static let mostSuggestions = 50
  private static let longestWord = 64

  private let typed: String
  private let start: String.Index
  private let folded: [UInt8]
  private let limit: Int

  /// - Throws: `CorpusError.invalidArgument` for a text that is too long.
  init(of request: SuggestRequest) throws(CorpusError) {
    limit = request.limit == 0 ? Self.defaultSuggestions : min(Int(request.limit), Self.mostSuggestions)
    typed = request.prefix
    guard typed.utf8.count <= Self.longestPrefix else {
      throw .invalidArgument(
        RequestFault(
          .fieldTooLong, "prefix has \(typed.utf8.count) bytes; the limit is \(Self.longestPrefix)",
          ["field": "prefix", "size": "\(typed.utf8.count)", "limit": "\(Self.longestPrefix)"]))
    }
    start =
      typed.lastIndex { $0.isWhitespace || "\"«“'’ʼ(:+".contains($0) }.map { [typed] in typed.index(after: $0) }
      ?? typed.startIndex
    folded = Folding.letters(of: String(typed[start...]))
  }

  /// Terms that may complete the word, best first.
  func candidates(_ index: IndexReader) throws(CorpusError) -> [TermEntry] {
    guard !folded.isEmpty, folded.count <= Self.longestWord else { return [] }
    var candidates = try searching { () throws(IndexError) in
      try index.terms(withPrefix: folded, limit: limit * 2)
    }
    // The typed text may be longer than the stem of the intended word.
    if let stem = index.profile.queryWord(String(typed[start...])).parts.last?.term,
      !candidates.contains(where: { $0.term == stem }),
      let entry = try searching({ () throws(IndexError) in try index.entry(stem) })
    {
      candidates.insert(entry, at: 0)
    }
    return candidates
  }

  /// - Parameters:
  ///   - frequencies: of the candidates, in documents.
  ///   - word: how documents write the candidate of that number; nil if none does.
  func suggestions(
    _ frequencies: [Int], word: (Int) throws(CorpusError) -> String?
  ) throws(CorpusError) -> [Suggestion] {
    var suggestions: [Suggestion] = []
    var seen: Set<String> = []
    for (number, frequency) in frequencies.enumerated() where suggestions.count < limit {
      guard let word = try word(number), Folding.letters(of: word).starts(with: folded),
        seen.insert(Folding.fold(word)).inserted
      else { continue }
      suggestions.append(Suggestion(text: typed[..<start] + word, documentCount: UInt64(clamping: frequency)))
    }
    return suggestions
  }
}
